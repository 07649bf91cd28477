package org.fram.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's programs, unpacked.
///
/// @param folder holds `bin`, `lib` and `share`
/// @param major the major version, as 18
record Binaries(Path folder, int major) {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /// Written last, so a folder with this file is whole.
    private static final String MAJOR = "MAJOR";

    /// The programs for this machine, unpacked below `parent` unless they are there already.
    ///
    /// The folder is named by the archive's checksum. It is made beside its place and moved there when it
    /// is whole, so a process that is killed leaves nothing half-made, and of two that unpack at once both
    /// end with the same.
    static Binaries in(Path parent) {
        URL archive = archive();
        try {
            Path folder = parent.resolve(platform() + "-" + checksum(archive));
            if (!Files.exists(folder.resolve(MAJOR))) {
                unpack(archive, folder);
            }
            return new Binaries(
                    folder,
                    Integer.parseInt(Files.readString(folder.resolve(MAJOR)).strip()));
        } catch (IOException failure) {
            throw new PostgresException(
                    "PostgreSQL's programs cannot be unpacked below %s: %s. Is the disk full, or the folder not yours?"
                            .formatted(parent, failure.getMessage()),
                    failure);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static URL archive() {
        URL archive = Binaries.class.getResource("/postgres-" + platform() + ".txz");
        if (archive == null) {
            throw new PostgresException(("Fram brings no PostgreSQL for this machine (%s). "
                            + "Point FRAM_DATABASE_URL to a server of your own.")
                    .formatted(platform()));
        }
        return archive;
    }

    private static String platform() {
        String architecture = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return system.replace(' ', '-') + "-" + architecture;
    }

    private static String checksum(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection connection) {
            return "%08x".formatted(connection.getJarEntry().getCrc());
        }
        throw new IOException(archive + " is not in a jar");
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        Path making = folder.resolveSibling(folder.getFileName() + "." + UUID.randomUUID());
        try (var tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive.openStream())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, making);
            }
        }
        String version = Commands.output(List.of(making.resolve("bin/postgres").toString(), "--version"));
        var matcher = VERSION.matcher(version);
        if (!matcher.find()) {
            throw new PostgresException("The unpacked PostgreSQL does not run here: it answered '%s' to --version."
                    .formatted(version.strip()));
        }
        Files.writeString(making.resolve(MAJOR), matcher.group(1));
        moveIntoPlace(making, folder);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path making) throws IOException {
        Path target = making.resolve(entry.getName()).normalize();
        if (!target.startsWith(making)) {
            throw new IOException("the archive holds " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.getParent());
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target);
            if ((entry.getMode() & 0111) != 0 && !target.toFile().setExecutable(true, false)) {
                throw new IOException(target + " cannot be made executable");
            }
        }
    }

    private static void moveIntoPlace(Path making, Path folder) throws IOException {
        try {
            Files.move(making, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException taken) {
            if (!Files.exists(folder.resolve(MAJOR))) {
                throw taken instanceof FileAlreadyExistsException
                        ? new IOException("%s is there, but not whole; remove it".formatted(folder), taken)
                        : taken;
            }
            DataFolder.delete(making);
        }
    }
}
