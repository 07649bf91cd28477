package org.fram.rules;

import java.util.Objects;
import org.fram.facts.FactsDocument;

/// Facts as YAML or JSON. Hostile until read: unknown fields and words, wrong types, missing values, keys
/// that are there twice, aliases of lists, and files beyond the limits are refused with their place.
public final class FactsFile {

    private FactsFile() {}

    /// The facts that a text holds, with what one list says of the items of another filled in ([Joins]).
    ///
    /// @param file its name, which mistakes name
    /// @throws UnusableFileException with all its mistakes
    public static FactsDocument read(String text, String file) {
        var mistakes = new Mistakes();
        var root = YamlFile.read(text, file);
        if (root.isEmpty()) {
            throw new UnusableFileException(
                    "%s: The file is empty; facts have at least a version.".formatted(new Place(file, 1, 1)));
        }
        var binder = new Binder(file, mistakes);
        var facts = binder.bind(root.get(), FactsDocument.class);
        if (facts != null) {
            FactsChecks.of(facts, binder, mistakes);
        }
        mistakes.refuse();
        return Joins.of(Objects.requireNonNull(facts));
    }
}
