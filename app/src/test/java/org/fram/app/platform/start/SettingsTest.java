package org.fram.app.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
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
                        IdentitySettings.NONE));
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

    private static Settings settings(Map<String, String> environment) {
        return Settings.of(environment, USER_HOME, false);
    }
}
