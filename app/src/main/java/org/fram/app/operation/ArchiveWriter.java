package org.fram.app.operation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes an archive: parts, then the manifest. It is written beside its place, for its owner's eyes alone, and moved
/// there when it is whole and on the disk; until then, nothing has its name.
final class ArchiveWriter implements AutoCloseable {

    static final String MANIFEST = "manifest.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final Path making;
    private final FileChannel channel;
    private final ZipOutputStream zip;

    private ArchiveWriter(Path file, Path making, FileChannel channel) {
        this.file = file;
        this.making = making;
        this.channel = channel;
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /// Begins an archive.
    ///
    /// @throws RefusedException where the file is there already, or cannot be written
    static ArchiveWriter begin(Path file) {
        Path place = file.toAbsolutePath().normalize();
        if (Files.exists(place)) {
            throw new RefusedException("%s is there already. Name a file that is not.".formatted(file));
        }
        @Nullable Path folder = place.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new RefusedException("There is no folder %s to write %s into.".formatted(folder, file));
        }
        Path making = place.resolveSibling(place.getFileName() + ".part");
        try {
            Files.deleteIfExists(making);
            var channel = FileChannel.open(
                    making,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return new ArchiveWriter(place, making, channel);
        } catch (IOException unwritable) {
            throw new RefusedException("%s cannot be written: %s".formatted(file, unwritable), unwritable);
        }
    }

    /// What writes a part.
    @FunctionalInterface
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /// Adds a part.
    ///
    /// @return the bytes that it has, counted and hashed
    Digest put(String name, Content content) throws IOException {
        var digest = new Digest();
        zip.putNextEntry(new ZipEntry(name));
        content.to(new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                write(new byte[] {(byte) single}, 0, 1);
            }

            @Override
            public void write(byte[] chunk, int from, int length) throws IOException {
                digest.update(chunk, from, length);
                zip.write(chunk, from, length);
            }
        });
        zip.closeEntry();
        return digest;
    }

    /// Adds the manifest and puts the archive in its place.
    void finish(Manifest manifest) throws IOException {
        put(MANIFEST, out -> out.write(JSON.writeValueAsBytes(manifest)));
        zip.finish();
        zip.flush();
        channel.force(true);
        zip.close();
        // Whatever has come to lie there meanwhile is not overwritten.
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Removes what was written, unless it was finished.
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(making);
    }
}
