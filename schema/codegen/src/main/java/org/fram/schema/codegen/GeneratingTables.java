package org.fram.schema.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.postgres.Postgres;
import org.fram.schema.migrations.Database;
import org.fram.schema.migrations.Migrations;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/// Writes a Java class for each table that the migrations make, unless they are those of the last time.
public final class GeneratingTables {

    private static final String MIGRATIONS = "db/migration";

    private GeneratingTables() {}

    /// Is run by the build.
    ///
    /// @param arguments the folder of the sources, and one for the database's programs and data
    public static void main(String[] arguments) throws Exception {
        Path sources = Path.of(arguments[0]);
        Path workshop = Path.of(arguments[1]);
        Path stamp = sources.resolve("MIGRATIONS");
        String now = hash();
        if (Files.exists(stamp) && Files.readString(stamp).equals(now)) {
            return;
        }
        Path home = workshop.resolve("codegen-" + UUID.randomUUID());
        try (var postgres = Postgres.start(home, workshop.resolve("programs"))) {
            var superuser = new Database(postgres.jdbcUrl("postgres"), Postgres.SUPERUSER, postgres.password());
            var owner = Migrations.createOn(superuser, "fram", postgres.jdbcUrl("fram"));
            Migrations.bringUpToDate(owner);
            generate(owner, sources);
        } finally {
            delete(home);
        }
        Files.writeString(stamp, now);
    }

    private static void generate(Database database, Path sources) throws Exception {
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withUrl(database.url())
                        .withUser(database.user())
                        .withPassword(database.password()))
                .withGenerator(new Generator()
                        .withDatabase(new org.jooq.meta.jaxb.Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withIncludes(".*")
                                .withExcludes("(pg_catalog|information_schema|migration|public)\\..*")
                                .withIncludeRoutines(false)
                                .withOutputSchemaToDefault(false)
                                .withForcedTypes(new ForcedType()
                                        .withName("INSTANT")
                                        .withIncludeTypes("(?i)timestamp\\(?\\d*\\)? with time zone|timestamptz")))
                        .withGenerate(new Generate()
                                .withGeneratedAnnotation(false)
                                .withGlobalCatalogReferences(false)
                                .withKeys(true)
                                .withIndexes(false)
                                .withDaos(false)
                                .withPojos(false)
                                .withRecords(true)
                                .withJavadoc(false))
                        .withTarget(new Target().withPackageName("fram.schema").withDirectory(sources.toString()))));
    }

    /// The migrations as they are now, with this program's own version: what it writes depends on both.
    private static String hash() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (Path file : migrations()) {
            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        try (InputStream self = GeneratingTables.class.getResourceAsStream("GeneratingTables.class")) {
            if (self != null) {
                digest.update(self.readAllBytes());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> migrations() throws Exception {
        URL folder = GeneratingTables.class.getClassLoader().getResource(MIGRATIONS);
        if (folder == null) {
            throw new IOException("There are no migrations on the class path.");
        }
        if (folder.getProtocol().equals("file")) {
            return sqlFilesBelow(Path.of(folder.toURI()));
        }
        // A file system that is closed with this short-lived process.
        var jar = FileSystems.newFileSystem(folder.toURI(), Map.of());
        return sqlFilesBelow(jar.getPath(MIGRATIONS));
    }

    private static List<Path> sqlFilesBelow(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".sql"))
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (var all = Files.walk(folder)) {
            deepestFirst = all.toList().reversed();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
