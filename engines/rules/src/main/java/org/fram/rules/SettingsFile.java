package org.fram.rules;

import java.util.Objects;
import org.fram.facts.PracticeFacts;

/// Decisions about practices as a file of their own, YAML or JSON: waivers, exceptions, practices that are switched
/// off, values of parameters. It is the section `practices` of a facts document, read as strictly.
public final class SettingsFile {

    private SettingsFile() {}

    /// The decisions that a text holds.
    ///
    /// @param file its name, which mistakes name
    /// @throws UnusableFileException with all its mistakes
    public static PracticeFacts read(String text, String file) {
        var root = YamlFile.read(text, file);
        if (root.isEmpty()) {
            return new PracticeFacts(null, null, null, null);
        }
        var mistakes = new Mistakes();
        var decided = new Binder(file, mistakes).bind(root.get(), PracticeFacts.class);
        mistakes.refuse();
        return Objects.requireNonNull(decided);
    }
}
