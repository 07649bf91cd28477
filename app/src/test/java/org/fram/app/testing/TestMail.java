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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fram.app.platform.start.MailSettings;

/// A mail server on a free port of this machine, to which the application of all tests hands its mails. Each
/// test looks for those to its own people.
public final class TestMail {

    private static final String HERE = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ROUND = Duration.ofMillis(50);

    private static final GreenMail SERVER = started();

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
        return new MailSettings(
                HERE, SERVER.getSmtp().getPort(), MailSettings.Tls.NONE, null, null, "Fram <fram@fram.example>");
    }

    /// All mails to somebody so far.
    public static List<Mail> to(String email) {
        return Stream.of(SERVER.getReceivedMessages())
                .filter(message -> isTo(message, email))
                .map(TestMail::mail)
                .toList();
    }

    /// Waits until so many mails to somebody have arrived, and gives them.
    public static List<Mail> await(String email, int number) throws InterruptedException {
        return await(email, "", number);
    }

    /// Waits until a mail to somebody has arrived that has this subject.
    public static Mail await(String email, String subject) throws InterruptedException {
        return await(email, subject, 1).getFirst();
    }

    /// Waits until so many mails to somebody have arrived whose subject begins so, and gives them.
    public static List<Mail> await(String email, String subject, int number) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var mails = to(email).stream()
                    .filter(mail -> mail.subject().startsWith(subject))
                    .toList();
            if (mails.size() >= number) {
                return mails;
            }
            assertThat(Instant.now()).as("mails to " + email).isBefore(end);
            Thread.sleep(ROUND);
        }
    }

    private static GreenMail started() {
        var setup = new ServerSetup(0, HERE, ServerSetup.PROTOCOL_SMTP);
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
                            : new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
