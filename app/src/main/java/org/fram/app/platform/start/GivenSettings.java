package org.fram.app.platform.start;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fram.rules.Nearest;
import org.jspecify.annotations.Nullable;

/// What is set: by the environment, and by one file where the environment says nothing. What nobody can set is refused,
/// with the name that was probably meant: a setting that is misspelt is one that is not heeded.
///
/// @param values what is set, by the names of settings
/// @param fromFile the names of those that the file sets
/// @param file the file, or null where there is none
public record GivenSettings(
        Map<String, String> values,
        Set<String> fromFile,
        @Nullable Path file) {

    private static final String PREFIX = "FRAM_";

    public GivenSettings {
        values = Map.copyOf(values);
        fromFile = Set.copyOf(fromFile);
    }

    /// Reads the file that `FRAM_SETTINGS` names, or the file `settings` in the folder of the installation.
    ///
    /// @param fallback the folder of the installation where `FRAM_HOME` does not name it
    /// @throws CannotStartException where something is set that nobody can set, or the file cannot be read
    public static GivenSettings of(Map<String, String> environment, Path fallback) {
        var given = new HashMap<String, String>();
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX)) {
                if (Setting.of(name).isEmpty()) {
                    throw new CannotStartException("The environment has %s, which is no setting.%s"
                            .formatted(name, Nearest.question(name, Setting.variables())));
                }
                put(given, name, environment.get(name));
            }
        }
        String named = given.get(Setting.SETTINGS.variable());
        String home = given.get(Setting.HOME.variable());
        Path file = named != null ? Path.of(named) : (home != null ? Path.of(home) : fallback).resolve("settings");
        if (named == null && !Files.exists(file)) {
            return new GivenSettings(given, Set.of(), null);
        }
        var read = read(file, named != null);
        read.forEach(given::putIfAbsent);
        return new GivenSettings(given, read.keySet(), file);
    }

    private static Map<String, String> read(Path file, boolean named) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (CharacterCodingException foreign) {
            throw new CannotStartException("The file of settings %s is not in UTF-8.".formatted(file), foreign);
        } catch (IOException unreadable) {
            throw new CannotStartException(
                    "The file of settings %s cannot be read: %s".formatted(file, unreadable), unreadable);
        }
        var read = new HashMap<String, String>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String place = "Line %d of %s".formatted(at + 1, file);
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw new CannotStartException(place + " sets nothing. A line is NAME=VALUE, or begins with #.");
            }
            String name = line.substring(0, equals).strip();
            refuse(name, place, named);
            if (read.containsKey(name)) {
                throw new CannotStartException("%s sets %s again.".formatted(place, name));
            }
            put(read, name, unquoted(line.substring(equals + 1).strip()));
        }
        return read;
    }

    private static void refuse(String name, String place, boolean named) {
        var setting = Setting.of(name)
                .orElseThrow(() -> new CannotStartException("%s sets %s, which is no setting.%s"
                        .formatted(place, name, Nearest.question(name, Setting.ofTheFile()))));
        if (setting.reader() != Setting.Reader.APPLICATION) {
            throw new CannotStartException(
                    "%s sets %s, which is read from the environment alone. Set it there.".formatted(place, name));
        }
        if (setting == Setting.HOME && !named) {
            throw new CannotStartException(("%s sets FRAM_HOME, but the file lies in that folder itself. Set it in the "
                            + "environment, or name a file elsewhere by FRAM_SETTINGS.")
                    .formatted(place));
        }
    }

    /// As systemd reads such files: what stands in quotes is what stands between them.
    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.startsWith("\"") && value.endsWith("\"") || value.startsWith("'") && value.endsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static void put(Map<String, String> settings, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            settings.put(name, value.strip());
        }
    }

    /// Which settings there are, and nothing of what they are set to.
    @Override
    public String toString() {
        return new TreeSet<>(values.keySet()).toString();
    }
}
