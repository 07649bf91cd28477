package org.fram.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The files of this repository, apart from what the build makes.
final class Repository {

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".vscode", ".settings");

    private Repository() {}

    /// The folder that holds everything.
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("The tests run outside of the repository.");
            }
        }
        return folder;
    }

    /// All files, in a stable order.
    static List<Path> files() throws IOException {
        try (var walk = Files.walk(root())) {
            return walk.filter(Files::isRegularFile)
                    .filter(Repository::ours)
                    .sorted()
                    .toList();
        }
    }

    /// The folders `src/main/java` of all modules.
    static List<Path> sourceFolders() throws IOException {
        try (var walk = Files.walk(root(), 5)) {
            return walk.filter(path -> path.endsWith("src/main/java"))
                    .filter(Repository::ours)
                    .sorted()
                    .toList();
        }
    }

    private static boolean ours(Path path) {
        for (Path part : root().relativize(path)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }
}
