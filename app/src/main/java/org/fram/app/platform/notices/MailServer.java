package org.fram.app.platform.notices;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.fram.app.platform.start.MailSettings;
import org.jspecify.annotations.Nullable;

/// The way to the mail server: one connection, for the mails of one round.
final class MailServer implements AutoCloseable {

    private static final String MILLISECONDS_TO_CONNECT = "15000";
    private static final String MILLISECONDS_TO_ANSWER = "60000";
    private static final int PERMANENT = 500;
    private static final int CLOSING = 421;

    /// What a server answers: its code and, where it has one, the code after it. What follows may hold an
    /// address.
    private static final Pattern CODES = Pattern.compile("^(\\d{3})[ -]?(\\d\\.\\d{1,3}\\.\\d{1,3})?");

    private final MailSettings settings;
    private final Session session;
    private @Nullable Transport transport;

    MailServer(MailSettings settings, String host) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings, host));
    }

    /// What came of handing a mail over.
    sealed interface Outcome {

        /// The server has it.
        record Accepted() implements Outcome {}

        /// It will never take it.
        record Refused(String answer) implements Outcome {}

        /// It does not take this one now.
        record Later(String answer) implements Outcome {}

        /// It takes none now, or it is not known whether it took this one.
        record Unreachable(String answer) implements Outcome {}
    }

    /// Goes there, and signs in where that is asked for, without handing anything over.
    ///
    /// @throws MessagingException where that fails
    void reach() throws MessagingException {
        connection();
    }

    Outcome hand(Writing.Written mail) {
        MimeMessage message;
        InternetAddress to;
        try {
            to = new InternetAddress(mail.to(), true);
            message = message(mail, to);
        } catch (AddressException _) {
            return new Outcome.Refused("no address");
        } catch (MessagingException impossible) {
            throw new IllegalStateException("The mail %s cannot be written.".formatted(mail), impossible);
        }
        try {
            connection().sendMessage(message, new InternetAddress[] {to});
            return new Outcome.Accepted();
        } catch (MessagingException failure) {
            var outcome = outcome(failure);
            if (outcome instanceof Outcome.Unreachable) {
                close();
            }
            return outcome;
        }
    }

    private Transport connection() throws MessagingException {
        var open = transport;
        if (open != null && open.isConnected()) {
            return open;
        }
        var fresh = session.getTransport("smtp");
        fresh.connect(settings.host(), settings.port(), settings.user(), settings.password());
        transport = fresh;
        return fresh;
    }

    @Override
    public void close() {
        var open = transport;
        transport = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException _) {
                // It has gone already.
            }
        }
    }

    private MimeMessage message(Writing.Written mail, InternetAddress to) throws MessagingException {
        var message = new Numbered(session, mail.id());
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(mail.made()));
        // Machines that answer for those who are away answer nobody's machine.
        message.setHeader("Auto-Submitted", "auto-generated");
        var forms = new MimeMultipart("alternative");
        forms.addBodyPart(part(mail.text(), "text/plain; charset=UTF-8"));
        forms.addBodyPart(part(mail.html(), "text/html; charset=UTF-8"));
        if (!mail.calendar().isEmpty()) {
            forms.addBodyPart(part(mail.calendar(), "text/calendar; charset=UTF-8; method=" + mail.method()));
        }
        message.setContent(forms);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setContent(text, type);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static Outcome outcome(MessagingException failure) {
        for (@Nullable Exception one = failure;
                one instanceof MessagingException known;
                one = known.getNextException()) {
            switch (known) {
                case SMTPAddressFailedException address -> {
                    return answered(address.getReturnCode(), address.getMessage());
                }
                // It is about whom mails come from, so the next one would fare no better.
                case SMTPSenderFailedException sender -> {
                    return new Outcome.Unreachable("sender " + codes(sender.getReturnCode(), sender.getMessage()));
                }
                case SMTPSendFailedException send
                when send.getNextException() == null -> {
                    return answered(send.getReturnCode(), send.getMessage());
                }
                default -> {
                    // The reason may be below.
                }
            }
        }
        return new Outcome.Unreachable(failure.getClass().getSimpleName());
    }

    private static Outcome answered(int code, @Nullable String message) {
        String answer = codes(code, message);
        if (code == CLOSING || code <= 0) {
            return new Outcome.Unreachable(answer);
        }
        return code >= PERMANENT ? new Outcome.Refused(answer) : new Outcome.Later(answer);
    }

    private static String codes(int code, @Nullable String message) {
        var found = CODES.matcher(message == null ? "" : message.strip());
        return found.find() && found.group(2) != null ? code + " " + found.group(2) : Integer.toString(code);
    }

    /// The address in what names whom mails come from.
    static String bare(String from) {
        try {
            return new InternetAddress(from).getAddress();
        } catch (AddressException _) {
            return from;
        }
    }

    private static Properties properties(MailSettings settings, String host) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty("mail.smtp.localhost", host);
        properties.setProperty("mail.smtp.from", bare(settings.from()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.setProperty("mail.smtp.connectiontimeout", MILLISECONDS_TO_CONNECT);
        properties.setProperty("mail.smtp.timeout", MILLISECONDS_TO_ANSWER);
        properties.setProperty("mail.smtp.writetimeout", MILLISECONDS_TO_ANSWER);
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.tls() == MailSettings.Tls.TLS));
        boolean changes = settings.tls() == MailSettings.Tls.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(changes));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(changes));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    /// A message that keeps its Message-ID: the library would give it a new one each time.
    private static final class Numbered extends MimeMessage {

        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
