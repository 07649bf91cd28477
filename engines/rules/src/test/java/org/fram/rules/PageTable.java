package org.fram.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What the tables of a reference page say of keys: the one place where their meanings are written.
final class PageTable {

    private static final Path REFERENCE = Path.of("../../docs/reference");
    private static final Pattern ROW = Pattern.compile("^\\| `([A-Za-z_.\\[\\]]+)` \\| (.+) \\|$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\([^)]+\\)");

    private PageTable() {}

    /// Meanings by key, in plain text.
    ///
    /// @param heading of the section whose table is meant; empty for the whole page
    static Map<String, String> of(String page, String heading) {
        var text = read(REFERENCE.resolve(page));
        if (!heading.isEmpty()) {
            int from = text.indexOf("\n## %s\n".formatted(heading));
            int to = text.indexOf("\n## ", from + 1);
            text = text.substring(from, to < 0 ? text.length() : to);
        }
        var meanings = new LinkedHashMap<String, String>();
        ROW.matcher(text)
                .results()
                .forEach(row -> meanings.put(
                        row.group(1),
                        LINK.matcher(row.group(2)).replaceAll("$1").replace("`", "")));
        return meanings;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("%s cannot be read.".formatted(file), e);
        }
    }
}
