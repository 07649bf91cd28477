package org.fram.app.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.fram.app.change.ProposedChanges;
import org.fram.app.meeting.MeetingSamples;
import org.fram.app.platform.register.Column.Trait;
import org.fram.app.platform.register.Register;
import org.fram.app.status.KeepingReport;
import org.fram.app.testing.ApiClient;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The description of the interface is right by the rules of its format, says all that there is, and is true.
class OpenApiTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final RunningApp APP = RunningApp.shared();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ObjectNode DESCRIPTION = description();

    @Test
    void itIsAnOpenApiDocument() {
        var options = new ParseOptions();
        options.setResolve(true);
        var read = new OpenAPIV3Parser().readContents(DESCRIPTION.toString(), null, options);

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getOpenapi()).isEqualTo("3.1.1");
        assertThat(read.getOpenAPI().getPaths())
                .hasSameSizeAs(DESCRIPTION.get("paths").propertyNames());
    }

    @Test
    void itsSchemasAreJsonSchemas() {
        var rules = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        DESCRIPTION
                .get("components")
                .get("schemas")
                .properties()
                .forEach(schema -> assertThat(rules.validate(String.valueOf(schema.getValue()), InputFormat.JSON))
                        .as(schema.getKey())
                        .isEmpty());
    }

    @Test
    void everyRegisterIsInItAndEveryNameIsOfOneOperation() {
        for (var register : APP.all(Register.class)) {
            assertThat(DESCRIPTION.get("paths").propertyNames())
                    .contains("%s/engagements/{engagement}/registers/%s/rows".formatted(Api.ROOT, register.name()));
        }
        var ids = new ArrayList<String>();
        DESCRIPTION
                .get("paths")
                .forEach(path -> path.forEach(
                        operation -> ids.add(operation.get("operationId").stringValue())));
        assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void everyOperationAnswersAsItSays() throws Exception {
        var engagement = TestEngagement.create();
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.nextVersion(SowDraft.FIRST.replace("forty agents", "fifty agents"));
        var values = new HashMap<String, String>();
        values.put("engagement", engagement.id().toString());
        values.put("sow", sow.id().toString());
        values.put("obligation", sow.obligations().getFirst().id().toString());
        // Something to acknowledge.
        new SampleRows(engagement, "assumptions")
                .added(
                        engagement.customer(),
                        "Lines are ordered.",
                        "owner",
                        engagement.customer().name());
        var program = ApiClient.of(engagement.customer());
        values.put("objective", row(program, values, "objectives"));
        values.put("kpi", row(program, values, "kpis"));
        underDiscussion(engagement, program, values);
        values.putAll(MeetingSamples.withNote(engagement));
        values.put(
                "report",
                Integer.toString(
                        APP.get(KeepingReport.class).keep(engagement.customer().actor(), engagement.id())));
        var wrong = new ArrayList<String>();
        int calls = 0;
        for (var path : DESCRIPTION.get("paths").properties()) {
            // Whatever is deleted is deleted last.
            for (String verb : List.of("post", "get", "patch", "delete")) {
                var operation = Objects.requireNonNull(path.getValue()).get(verb);
                if (operation != null) {
                    calls++;
                    wrong.addAll(call(program, values, path.getKey(), verb, operation));
                }
            }
        }
        System.out.printf("Interface: %d operations called, %d of them untrue%n", calls, wrong.size());
        assertThat(wrong).isEmpty();
    }

    private static List<String> call(
            ApiClient program, Map<String, String> values, String path, String verb, JsonNode operation)
            throws Exception {
        String address = path;
        String register = path.replaceFirst(".*/registers/([a-z-]+)/.*", "$1");
        if (path.contains("{row}")) {
            // A row of its own for each call.
            values.put("row", row(program, values, register));
        }
        for (var value : values.entrySet()) {
            address = address.replace("{" + value.getKey() + "}", value.getValue());
        }
        var headers = new HashMap<String, String>();
        @Nullable String body = null;
        if (operation.has("requestBody")) {
            body = path.contains("/rows") ? row(register) : body(program, values, path, address);
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (verb.equals("patch") || verb.equals("delete")) {
            headers.put("If-Match", "\"0\"");
        }
        var answer = program.ask(verb.toUpperCase(Locale.ROOT), address, body, headers);
        var said = operation.get("responses").get(Integer.toString(answer.status()));
        if (said == null || answer.status() >= 300) {
            return List.of("%s %s: %d %s".formatted(verb, path, answer.status(), answer.json()));
        }
        var wrong = new ArrayList<String>();
        for (String header : said.path("headers").propertyNames()) {
            if (answer.header(header).isEmpty()) {
                wrong.add("%s %s: no %s".formatted(verb, path, header));
            }
        }
        var schema = said.path("content").path("application/json").path("schema");
        if (!schema.isMissingNode()) {
            errors(schema, answer.response().body())
                    .forEach(error -> wrong.add("%s %s: %s".formatted(verb, path, error)));
        }
        return wrong;
    }

    /// What is sent to an operation that adds no row.
    private static String body(ApiClient program, Map<String, String> values, String path, String address)
            throws Exception {
        var body = JSON.createObjectNode();
        switch (path.replaceFirst(".*/engagements/\\{engagement}/", "")) {
            case "objectives/confirmations" -> {
                return question(values);
            }
            case "duties" -> body.set("sha256", program.get(address).json().get("sha256"));
            case "sow/{sow}/agreement/sections" ->
                body.put("key", "scope").set("sha256", section(program, values).get("sha256"));
            case "sow/{sow}/agreement/remarks" -> body.put("key", "scope").put("text", "Which sites?");
            case "sow/{sow}/agreement/remarks/{remark}" -> body.put("outcome", "taken");
            case "sow/{sow}/clauses" -> body.put("text", "It begins here.");
            case "sow/{sow}/clauses/{clause}" -> body.put("act", "deeper").put("seal", clause(program, values, "seal"));
            case "changes/{change}/wording" ->
                body.put("sow", values.get("sow")).put("from", 1).put("to", 2);
            case "changes/{change}/decisions" ->
                body.put("decision", "agree")
                        .set(
                                "terms",
                                program.get(address.replaceFirst("/decisions$", ""))
                                        .json()
                                        .get("terms"));
            default -> body.put("state", "accepted");
        }
        return body.toString();
    }

    /// Adds a change, a remark and a working copy.
    private static void underDiscussion(TestEngagement engagement, ApiClient program, Map<String, String> values)
            throws Exception {
        row(program, values, "changes");
        values.put(
                "change",
                engagement
                        .customer()
                        .asks(() -> APP.get(ProposedChanges.class)
                                .of(engagement.id())
                                .getLast()
                                .ref()));
        String sow = "%s/engagements/%s/sow/%s".formatted(Api.ROOT, engagement.id(), values.get("sow"));
        program.post(sow + "/agreement/remarks", "{\"key\": \"scope\", \"text\": \"How many?\"}");
        values.put(
                "remark",
                section(program, values).get("remarks").get(0).get("id").stringValue());
        program.post(sow + "/clauses", "{\"shape\": \"heading\", \"text\": \"Parties\"}");
        values.put("clause", clause(program, values, "id"));
    }

    /// The section on the scope, as it is agreed on.
    private static JsonNode section(ApiClient program, Map<String, String> values) throws Exception {
        var agreement = program.get("%s/engagements/%s/sow/%s/agreement"
                        .formatted(Api.ROOT, values.get("engagement"), values.get("sow")))
                .json();
        for (var section : agreement.get("sections")) {
            if (section.get("key").stringValue().equals("scope")) {
                return section;
            }
        }
        throw new IllegalStateException(agreement.toString());
    }

    /// Something of the heading that was added to the working copy.
    private static String clause(ApiClient program, Map<String, String> values, String field) throws Exception {
        var clauses = program.get("%s/engagements/%s/sow/%s/clauses"
                        .formatted(Api.ROOT, values.get("engagement"), values.get("sow")))
                .json()
                .get("clauses");
        for (var clause : clauses) {
            if (clause.get("texts").get(0).stringValue().equals("Parties")) {
                return clause.get(field).stringValue();
            }
        }
        throw new IllegalStateException(clauses.toString());
    }

    @Test
    void problemsAreAsItSays() throws Exception {
        var schema = DESCRIPTION
                .get("components")
                .get("responses")
                .get("422")
                .get("content")
                .get(Problem.MEDIA_TYPE)
                .get("schema");
        var engagement = TestEngagement.create();
        var refused = ApiClient.of(engagement.customer())
                .post(
                        "%s/engagements/%s/registers/requirements/rows".formatted(Api.ROOT, engagement.id()),
                        "{\"values\": {\"nothing\": 1}}");
        assertThat(errors(schema, refused.response().body())).isEmpty();
        assertThat(errors(schema, "{\"title\": 1}")).isNotEmpty();
    }

    private static List<Error> errors(JsonNode schema, String answer) {
        var whole = JSON.createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("allOf", JSON.createArrayNode().add(schema));
        whole.set("components", DESCRIPTION.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(answer, InputFormat.JSON);
    }

    /// Asks an executive about an objective.
    private static String question(Map<String, String> values) {
        return JSON.createObjectNode()
                .put("email", "executive@elsewhere.example")
                .put("name", "Executive")
                .put("question", "Is that so?")
                .put("expires", Instant.now().plus(Duration.ofDays(1)).toString())
                .set("objectives", JSON.createArrayNode().add(values.get("objective")))
                .toString();
    }

    /// Adds a row and gives its id.
    private static String row(ApiClient program, Map<String, String> values, String register) throws Exception {
        var added = program.post(
                "%s/engagements/%s/registers/%s/rows".formatted(Api.ROOT, values.get("engagement"), register),
                row(register));
        assertThat(added.status()).as("%s: %s", register, added.json()).isEqualTo(201);
        return added.json().get("id").stringValue();
    }

    /// A row of what the register does not do without, made from its schema.
    private static String row(String name) {
        var register = APP.all(Register.class).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        var required = new HashSet<String>();
        register.columns().stream()
                .filter(column -> column.is(Trait.REQUIRED))
                .forEach(column -> required.add(column.key()));
        String write = DESCRIPTION
                .get("paths")
                .get("%s/engagements/{engagement}/registers/%s/rows".formatted(Api.ROOT, name))
                .get("post")
                .get("requestBody")
                .get("content")
                .get("application/json")
                .get("schema")
                .get("$ref")
                .stringValue();
        var schema = DESCRIPTION.get("components").get("schemas").get(write.substring(write.lastIndexOf('/') + 1));
        var row = JSON.createObjectNode();
        var values = row.putObject("values");
        schema.get("properties").get("values").get("properties").properties().forEach(column -> {
            if (required.contains(column.getKey())) {
                values.set(column.getKey(), sample(Objects.requireNonNull(column.getValue())));
            }
        });
        return row.toString();
    }

    private static JsonNode sample(JsonNode schema) {
        var json = JSON.getNodeFactory();
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        if (schema.path("format").asString("").equals("date")) {
            return json.stringNode("2027-03-31");
        }
        String pattern = schema.path("pattern").asString("");
        if (pattern.startsWith("^\\+")) {
            // A list of telephone numbers has each once.
            return json.stringNode("+351%09d".formatted(NUMBERS.incrementAndGet()));
        }
        if (pattern.startsWith("^\\d")) {
            return json.stringNode("1");
        }
        return switch (schema.path("type").asString("")) {
            case "string" -> json.stringNode("A text");
            case "boolean" -> json.booleanNode(true);
            case "integer", "number" -> json.numberNode(1);
            case "array" -> json.arrayNode();
            case "object" -> json.objectNode().put("amount", "1.00").put("currency", "EUR");
            default -> throw new IllegalStateException(schema.toString());
        };
    }

    private static ObjectNode description() {
        try {
            var answer = new ApiClient(null).get(Api.DESCRIPTION);
            return (ObjectNode) answer.json();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
