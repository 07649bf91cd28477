package org.fram.app.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A system of somebody else that webhooks tell things, on this machine.
public final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();

    private Receiver(Answers answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                messages.add(new Message(
                        Map.of(
                                "webhook-id", header(exchange, "webhook-id"),
                                "webhook-timestamp", header(exchange, "webhook-timestamp"),
                                "webhook-signature", header(exchange, "webhook-signature")),
                        body,
                        JsonMapper.shared().readTree(body)));
                answers.answer(exchange, messages.size());
            }
        });
        server.start();
    }

    /// What came.
    public record Message(Map<String, String> headers, String body, JsonNode json) {

        /// A header, or empty.
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /// What it says has happened.
        public String type() {
            return json.get("type").stringValue();
        }
    }

    /// How it answers.
    @FunctionalInterface
    public interface Answers {
        void answer(HttpExchange exchange, int number) throws IOException;
    }

    /// One that answers as is said.
    public static Receiver that(Answers answers) throws IOException {
        return new Receiver(answers);
    }

    /// One that takes everything.
    public static Receiver good() throws IOException {
        return that((exchange, _) -> exchange.sendResponseHeaders(204, -1));
    }

    /// Its address.
    public String url() {
        return "http://localhost:%d/fram".formatted(server.getAddress().getPort());
    }

    /// What came, the oldest first.
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }
}
