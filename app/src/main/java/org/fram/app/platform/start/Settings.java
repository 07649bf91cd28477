package org.fram.app.platform.start;

import java.net.URI;
import java.net.URISyntaxException;
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
/// @param publicAddress under which browsers reach this installation, or null where that is its own
/// @param mail the server that mails are handed to, or null where none are sent
/// @param identity about signing in
/// @param traffic with other systems
public record Settings(
        Path home,
        String address,
        int port,
        @Nullable Database database,
        boolean demo,
        String logFormat,
        @Nullable String metricsToken,
        @Nullable URI publicAddress,
        @Nullable MailSettings mail,
        IdentitySettings identity,
        TrafficSettings traffic) {

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
                given.get("FRAM_METRICS_TOKEN"),
                publicAddress(given.get("FRAM_PUBLIC_ADDRESS")),
                // Nobody of a demonstration reads mail.
                demo ? null : MailSettings.of(given),
                IdentitySettings.of(given),
                TrafficSettings.of(given));
    }

    /// The folder of the installation where nothing is said about it.
    public static Path home(Path userHome, boolean demo) {
        return userHome.resolve(demo ? ".fram/demo" : ".fram");
    }

    private static @Nullable URI publicAddress(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var address = new URI(text.replaceAll("/+$", ""));
            boolean secure = "https".equals(address.getScheme());
            boolean here = "http".equals(address.getScheme()) && "localhost".equals(address.getHost());
            if ((secure || here)
                    && address.getHost() != null
                    && address.getRawPath().isEmpty()
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            // Refused below, like an address that is none of ours.
        }
        throw new CannotStartException(
                ("FRAM_PUBLIC_ADDRESS is '%s'. It is what browsers show without a path, as https://fram.example.com; "
                                + "without TLS only http://localhost:PORT.")
                        .formatted(text));
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

    static @Nullable String given(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /// Where it is, and nothing that is secret.
    @Override
    public String toString() {
        return "Fram in %s at %s:%d".formatted(home, address, port);
    }
}
