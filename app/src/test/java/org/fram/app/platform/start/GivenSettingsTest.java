package org.fram.app.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Settings by the environment and one file, and the document that says what there is.
class GivenSettingsTest {

    private static final Pattern NAME = Pattern.compile("\\bFRAM_[A-Z_]*[A-Z]\\b");
    private static final Pattern LINE_OF_THE_DOCUMENT = Pattern.compile("(?m)^\\| `(FRAM_[A-Z_]+)` \\|");

    @TempDir
    private Path folder;

    @Test
    void theFileInTheFolderOfTheInstallationSetsWhatTheEnvironmentDoesNot() throws IOException {
        Files.writeString(folder.resolve("settings"), """
                # Behind a proxy.
                FRAM_PORT = 8090

                FRAM_ADDRESS="0.0.0.0"
                FRAM_METRICS_TOKEN=a=b#c
                """);
        var settings =
                Settings.of(Map.of("FRAM_HOME", folder.toString(), "FRAM_PORT", "8100"), Path.of("nobody"), false);

        assertThat(settings.port()).isEqualTo(8100);
        assertThat(settings.address()).isEqualTo("0.0.0.0");
        assertThat(settings.metricsToken()).isEqualTo("a=b#c");
    }

    @Test
    void aFileElsewhereMaySayWhereTheInstallationIs() throws IOException {
        Path file = Files.writeString(folder.resolve("fram.conf"), "FRAM_HOME=/var/lib/fram\n");

        assertThat(Settings.of(Map.of("FRAM_SETTINGS", file.toString()), folder, false)
                        .home())
                .isEqualTo(Path.of("/var/lib/fram"));
    }

    @Test
    void aFileThatIsNamedAndNotThereIsMissed() {
        assertThatThrownBy(() -> Settings.of(Map.of("FRAM_SETTINGS", "absent.conf"), folder, false))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("absent.conf cannot be read");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FRAM_PROT=1                    | Line 1 of .* sets FRAM_PROT, which is no setting. Did you mean “FRAM_PORT”\\?
            port=1                         | Line 1 of .* sets port, which is no setting.
            FRAM_PORT                      | Line 1 of .* sets nothing. A line is NAME=VALUE, or begins with #.
            FRAM_JAVA_OPTS=-Xmx1g          | Line 1 of .* sets FRAM_JAVA_OPTS, which is read from the environment alone.*
            FRAM_HOME=/var/lib/fram        | Line 1 of .* sets FRAM_HOME, but the file lies in that folder itself.*
            """)
    void aLineThatSetsNothingIsRefused(String line, String message) throws IOException {
        Files.writeString(folder.resolve("settings"), line + "\n");

        assertThatThrownBy(() -> GivenSettings.of(Map.of(), folder))
                .isInstanceOf(CannotStartException.class)
                .message()
                .matches(message);
    }

    @Test
    void whatIsSetTwiceIsRefused() throws IOException {
        Files.writeString(folder.resolve("settings"), "FRAM_PORT=1\nFRAM_PORT=2\n");

        assertThatThrownBy(() -> GivenSettings.of(Map.of(), folder))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("Line 2 of", "sets FRAM_PORT again");
    }

    @Test
    void aNameInTheEnvironmentThatIsNoneIsRefused() {
        assertThatThrownBy(() -> GivenSettings.of(Map.of("FRAM_DATABASE_UR", "postgres://a:hidden@b/c"), folder))
                .isInstanceOf(CannotStartException.class)
                .hasMessage(
                        "The environment has FRAM_DATABASE_UR, which is no setting. Did you mean “FRAM_DATABASE_URL”?");
        assertThat(GivenSettings.of(Map.of("FRAMEWORK", "another", "FRAM_PORT", " "), folder)
                        .values())
                .isEmpty();
    }

    @Test
    void secretsAreNeverShown() {
        var settings = Settings.of(
                Map.of("FRAM_DATABASE_URL", "postgres://ann:hidden@db/fram", "FRAM_METRICS_TOKEN", "hidden too"),
                folder,
                false);

        assertThat(settings.toString()).doesNotContain("hidden");
        assertThat(String.valueOf(settings.database())).doesNotContain("hidden");
    }

    @Test
    void theDocumentSaysWhatThereIsAndNothingElse() throws IOException {
        var document = Files.readString(Path.of("../docs/reference/settings.md"));

        assertThat(LINE_OF_THE_DOCUMENT.matcher(document).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Setting.values()).map(Setting::variable).toList());
    }

    @Test
    void nothingIsReadThatIsNoSetting() throws IOException {
        var read = new TreeSet<String>();
        for (Path root : new Path[] {Path.of("src/main/java"), Path.of("../fram")}) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    NAME.matcher(Files.readString(file))
                            .results()
                            .map(MatchResult::group)
                            .forEach(read::add);
                }
            }
        }

        assertThat(Setting.variables()).containsAll(read);
    }
}
