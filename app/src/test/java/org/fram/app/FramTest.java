package org.fram.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.fram.app.platform.start.CannotStartException;
import org.fram.app.platform.start.IdentitySettings;
import org.fram.app.platform.start.Settings;
import org.fram.app.platform.start.TrafficSettings;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.TestDatabases;
import org.fram.schema.migrations.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// Starting, what hinders it, and a database that is lost meanwhile.
class FramTest {

    @TempDir
    private Path home;

    @Test
    void aTakenPortIsRefusedWithAnotherOne() {
        int taken = URI.create(RunningApp.shared().address("/")).getPort();

        assertThatThrownBy(() -> Fram.start(settings(taken, null)))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("Port %d of localhost is in use".formatted(taken))
                .hasMessageContaining("FRAM_PORT=" + (taken + 1));
    }

    @Test
    void aWrongPasswordOfTheDatabaseIsRefusedWithoutShowingIt() {
        var right = TestDatabases.fresh();

        assertThatThrownBy(() -> Fram.start(settings(0, new Database(right.url(), right.user(), "mistyped"))))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("FRAM_DATABASE_URL")
                .hasMessageContaining("Check address, user and password")
                .hasMessageNotContaining("mistyped");
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidToBe() {
        assertThatThrownBy(
                        () -> Fram.start(settings(0, new Database("jdbc:postgresql://localhost:1/fram", "fram", "x"))))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("jdbc:postgresql://localhost:1/fram as fram")
                .hasMessageContaining("refused");
    }

    @Test
    void whoeverCallsItIsToldInOneLineAndByTheExitCode() throws Exception {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                Fram.class.getName(),
                "serve");
        command.environment().put("FRAM_PORT", "eighty");

        var process = command.start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said.lines())
                .containsExactly(
                        "fram: FRAM_PORT is 'eighty'. A port is a whole number from 0 (any free one) to 65535.");
    }

    @Test
    void aDatabaseThatIsLostMeanwhileIsStartedAgainAndPagesSaySoUntilThen() throws Exception {
        try (var context = (ServletWebServerApplicationContext) Fram.start(settings(0, null))) {
            var address = address(context, "/first-administrator");
            assertThat(get(address).statusCode()).isEqualTo(200);
            assertThat(get(address(context, "/health/ready")).statusCode()).isEqualTo(200);
            kill(home.resolve("postgres/data/postmaster.pid"));

            var lost = get(address);

            assertThat(lost.statusCode()).isEqualTo(503);
            assertThat(lost.headers().firstValue("Retry-After")).isPresent();
            assertThat(lost.body())
                    .contains("The database cannot be reached right now")
                    .contains("</html>");
            assertThat(get(address(context, "/health/live")).statusCode()).isEqualTo(200);
            for (int tries = 0; get(address).statusCode() != 200; tries++) {
                assertThat(tries).as("tries until it is back").isLessThan(100);
                Thread.sleep(Duration.ofMillis(200));
            }
        }
        assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    private Settings settings(int port, @Nullable Database database) {
        return new Settings(
                home,
                "localhost",
                port,
                database,
                false,
                "text",
                null,
                null,
                null,
                IdentitySettings.NONE,
                TrafficSettings.USUAL);
    }

    private static URI address(ServletWebServerApplicationContext context, String path) {
        var server = context.getWebServer();
        if (server == null) {
            throw new IllegalStateException("The server has stopped.");
        }
        return URI.create("http://localhost:%d%s".formatted(server.getPort(), path));
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static void kill(Path mark) throws Exception {
        var server = ProcessHandle.of(Long.parseLong(Files.readAllLines(mark).getFirst()))
                .orElseThrow();
        server.destroyForcibly();
        while (server.info().command().isPresent()) {
            Thread.sleep(Duration.ofMillis(20));
        }
    }
}
