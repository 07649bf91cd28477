package org.fram.app.platform.start;

import java.nio.file.Path;
import org.fram.schema.migrations.Database;
import org.jspecify.annotations.Nullable;

/// Where an installation keeps what it has.
///
/// @param home the folder for everything but, maybe, the database
/// @param server a database on somebody else's server, as its owner sees it, or null where it comes along
public record Installation(Path home, @Nullable Database server) {

    /// A restore puts everything here first. Where the folder is left over, one did not finish.
    private static final String RESTORING = "restoring";

    /// That of the settings.
    public static Installation of(Settings settings) {
        return new Installation(settings.home(), settings.database());
    }

    /// The folder of the database that comes along.
    public Path postgres() {
        return home.resolve("postgres");
    }

    /// The folder into which a restore works.
    public Path restoring() {
        return home.resolve(RESTORING);
    }
}
