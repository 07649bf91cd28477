package org.fram.bench;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.fram.bench.ReviewRun.Scored;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Scores as JSON, a document each, for those who compare runs.
final class ScoreJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ScoreJson() {}

    /// An object with `thresholds` (by statement of work, empty where they were not chosen) and `documents`:
    /// `document`,
    /// `set`, `found` and `right` by measure, `failed` quotes, `errors`.
    static String of(List<Scored> scored, Map<String, Map<String, Double>> thresholds) {
        var root = JSON.createObjectNode();
        root.set("thresholds", JSON.valueToTree(thresholds));
        var documents = root.putArray("documents");
        for (var one : scored) {
            var document = documents.addObject();
            document.put("document", one.of().file().getFileName().toString());
            document.put("set", one.of().set());
            var found = document.putObject("found");
            one.score().found().forEach((what, tally) -> {
                var node = found.putObject(what.title);
                node.put("right", tally.right());
                node.put("missed", tally.missed());
                node.put("false", tally.wrong());
                put(node, "precision", tally.precision());
                put(node, "recall", tally.recall());
                put(node, "f1", tally.f1());
            });
            var right = document.putObject("right");
            one.score().right().forEach((what, share) -> {
                var node = right.putObject(what.title);
                node.put("right", share.right());
                node.put("of", share.of());
                put(node, "share", share.value());
            });
            document.set("failed", JSON.valueToTree(one.failed()));
            document.set("notes", JSON.valueToTree(one.notes()));
            document.set("errors", JSON.valueToTree(one.score().errors()));
        }
        return JSON.writeValueAsString(root);
    }

    private static void put(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, value.getAsDouble());
        } else {
            node.putNull(name);
        }
    }
}
