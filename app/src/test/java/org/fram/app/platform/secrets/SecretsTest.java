package org.fram.app.platform.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.fram.app.platform.start.CannotStartException;
import org.fram.app.platform.start.IdentitySettings;
import org.fram.app.platform.start.Settings;
import org.fram.app.platform.start.TrafficSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final byte[] SECRET = "a secret".getBytes(UTF_8);

    @TempDir
    private Path home;

    @Test
    void whatIsSealedOpensAgainAlsoAfterARestart() throws Exception {
        byte[] sealed = secrets(null).seal("test of somebody", SECRET);

        assertThat(new String(sealed, UTF_8)).doesNotContain("a secret");
        assertThat(secrets(null).open("test of somebody", sealed)).isEqualTo(SECRET);
    }

    @Test
    void theKeyLiesInAFileForItsOwnerAlone() throws IOException {
        secrets(null).seal("test", SECRET);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secret.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(home)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whatWasMovedOrChangedOrIsOfAnotherKeyDoesNotOpen() {
        byte[] sealed = secrets(null).seal("test of somebody", SECRET);
        byte[] changed = sealed.clone();
        changed[sealed.length - 1] ^= 1;
        var elsewhere = secrets(Base64.getEncoder().encodeToString(new byte[32]));

        assertThatThrownBy(() -> secrets(null).open("test of somebody else", sealed))
                .isInstanceOf(LostSecretException.class);
        assertThatThrownBy(() -> secrets(null).open("test of somebody", changed))
                .isInstanceOf(LostSecretException.class);
        assertThatThrownBy(() -> elsewhere.open("test of somebody", sealed)).isInstanceOf(LostSecretException.class);
        assertThatThrownBy(() -> elsewhere.open("test of somebody", new byte[3]))
                .isInstanceOf(LostSecretException.class);
    }

    @Test
    void aFileThatHoldsNoKeyIsSaidToBe() throws IOException {
        Files.writeString(home.resolve("secret.key"), "nothing");

        assertThatThrownBy(() -> secrets(null).seal("test", SECRET))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("secret.key holds no key");
    }

    private Secrets secrets(@Nullable String key) {
        var identity = key == null
                ? IdentitySettings.NONE
                : new IdentitySettings(IdentitySettings.key(key, "the test"), List.of());
        return new Secrets(new Settings(
                home, "localhost", 0, null, false, "text", null, null, null, identity, TrafficSettings.USUAL));
    }
}
