package org.fram.app.platform.secrets;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import org.fram.app.platform.start.CannotStartException;
import org.fram.app.platform.start.IdentitySettings;

/// The key of this installation in a file that only its owner reads, made when it is first needed.
final class KeyFile {

    private static final String NAME = "secret.key";
    private static final int KEY_BYTES = 32;

    private KeyFile() {}

    /// @throws CannotStartException where it cannot be read or made
    static SecretKey of(Path home) {
        var file = home.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return IdentitySettings.key(Files.readString(file), file.toString());
        } catch (IOException failed) {
            throw new CannotStartException(
                    "The key that seals secrets, %s, can neither be read nor made: %s".formatted(file, failed), failed);
        }
    }

    private static void make(Path file) throws IOException {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.createDirectories(file.getParent());
        var whole = Files.createTempFile(
                file.getParent(),
                NAME,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(whole, Base64.getEncoder().encodeToString(bytes) + "\n");
            // Unlike a move, a link does not replace a key that another server has made meanwhile.
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException theirs) {
            // That one is the key.
        } finally {
            Files.delete(whole);
        }
    }
}
