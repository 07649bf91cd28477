package org.fram.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.ServerProcess;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is asked to end (SIGTERM) while a request is under way and a review goes on: the request is answered and
/// what it saves is saved, the database is stopped in an orderly way, and the review ends after the next start.
class StoppedTest {

    private static final Path SAMPLE = Path.of("../samples/larkspur_bank_bpo_sow.docx");
    private static final Pattern ENGAGEMENT = Pattern.compile("/engagements/[0-9a-f-]{36}");
    private static final Pattern SOW = Pattern.compile(ENGAGEMENT + "/sow/[0-9a-f-]{36}");
    private static final String PROMISE = "The Vendor keeps the promise that was under way.";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int MOST_LOOKS = 1200;
    private static final int SEE_OTHER = 303;

    /// Ended by SIGTERM, as a shell counts.
    private static final int TERMINATED = 143;

    @TempDir
    private Path home;

    @Test
    void whatIsUnderWayIsAnsweredAndLongWorkGoesOnAfterTheNextStart() throws Exception {
        String engagement;
        String sow;
        try (var server = ServerProcess.start(home)) {
            var person = server.signedIn();
            engagement = first(ENGAGEMENT, person.get("/engagements").body());
            sow = first(SOW, person.get(engagement + "/sow").body());
            person.get(sow + "/review");
            person.upload(
                    engagement + "/sow",
                    List.of(new HttpBrowser.FormFile("document", "going on.docx", BodyPublishers.ofFile(SAMPLE))));
            person.get(sow + "/review");

            var answer = person.postWhenAsked(
                    sow + "/review/add", Map.of("text", PROMISE, "section", "", "accountable", ""), () -> {
                        server.process().destroy();
                        awaitNothingElseIsTaken(server);
                    });

            assertThat(answer.statusCode()).isBetween(200, SEE_OTHER);
            assertThat(server.process().waitFor()).isEqualTo(TERMINATED);
            assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
        }
        try (var next = ServerProcess.start(home)) {
            var person = next.signedIn();
            assertThat(Jsoup.parse(person.get(sow + "/review").body())
                            .select(".obligation-text")
                            .eachText())
                    .contains(PROMISE);
            awaitReviewed(person, engagement);
        }
    }

    private static void awaitNothingElseIsTaken(ServerProcess server) {
        var address = URI.create(server.address());
        for (int look = 0; look < MOST_LOOKS; look++) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 500);
                pause();
            } catch (IOException refused) {
                return;
            }
        }
        throw new AssertionError("It still takes connections.");
    }

    private static void awaitReviewed(HttpBrowser person, String engagement) throws Exception {
        for (int look = 0; ; look++) {
            var titles = Jsoup.parse(person.get(engagement + "/sow").body())
                    .select("main .list-group-item a")
                    .eachText();
            if (titles.contains("going on")) {
                assertThat(titles).containsOnlyOnce("going on");
                return;
            }
            assertThat(look)
                    .as("looks until it is reviewed; there is %s", titles)
                    .isLessThan(MOST_LOOKS);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String first(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
