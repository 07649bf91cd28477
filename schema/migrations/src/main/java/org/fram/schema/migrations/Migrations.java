package org.fram.schema.migrations;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/// Brings databases to the schema that this version of Fram works with.
public final class Migrations {

    /// The user that owns the database on a server of our own.
    private static final String OWNER = "fram";

    private static final String INVALID_PASSWORD = "28P01";

    private static final String SCRIPTS = "db/migration";

    private Migrations() {}

    /// Makes an owner and an empty database on a server, where they are not there yet.
    ///
    /// @param superuser connects to any database of the server
    /// @param url of the database `name`
    /// @return the database as its owner sees it, who is no superuser
    public static Database createOn(Database superuser, String name, String url) throws SQLException {
        String password = derived(superuser.password(), OWNER);
        try (var connection = superuser.connect()) {
            if (!exists(connection, "select from pg_roles where rolname = ?", OWNER)) {
                execute(connection, "create role %I login createrole password %L", OWNER, password);
            }
            if (!exists(connection, "select from pg_database where datname = ?", name)) {
                execute(connection, "create database %I owner %I", name, OWNER);
            }
        }
        return new Database(url, OWNER, password);
    }

    /// Brings a database up to date, as its owner.
    ///
    /// @return the same database as the application's role sees it: it owns nothing and is bound by row
    /// security
    /// @throws SQLException where the database cannot be reached, or the application's role not be made
    /// @throws FlywayException where a step fails; the database is then as it was before that step
    public static Database bringUpToDate(Database owner) throws SQLException {
        var application = applicationRole(owner);
        flyway(owner, "classpath:" + SCRIPTS).migrate();
        OperatingPolicies.allow(owner, application);
        return application;
    }

    /// Brings an empty database to the schema that another one had: by these steps and no others.
    ///
    /// @param versions of steps that this version of Fram knows
    /// @param workshop a folder for the steps' files, which the caller removes
    public static void bringTo(Database owner, Set<String> versions, Path workshop) throws SQLException, IOException {
        var application = applicationRole(owner);
        for (var step : flyway(owner, "classpath:" + SCRIPTS).info().all()) {
            if (versions.contains(step.getVersion().getVersion())) {
                copy(step.getScript(), workshop);
            }
        }
        flyway(owner, "filesystem:" + workshop).migrate();
        OperatingPolicies.allow(owner, application);
    }

    /// How far a database is. Nothing in it is changed.
    public static SchemaState state(Database owner) {
        var applied = new ArrayList<Step>();
        var pending = new ArrayList<Step>();
        var foreign = new ArrayList<Step>();
        var changed = new ArrayList<Step>();
        for (var step : flyway(owner, "classpath:" + SCRIPTS).info().all()) {
            if (step.getVersion() == null) {
                continue;
            }
            if (!step.getState().isApplied()) {
                pending.add(step(step));
                continue;
            }
            applied.add(step(step));
            if (!step.getState().isResolved()) {
                foreign.add(step(step));
            } else if (!step.isChecksumMatching()) {
                changed.add(step(step));
            }
        }
        return new SchemaState(applied, pending, foreign, changed);
    }

    /// Lets whoever operates the installation read what is in a database whose steps are not all applied.
    public static void letOperate(Database owner) throws SQLException {
        OperatingPolicies.allow(owner, applicationOf(owner));
    }

    private static Step step(MigrationInfo info) {
        return new Step(info.getVersion().getVersion(), info.getDescription(), info.getChecksum());
    }

    private static void copy(String script, Path workshop) throws IOException {
        Path file = workshop.resolve(script);
        Files.createDirectories(file.getParent());
        try (var content = Migrations.class.getClassLoader().getResourceAsStream(SCRIPTS + "/" + script)) {
            if (content == null) {
                throw new FileNotFoundException(script);
            }
            Files.copy(content, file);
        }
    }

    private static Flyway flyway(Database owner, String location) {
        return Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations(location)
                .defaultSchema("migration")
                .createSchemas(true)
                .outOfOrder(true)
                .validateMigrationNaming(true)
                .failOnMissingLocations(true)
                .placeholders(
                        Map.of("app", "\"%s\"".formatted(applicationOf(owner).user())))
                .load();
    }

    private static Database applicationOf(Database owner) {
        String role = owner.user() + "_app";
        return new Database(owner.url(), role, derived(owner.password(), role));
    }

    /// The role of the application, made where it is not there. Its password follows from the owner's, so
    /// nobody has to keep it.
    private static Database applicationRole(Database owner) throws SQLException {
        var application = applicationOf(owner);
        String role = application.user();
        try (var connection = owner.connect()) {
            if (!exists(connection, "select from pg_roles where rolname = ?", role)) {
                execute(connection, "create role %I login password %L", role, application.password());
            } else if (!accepts(application)) {
                execute(connection, "alter role %I login password %L", role, application.password());
            }
        }
        return application;
    }

    private static boolean accepts(Database database) throws SQLException {
        try (var connection = database.connect()) {
            return connection.isValid(0);
        } catch (SQLException refused) {
            if (INVALID_PASSWORD.equals(refused.getSQLState())) {
                return false;
            }
            throw refused;
        }
    }

    private static boolean exists(Connection connection, String query, String parameter) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /// Runs a statement in which names and texts are quoted by the database itself, as parameters cannot
    /// stand there.
    private static void execute(Connection connection, String format, String... arguments) throws SQLException {
        String statement;
        try (var formatting = connection.prepareStatement("select format(?, variadic ?::text[])")) {
            formatting.setString(1, format);
            formatting.setArray(2, connection.createArrayOf("text", arguments));
            try (var rows = formatting.executeQuery()) {
                rows.next();
                statement = rows.getString(1);
            }
        }
        try (var executing = connection.createStatement()) {
            executing.execute(statement);
        }
    }

    private static String derived(String secret, String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("fram:" + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] bytes = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every Java has HmacSHA256.", absent);
        }
    }
}
