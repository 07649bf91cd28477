package org.fram.app.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
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
}
