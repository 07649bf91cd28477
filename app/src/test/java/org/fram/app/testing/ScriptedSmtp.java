package org.fram.app.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fram.app.platform.start.MailSettings;

/// A mail server that answers as it is told to, for what real ones do on bad days.
public final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private ScriptedSmtp(ServerSocket socket) {
        this.socket = socket;
    }

    /// One that takes everything, until it is told otherwise.
    public static ScriptedSmtp start() {
        try {
            var server = new ScriptedSmtp(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(server::serve);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Has it answer a command, as `RCPT`, from now on. The answer to `DATA`'s end is that of `.`; an empty
    /// one hangs up.
    public void answer(String command, String answer) {
        answers.put(command, answer);
    }

    /// Commands that it heard.
    public List<String> heard() {
        return heard;
    }

    /// Settings that name it.
    public MailSettings settings() {
        return new MailSettings(
                "127.0.0.1", socket.getLocalPort(), MailSettings.Tls.NONE, null, null, "fram@fram.example");
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> speak(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void speak(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            if (!say(client, answers.getOrDefault("connect", "220 ready"))) {
                return;
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
                heard.add(line);
                String answer = answers.getOrDefault(
                        command,
                        switch (command) {
                            case "DATA" -> "354 go on";
                            case "QUIT" -> "221 bye";
                            default -> "250 ok";
                        });
                if (!say(client, answer) || command.equals("QUIT")) {
                    return;
                }
                if (command.equals("DATA") && answer.startsWith("354")) {
                    for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                        heard.add(text);
                    }
                    if (!say(client, answers.getOrDefault(".", "250 taken"))) {
                        return;
                    }
                }
            }
        } catch (IOException _) {
            // Whoever called has hung up.
        }
    }

    private static boolean say(Socket client, String answer) throws IOException {
        if (answer.isEmpty()) {
            return false;
        }
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
        return true;
    }
}
