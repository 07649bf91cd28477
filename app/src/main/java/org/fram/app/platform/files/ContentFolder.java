package org.fram.app.platform.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Where the contents of an installation lie: `content/ab/abcd…` in its folder `files`.
///
/// @param files the folder
public record ContentFolder(Path files) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /// That of an installation.
    ///
    /// @param home holds everything that Fram keeps
    public static ContentFolder of(Path home) {
        return new ContentFolder(home.resolve("files"));
    }

    /// Where a content lies, or would lie.
    ///
    /// @param sha256 in lower case hexadecimal digits
    public Path path(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("'%s' is no SHA-256.".formatted(sha256));
        }
        return contents().resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /// The digests under which contents lie here, in their order.
    public List<String> digests() throws IOException {
        if (!Files.isDirectory(contents())) {
            return List.of();
        }
        try (var all = Files.walk(contents(), 2)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> SHA256.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    Path contents() {
        return files.resolve("content");
    }

    /// Where contents lie until they are whole. What a killed program left there is removed at the next start.
    public Path arriving() {
        return files.resolve("arriving");
    }
}
