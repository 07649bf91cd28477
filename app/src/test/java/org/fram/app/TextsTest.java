package org.fram.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The words of pages stand in message files, all of them and no more.
class TextsTest {

    private static final Path SOURCES = Path.of("src/main");

    /// A key as code and templates write it, as a whole or up to where a code is added to it.
    private static final Pattern KEY = Pattern.compile(
            "\\b(?:text|Text\\.of|Choice\\.of\\([^\";]*|refuse\\w*\\([^\";]*)\\(?\\s*\"([a-z]+\\.[\\w.-]*)\"");

    private static final Pattern QUOTED = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z][\\w-]*)*\\.?)\"");

    @Test
    void everyKeyThatIsAskedForIsThere() throws IOException {
        var texts = texts();
        var missing = new TreeSet<String>();
        for (Path file : sources()) {
            var matcher = KEY.matcher(Files.readString(file).replaceAll("///.*", ""));
            while (matcher.find()) {
                String key = matcher.group(1);
                if (texts.stringPropertyNames().stream()
                        .noneMatch(known -> known.equals(key) || known.startsWith(prefix(key)))) {
                    missing.add(key + " in " + file);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextIsAskedFor() throws IOException {
        var quoted = new TreeSet<String>();
        for (Path file : sources()) {
            var matcher = QUOTED.matcher(Files.readString(file));
            while (matcher.find()) {
                quoted.add(matcher.group(1));
            }
        }
        var unused = texts().stringPropertyNames().stream()
                .filter(key -> !quoted.contains(key))
                .filter(key -> !quoted.contains(key.substring(0, key.lastIndexOf('.'))))
                .filter(key -> !quoted.contains(key.substring(0, key.lastIndexOf('.') + 1)))
                // Those of a register's columns hang on its first part.
                .filter(key -> !quoted.contains(key.replaceAll("\\.(?:column|also|help)\\.\\w+$", "")))
                // Those of problems are put together from a kind.
                .filter(key -> !key.startsWith("platform.problem."))
                .sorted();

        assertThat(unused).isEmpty();
    }

    @Test
    void apostrophesAreThoseOfPeople() throws IOException {
        assertThat(texts().values()).noneMatch(text -> text.toString().contains("'"));
    }

    @Test
    void templatesHoldNoWordsOfTheirOwn() throws IOException {
        var words = new ArrayList<String>();
        var text = Pattern.compile(">\\s*([A-Za-z][A-Za-z ,.]{2,})\\s*<");
        for (Path file : sources()) {
            if (file.toString().endsWith(".jte")) {
                var matcher = text.matcher(
                        Files.readString(file).replaceAll("(?s)<%--.*?--%>|(?m)^@(?:param|import).*$", ""));
                while (matcher.find()) {
                    words.add(matcher.group(1) + " in " + file);
                }
            }
        }

        assertThat(words).isEmpty();
    }

    /// Where a code follows, as in `"engagement.side." + code`.
    private static String prefix(String key) {
        return key.endsWith(".") ? key : key + ".";
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".jte"))
                    .toList();
        }
    }

    private static Properties texts() throws IOException {
        var texts = new Properties();
        try (var files = Files.walk(SOURCES.resolve("resources/texts/en"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (var reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
            }
        }
        return texts;
    }
}
