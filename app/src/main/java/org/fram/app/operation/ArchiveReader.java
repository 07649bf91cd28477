package org.fram.app.operation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// An archive that came back from wherever it was kept. Nothing in it is believed: it has the parts that its manifest
/// names and no others, each with its size and its hash, and no name in it is ever used as a path.
final class ArchiveReader implements AutoCloseable {

    private static final long LONGEST_MANIFEST = 1L << 29;

    private static final Pattern PART =
            Pattern.compile("manifest\\.json|tables/[a-z_][a-z0-9_]*\\.[a-z_][a-z0-9_]*|files/[0-9a-f]{64}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private ArchiveReader(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        refuseStrangeParts();
        this.manifest = readManifest();
        refuseOtherParts();
    }

    /// Opens an archive.
    ///
    /// @throws RefusedException where it is none, not whole, or of a format to come
    static ArchiveReader open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new RefusedException("There is no file %s.".formatted(file));
        }
        @Nullable ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            return new ArchiveReader(file, zip);
        } catch (ZipException broken) {
            closing(zip);
            throw new RefusedException(
                    ("%s is no whole archive of Fram (%s). It may have been cut off while it was copied: compare its "
                                    + "size and SHA-256 with those that were printed when it was made.")
                            .formatted(file, broken.getMessage()),
                    broken);
        } catch (IOException unreadable) {
            closing(zip);
            throw new RefusedException("%s cannot be read: %s".formatted(file, unreadable), unreadable);
        } catch (RuntimeException refused) {
            closing(zip);
            throw refused;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /// Reads all parts and holds them against the manifest.
    void check() throws IOException {
        for (var table : manifest.tables()) {
            copy(table, OutputStream.nullOutputStream());
        }
        for (var content : manifest.files()) {
            copy(content, OutputStream.nullOutputStream());
        }
    }

    /// Copies the rows of a table.
    void copy(Manifest.Table table, OutputStream to) throws IOException {
        copy(table.part(), table.bytes(), table.sha256(), to);
    }

    /// Copies a content.
    void copy(Manifest.Content content, OutputStream to) throws IOException {
        copy(content.part(), content.bytes(), content.sha256(), to);
    }

    private void copy(String part, long bytes, String sha256, OutputStream to) throws IOException {
        var digest = new Digest();
        ZipEntry entry = zip.getEntry(part);
        try (var from = zip.getInputStream(entry)) {
            // One more than there may be: an entry can claim to be small and unpack to anything.
            digest.pass(from, to, bytes + 1);
        } catch (ZipException broken) {
            throw changed(part, String.valueOf(broken.getMessage()));
        }
        if (digest.bytes() != bytes) {
            throw changed(part, "it is not as long as the manifest says");
        }
        if (!digest.hex().equals(sha256)) {
            throw changed(part, "it does not have the SHA-256 that the manifest says");
        }
    }

    private RefusedException changed(String part, String how) {
        return new RefusedException(
                "%s was changed or damaged: of '%s', %s. Nothing was taken from it; take another copy."
                        .formatted(file, part, how));
    }

    private void refuseStrangeParts() {
        var names = new HashSet<String>();
        for (var entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (!PART.matcher(name).matches()) {
                throw new RefusedException(
                        "%s is no archive of Fram: it has a part '%s', which none has. Nothing was taken from it."
                                .formatted(file, name.replaceAll("[^\\x20-\\x7e]", "?")));
            }
            if (!names.add(name)) {
                throw new RefusedException(
                        "%s was changed: it has '%s' twice. Nothing was taken from it.".formatted(file, name));
            }
        }
        if (!names.contains(ArchiveWriter.MANIFEST)) {
            throw new RefusedException("%s is no archive of Fram: it has no manifest.".formatted(file));
        }
    }

    private Manifest readManifest() throws IOException {
        byte[] bytes;
        try (var from = zip.getInputStream(zip.getEntry(ArchiveWriter.MANIFEST))) {
            bytes = from.readNBytes((int) LONGEST_MANIFEST);
        }
        try {
            int format = JSON.readTree(bytes).path("format").asInt(0);
            if (format > Manifest.FORMAT) {
                throw new RefusedException(("%s was written by a newer Fram (format %d; this one reads up to %d). "
                                + "Take the Fram that wrote it, or a newer one.")
                        .formatted(file, format, Manifest.FORMAT));
            }
            return JSON.readValue(bytes, Manifest.class);
        } catch (JacksonException strange) {
            throw new RefusedException(
                    "%s was changed or damaged: its manifest cannot be read (%s)."
                            .formatted(file, strange.getOriginalMessage()),
                    strange);
        }
    }

    private void refuseOtherParts() {
        Set<String> named = new LinkedHashSet<>();
        manifest.tables().forEach(table -> named.add(table.part()));
        manifest.files().forEach(content -> named.add(content.part()));
        var there = new HashSet<String>();
        Collections.list(zip.entries()).forEach(entry -> there.add(entry.getName()));
        there.remove(ArchiveWriter.MANIFEST);
        named.stream().filter(Predicate.not(there::contains)).findFirst().ifPresent(part -> {
            throw changed(part, "nothing is there");
        });
        there.stream().filter(Predicate.not(named::contains)).findFirst().ifPresent(part -> {
            throw changed(part, "the manifest knows nothing");
        });
    }

    private static void closing(@Nullable ZipFile zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException unclosed) {
            // It was only read, and is refused anyway.
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
