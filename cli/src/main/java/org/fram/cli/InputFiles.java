package org.fram.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Texts that commands read: facts, settings, and the packs of a folder.
final class InputFiles {

    private static final String CASES = ".cases.yaml";

    // Far above what is read in earnest; the engine says so with its own limit. This keeps memory from being filled
    // before it can.
    private static final long LARGEST = 100L * 1024 * 1024;

    private InputFiles() {}

    /// The text of a file in UTF-8.
    ///
    /// @throws RefusedException if it cannot be read; the message begins with the file's name
    static String text(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new RefusedException("%s: this is a folder; name a file in it.".formatted(file));
            }
            if (Files.size(file) > LARGEST) {
                throw new RefusedException(
                        "%s: the file has %,d bytes; the most that is read is %,d. Leave out what is not needed."
                                .formatted(file, Files.size(file), LARGEST));
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new RefusedException("%s: this is no text in UTF-8.".formatted(file), e);
        } catch (NoSuchFileException e) {
            throw new RefusedException("%s: there is no such file.".formatted(file), e);
        } catch (IOException e) {
            throw new RefusedException("%s: it cannot be read: %s.".formatted(file, reason(e)), e);
        }
    }

    /// The packs of folders: each `NAME.yaml`, by the name of its file.
    static Map<String, String> packs(List<Path> folders) {
        return texts(folders, false);
    }

    /// The cases of the packs of folders: each `NAME.cases.yaml`, by the name of its file.
    static Map<String, String> cases(List<Path> folders) {
        return texts(folders, true);
    }

    private static Map<String, String> texts(List<Path> folders, boolean cases) {
        var texts = new LinkedHashMap<String, String>();
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new RefusedException(
                        "%s: there is no such folder. Name the folder that holds the packs.".formatted(folder));
            }
            try (var list = Files.list(folder)) {
                var files = list.filter(file -> file.toString().endsWith(".yaml"))
                        .sorted()
                        .toList();
                if (files.isEmpty()) {
                    throw new RefusedException(
                            "%s: the folder holds no pack; a pack is a file NAME.yaml.".formatted(folder));
                }
                for (var file : files) {
                    if (file.toString().endsWith(CASES) == cases) {
                        texts.put(file.toString(), text(file));
                    }
                }
            } catch (IOException e) {
                throw new RefusedException("%s: it cannot be read: %s.".formatted(folder, reason(e)), e);
            }
        }
        return texts;
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException system && system.getReason() != null
                ? String.valueOf(system.getReason())
                : String.valueOf(e.getMessage());
    }
}
