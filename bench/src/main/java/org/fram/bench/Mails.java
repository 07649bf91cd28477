package org.fram.bench;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A mail server on a free port of this machine, to which the application hands its mails.
final class Mails implements AutoCloseable {

    private static final String HERE = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration ROUND = Duration.ofMillis(200);

    private final GreenMail server;

    private Mails(GreenMail server) {
        this.server = server;
    }

    static Mails start() {
        var server = new GreenMail(new ServerSetup(0, HERE, ServerSetup.PROTOCOL_SMTP));
        // A client that is killed while it speaks is what this is about, and no fault of the server.
        var other = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (!thread.getName().startsWith(ServerSetup.PROTOCOL_SMTP + ":") && other != null) {
                other.uncaughtException(thread, failure);
            }
        });
        server.start();
        return new Mails(server);
    }

    /// Settings by which the application finds it.
    Map<String, String> settings() {
        return Map.of(
                "FRAM_MAIL_HOST",
                HERE,
                "FRAM_MAIL_PORT",
                Integer.toString(server.getSmtp().getPort()),
                "FRAM_MAIL_TLS",
                "none",
                "FRAM_MAIL_FROM",
                "Fram <fram@fram.example>");
    }

    /// Which marks arrived in a mail.
    Set<String> marks() throws IOException {
        return ids().keySet();
    }

    /// Marks of what arrived in two mails that differ: by their Message-ID a receiver takes one twice for one.
    Set<String> doubled() throws IOException {
        var doubled = new HashSet<String>();
        ids().forEach((mark, ids) -> {
            if (ids.size() > 1) {
                doubled.add(mark);
            }
        });
        return doubled;
    }

    /// How many mails were handed over again under the Message-ID that they had before: the kill came between the
    /// server's answer and the note of it.
    int again() throws IOException {
        return ids().values().stream()
                .flatMap(ids -> ids.values().stream())
                .mapToInt(times -> times - 1)
                .sum();
    }

    /// Waits until all of these have arrived; for some minutes.
    void awaitMarks(Set<String> marks) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!marks().containsAll(marks) && System.nanoTime() < end) {
            Thread.sleep(ROUND);
        }
    }

    /// By mark and Message-ID, how often a mail arrived. The mark is in the address of the guest.
    private Map<String, Map<String, Integer>> ids() throws IOException {
        var ids = new HashMap<String, Map<String, Integer>>();
        try {
            for (MimeMessage message : server.getReceivedMessages()) {
                // Addresses are kept in small letters.
                String to = message.getAllRecipients()[0].toString();
                var mark = KillRounds.MARK.matcher(to.startsWith("k") ? "K" + to.substring(1) : to);
                if (mark.find()) {
                    ids.computeIfAbsent(mark.group(), _ -> new HashMap<>())
                            .merge(message.getMessageID(), 1, Integer::sum);
                }
            }
        } catch (MessagingException unreadable) {
            throw new IOException(unreadable);
        }
        return ids;
    }

    @Override
    public void close() {
        server.stop();
    }
}
