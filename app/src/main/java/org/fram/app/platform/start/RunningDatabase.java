package org.fram.app.platform.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.fram.postgres.Postgres;
import org.fram.postgres.PostgresException;
import org.fram.schema.migrations.Database;
import org.fram.schema.migrations.Migrations;
import org.jspecify.annotations.Nullable;

/// The database of this installation, up to date, as the application's role sees it.
public final class RunningDatabase implements AutoCloseable {

    /// The schema that marks a database into which a restore works.
    public static final String RESTORING = "restoring";

    static final String NAME = "fram";

    private final Database database;
    private final @Nullable Postgres own;

    private RunningDatabase(Database database, @Nullable Postgres own) {
        this.database = database;
        this.own = own;
    }

    /// Starts the database that comes along, or reaches the one that the settings name, and brings it up to
    /// date.
    ///
    /// @throws CannotStartException where that is impossible
    public static RunningDatabase start(Settings settings) {
        var named = whole(settings).server();
        return named == null ? own(settings.home().resolve("postgres"), Postgres::start) : onServer(named);
    }

    /// The same for a command that looks at what a server may be working on at the same time.
    ///
    /// @throws CannotStartException where there is none yet, too
    public static RunningDatabase reach(Settings settings) {
        var named = whole(settings).server();
        return named == null ? own(settings.home().resolve("postgres"), Postgres::startOrJoin) : onServer(named);
    }

    /// The installation, unless a restore into it did not finish.
    private static Installation whole(Settings settings) {
        var installation = Installation.of(settings);
        if (Files.exists(installation.restoring())) {
            throw new CannotStartException(("A restore into %s did not finish: %s is left of it. Run it again with "
                            + "'./fram restore FILE', or remove that folder to begin with nothing.")
                    .formatted(installation.home(), installation.restoring()));
        }
        return installation;
    }

    /// A database on a server that somebody else runs.
    private static RunningDatabase onServer(Database owner) {
        try {
            refuseHalfRestored(owner);
            return new RunningDatabase(Migrations.bringUpToDate(owner), null);
        } catch (SQLException unreachable) {
            throw unreachable(owner, unreachable);
        } catch (FlywayException failed) {
            throw new CannotStartException(
                    "The database of FRAM_DATABASE_URL (%s) cannot be brought up to date: %s"
                            .formatted(owner, failed.getMessage()),
                    failed);
        }
    }

    private static void refuseHalfRestored(Database owner) throws SQLException {
        try (var connection = owner.connect()) {
            if (marked(connection)) {
                throw new CannotStartException(("A restore into the database of FRAM_DATABASE_URL (%s) did not finish. "
                                + "Run it again with './fram restore FILE', or name another database.")
                        .formatted(owner));
            }
        }
    }

    /// Whether a restore works into the database, or did not finish.
    public static boolean marked(Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement("select exists (select from pg_namespace where nspname = ?)")) {
            statement.setString(1, RESTORING);
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    static CannotStartException unreachable(Database owner, SQLException refused) {
        return new CannotStartException(
                "The database of FRAM_DATABASE_URL (%s) refuses: %s Check address, user and password, that it "
                                .formatted(owner, sentence(refused))
                        + "runs, and that the user owns the database and may create a role (CREATEROLE).",
                refused);
    }

    private static RunningDatabase own(Path home, Function<Path, Postgres> start) {
        Postgres postgres;
        try {
            postgres = start.apply(home);
        } catch (PostgresException refused) {
            throw new CannotStartException(String.valueOf(refused.getMessage()), refused);
        }
        try {
            return new RunningDatabase(Migrations.bringUpToDate(ownedBy(postgres, NAME)), postgres);
        } catch (SQLException | RuntimeException failed) {
            postgres.close();
            throw new CannotStartException(
                    "The database in %s cannot be brought up to date: %s".formatted(home, failed.getMessage()), failed);
        }
    }

    /// A database of a server of our own, made where it is not there, as its owner sees it.
    public static Database ownedBy(Postgres postgres, String name) throws SQLException {
        var superuser = new Database(postgres.jdbcUrl("postgres"), Postgres.SUPERUSER, postgres.password());
        return Migrations.createOn(superuser, name, postgres.jdbcUrl(name));
    }

    /// The database, as the application's role sees it.
    public Database database() {
        return database;
    }

    /// Starts the database again where it is our own and has ended. One on somebody else's server is theirs
    /// to start.
    public void revive() {
        if (own != null) {
            own.revive();
        }
    }

    /// Stops the database where it is our own.
    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }

    private static String sentence(SQLException failure) {
        String message =
                String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
        return message.endsWith(".") ? message : message + ".";
    }
}
