package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.fram.office.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReviewSchemaTest {

    private static final Path REFERENCE = Path.of("../../docs/reference");
    private static final Path SCHEMA = REFERENCE.resolve("review.schema.json");
    private static final Pattern FIELD = Pattern.compile("^\\| `([a-z_.\\[\\]]+)` \\| (.+) \\|$", Pattern.MULTILINE);

    @Test
    void thePublishedSchemaIsThatOfTheRecords() throws IOException {
        var generated =
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(schema()) + "\n";
        if (Boolean.getBoolean("fram.write")) {
            Files.writeString(SCHEMA, generated);
        }

        assertThat(SCHEMA).content().isEqualToNormalizingNewlines(generated);
    }

    @Test
    void aReviewIsValid() throws IOException {
        assertThat(errors(ReviewJson.write(Reviews.complete()))).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoReview() throws IOException {
        var json = ReviewJson.write(Reviews.complete());

        assertThat(errors(json.replace("\"vendor\"", "\"seller\""))).isNotEmpty();
        assertThat(errors(json.replace("\"obligations\"", "\"promises\""))).isNotEmpty();
        assertThat(errors(json.replaceFirst("\"page\": 1", "\"page\": 0"))).isNotEmpty();
        assertThat(errors(json.replace("\"document\": \"lakeside.docx\"", "\"document\": null")))
                .isNotEmpty();
        assertThat(errors(json.replace("0.94", "1.94"))).isNotEmpty();
    }

    @Test
    void thePageDescribesExactlyTheFieldsOfTheSchema() throws IOException {
        var inSchema = new TreeSet<String>();
        collectFields(schema(), "", inSchema);
        var described = new TreeSet<>(descriptions().keySet());
        described.removeIf(field -> field.startsWith("place."));
        assertThat(described).isEqualTo(inSchema);
    }

    private static List<Error> errors(String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON);
    }

    private static ObjectNode schema() throws IOException {
        var configuration = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonSchemaModule(
                        JacksonOption.RESPECT_JSONPROPERTY_ORDER, JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(Option.INLINE_ALL_SCHEMAS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .with(Option.SCHEMA_VERSION_INDICATOR);
        configuration.forTypesInGeneral().withPropertySorter((_, _) -> 0);
        configuration
                .forFields()
                .withRequiredCheck(field -> field.getDeclaringType().getErasedType() != Place.class)
                .withNullableCheck(
                        field -> field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class))
                .withPropertyNameOverrideResolver(field -> {
                    var named = field.getAnnotation(JsonProperty.class);
                    return named == null ? null : named.value();
                });
        var generated = new SchemaGenerator(configuration.build()).generateSchema(Review.class);
        var described = JsonMapper.builder().build().createObjectNode();
        described.set("$schema", generated.get("$schema"));
        described.put("title", "Review of a statement of work");
        generated.properties().forEach(entry -> described.set(entry.getKey(), entry.getValue()));
        describe(described, "", descriptions());
        return described;
    }

    /// Writes the page's descriptions, and the limits that types do not show, into the schema.
    private static void describe(JsonNode node, String path, Map<String, String> descriptions) {
        if (!(node.get("properties") instanceof ObjectNode properties)) {
            if (node.get("items") instanceof ObjectNode items) {
                describe(items, path, descriptions);
            }
            return;
        }
        properties.properties().forEach(entry -> {
            var field = (ObjectNode) entry.getValue();
            var name = path + entry.getKey();
            boolean ofPlace = path.endsWith("place.");
            var described = ofPlace ? "place." + entry.getKey() : name + (field.has("items") ? "[]" : "");
            var description = descriptions.get(described);
            if (description != null) {
                field.put("description", description.replace("`", ""));
            }
            if (ofPlace) {
                field.put("minimum", 1);
            }
            if (entry.getKey().equals("confidence")) {
                field.put("minimum", 0);
                field.put("maximum", 1);
            }
            describe(field, name + (field.has("items") ? "[]." : "."), descriptions);
        });
    }

    private static void collectFields(JsonNode node, String path, Set<String> fields) {
        var properties = node.has("items") ? node.get("items").get("properties") : node.get("properties");
        if (properties == null || path.endsWith("place.")) {
            return;
        }
        properties.properties().forEach(entry -> {
            var name = path + entry.getKey() + (entry.getValue().has("items") ? "[]" : "");
            fields.add(name);
            collectFields(entry.getValue(), name + ".", fields);
        });
    }

    /// The tables of the page: field to meaning.
    private static Map<String, String> descriptions() throws IOException {
        var found = new LinkedHashMap<String, String>();
        FIELD.matcher(Files.readString(REFERENCE.resolve("review-format.md")))
                .results()
                .forEach(row -> found.put(row.group(1), row.group(2)));
        return found;
    }
}
