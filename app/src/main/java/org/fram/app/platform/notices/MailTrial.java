package org.fram.app.platform.notices;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.fram.app.platform.start.MailSettings;

/// Whether a mail server can be reached, and lets us in. Nothing is handed over.
public final class MailTrial {

    private static final String ANYONE = "localhost";

    private MailTrial() {}

    /// What came of it.
    public sealed interface Outcome {

        /// It is there, and where a user is set it has accepted the password.
        record Answered() implements Outcome {}

        /// It does not accept the user and the password.
        record NotLetIn() implements Outcome {}

        /// Nobody answers, or not as the settings say.
        ///
        /// @param reason of one line; never a password
        record NoAnswer(String reason) implements Outcome {}
    }

    /// Tries it. That takes as long as a server may take to answer: a quarter of a minute to connect.
    public static Outcome of(MailSettings settings) {
        try (var server = new MailServer(settings, ANYONE)) {
            server.reach();
            return new Outcome.Answered();
        } catch (AuthenticationFailedException _) {
            return new Outcome.NotLetIn();
        } catch (MessagingException failure) {
            String said =
                    String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
            return new Outcome.NoAnswer(said.replaceAll("[.;:\\s]+$", ""));
        }
    }
}
