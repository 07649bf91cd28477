package org.fram.app.meeting;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fram.app.testing.TestDatabases;
import org.fram.schema.migrations.Migrations;
import org.fram.schema.migrations.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Points of agendas that an earlier Fram kept.
class PointsFromBeforeTest {

    private static final String STEP = "20261128090500";

    @TempDir
    private Path folder;

    @Test
    void pointsThatNamedWhatOnePartyAloneSeesGoAndThoseToWhichSomethingWasSaidKeepTheirNumberAlone() throws Exception {
        var database = TestDatabases.fresh();
        var before = Migrations.state(database).pending().stream()
                .map(Step::version)
                .filter(version -> version.compareTo(STEP) < 0)
                .collect(toSet());
        Migrations.bringTo(database, before, Files.createDirectory(folder.resolve("steps")));
        try (var connection = TestDatabases.superuser(database).connect()) {
            // Rows without those around them, which no step asks for.
            run(connection, "set session_replication_role = replica");
            var shared = action(connection, "AC-1", null);
            var secret = action(connection, "AC-2", UUID.randomUUID());
            var spoken = action(connection, "AC-3", UUID.randomUUID());
            var meeting = UUID.randomUUID();
            for (var one : List.of(shared, secret, spoken)) {
                run(
                        connection,
                        "insert into meeting.point (id, engagement_id, meeting_id, key, origin, title, path) values ("
                                + "gen_random_uuid(), gen_random_uuid(), '%s', 'action %s', 'due', (select ref || ' ' || text "
                                        .formatted(meeting, one)
                                + "from raid.action where id = '%s'), 'raid/actions/%s')".formatted(one, one));
            }
            run(
                    connection,
                    "insert into meeting.note (id, engagement_id, meeting_id, point_key, kind, text, written_by, written) "
                            + "values (gen_random_uuid(), gen_random_uuid(), '%s', 'action %s', 'note', 'Said.', gen_random_uuid(), now())"
                                    .formatted(meeting, spoken));

            Migrations.bringUpToDate(database);

            assertThat(points(connection)).containsExactly("AC-1 Ask raid/actions/" + shared, "AC-3 ");
        }
    }

    private static UUID action(Connection connection, String ref, @Nullable UUID privateTo) throws SQLException {
        var id = UUID.randomUUID();
        run(
                connection,
                "insert into raid.action (id, engagement_id, ref, text, private_to) values ('%s', gen_random_uuid(), '%s', 'Ask', %s)"
                        .formatted(id, ref, privateTo == null ? "null" : "'" + privateTo + "'"));
        return id;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> points(Connection connection) throws SQLException {
        var points = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select title || ' ' || path from meeting.point order by title")) {
            while (rows.next()) {
                points.add(rows.getString(1));
            }
        }
        return points;
    }
}
