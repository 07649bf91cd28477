package org.fram.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A running PostgreSQL of our own. Its data stays in a folder when it is closed, and when it is killed.
///
/// It listens on loopback only, asks everyone for a password, and answers a commit when it is on disk. One
/// process at a time holds a folder. A server that outlived a killed process is stopped in an orderly way
/// at the next start.
public final class Postgres implements AutoCloseable {

    /// The name of the superuser, who is for setting up the database and for nothing else.
    public static final String SUPERUSER = "postgres";

    /// Null where the server is somebody else's.
    private final @Nullable Postmaster postmaster;

    private final @Nullable FileChannel lock;
    private final int port;
    private final String password;
    private boolean closed;

    private Postgres(@Nullable Postmaster postmaster, @Nullable FileChannel lock, int port, String password) {
        this.postmaster = postmaster;
        this.lock = lock;
        this.port = port;
        this.password = password;
    }

    /// Starts the database of a folder, which is made where there is none.
    ///
    /// @param home holds the data, the superuser's password and the server's log
    /// @throws PostgresException where that is impossible; the message says why and what to do
    public static Postgres start(Path home) {
        return start(home, home.resolve("programs"));
    }

    /// The same with PostgreSQL's programs in another folder, which several databases may share.
    public static Postgres start(Path home, Path programs) {
        try {
            Files.createDirectories(home);
            @Nullable FileChannel lock = lock(home);
            if (lock == null) {
                throw new PostgresException(
                        "Another Fram works with %s. Stop it, or give this one a folder of its own with FRAM_HOME."
                                .formatted(home));
            }
            try {
                var binaries = Binaries.in(programs.toAbsolutePath().normalize());
                var folder = new DataFolder(home.toAbsolutePath().normalize());
                String password = folder.password();
                var postmaster = new Postmaster(binaries, folder, user(binaries, folder));
                folder.prepare(binaries, postmaster.user());
                postmaster.user().own(folder.data());
                postmaster.clearAway();
                return new Postgres(postmaster, lock, postmaster.start(), password);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new PostgresException(
                    "The database in %s cannot be started: %s. Is the disk full, or the folder not yours?"
                            .formatted(home, failure),
                    failure);
        }
    }

    /// The same, or where another process works with the folder already, that one's server: it is left running when
    /// this
    /// is closed.
    ///
    /// @throws PostgresException where there is no database yet, or it cannot be started
    public static Postgres startOrJoin(Path home) {
        var folder = new DataFolder(home.toAbsolutePath().normalize());
        if (!Files.exists(folder.data())) {
            throw new PostgresException("There is no database in %s yet.".formatted(home));
        }
        try {
            @Nullable FileChannel lock = lock(home);
            if (lock == null) {
                return new Postgres(null, null, folder.port(), folder.password());
            }
            lock.close();
            return start(home);
        } catch (IOException failure) {
            throw new PostgresException("The database in %s cannot be reached: %s".formatted(home, failure), failure);
        }
    }

    /// How the database of a folder is at the moment. Nothing is changed by asking.
    public enum Condition {
        /// There is no database yet.
        ABSENT,
        /// Nobody works with it.
        STOPPED,
        /// A process works with it, which is alive.
        HELD,
        /// Its server runs, but the process that started it is gone. The next start stops it in an orderly way.
        ORPHANED
    }

    /// How the database of a folder is at the moment.
    public static Condition condition(Path home) {
        var folder = new DataFolder(home.toAbsolutePath().normalize());
        if (!Files.exists(folder.data())) {
            return Condition.ABSENT;
        }
        try (@Nullable FileChannel lock = lock(home)) {
            if (lock == null) {
                return Condition.HELD;
            }
            return folder.server().isPresent() ? Condition.ORPHANED : Condition.STOPPED;
        } catch (IOException failure) {
            throw new PostgresException("The database in %s cannot be looked at: %s".formatted(home, failure), failure);
        }
    }

    /// The port of loopback on which it listens.
    public int port() {
        return port;
    }

    /// The superuser's password.
    public String password() {
        return password;
    }

    /// A JDBC address of one of its databases, without user and password.
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /// Starts it again, on the same port, where it has ended by itself or was ended by somebody else.
    public synchronized void revive() {
        if (closed || postmaster == null || postmaster.runs()) {
            return;
        }
        try {
            postmaster.startAgain(port);
        } catch (IOException failure) {
            throw new PostgresException("The database cannot be started again: " + failure.getMessage(), failure);
        }
    }

    /// Stops it. What was committed is on disk; open transactions are rolled back. A second call does
    /// nothing.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (postmaster == null || lock == null) {
            return;
        }
        try (lock) {
            postmaster.stop();
        } catch (IOException failure) {
            throw new PostgresException(
                    "The lock of the database cannot be released: " + failure.getMessage(), failure);
        }
    }

    private static Unprivileged user(Binaries binaries, DataFolder folder) throws IOException {
        if (!Files.exists(folder.log())) {
            Files.createFile(folder.log());
        }
        return Unprivileged.running(binaries, folder.log());
    }

    /// The lock of a folder, or null where somebody else holds it.
    private static @Nullable FileChannel lock(Path home) throws IOException {
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            @Nullable FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException ours) {
            // Held by this very process: the same as held by another.
        }
        channel.close();
        return null;
    }
}
