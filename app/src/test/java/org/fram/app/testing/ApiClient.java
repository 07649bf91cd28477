package org.fram.app.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.api.MakingToken;
import org.fram.app.platform.api.Scope;
import org.fram.app.testing.RunningApp.TestPerson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program that asks the shared application.
///
/// @param secret of its token, or null where it shows none
public record ApiClient(@Nullable String secret) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// An answer.
    public record Answer(int status, JsonNode json, HttpResponse<String> response) {

        /// A header, or empty.
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /// The code of the problem that it is.
        public String problem() {
            return json.path("type").asString("").replace("urn:fram:problem:", "");
        }
    }

    /// One that acts as somebody and may read and write in all of their engagements.
    public static ApiClient of(TestPerson person) {
        return new ApiClient(made(person, EnumSet.allOf(Scope.class), null).secret());
    }

    /// One that may less.
    public static ApiClient of(TestPerson person, Set<Scope> scopes, @Nullable Set<EngagementId> engagements) {
        return new ApiClient(made(person, scopes, engagements).secret());
    }

    /// A token that expires in a month.
    public static MakingToken.Outcome.Made made(
            TestPerson person, Set<Scope> scopes, @Nullable Set<EngagementId> engagements) {
        var month = LocalDate.now(ZoneOffset.UTC).plusMonths(1);
        var outcome = RunningApp.shared()
                .get(MakingToken.class)
                .make(person.actor(), new MakingToken.Wish("A program", scopes, engagements, month));
        if (outcome instanceof MakingToken.Outcome.Made made) {
            return made;
        }
        throw new IllegalStateException(outcome.toString());
    }

    /// Asks for something.
    public Answer get(String path) throws IOException, InterruptedException {
        return ask("GET", path, null, Map.of());
    }

    /// Sends JSON.
    public Answer post(String path, String body) throws IOException, InterruptedException {
        return ask("POST", path, body, Map.of());
    }

    /// Asks in any way.
    ///
    /// @param path below the application's address
    public Answer ask(String method, String path, @Nullable String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(RunningApp.shared().address(path)))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (secret != null) {
            request.header("Authorization", "Bearer " + secret);
        }
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        var response = CLIENT.send(request.build(), BodyHandlers.ofString());
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json")
                && !response.headers().firstValue("Content-Type").orElse("").contains("ndjson");
        return new Answer(
                response.statusCode(),
                json ? JSON.readTree(response.body()) : JSON.getNodeFactory().missingNode(),
                response);
    }
}
