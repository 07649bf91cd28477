package org.fram.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A Markdown document, as far as the checks look at it.
///
/// @param file where it is
/// @param text all of it
record Page(Path file, String text) {

    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    static Page read(Path file) throws IOException {
        return new Page(file, Files.readString(file));
    }

    /// What is wrong with its links to other files of the repository and to headings.
    List<String> brokenLinks() throws IOException {
        var broken = new ArrayList<String>();
        for (String link : links().toList()) {
            int hash = link.indexOf('#');
            String path = hash < 0 ? link : link.substring(0, hash);
            String heading = hash < 0 ? "" : link.substring(hash + 1);
            Path target = file.resolveSibling(path).normalize();
            if (!path.isEmpty() && !Files.exists(target)) {
                broken.add("%s links to %s, which is not there".formatted(name(), link));
            } else if (!heading.isEmpty() && (path.isEmpty() || path.endsWith(".md"))) {
                var page = path.isEmpty() ? this : read(target);
                if (page.anchors().noneMatch(heading::equals)) {
                    broken.add("%s links to %s, where there is no such heading".formatted(name(), link));
                }
            }
        }
        return broken;
    }

    /// The subcommands of a command ("fram", "fram bench") that it tells readers to type.
    List<String> commands(String command) {
        return Pattern.compile("\\./" + command + " +([a-z][a-z-]*)\\b(?!\\.)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /// The options that it names.
    List<String> options() {
        return OPTION.matcher(text).results().map(MatchResult::group).toList();
    }

    /// The file's name.
    String name() {
        return file.getFileName().toString();
    }

    /// Its headings, without their marks.
    List<String> headings() {
        return HEADING.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private Stream<String> links() {
        var prose = CODE.matcher(FENCE.matcher(text).replaceAll("")).replaceAll("");
        return LINK.matcher(prose)
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.contains("://") && !link.startsWith("mailto:"));
    }

    private Stream<String> anchors() {
        return headings().stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'));
    }
}
