package org.fram.app.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fram.schema.migrations.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path USER_HOME = Path.of("users", "somebody");

    @Test
    void withoutVariablesItIsAtHomeOnPort8080() {
        assertThat(settings(Map.of()))
                .isEqualTo(new Settings(
                        USER_HOME.resolve(".fram"),
                        "localhost",
                        8080,
                        null,
                        false,
                        "text",
                        null,
                        null,
                        null,
                        IdentitySettings.NONE,
                        TrafficSettings.USUAL));
    }

    @Test
    void theDemonstrationKeepsApartFromWhatIsReal() {
        assertThat(Settings.of(Map.of(), USER_HOME, true).home()).isEqualTo(USER_HOME.resolve(".fram/demo"));
        assertThat(Settings.of(Map.of("FRAM_HOME", "elsewhere"), USER_HOME, true)
                        .home())
                .isEqualTo(Path.of("elsewhere"));
        assertThatThrownBy(() -> Settings.of(Map.of("FRAM_DATABASE_URL", "postgres://a:b@c/d"), USER_HOME, true))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("./fram serve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eighty", "-1", "65536", "80.5"})
    void whatIsNoPortIsRefused(String port) {
        assertThatThrownBy(() -> settings(Map.of("FRAM_PORT", port)))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("'" + port + "'");
    }

    @Test
    void howMuchOtherSystemsMayAskIsSet() {
        var traffic = settings(Map.of(
                        "FRAM_API_REQUESTS_PER_MINUTE", "60",
                        "FRAM_API_STRANGERS_PER_MINUTE", "6",
                        "FRAM_WEBHOOKS_INSIDE", "true",
                        "FRAM_WEBHOOKS_LONGEST", "PT3S",
                        "FRAM_WEBHOOKS_WAITS", "PT1S, PT1M",
                        "FRAM_WEBHOOKS_PATIENCE", "P1D"))
                .traffic();

        assertThat(traffic)
                .isEqualTo(new TrafficSettings(
                        60,
                        6,
                        true,
                        Duration.ofSeconds(3),
                        List.of(Duration.ofSeconds(1), Duration.ofMinutes(1)),
                        Duration.ofDays(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FRAM_API_REQUESTS_PER_MINUTE  | 0
            FRAM_API_REQUESTS_PER_MINUTE  | many
            FRAM_API_STRANGERS_PER_MINUTE | 1000001
            FRAM_WEBHOOKS_INSIDE          | yes
            FRAM_WEBHOOKS_LONGEST         | 10
            FRAM_WEBHOOKS_LONGEST         | PT2M
            FRAM_WEBHOOKS_WAITS           | PT1S,
            FRAM_WEBHOOKS_WAITS           | -PT1S
            FRAM_WEBHOOKS_PATIENCE        | PT0S
            """)
    void trafficThatMakesNoSenseIsRefusedByName(String name, String value) {
        assertThatThrownBy(() -> settings(Map.of(name, value)))
                .isInstanceOf(CannotStartException.class)
                .hasMessageStartingWith(name);
    }

    @Test
    void aLogIsTextOrJson() {
        assertThat(settings(Map.of("FRAM_LOG", "json")).logFormat()).isEqualTo("json");
        assertThatThrownBy(() -> settings(Map.of("FRAM_LOG", "xml"))).isInstanceOf(CannotStartException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres://ann:secret@db.example:5433/fram      | jdbc:postgresql://db.example:5433/fram | ann | secret
            postgresql://ann:a%2Fb%3Ac+d@db.example/fram    | jdbc:postgresql://db.example/fram      | ann | a/b:c+d
            postgres://ann:x@db/fram?sslmode=require        | jdbc:postgresql://db/fram?sslmode=require | ann | x
            jdbc:postgresql://db/fram?user=ann&password=x   | jdbc:postgresql://db/fram              | ann | x
            jdbc:postgresql://db:1/fram?ssl=true&user=ann&password=x%26y | jdbc:postgresql://db:1/fram?ssl=true | ann | x&y
            """)
    void aDatabaseIsNamedInEitherForm(String address, String url, String user, String password) {
        assertThat(settings(Map.of("FRAM_DATABASE_URL", address)).database())
                .isEqualTo(new Database(url, user, password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ann:hidden@db/fram",
                "postgres://ann:hidden@db",
                "postgres://ann@db/fram",
                "jdbc:postgresql:fram?user=ann&password=hidden",
                "db.example, please: hidden",
            })
    void whatIsNoAddressOfADatabaseIsRefusedWithoutRepeatingItsPassword(String address) {
        assertThatThrownBy(() -> settings(Map.of("FRAM_DATABASE_URL", address)))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("postgres://USER:PASSWORD@HOST:PORT/DATABASE")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void aMailServerTakesAFewWordsAndThePortFollowsFromTls() {
        var few = Map.of("FRAM_MAIL_HOST", "smtp.example", "FRAM_MAIL_FROM", "Fram <fram@fram.example>");
        assertThat(settings(few).mail())
                .isEqualTo(new MailSettings(
                        "smtp.example", 587, MailSettings.Tls.STARTTLS, null, null, "Fram <fram@fram.example>"));

        var more = new HashMap<>(few);
        more.putAll(Map.of("FRAM_MAIL_TLS", "tls", "FRAM_MAIL_USER", "fram", "FRAM_MAIL_PASSWORD", "hidden"));
        var mail = Objects.requireNonNull(settings(more).mail());
        assertThat(mail.port()).isEqualTo(465);
        assertThat(mail.toString()).doesNotContain("hidden");
        // A demonstration's people have no mailboxes.
        assertThat(Settings.of(few, USER_HOME, true).mail()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "FRAM_MAIL_FROM, nobody, FRAM_MAIL_FROM",
        "FRAM_MAIL_TLS, perhaps, FRAM_MAIL_TLS",
        "FRAM_MAIL_PORT, 0, FRAM_MAIL_PORT",
        "FRAM_MAIL_TLS, none, for everybody to read",
        "FRAM_PUBLIC_ADDRESS, http://fram.example, FRAM_PUBLIC_ADDRESS",
        "FRAM_PUBLIC_ADDRESS, https://fram.example/path, FRAM_PUBLIC_ADDRESS",
    })
    void whatMakesNoSenseForMailIsRefused(String name, String value, String message) {
        var environment = new HashMap<>(Map.of(
                "FRAM_MAIL_HOST", "smtp.example", "FRAM_MAIL_FROM", "fram@fram.example", "FRAM_MAIL_USER", "fram"));
        environment.put(name, value);

        assertThatThrownBy(() -> settings(environment))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining(message);
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.of(environment, USER_HOME, false);
    }
}
