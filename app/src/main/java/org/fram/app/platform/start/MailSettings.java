package org.fram.app.platform.start;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The mail server that mails are handed to.
///
/// @param tls how the way there is kept secret
/// @param user to sign in as, or null where the server asks for none
/// @param password of that user, or null
/// @param from whom mails come from: an address, or a name and an address as `Fram <fram@example.com>`
public record MailSettings(
        String host,
        int port,
        Tls tls,
        @Nullable String user,
        @Nullable String password,
        String from) {

    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final int RELAY = 25;
    private static final int LAST_PORT = 65_535;

    /// How the way to the server is kept secret.
    public enum Tls {
        /// Nothing is: for a server on the same machine.
        NONE,
        /// By changing over before anything is said; without that nothing is sent.
        STARTTLS,
        /// From the first byte.
        TLS
    }

    /// Reads them from environment variables; null where none of them names a server.
    ///
    /// @throws CannotStartException where one of them makes no sense
    public static @Nullable MailSettings of(Map<String, String> environment) {
        String host = Settings.given(environment, "FRAM_MAIL_HOST");
        if (host == null) {
            return null;
        }
        String from = Settings.given(environment, "FRAM_MAIL_FROM");
        if (from == null || from.indexOf('@') < 1) {
            throw new CannotStartException(
                    "FRAM_MAIL_HOST is set, and FRAM_MAIL_FROM is %s. Set it to the address that mails come from, such as "
                                    .formatted(from == null ? "not" : "'" + from + "'")
                            + "'Fram <fram@example.com>'.");
        }
        var tls = tls(Settings.given(environment, "FRAM_MAIL_TLS"));
        String user = Settings.given(environment, "FRAM_MAIL_USER");
        if (user != null && tls == Tls.NONE) {
            throw new CannotStartException(
                    "FRAM_MAIL_USER is set and FRAM_MAIL_TLS is 'none', so the password would be "
                            + "sent for everybody to read. Take 'starttls' or 'tls'.");
        }
        return new MailSettings(
                host,
                port(Settings.given(environment, "FRAM_MAIL_PORT"), tls),
                tls,
                user,
                Settings.given(environment, "FRAM_MAIL_PASSWORD"),
                from);
    }

    private static Tls tls(@Nullable String text) {
        return switch (text) {
            case null -> Tls.STARTTLS;
            case "none" -> Tls.NONE;
            case "starttls" -> Tls.STARTTLS;
            case "tls" -> Tls.TLS;
            default ->
                throw new CannotStartException(
                        "FRAM_MAIL_TLS is '%s'. It is 'starttls', 'tls' or 'none'.".formatted(text));
        };
    }

    private static int port(@Nullable String text, Tls tls) {
        if (text == null) {
            return switch (tls) {
                case NONE -> RELAY;
                case STARTTLS -> SUBMISSION;
                case TLS -> SUBMISSIONS;
            };
        }
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like a number that is no port.
        }
        throw new CannotStartException(
                "FRAM_MAIL_PORT is '%s'. A port is a whole number from 1 to 65535.".formatted(text));
    }

    /// It shows no password.
    @Override
    public String toString() {
        return "MailSettings[%s:%d, %s]".formatted(host, port, tls);
    }
}
