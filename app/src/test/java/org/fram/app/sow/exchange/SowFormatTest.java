package org.fram.app.sow.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fram.app.testing.ApiClient;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The format of a statement of work is as its page and its schema say.
class SowFormatTest {

    private static final Path REFERENCE = Path.of("../docs/reference");
    private static final Path SCHEMA = REFERENCE.resolve("sow.schema.json");
    private static final Pattern FIELD = Pattern.compile("^\\| `([A-Za-z.\\[\\]]+)` \\| .+ \\|$", Pattern.MULTILINE);
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void thePageDescribesExactlyTheFieldsOfTheRecords() throws IOException {
        var described = FIELD.matcher(Files.readString(REFERENCE.resolve("sow-format.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var fields = new TreeSet<String>();
        collect(SowFile.class, "", fields);

        assertThat(described).isEqualTo(fields);
    }

    @Test
    void thePublishedSchemaIsThatOfTheInterface() throws Exception {
        String generated = schema();
        if (Boolean.getBoolean("fram.write")) {
            Files.writeString(SCHEMA, generated);
        }

        assertThat(SCHEMA).content().isEqualToNormalizingNewlines(generated);
    }

    @Test
    void whatLeavesIsValidAndTheSchemaRefusesWhatIsNot() throws Exception {
        var engagement = TestEngagement.create();
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        new SampleRows(engagement, "requirements")
                .added(engagement.customer(), "Training", "source", "rfp", "obligations", List.of("O-002"));
        new SampleRows(engagement, "assumptions").added(engagement.customer(), "The building has power.");

        String file = new String(
                HttpBrowser.signedIn(engagement.customer()).download(sow.path("/whole.json")), StandardCharsets.UTF_8);

        assertThat(errors(file)).isEmpty();
        assertThat(errors(file.replace("\"clauses\"", "\"words\""))).isNotEmpty();
        assertThat(errors(file.replaceFirst("\"kind\" : \"heading\"", "\"kind\" : \"poem\"")))
                .isNotEmpty();
        assertThat(JSON.readTree(file).get("requirements").get(0).get("source").stringValue())
                .isEqualTo("rfp");
        assertThat(JSON.readTree(file))
                .isEqualTo(ApiClient.of(engagement.customer())
                        .get("/api/v1/engagements/%s/sow/%s/whole".formatted(engagement.id(), sow.id()))
                        .json());
    }

    private static List<Error> errors(String file) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON)
                .validate(file, InputFormat.JSON);
    }

    /// The schema that the description of the interface has, with those that it refers to.
    private static String schema() throws Exception {
        var all = new ApiClient(null)
                .get("/api/v1/openapi.json")
                .json()
                .get("components")
                .get("schemas");
        var names = new TreeSet<String>();
        reach(all, "SowFile", names);
        var schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Statement of work");
        schema.put("$ref", "#/$defs/SowFile");
        var definitions = schema.putObject("$defs");
        names.forEach(name -> definitions.set(name, all.get(name)));
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n")
                .replace("#/components/schemas/", "#/$defs/");
    }

    private static void reach(JsonNode all, String name, Set<String> names) {
        if (names.add(name)) {
            Pattern.compile("#/components/schemas/([^\"]+)")
                    .matcher(all.get(name).toString())
                    .results()
                    .forEach(found -> reach(all, found.group(1), names));
        }
    }

    private static void collect(Class<?> type, String path, Set<String> fields) {
        for (var component : type.getRecordComponents()) {
            boolean list = component.getType() == List.class;
            String name = path + component.getName() + (list ? "[]" : "");
            fields.add(name);
            if (list
                    && component.getGenericType() instanceof ParameterizedType of
                    && of.getActualTypeArguments()[0] instanceof Class<?> element
                    && element.isRecord()) {
                collect(element, name + ".", fields);
            }
        }
    }
}
