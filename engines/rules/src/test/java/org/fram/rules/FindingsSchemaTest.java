package org.fram.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.fram.facts.FactsDocument;
import org.fram.facts.Gate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FindingsSchemaTest {

    private static final String SCHEMA = "findings.schema.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> MEANINGS = PageTable.of("findings-format.md", "");

    /// Where the fields of each record stand.
    private static final Map<Class<?>, String> PATHS = Map.of(
            CheckedJson.Report.class, "",
            CheckedJson.Outcome.class, "verdicts[].",
            CheckedJson.Item.class, "verdicts[].findings[].",
            Finding.Waiver.class, "verdicts[].findings[].waiver.");

    private static final FactsDocument FACTS =
            FactsFile.read(PageTable.read(Path.of("../../samples/rivermark_permits_line.facts.yaml")), "facts.yaml");

    @Test
    void thePublishedSchemaIsThatOfTheRecords() throws IOException {
        Schemas.held(SCHEMA, schema());
    }

    @Test
    void whatCheckWritesIsValidWithAndWithoutGateAndFacts() {
        for (var json : List.of(
                written(FACTS, null),
                written(FACTS, Gate.CUTOVER),
                written(FactsFile.read("version: 1\n", "f"), null))) {
            assertThat(Schemas.errors(SCHEMA, json, InputFormat.JSON)).isEmpty();
        }
        assertThat(written(FACTS, null)).contains("\"waiver\"", "\"unknown\"", "\"standing\": \"not applicable\"");
    }

    @Test
    void nothingIsWrittenThatTheSchemaDoesNotKnow() {
        var known = new TreeSet<String>();
        collect(schema(), "", known);
        var seen = new TreeSet<String>();
        fields(JSON.readTree(written(FACTS, Gate.CUTOVER)), "", seen);
        fields(JSON.readTree(written(FACTS, null)), "", seen);

        assertThat(known).containsAll(seen);
    }

    @Test
    void theSchemaRefusesWhatAreNoFindings() {
        var json = written(FACTS, Gate.CUTOVER);

        assertThat(refused(json, "\"standing\": \"fired\"", "\"standing\": \"burning\""))
                .isTrue();
        assertThat(refused(json, "\"severity\": \"blocker\"", "\"severity\": \"heavy\""))
                .isTrue();
        assertThat(refused(json, "\"verdicts\"", "\"outcomes\"")).isTrue();
        assertThat(refused(json, "\"gate\": \"cutover\"", "\"gate\": \"handoff\""))
                .isTrue();
        assertThat(refused(json, "\"message\"", "\"seen\"")).isTrue();
    }

    @Test
    void thePageDescribesExactlyTheFieldsOfTheSchema() {
        var fields = new TreeSet<String>();
        collect(schema(), "", fields);

        assertThat(new TreeSet<>(MEANINGS.keySet())).isEqualTo(fields);
    }

    private static boolean refused(String json, String right, String wrong) {
        assertThat(json).contains(right);
        return !Schemas.errors(SCHEMA, json.replace(right, wrong), InputFormat.JSON)
                .isEmpty();
    }

    private static String written(FactsDocument facts, @Nullable Gate gate) {
        var catalogue = Catalogue.standard();
        return CheckedJson.write(catalogue, catalogue.check(facts, Circumstances.on(LocalDate.of(2027, 3, 15))), gate);
    }

    private static ObjectNode schema() {
        var settings = Schemas.settings().with(Option.SCHEMA_VERSION_INDICATOR, Option.INLINE_ALL_SCHEMAS);
        settings.forFields()
                .withDescriptionResolver(FindingsSchemaTest::meaning)
                .withEnumResolver(field -> field.getDeclaredName().equals("standing") ? PackCases.WORDS : null);
        var generated = new SchemaGenerator(settings.build()).generateSchema(CheckedJson.Report.class);
        var schema = JSON.createObjectNode();
        schema.set("$schema", generated.get("$schema"));
        schema.put("title", "What practices say of an engagement");
        generated.properties().forEach(entry -> schema.set(entry.getKey(), entry.getValue()));
        return schema;
    }

    private static @Nullable String meaning(FieldScope field) {
        if (field.isFakeContainerItemScope()) {
            return null;
        }
        var path = PATHS.get(field.getDeclaringType().getErasedType()) + field.getSchemaPropertyName();
        return MEANINGS.containsKey(path) ? MEANINGS.get(path) : MEANINGS.get(path + "[]");
    }

    private static void collect(JsonNode node, String path, Set<String> fields) {
        var properties = node.has("items") ? node.get("items").get("properties") : node.get("properties");
        if (properties == null) {
            return;
        }
        properties.properties().forEach(entry -> {
            var name = path + entry.getKey() + (entry.getValue().has("items") ? "[]" : "");
            fields.add(name);
            collect(entry.getValue(), name + ".", fields);
        });
    }

    private static void fields(JsonNode node, String path, Set<String> fields) {
        node.properties().forEach(entry -> {
            var value = Objects.requireNonNull(entry.getValue());
            var name = path + entry.getKey() + (value.isArray() ? "[]" : "");
            fields.add(name);
            if (value.isArray()) {
                value.forEach(item -> fields(item, name + ".", fields));
            } else {
                fields(value, name + ".", fields);
            }
        });
    }
}
