package org.fram.app.platform.start;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;
import org.fram.postgres.Postgres;
import org.fram.postgres.PostgresException;
import org.fram.schema.migrations.Database;
import org.jspecify.annotations.Nullable;

/// The database of an installation as its owner sees it, for whoever operates it. Its schema stays as it is.
public final class OwnersDatabase implements AutoCloseable {

    private final Database database;
    private final @Nullable Postgres own;

    private OwnersDatabase(Database database, @Nullable Postgres own) {
        this.database = database;
        this.own = own;
    }

    /// Reaches it, also while a server works on it.
    ///
    /// @throws CannotStartException where there is none, or it refuses
    public static OwnersDatabase reach(Installation installation) {
        var server = installation.server();
        return server == null
                ? own(installation.postgres(), Postgres::startOrJoin)
                : new OwnersDatabase(answering(server), null);
    }

    /// An empty one that comes along, in a folder for it.
    public static OwnersDatabase make(Path folder) {
        return own(folder, Postgres::start);
    }

    private static OwnersDatabase own(Path folder, Function<Path, Postgres> start) {
        Postgres postgres;
        try {
            postgres = start.apply(folder);
        } catch (PostgresException refused) {
            throw new CannotStartException(String.valueOf(refused.getMessage()), refused);
        }
        try {
            return new OwnersDatabase(RunningDatabase.ownedBy(postgres, RunningDatabase.NAME), postgres);
        } catch (SQLException failed) {
            postgres.close();
            throw new CannotStartException(
                    "The database in %s refuses: %s".formatted(folder, failed.getMessage()), failed);
        }
    }

    private static Database answering(Database server) {
        try (var _ = server.connect()) {
            return server;
        } catch (SQLException refused) {
            throw RunningDatabase.unreachable(server, refused);
        }
    }

    /// The database.
    public Database database() {
        return database;
    }

    /// Stops it where it was started here.
    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
