package org.fram.app.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.fram.app.testing.RunningApp;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final RunningApp APP = RunningApp.shared();

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void whoAsksIsToldThatItLivesAndIsReady() throws Exception {
        assertThat(get("/health/live", "").body()).isEqualTo("live\n");
        assertThat(get("/health/ready", "").body()).isEqualTo("ready\n");
    }

    @Test
    void metricsAreForScrapersWithTheToken() throws Exception {
        assertThat(get("/metrics", "").statusCode()).isEqualTo(401);
        assertThat(get("/metrics", "Bearer guessed").statusCode()).isEqualTo(401);
        get("/sign-in", "");

        assertThat(get("/metrics", "Bearer scraper").body())
                .contains("jvm_memory_used_bytes", "hikaricp_connections_active")
                .contains("http_server_requests_seconds_count{method=\"GET\",route=\"/sign-in\",status=\"200\"}");
    }

    @Test
    void pagesLetNothingRunThatIsNotOurs() throws Exception {
        var headers = get("/sign-in", "").headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @Test
    void strangersAreLedToTheSignInPage() throws Exception {
        var response = get("/engagements", "");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/sign-in"));
    }

    private HttpResponse<String> get(String path, String authorization) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(APP.address(path)));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
