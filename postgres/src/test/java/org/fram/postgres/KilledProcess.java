package org.fram.postgres;

import java.nio.file.Path;

/// Starts a database, commits rows and waits to be killed.
final class KilledProcess {

    static final String COMMITTED = "committed";

    private KilledProcess() {}

    public static void main(String[] arguments) throws Exception {
        var postgres = Postgres.start(Path.of(arguments[0]), Path.of(arguments[1]));
        try (var connection = PostgresTest.connect(postgres, postgres.password());
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select * from generate_series(1, 1000)");
        }
        System.out.println(COMMITTED);
        Thread.currentThread().join();
    }
}
