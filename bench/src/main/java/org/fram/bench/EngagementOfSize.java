package org.fram.bench;

import java.util.HashSet;
import java.util.Set;
import org.fram.facts.FactsDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Facts of an engagement as large as one likes, made of a real one: each list of numbered items is there as often
/// as it takes, in all sections, with links between items of the same copy. Lists of fixed length, such as the basic
/// terms, stay as they are.
final class EngagementOfSize {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    all -> all.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();

    private final Set<String> ids = new HashSet<>();
    private final int copies;

    private EngagementOfSize(int copies) {
        this.copies = copies;
    }

    /// The engagement with at least as many obligations.
    ///
    /// @param model what it is made of; it has obligations
    static FactsDocument of(FactsDocument model, int obligations) {
        var sow = model.sow();
        var own =
                sow == null || sow.obligations() == null ? 0 : sow.obligations().size();
        if (!(own > 0)) {
            throw new IllegalArgumentException("The model has no obligations; take one that has.");
        }
        var made = new EngagementOfSize((obligations + own - 1) / own);
        var tree = JSON.valueToTree(model);
        made.gather(tree);
        return JSON.treeToValue(made.enlarged(tree), FactsDocument.class);
    }

    private void gather(JsonNode node) {
        if (numbered(node)) {
            ids.add(node.path("id").stringValue());
        }
        node.forEach(this::gather);
    }

    /// Whether its id is a number with letters; those of topics and sites are words, and as many as there are.
    private static boolean numbered(JsonNode node) {
        return node.path("id").asString("").matches("[A-Z]+-\\d+");
    }

    private JsonNode enlarged(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var made = JSON.createObjectNode();
            object.properties().forEach(entry -> made.set(entry.getKey(), enlarged(entry.getValue())));
            return made;
        }
        if (node instanceof ArrayNode array && !array.isEmpty() && numbered(array.get(0))) {
            var made = JSON.createArrayNode();
            for (int copy = 0; copy < copies; copy++) {
                for (var item : array) {
                    made.add(copied(item, copy));
                }
            }
            return made;
        }
        return node;
    }

    private JsonNode copied(JsonNode node, int copy) {
        if (node.isString() && ids.contains(node.stringValue())) {
            return JSON.getNodeFactory().stringNode(node.stringValue() + "-" + copy);
        }
        if (node instanceof ObjectNode object) {
            var made = JSON.createObjectNode();
            object.properties().forEach(entry -> made.set(entry.getKey(), copied(entry.getValue(), copy)));
            return made;
        }
        if (node instanceof ArrayNode array) {
            var made = JSON.createArrayNode();
            array.forEach(item -> made.add(copied(item, copy)));
            return made;
        }
        return node;
    }
}
