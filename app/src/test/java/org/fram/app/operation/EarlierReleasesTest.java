package org.fram.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fram.app.Fram;
import org.fram.app.demo.LoadingDemo;
import org.fram.app.platform.start.IdentitySettings;
import org.fram.app.platform.start.Installation;
import org.fram.app.platform.start.Settings;
import org.fram.app.platform.start.TrafficSettings;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.TestDatabases;
import org.fram.schema.migrations.Database;
import org.fram.schema.migrations.Migrations;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// The data of earlier releases: backups of the demonstration as each left it. CONTRIBUTING.md says how one is added.
class EarlierReleasesTest {

    private static final Path BACKUPS = Path.of("src/test/resources/backups");
    private static final Pattern ENGAGEMENT = Pattern.compile("/engagements/[0-9a-f-]{36}");
    private static final Pattern SOW = Pattern.compile("/sow/[0-9a-f-]{36}");

    private final Database database = TestDatabases.fresh();

    @TempDir
    private Path home;

    @ParameterizedTest
    @MethodSource("backups")
    void whatAReleaseLeftIsBroughtUpToDate(Path backup) throws Exception {
        restore(backup);

        var state = Migrations.state(database);
        assertThat(state.pending()).isEmpty();
        assertThat(state.foreign()).isEmpty();
        try (var transaction = OwnersTransaction.snapshot(database)) {
            assertThat(Chains.check(transaction.connection())).isNotEmpty().allMatch(Manifest.Chain::whole);
        }
    }

    @Test
    void thePagesOfTheOldestOpenOnIt() throws Exception {
        restore(backups().getFirst());
        var settings = new Settings(
                home,
                "localhost",
                0,
                database,
                false,
                "text",
                null,
                null,
                null,
                IdentitySettings.NONE,
                TrafficSettings.USUAL);
        try (var context = (ServletWebServerApplicationContext) Fram.start(settings)) {
            var person = HttpBrowser.signedIn(path -> address(context) + path, "pm@demo.example", LoadingDemo.PASSWORD);
            String engagement = found(ENGAGEMENT, person.get("/engagements").body());
            String sow = engagement + found(SOW, person.get(engagement + "/sow").body());

            for (String page : List.of(
                    "",
                    "/setup",
                    "/people",
                    "/ledger",
                    "/registers/requirements",
                    "/registers/assumptions",
                    "/registers/objectives",
                    "/alignment",
                    "/objectives/confirmations",
                    sow.substring(engagement.length()),
                    sow.substring(engagement.length()) + "/findings")) {
                assertThat(person.get(engagement + page).statusCode()).as(page).isEqualTo(200);
            }
            assertThat(Jsoup.parse(person.get(sow + "/review").body()).select(".obligation-text"))
                    .hasSizeGreaterThan(40);
            var objectives = Jsoup.parse(
                            person.get(engagement + "/objectives/confirmations").body())
                    .select(".kpi-confirmations > li");
            assertThat(objectives.eachText())
                    .hasSize(3)
                    .satisfiesExactly(
                            one -> assertThat(one).startsWith("OBJ-1 ").contains("as somebody wrote down for them"),
                            one -> assertThat(one).startsWith("OBJ-2 ").contains("Confirmed executive: Head"),
                            one -> assertThat(one).startsWith("OBJ-3 ").contains("Not confirmed"));
        }
    }

    private void restore(Path backup) throws Exception {
        var outcome = new Restoring(new Installation(home, database), Progress.SILENT).from(backup);
        assertThat(outcome.complaints()).isEmpty();
    }

    static List<Path> backups() throws IOException {
        try (Stream<Path> files = Files.list(BACKUPS)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
    }

    private static URI address(ServletWebServerApplicationContext context) {
        var server = context.getWebServer();
        if (server == null) {
            throw new IllegalStateException("The server has stopped.");
        }
        return URI.create("http://localhost:" + server.getPort());
    }

    private static String found(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
