package org.fram.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fram.app.platform.start.MailSettings;

/// A mail server on a free port of this machine, to which the application of all tests hands its mails. Each test looks
/// for those to its own people.
public final class TestMail {

    private static final String HERE = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ROUND = Duration.ofMillis(50);

    private static GreenMail server = started(0);
    private static final int PORT = server.getSmtp().getPort();

    private TestMail() {}

    /// A mail as it arrived.
    ///
    /// @param id its Message-ID
    /// @param calendar its part of type `text/calendar`, or empty
    public record Mail(String id, String subject, String text, String html, String calendar) {

        /// The first link of the application in it that leads below a path, without the server.
        public String link(String below) {
            var link = Pattern.compile("https?://[^/\\s]+(" + Pattern.quote(below) + "\\S*)")
                    .matcher(text);
            assertThat(link.find()).as("a link to " + below + " in " + text).isTrue();
            return link.group(1);
        }
    }

    /// Settings that name it.
    public static MailSettings settings() {
        return new MailSettings(HERE, PORT, MailSettings.Tls.NONE, null, null, "Fram <fram@fram.example>");
    }

    /// All mails to somebody so far.
    public static List<Mail> to(String email) {
        return Stream.of(server.getReceivedMessages())
                .filter(message -> isTo(message, email))
                .map(TestMail::mail)
                .toList();
    }

    /// Waits until so many mails to somebody have arrived, and gives them.
    public static List<Mail> await(String email, int number) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        var mails = to(email);
        while (mails.size() < number && Instant.now().isBefore(end)) {
            Thread.sleep(ROUND);
            mails = to(email);
        }
        assertThat(mails).as("mails to " + email).hasSizeGreaterThanOrEqualTo(number);
        return mails;
    }

    /// Stops it, so that nobody can reach it; what it has received is forgotten.
    public static void stop() {
        server.stop();
    }

    /// Starts it again on the same port.
    public static void startAgain() {
        server = started(PORT);
    }

    private static GreenMail started(int port) {
        var setup = new ServerSetup(port, HERE, ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(PATIENCE.toMillis());
        var mail = new GreenMail(setup);
        mail.start();
        return mail;
    }

    private static boolean isTo(MimeMessage message, String email) {
        try {
            Address[] all = message.getAllRecipients();
            return all != null
                    && Arrays.stream(all)
                            .anyMatch(one -> one instanceof InternetAddress known
                                    && known.getAddress().equals(email));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Mail mail(MimeMessage message) {
        try {
            return new Mail(
                    message.getMessageID(),
                    message.getSubject(),
                    part(message.getContent(), "text/plain"),
                    part(message.getContent(), "text/html"),
                    part(message.getContent(), "text/calendar"));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String part(Object content, String type) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType(type)) {
                    return part.getContent() instanceof String text
                            ? text
                            : new String(part.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                }
                String within = part.getContent() instanceof Multipart more ? part(more, type) : "";
                if (!within.isEmpty()) {
                    return within;
                }
            }
        }
        return "";
    }
}
