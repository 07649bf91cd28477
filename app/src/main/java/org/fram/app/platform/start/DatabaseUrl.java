package org.fram.app.platform.start;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.fram.schema.migrations.Database;
import org.jspecify.annotations.Nullable;

/// The address of a PostgreSQL database with user and password, in one of the two forms in which people
/// have it.
final class DatabaseUrl {

    private static final String JDBC = "jdbc:";
    private static final String FORMS = "It is postgres://USER:PASSWORD@HOST:PORT/DATABASE or "
            + "jdbc:postgresql://HOST:PORT/DATABASE?user=USER&password=PASSWORD.";

    private DatabaseUrl() {}

    /// @throws CannotStartException where it is no such address; the message does not repeat it, as it
    /// holds a password
    static Database parse(String url) {
        URI uri;
        try {
            uri = new URI(url.startsWith(JDBC) ? url.substring(JDBC.length()) : url);
        } catch (URISyntaxException malformed) {
            throw new CannotStartException("FRAM_DATABASE_URL is no address: %s at character %d. %s"
                    .formatted(malformed.getReason(), malformed.getIndex(), FORMS));
        }
        String scheme = uri.getScheme();
        String path = uri.getPath();
        if (!("postgres".equals(scheme) || "postgresql".equals(scheme))
                || uri.getHost() == null
                || path == null
                || path.length() < 2) {
            throw new CannotStartException("FRAM_DATABASE_URL names no database of PostgreSQL. " + FORMS);
        }
        String user = userInfo(uri, 0);
        String password = userInfo(uri, 1);
        user = user != null ? user : parameter(uri, "user");
        password = password != null ? password : parameter(uri, "password");
        if (user == null || password == null) {
            throw new CannotStartException("FRAM_DATABASE_URL lacks a user or a password. " + FORMS);
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new Database(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + otherParameters(uri), user, password);
    }

    private static @Nullable String userInfo(URI uri, int part) {
        String info = uri.getRawUserInfo();
        if (info == null) {
            return null;
        }
        String[] parts = info.split(":", 2);
        // A plus sign is itself in this part of an address.
        return part < parts.length ? decoded(parts[part].replace("+", "%2B")) : null;
    }

    private static @Nullable String parameter(URI uri, String name) {
        String query = uri.getRawQuery();
        if (query == null) {
            return null;
        }
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decoded(pair.substring(name.length() + 1)))
                .findFirst()
                .orElse(null);
    }

    private static String otherParameters(URI uri) {
        String query = uri.getRawQuery();
        if (query == null) {
            return "";
        }
        String others = Arrays.stream(query.split("&"))
                .filter(pair -> !pair.startsWith("user=") && !pair.startsWith("password="))
                .collect(Collectors.joining("&"));
        return others.isEmpty() ? "" : "?" + others;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
