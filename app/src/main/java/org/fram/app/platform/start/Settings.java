package org.fram.app.platform.start;

import java.nio.file.Path;
import java.util.Map;
import org.fram.schema.migrations.Database;
import org.jspecify.annotations.Nullable;

/// What is said about this installation, by the environment and a file ([GivenSettings]).
///
/// @param home holds everything that Fram keeps
/// @param address of the machine to listen on
/// @param port to listen on; 0 for any free one
/// @param database a server to use in place of the one that comes along, as its owner sees it, or null
/// @param demo whether this is a demonstration, whose passwords everyone may know
/// @param logFormat `text` or `json`
/// @param metricsToken what a scraper of metrics shows to be let in, or null where only administrators are
public record Settings(
        Path home,
        String address,
        int port,
        @Nullable Database database,
        boolean demo,
        String logFormat,
        @Nullable String metricsToken) {

    private static final int DEFAULT_PORT = 8080;
    private static final int LAST_PORT = 65_535;

    /// Reads them from environment variables, whose names begin with `FRAM_`, and from the file of settings.
    ///
    /// @param userHome where `.fram` is by default
    /// @throws CannotStartException where one of them makes no sense
    public static Settings of(Map<String, String> environment, Path userHome, boolean demo) {
        Path fallback = home(userHome, demo);
        var given = GivenSettings.of(environment, fallback).values();
        String home = given.get("FRAM_HOME");
        String url = given.get("FRAM_DATABASE_URL");
        if (demo && url != null) {
            throw new CannotStartException("The demonstration brings a database of its own, and FRAM_DATABASE_URL is "
                    + "set. Unset it, or run './fram serve' to use that database.");
        }
        return new Settings(
                home != null ? Path.of(home) : fallback,
                given.getOrDefault("FRAM_ADDRESS", "localhost"),
                port(given.get("FRAM_PORT")),
                url == null ? null : DatabaseUrl.parse(url),
                demo,
                logFormat(given.get("FRAM_LOG")),
                given.get("FRAM_METRICS_TOKEN"));
    }

    /// The folder of the installation where nothing is said about it.
    public static Path home(Path userHome, boolean demo) {
        return userHome.resolve(demo ? ".fram/demo" : ".fram");
    }

    private static int port(@Nullable String text) {
        if (text == null) {
            return DEFAULT_PORT;
        }
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like a number that is no port.
        }
        throw new CannotStartException(
                "FRAM_PORT is '%s'. A port is a whole number from 0 (any free one) to 65535.".formatted(text));
    }

    private static String logFormat(@Nullable String text) {
        return switch (text) {
            case null -> "text";
            case "text", "json" -> text;
            default -> throw new CannotStartException("FRAM_LOG is '%s'. It is 'text' or 'json'.".formatted(text));
        };
    }

    /// Where it is, and nothing that is secret.
    @Override
    public String toString() {
        return "Fram in %s at %s:%d".formatted(home, address, port);
    }
}
