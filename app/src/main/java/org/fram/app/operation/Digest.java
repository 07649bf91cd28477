package org.fram.app.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Counts and hashes what passes through it.
final class Digest {

    private static final int CHUNK = 1 << 16;

    private final MessageDigest sha256;
    private long bytes;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    /// A file, hashed from end to end.
    static Digest of(Path file) throws IOException {
        var digest = new Digest();
        try (var content = Files.newInputStream(file)) {
            digest.pass(content, OutputStream.nullOutputStream(), Long.MAX_VALUE);
        }
        return digest;
    }

    /// Passes everything on.
    ///
    /// @param most after how many bytes it ends; what comes later is not read
    void pass(InputStream from, OutputStream to, long most) throws IOException {
        var chunk = new byte[CHUNK];
        while (bytes < most) {
            int read = from.read(chunk, 0, (int) Math.min(chunk.length, most - bytes));
            if (read < 0) {
                return;
            }
            update(chunk, 0, read);
            to.write(chunk, 0, read);
        }
    }

    void update(byte[] chunk, int from, int length) {
        sha256.update(chunk, from, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    /// The hash of all that has passed, in 64 hexadecimal digits. Nothing can pass afterwards.
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
