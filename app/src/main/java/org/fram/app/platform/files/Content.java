package org.fram.app.platform.files;

/// Bytes that are kept.
///
/// @param sha256 in lower case hexadecimal digits; it is their name in the folder
/// @param bytes how many
public record Content(String sha256, long bytes) {

    public Content {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("'%s' is no SHA-256.".formatted(sha256));
        }
    }
}
