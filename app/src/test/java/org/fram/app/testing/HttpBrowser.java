package org.fram.app.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.app.testing.RunningApp.TestPerson;

/// Somebody who uses the application without scripts: it keeps cookies, and sends forms with the token that the page
/// has.
public final class HttpBrowser {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// The field that each form of a page has; pages are large, and reading them whole takes longer than making them.
    private static final Pattern TOKEN = Pattern.compile("<input type=\"hidden\" name=\"_csrf\" value=\"([^\"]+)\"");

    private final UnaryOperator<String> address;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String token = "";

    private HttpBrowser(UnaryOperator<String> address) {
        this.address = address;
    }

    /// A file of a form.
    public record FormFile(String field, String name, HttpRequest.BodyPublisher content) {

        /// A file with these characters.
        public static FormFile of(String field, String name, String text) {
            return new FormFile(field, name, BodyPublishers.ofString(text));
        }

        /// A file that breaks off after so many bytes, as when a line is cut.
        public static FormFile broken(String field, String name, int bytes) {
            Iterable<byte[]> chunks = () -> Stream.iterate(0, at -> at + 1)
                    .map(at -> {
                        if (at > 0) {
                            throw new IllegalStateException("The line is cut.");
                        }
                        return new byte[bytes];
                    })
                    .iterator();
            return new FormFile(field, name, BodyPublishers.ofByteArrays(chunks));
        }

        /// A file of so many bytes, which are never all in memory.
        public static FormFile large(String field, String name, long bytes) {
            var chunk = new byte[1 << 20];
            Arrays.fill(chunk, (byte) 'x');
            Iterable<byte[]> chunks = () ->
                    Stream.generate(() -> chunk).limit(bytes / chunk.length).iterator();
            return new FormFile(field, name, BodyPublishers.ofByteArrays(chunks));
        }
    }

    /// Somebody who has signed in to the shared application.
    public static HttpBrowser signedIn(TestPerson person) throws IOException, InterruptedException {
        return signedIn(RunningApp.shared()::address, person.email(), TestPerson.PASSWORD);
    }

    /// Somebody who has signed in elsewhere.
    public static HttpBrowser signedIn(UnaryOperator<String> address, String email, String password)
            throws IOException, InterruptedException {
        var browser = new HttpBrowser(address);
        browser.get("/sign-in");
        var answer = browser.post("/sign-in", Map.of("email", email, "password", password));
        if (answer.uri().getPath().equals("/sign-in")) {
            throw new IllegalStateException(
                    "Signing in failed: " + answer.statusCode() + " " + answer.body() + browser.token);
        }
        return browser;
    }

    /// Somebody who has not signed in.
    public static HttpBrowser stranger() throws IOException, InterruptedException {
        var browser = new HttpBrowser(RunningApp.shared()::address);
        browser.get("/sign-in");
        return browser;
    }

    /// Asks for a page.
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, false);
    }

    /// Asks for a page, or for a part of one as htmx does.
    public HttpResponse<String> get(String path, boolean part) throws IOException, InterruptedException {
        var request = request(path).GET();
        return send((part ? request.header("HX-Request", "true") : request).build());
    }

    /// Asks for a file.
    public byte[] download(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), BodyHandlers.ofByteArray())
                .body();
    }

    /// Sends a form.
    public HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return form(
                path,
                fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())));
    }

    /// Sends a form of which one field has several values.
    public HttpResponse<String> post(String path, String field, List<String> values)
            throws IOException, InterruptedException {
        return form(path, values.stream().map(value -> encoded(field) + "=" + encoded(value)));
    }

    /// Sends a form whose fields follow only when the server has asked for them, so it is under way by then. Where the
    /// answer leads to is not followed.
    ///
    /// @param whenAsked what happens before the fields are sent
    public HttpResponse<String> postWhenAsked(String path, Map<String, String> fields, Runnable whenAsked)
            throws IOException, InterruptedException {
        String form = Stream.concat(
                        fields.entrySet().stream()
                                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())),
                        Stream.of("_csrf=" + encoded(token)))
                .collect(Collectors.joining("&"));
        Iterable<byte[]> bytes = () -> {
            whenAsked.run();
            return List.of(form.getBytes(StandardCharsets.UTF_8)).iterator();
        };
        try (var straight = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(client.cookieHandler().orElseThrow())
                .build()) {
            return straight.send(
                    request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .expectContinue(true)
                            .POST(BodyPublishers.ofByteArrays(bytes))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> form(String path, Stream<String> fields) throws IOException, InterruptedException {
        String form =
                Stream.concat(fields, Stream.of("_csrf=" + encoded(token))).collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /// Sends a form with files.
    public HttpResponse<String> upload(String path, List<FormFile> files) throws IOException, InterruptedException {
        String boundary = "fram-" + UUID.randomUUID();
        var parts = new ArrayList<HttpRequest.BodyPublisher>();
        parts.add(BodyPublishers.ofString(
                "--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n".formatted(boundary, token)));
        for (var file : files) {
            parts.add(BodyPublishers.ofString("--%s\r\n%s\r\nContent-Type: application/octet-stream\r\n\r\n"
                    .formatted(boundary, disposition(file))));
            parts.add(file.content());
            parts.add(BodyPublishers.ofString("\r\n"));
        }
        parts.add(BodyPublishers.ofString("--%s--\r\n".formatted(boundary)));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(parts.toArray(HttpRequest.BodyPublisher[]::new)))
                .build());
    }

    private static String disposition(FormFile file) {
        return "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"".formatted(file.field(), file.name());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address.apply(path))).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofString());
        var field = TOKEN.matcher(answer.body());
        if (field.find()) {
            token = field.group(1);
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
