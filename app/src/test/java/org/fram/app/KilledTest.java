package org.fram.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.ServerProcess;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is killed (SIGKILL) while somebody saves and a review goes on: what was answered as saved is there at
/// the
/// next start, and the review ends once.
class KilledTest {

    private static final Path SAMPLE = Path.of("../samples/larkspur_bank_bpo_sow.docx");
    private static final Pattern ENGAGEMENT = Pattern.compile("/engagements/[0-9a-f-]{36}");
    private static final Pattern SOW = Pattern.compile(ENGAGEMENT + "/sow/[0-9a-f-]{36}");
    private static final int SAVED_BEFORE_THE_KILL = 12;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    @TempDir
    private Path home;

    private final AtomicInteger written = new AtomicInteger();
    private final List<ServerProcess> servers = new ArrayList<>();

    @Test
    void whatWasAnsweredAsSavedIsThereAfterAKill() throws Exception {
        var server = start();
        var person = server.signedIn();
        String engagement = first(ENGAGEMENT, person.get("/engagements").body());
        String sow = first(SOW, person.get(engagement + "/sow").body());
        assertThat(person.upload(
                                engagement + "/sow",
                                List.of(new HttpBrowser.FormFile(
                                        "document", "the other one.docx", BodyPublishers.ofFile(SAMPLE))))
                        .statusCode())
                .isEqualTo(200);
        var saved = savedUntilKilled(person, sow, () -> server.process().destroyForcibly());

        var next = start();

        person = next.signedIn();
        assertThat(texts(person, sow)).containsAll(saved);
        awaitReviewed(person, engagement);

        long database = Long.parseLong(
                Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).getFirst());
        saved.addAll(savedUntilKilled(person, sow, () -> {
            ProcessHandle.of(database).ifPresent(ProcessHandle::destroyForcibly);
            next.process().destroyForcibly();
        }));

        person = start().signedIn();
        assertThat(texts(person, sow)).containsAll(saved);
    }

    @AfterEach
    void stop() {
        servers.forEach(ServerProcess::close);
    }

    private ServerProcess start() throws IOException {
        var server = ServerProcess.start(home);
        servers.add(server);
        return server;
    }

    /// Adds obligations one after the other until nobody answers, and kills after some.
    ///
    /// @return what was answered as saved
    private List<String> savedUntilKilled(HttpBrowser person, String sow, Runnable kill) throws Exception {
        var saved = new ArrayList<String>();
        try (var work = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> killer = null;
            while (true) {
                String text = "The Vendor keeps promise number %d.".formatted(written.incrementAndGet());
                try {
                    var answer =
                            person.post(sow + "/review/add", Map.of("text", text, "section", "", "accountable", ""));
                    if (answer.statusCode() != 200) {
                        break;
                    }
                } catch (IOException gone) {
                    break;
                }
                saved.add(text);
                if (saved.size() == SAVED_BEFORE_THE_KILL) {
                    killer = work.submit(kill);
                }
            }
            assertThat(killer).as("the kill, after %s", saved).isNotNull();
        }
        return saved;
    }

    private static List<String> texts(HttpBrowser person, String sow) throws Exception {
        return Jsoup.parse(person.get(sow + "/review").body())
                .select(".obligation-text")
                .eachText();
    }

    private static void awaitReviewed(HttpBrowser person, String engagement) throws Exception {
        for (int look = 0; ; look++) {
            var titles = Jsoup.parse(person.get(engagement + "/sow").body())
                    .select("main .list-group-item a")
                    .eachText();
            if (titles.contains("the other one")) {
                assertThat(titles).containsOnlyOnce("the other one");
                return;
            }
            assertThat(look)
                    .as("looks until it is reviewed; there is %s", titles)
                    .isLessThan(600);
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static String first(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
