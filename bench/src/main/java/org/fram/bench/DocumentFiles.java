package org.fram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Documents that lie in a folder, beside labels, programs and notes on them.
final class DocumentFiles {

    private static final Pattern NONE = Pattern.compile("(?i).*\\.(json|py|sh|csv|ya?ml|zip)|readme\\.md|\\..*");

    private DocumentFiles() {}

    /// Those below a folder whose names contain a text, in the order of their paths.
    static List<Path> below(Path folder, String text) throws IOException {
        try (var below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile)
                    .filter(file -> !NONE.matcher(name(file)).matches())
                    .filter(file -> name(file).contains(text))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
