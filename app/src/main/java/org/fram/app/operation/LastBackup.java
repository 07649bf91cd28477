package org.fram.app.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// The note of when an installation was backed up last, in the file `last-backup` of its folder.
record LastBackup(Path home) {

    /// Notes a backup. Where that is not possible the backup is no worse for it.
    void note(Instant time, Path backup) {
        try {
            Files.writeString(file(), time + " " + backup.toAbsolutePath().normalize() + "\n");
        } catch (IOException unwritable) {
            // The folder may be for the server alone to write.
        }
    }

    /// When that was, where it is known.
    Optional<Instant> time() {
        try {
            String note = Files.readString(file());
            return Optional.of(Instant.parse(note.substring(0, Math.max(0, note.indexOf(' ')))));
        } catch (IOException | DateTimeException none) {
            return Optional.empty();
        }
    }

    private Path file() {
        return home.resolve("last-backup");
    }
}
