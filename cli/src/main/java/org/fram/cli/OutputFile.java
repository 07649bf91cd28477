package org.fram.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ThreadLocalRandom;

/// A file that is either written whole or left as it was.
///
/// The content goes to a hidden file beside it, which takes its place once it is complete. A process that is ended
/// takes the hidden file with it; one that is killed outright leaves it behind, but never half a result.
final class OutputFile {

    /// What writes the content to the file that it is given.
    interface Content {

        /// Writes all of it to a file that does not exist yet.
        void writeTo(Path file) throws IOException;
    }

    private OutputFile() {}

    static Content text(String text) {
        return file -> Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /// Writes the content to a file, which keeps what it held until all is written.
    ///
    /// @throws RefusedException if the file cannot be written; the message says why
    static void write(Path target, Content content) {
        try {
            var real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            if (Files.exists(real) && !Files.isRegularFile(real)) {
                // A device or a pipe cannot be replaced, only written to.
                content.writeTo(real);
                return;
            }
            replace(real, content);
        } catch (IOException e) {
            throw new RefusedException("cannot write %s: %s.".formatted(target, reason(e)), e);
        }
    }

    private static void replace(Path target, Content content) throws IOException {
        var draft = target.resolveSibling(".%s.%08x.fram"
                .formatted(target.getFileName(), ThreadLocalRandom.current().nextInt()));
        draft.toFile().deleteOnExit();
        try {
            content.writeTo(draft);
            try {
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "its folder does not exist";
            case AccessDeniedException _ -> "no permission";
            case FileSystemException system when system.getReason() != null -> String.valueOf(system.getReason());
            default -> String.valueOf(e.getMessage());
        };
    }
}
