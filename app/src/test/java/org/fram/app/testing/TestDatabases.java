package org.fram.app.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.fram.app.platform.start.RunningDatabase;
import org.fram.postgres.Postgres;
import org.fram.schema.migrations.Database;

/// Databases for tests, on one PostgreSQL that starts with the first of them and ends with the virtual
/// machine.
public final class TestDatabases {

    private static final TestDatabases THE_ONE = new TestDatabases();

    private final Postgres postgres;
    private final AtomicInteger made = new AtomicInteger();

    private TestDatabases() {
        postgres = Postgres.start(
                TestFolder.of("postgres").toAbsolutePath(),
                programs(Path.of("target").toAbsolutePath()));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
    }

    /// A new database with all migrations, as its owner sees it. Nothing else uses it.
    public static Database fresh() {
        return THE_ONE.make();
    }

    /// One of them as the superuser sees it, whom row security does not bind.
    public static Database superuser(Database database) {
        return new Database(database.url(), Postgres.SUPERUSER, THE_ONE.postgres.password());
    }

    /// The folder of PostgreSQL's programs, for whoever makes a database that comes along.
    public static Path programs() {
        return programs(Path.of("target").toAbsolutePath());
    }

    private Database make() {
        String name = "test_%d_%d".formatted(ProcessHandle.current().pid(), made.incrementAndGet());
        try {
            return RunningDatabase.ownedBy(postgres, name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Where the build has unpacked PostgreSQL's programs already, so that each module need not.
    private static Path programs(Path target) {
        for (Path folder = target; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".mvn"))) {
                return folder.resolve("target/fram/postgres/programs");
            }
        }
        return target.resolve("programs");
    }
}
