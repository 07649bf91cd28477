package org.fram.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The data files of the project's `library/` folder, which are packed into this module.
final class Library {

    private static final YAMLMapper YAML = new YAMLMapper();

    private Library() {}

    /// Reads a YAML file.
    ///
    /// @param path below `library/`, such as `review/words.yaml`
    static <T> T yaml(String path, TypeReference<T> type) {
        try (InputStream in = open(path)) {
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Opens a file of any kind; the caller closes it.
    static InputStream open(String path) {
        var in = Library.class.getResourceAsStream("/fram/library/" + path);
        if (in == null) {
            throw new IllegalStateException("library/" + path + " is not in the jar. Build the project anew.");
        }
        return in;
    }
}
