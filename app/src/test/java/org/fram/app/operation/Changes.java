package org.fram.app.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies of an archive in which somebody has changed something.
///
/// @param archive as it was written
record Changes(Path archive) {

    /// Writes a copy with other parts.
    void with(Path copy, Consumer<Map<String, byte[]>> change) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                try (var content = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), content.readAllBytes());
                }
            }
        }
        change.accept(parts);
        try (var zip = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
    }

    /// Changes the text of a table, and in the manifest what was said about it.
    static void forge(Map<String, byte[]> parts, String table, String from, String to) {
        byte[] before = parts.getOrDefault("tables/" + table, new byte[0]);
        byte[] after = text(before).replace(from, to).getBytes(StandardCharsets.UTF_8);
        if (Arrays.equals(before, after)) {
            throw new IllegalArgumentException("'%s' is not in %s.".formatted(from, table));
        }
        parts.put("tables/" + table, after);
        manifest(manifest -> manifest.replace(hash(before), hash(after))
                        .replace("\"bytes\" : " + before.length, "\"bytes\" : " + after.length))
                .accept(parts);
    }

    /// Changes the text of the manifest.
    static Consumer<Map<String, byte[]>> manifest(UnaryOperator<String> change) {
        return parts -> {
            String before = text(parts.getOrDefault("manifest.json", new byte[0]));
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new IllegalArgumentException("Nothing of the manifest was changed.");
            }
            parts.put("manifest.json", after.getBytes(StandardCharsets.UTF_8));
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String hash(byte[] bytes) {
        var digest = new Digest();
        digest.update(bytes, 0, bytes.length);
        return digest.hex();
    }
}
