package org.fram.rules;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads YAML 1.2, and so JSON, into nodes that know where they stand. Hostile until parsed: size, depth and
/// aliases are limited.
final class YamlFile {

    /// Characters. A facts document of 100,000 obligations has about 40 million.
    static final int LARGEST = 64_000_000;

    private static final int DEEPEST = 50;

    private YamlFile() {}

    /// The root node of a text; empty where the text holds nothing.
    static Optional<Node> read(String text, String file) {
        if (text.length() > LARGEST) {
            throw new UnusableFileException("%s: The file has %,d characters; the most that is read is %,d."
                    .formatted(new Place(file, 1, 1), text.length(), LARGEST));
        }
        var settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(LARGEST)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(DEEPEST)
                .build();
        try {
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException wrong) {
            throw new UnusableFileException(
                    "%s: %s".formatted(place(file, wrong.getProblemMark().orElse(null)), sentence(wrong.getProblem())));
        } catch (YamlEngineException wrong) {
            throw new UnusableFileException(
                    "%s: %s".formatted(new Place(file, 1, 1), sentence(String.valueOf(wrong.getMessage()))));
        } catch (StackOverflowError deep) {
            throw new UnusableFileException(
                    "%s: Lists and maps within each other go too deep.".formatted(new Place(file, 1, 1)));
        }
    }

    static Place place(String file, Node node) {
        return place(file, node.getStartMark().orElse(null));
    }

    private static Place place(String file, @Nullable Mark mark) {
        return mark == null ? new Place(file, 1, 1) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String sentence(@Nullable String problem) {
        var text = Objects.requireNonNullElse(problem, "this is no YAML").strip();
        var first = text.lines().findFirst().orElse(text);
        return Character.toUpperCase(first.charAt(0)) + first.substring(1) + (first.endsWith(".") ? "" : ".");
    }
}
