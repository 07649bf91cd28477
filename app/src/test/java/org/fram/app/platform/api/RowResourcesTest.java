package org.fram.app.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.fram.app.testing.ApiClient;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.junit.jupiter.api.Test;

class RowResourcesTest {

    private static final TestEngagement ENGAGEMENT = TestEngagement.create();
    private static final ApiClient CUSTOMER = ApiClient.of(ENGAGEMENT.customer());
    private static final ApiClient VENDOR = ApiClient.of(ENGAGEMENT.vendor());

    @Test
    void aProgramAddsReadsChangesAndDeletesARow() throws Exception {
        var added = CUSTOMER.post(rows("assumptions"), """
                {"values": {"text": "Numbers are ported in time.", "validateBy": "2027-03-31", "holds": true, "evidence": "The carrier says so.",
                  "exposure": {"amount": "48000.50", "currency": "EUR"}, "seenBy": "mine"}}
                """);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("ETag")).isEqualTo("\"0\"");
        String address = added.header("Location");

        var read = CUSTOMER.get(address);
        assertThat(read.json()).isEqualTo(added.json());
        assertThat(read.json().get("values").get("exposure").get("amount").stringValue())
                .isEqualTo("48000.50");
        assertThat(read.json().get("values").get("holds").booleanValue()).isTrue();
        assertThat(VENDOR.get(address).status())
                .as("what is private to the customer")
                .isEqualTo(404);

