package org.fram.app.operation;

import java.nio.file.Path;
import org.fram.app.platform.start.GivenSettings;
import org.fram.app.platform.start.Installation;
import org.fram.app.platform.start.Settings;
import picocli.CommandLine.Option;

/// The installation that a command is about: that of the settings.
final class Target {

    private static final Path USER_HOME = Path.of(System.getProperty("user.home"));

    @Option(names = "--demo", description = "Takes the demonstration's data.")
    private boolean demo;

    Installation installation() {
        return Installation.of(Settings.of(System.getenv(), USER_HOME, demo));
    }

    /// What is set, and where.
    GivenSettings given() {
        return GivenSettings.of(System.getenv(), Settings.home(USER_HOME, demo));
    }
}
