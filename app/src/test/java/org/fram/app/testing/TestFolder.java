package org.fram.app.testing;

import java.nio.file.Path;

/// The folder in which the tests of this virtual machine leave what they make: the build runs several machines side by
/// side, each with a folder of its own.
public final class TestFolder {

    private static final Path FOLDER = Path.of(System.getProperty("fram.test.folder", "target"));

    private TestFolder() {}

    /// The folder, or one within it.
    public static Path of(String... names) {
        return FOLDER.resolve(Path.of("", names));
    }
}