        var changed = CUSTOMER.ask(
                "PATCH",
                address,
                "{\"values\": {\"exposure\": null, \"seenBy\": \"all\"}}",
                Map.of("If-Match", "\"0\"", "Content-Type", "application/merge-patch+json"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(changed.json().get("values").has("exposure")).isFalse();
        assertThat(changed.json().get("values").get("text").stringValue()).isEqualTo("Numbers are ported in time.");

        var history = CUSTOMER.get(address + "/history").json().get("items");
        assertThat(history.get(0).get("kind").stringValue()).isEqualTo("changed");
        assertThat(history.get(0).get("origin").stringValue()).isEqualTo("api");
        assertThat(history.get(0).get("cells").get(0).get("column").stringValue())
                .isEqualTo("exposure");

        assertThat(CUSTOMER.ask("DELETE", address, null, Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(204);
        assertThat(CUSTOMER.get(address).status()).isEqualTo(404);
    }

    @Test
    void whoeverHasNotSeenTheNewestVersionIsShownIt() throws Exception {
        var address = CUSTOMER.post(rows("requirements"), "{\"values\": {\"text\": \"One\"}}")
                .header("Location");
        assertThat(CUSTOMER.ask("PATCH", address, "{\"values\": {\"text\": \"Two\"}}", Map.of())
                        .status())
                .isEqualTo(428);
        assertThat(CUSTOMER.ask("DELETE", address, null, Map.of("If-Match", "*"))
                        .problem())
                .isEqualTo("version-missing");
        var first = Map.of("If-Match", "\"0\"");
        assertThat(CUSTOMER.ask("PATCH", address, "{\"values\": {\"text\": \"Two\"}}", first)
                        .status())
                .isEqualTo(200);

        for (String method : List.of("PATCH", "DELETE")) {
            var second = VENDOR.ask(method, address, method.equals("PATCH") ? "{\"values\": {}}" : null, first);
            assertThat(second.status()).isEqualTo(412);
            assertThat(second.problem()).isEqualTo("overtaken");
            assertThat(second.header("ETag")).isEqualTo("\"1\"");
            assertThat(second.json().get("current").get("values").get("text").stringValue())
                    .isEqualTo("Two");
        }
        assertThat(VENDOR.ask("PATCH", address, "{\"values\": {}}", Map.of("If-Match", "W/\"1\""))
                        .status())
                .as("a weak tag is none to rely on")
                .isEqualTo(412);
        assertThat(VENDOR.ask("GET", address, null, Map.of("If-None-Match", "\"1\""))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void whatIsSentAgainUnderItsKeyHappensOnce() throws Exception {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String body = "{\"values\": {\"text\": \"Once\"}}";
        var first = CUSTOMER.ask("POST", rows("requirements"), body, key);
        var again = CUSTOMER.ask("POST", rows("requirements"), body, key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(found("q=once")).hasSize(1);

        var other = CUSTOMER.ask("POST", rows("requirements"), "{\"values\": {\"text\": \"Twice\"}}", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("key-reused");
        // Keys are those of a token: somebody else's are their own.
        assertThat(VENDOR.ask("POST", rows("requirements"), body, key).status()).isEqualTo(201);
        assertThat(CUSTOMER.ask("POST", rows("requirements"), body, Map.of("Idempotency-Key", "a b"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatWasRefusedMayBeTriedAgainUnderItsKey() throws Exception {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(CUSTOMER.ask("POST", rows("requirements"), "{\"values\": {}}", key)
                        .status())
                .isEqualTo(422);
        assertThat(CUSTOMER.ask("POST", rows("requirements"), "{\"values\": {\"text\": \"Better\"}}", key)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void ofManyAtOnceUnderOneKeyOneHappens() throws Exception {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Callable<ApiClient.Answer> write =
                () -> CUSTOMER.ask("POST", rows("requirements"), "{\"values\": {\"text\": \"Crowded\"}}", key);
        var answers = new ArrayList<ApiClient.Answer>();
        try (var crowd = Executors.newFixedThreadPool(8)) {
            for (var answer : crowd.invokeAll(List.of(write, write, write, write, write, write, write, write))) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        assertThat(answers).anyMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .allMatch(answer -> answer.problem().equals("under-way"));
        assertThat(found("q=crowded")).hasSize(1);
    }

    @Test
    void eachWrongValueIsNamedByAPointer() throws Exception {
        var refused = CUSTOMER.post(rows("assumptions"), """
                {"values": {"validateBy": "31.3.2027", "holds": "yes", "exposure": {"amount": 5, "currency": "EUR"},
                  "owner": 7, "nothing": 1}, "more": true}
                """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json()
                        .get("errors")
                        .valueStream()
                        .map(one -> one.get("pointer").stringValue()))
                .containsExactly(
                        "#/more",
                        "#/values/exposure",
                        "#/values/holds",
                        "#/values/nothing",
                        "#/values/owner",
                        "#/values/validateBy");
        var missing = CUSTOMER.post(rows("assumptions"), "{\"values\": {}}");
        assertThat(missing.json().get("errors").get(0).get("pointer").stringValue())
                .isEqualTo("#/values/text");
        assertThat(CUSTOMER.post(rows("assumptions"), "[1]").status()).isEqualTo(422);
        assertThat(CUSTOMER.post(rows("assumptions"), "{").status()).isEqualTo(400);
    }

    @Test
    void pagesLeadOnWhileOthersAddAndRemove() throws Exception {
        var engagement = TestEngagement.create();
        var program = ApiClient.of(engagement.customer());
        var samples = new SampleRows(engagement, "assumptions");
        var owners = List.of("Dora", "Anna", "Carl", "Anna", "Bert");
        for (int i = 0; i < owners.size(); i++) {
            samples.added(engagement.customer(), "Assumption " + i, "owner", owners.get(i));
        }
        var ownerless = samples.added(engagement.customer(), "Nobody’s");
        for (String sort : List.of("owner", "-owner", "validateBy", "ref", "seenBy", "exposure", "")) {
            assertThat(walk(program, engagement, "sort=" + sort, 2))
                    .as("sorted by '%s'", sort)
                    .isEqualTo(walk(program, engagement, "sort=" + sort, 100))
                    .hasSize(6);
        }
        assertThat(walk(program, engagement, "sort=owner", 1))
                .last()
                .isEqualTo(ownerless.id().toString());

        String address = rows(engagement, "assumptions") + "?limit=2";
        var first = program.get(address);
        assertThat(first.response().headers().allValues("Link"))
                .hasSize(2)
                .last()
                .asString()
                .contains("rel=\"next\"");
        var seen = first.json().get("items").get(1);
        program.ask(
                "DELETE",
                rows(engagement, "assumptions") + "/" + seen.get("id").stringValue(),
                null,
                Map.of("If-Match", "\"0\""));
        String cursor = first.json().get("next").stringValue();
        assertThat(program.get(address + "&cursor=" + cursor)
                        .json()
                        .get("items")
                        .get(0)
                        .get("values")
                        .get("ref"))
                .hasToString("\"A-3\"");
        assertThat(program.get(address + "&sort=owner&cursor=" + cursor).problem())
                .isEqualTo("not-understood");
        assertThat(program.get(address + "&cursor=nonsense").status()).isEqualTo(400);
        for (String wrong : List.of("limit=0", "limit=251", "limit=many", "sort=nothing", "f.nothing=1")) {
            assertThat(program.get(rows(engagement, "assumptions") + "?" + wrong)
                            .status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(program.get(rows(engagement, "assumptions") + "?f.owner=anna&limit=1")
                        .json()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void whatCannotBeDoneIsSaidAsAProblem() throws Exception {
        String rows = rows("requirements");
        assertProblem(CUSTOMER.get(Api.ROOT + "/nothing"), 404, "not-found");
        assertProblem(CUSTOMER.get(rows + "/no-id"), 404, "not-found");
        assertProblem(CUSTOMER.get(rows.replace("requirements", "nothing")), 404, "not-found");
        var method = CUSTOMER.ask("PUT", rows, "{}", Map.of());
        assertProblem(method, 405, "method-not-allowed");
        assertThat(method.header("Allow")).isEqualTo("GET, POST");
        assertProblem(CUSTOMER.ask("GET", rows, null, Map.of("Accept", "text/html")), 406, "not-acceptable");
        assertProblem(CUSTOMER.ask("POST", rows, "a=b", Map.of("Content-Type", "text/plain")), 415, "media-type");
        String large = "{\"values\": {\"text\": \"%s\"}}".formatted("x".repeat(RequestBodies.MOST_BYTES));
        assertProblem(CUSTOMER.post(rows, large), 413, "too-large");
    }

    private static void assertProblem(ApiClient.Answer answer, int status, String problem) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("status").intValue()).isEqualTo(status);
        assertThat(answer.json().get("detail").stringValue()).isNotBlank();
    }

    private static List<String> walk(ApiClient program, TestEngagement engagement, String query, int limit)
            throws Exception {
        var ids = new ArrayList<String>();
        String cursor = "";
        do {
            var page = program.get(
                            "%s?%s&limit=%d&cursor=%s".formatted(rows(engagement, "assumptions"), query, limit, cursor))
                    .json();
            page.get("items").forEach(row -> ids.add(row.get("id").stringValue()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return ids;
    }

    private static List<String> found(String query) throws Exception {
        // The vendor's are of the same engagement, and of a key of their own.
        return CUSTOMER.get(rows("requirements") + "?" + query)
                .json()
                .get("items")
                .valueStream()
                .map(row -> row.get("id").stringValue())
                .toList();
    }

    private static String rows(String register) {
        return rows(ENGAGEMENT, register);
    }

    private static String rows(TestEngagement engagement, String register) {
        return "%s/engagements/%s/registers/%s/rows".formatted(Api.ROOT, engagement.id(), register);
    }
}
