package org.fram.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// What all pages wear: their style sheet, their script, and the policy that lets nothing else in.
///
/// @param style CSS
/// @param script JavaScript; pages can be read without it
/// @param policy of content security: this style and this script, by their hashes, and nothing from the network
public record Dress(String style, String script, String policy) {

    private static final Dress STANDARD = of(resource("report.css"), resource("report.js"));

    static Dress standard() {
        return STANDARD;
    }

    private static Dress of(String style, String script) {
        var policy =
                "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
                        .formatted(sha256(style), sha256(script));
        return new Dress(style, script, policy);
    }

    private static String resource(String name) {
        try (var stream = Dress.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not in the jar.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
