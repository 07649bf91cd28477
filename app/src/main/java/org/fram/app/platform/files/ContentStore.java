package org.fram.app.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.fram.app.platform.start.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// A folder of contents, each under its SHA-256: `files/content/ab/abcd…`. What is in it is whole and on the disk.
///
/// A content arrives in `files/arriving` first. It is forced to the disk, then renamed, which happens or does not; what
/// is left there by a program that was killed is removed at the next start of a server.
@Component
public class ContentStore {

    private static final int CHUNK = 1 << 16;

    private final ContentFolder folder;
    private final Path contents;
    private final Path arriving;
    private final Opening opening;

    @Autowired
    ContentStore(Settings settings, @Value("${fram.runs.serve:true}") boolean serves) {
        this(
                ContentFolder.of(settings.home()).files(),
                file -> FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                serves);
    }

    /// @param serves whether nobody else works on the folder: what lies in `arriving` then is left over
    ContentStore(Path folder, Opening opening, boolean serves) {
        this.folder = new ContentFolder(folder);
        this.contents = this.folder.contents();
        this.arriving = this.folder.arriving();
        this.opening = opening;
        try {
            Files.createDirectories(contents);
            Files.createDirectories(arriving);
            if (serves) {
                clear();
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void clear() throws IOException {
        try (Stream<Path> left = Files.list(arriving)) {
            left.forEach(ContentStore::delete);
        }
    }

    /// How a file that arrives is opened for writing.
    interface Opening {
        FileChannel open(Path file) throws IOException;
    }

    /// Keeps what the stream holds. When it returns, the content is on the disk; when it throws, nothing is left of it.
    ///
    /// @param most how many bytes it may have
    /// @throws TooLargeException where it has more
    /// @throws IOException where the stream breaks off or the disk is full
    public Content put(InputStream stream, long most) throws IOException {
        Path file = arriving.resolve(UUID.randomUUID().toString());
        try {
            Content content = write(stream, most, file);
            Path place = path(content);
            if (!Files.exists(place)) {
                Path within = Files.createDirectories(place.getParent());
                force(contents);
                Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
                force(within);
            }
            return content;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// Where a content lies.
    public Path path(Content content) {
        return folder.path(content.sha256());
    }

    /// Whether the bytes on the disk are still those of its digest. Reads all of them.
    ///
    /// @throws IOException where they cannot be read
    public boolean intact(Content content) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream stream = Files.newInputStream(path(content))) {
            byte[] chunk = new byte[CHUNK];
            for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equals(content.sha256());
    }

    /// A content under a name of its own, for programs that look at names. Closing it takes the name away.
    public Named named(StoredFile file) throws IOException {
        Path folder = Files.createDirectory(arriving.resolve(UUID.randomUUID().toString()));
        Path link = folder.resolve(file.name());
        try {
            Files.createLink(link, path(file.content()));
        } catch (FileAlreadyExistsException | UnsupportedOperationException cannot) {
            Files.copy(path(file.content()), link);
        }
        return new Named(folder, link);
    }

    /// A content under a name.
    ///
    /// @param folder holds nothing else
    /// @param path ends with the name
    public record Named(Path folder, Path path) implements AutoCloseable {

        @Override
        public void close() {
            delete(folder);
        }
    }

    /// Where parts of requests wait before they are kept.
    Path arriving() {
        return arriving;
    }

    private Content write(InputStream stream, long most, Path file) throws IOException {
        MessageDigest digest = sha256();
        long bytes = 0;
        try (FileChannel channel = opening.open(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
                bytes += read;
                if (bytes > most) {
                    throw new TooLargeException(most);
                }
                digest.update(chunk, 0, read);
                ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, read);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            channel.force(true);
        }
        return new Content(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    /// Has a folder's entries be on the disk.
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path path) {
        try (Stream<Path> within = Files.isDirectory(path) ? Files.list(path) : Stream.empty()) {
            within.forEach(ContentStore::delete);
            Files.deleteIfExists(path);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
