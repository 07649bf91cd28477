package org.fram.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Somebody who uses the application while it is measured: keeps cookies, and sends forms with the token of
/// the last page.
final class Visitor {

    private static final Pattern CODE = Pattern.compile("with this code: (\\S+)");
    private static final Pattern ENGAGEMENT = Pattern.compile("/engagements/[0-9a-f-]{36}");
    private static final String EMAIL = "bench@fram.example";
    static final String PASSWORD = "measured by fram bench";
    private static final int TRIES = 600;
    private static final int MILLISECONDS_BETWEEN_TRIES = 100;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "fram-bench-boundary";
    private static final int LEADS_ON = 300;
    private static final int ERRORS = 400;

    private final Served served;
    private final CookieManager cookies;
    private final HttpClient client;
    private final HttpClient straight;
    private String token = "";

    Visitor(Served served) {
        this(served, new CookieManager());
    }

    private Visitor(Served served, CookieManager cookies) {
        this.served = served;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.straight = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /// The same person in another window, or after the application was started again.
    Visitor at(Served other) {
        return new Visitor(other, cookies);
    }

    /// The first administrator of an application that has none, signed in.
    static Visitor administrator(Served served) throws IOException, InterruptedException {
        // It is printed soon after the first page is served.
        var code = CODE.matcher(served.output());
        for (int tries = 0; !code.find(); tries++) {
            if (tries >= TRIES) {
                throw new IOException("The application printed no code for its first administrator.");
            }
            Thread.sleep(MILLISECONDS_BETWEEN_TRIES);
            code = CODE.matcher(served.output());
        }
        var visitor = new Visitor(served);
        visitor.get("/first-administrator");
        visitor.post(
                "/first-administrator",
                Map.of("code", code.group(1), "email", EMAIL, "name", "Bench", "password", PASSWORD));
        visitor.post("/sign-in", Map.of("email", EMAIL, "password", PASSWORD));
        return visitor;
    }

    /// Somebody to whom an administrator has just given an account, signed in with a password of their own.
    ///
    /// @param first the password that was handed to them
    static Visitor newcomer(Served served, String email, String first) throws IOException, InterruptedException {
        var visitor = new Visitor(served);
        visitor.get("/sign-in");
        visitor.post("/sign-in", Map.of("email", email, "password", first));
        visitor.get("/account");
        visitor.post("/account/password", Map.of("present", first, "wanted", PASSWORD));
        visitor.get("/sign-in");
        visitor.post("/sign-in", Map.of("email", email, "password", PASSWORD));
        return visitor;
    }

    /// Makes an engagement and says the path of its page.
    String engagement(String name) throws IOException, InterruptedException {
        var form = Map.of(
                "name", name, "kind", "TECHNOLOGY_PROJECT", "party", "Bench", "side", "BUYER", "timeZone", "UTC");
        var made = post("/engagements", form);
        var path = ENGAGEMENT.matcher(made.uri().getPath());
        if (!path.find()) {
            throw new IOException("No engagement was made: " + made.uri());
        }
        return path.group();
    }

    /// Asks for a page.
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(served.address(path)).GET());
    }

    /// Sends a form.
    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return form(path, fields.entrySet().stream().map(field -> part(field.getKey(), field.getValue())));
    }

    /// Sends a form and does not follow where the answer leads.
    ///
    /// @return whether it leads on, which says that all was saved
    boolean saves(String path, Map<String, String> fields) throws IOException, InterruptedException {
        int status =
                straight.send(plain(path, fields), BodyHandlers.discarding()).statusCode();
        return status >= LEADS_ON && status < ERRORS;
    }

    /// Sends a form, does not follow where the answer leads, and takes an error for an answer as well.
    HttpResponse<String> answer(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return straight.send(plain(path, fields), BodyHandlers.ofString());
    }

    /// Sends a form whose one field has several values.
    HttpResponse<String> post(String path, String field, List<String> values) throws IOException, InterruptedException {
        return form(path, values.stream().map(value -> part(field, value)));
    }

    /// Sends a file as a field of a form.
    HttpResponse<String> upload(String path, String field, Path file) throws IOException, InterruptedException {
        return upload(path, field, file, Map.of());
    }

    /// Sends a file as a field of a form that has others.
    HttpResponse<String> upload(String path, String field, Path file, Map<String, String> fields)
            throws IOException, InterruptedException {
        var others = new StringBuilder();
        fields.forEach((name, value) -> others.append(field(name, value)));
        var head = field("_csrf", token)
                + others
                + "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                        .formatted(BOUNDARY, field, file.getFileName());
        return send(HttpRequest.newBuilder(served.address(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))));
    }

    private HttpRequest plain(String path, Map<String, String> fields) {
        var parts = fields.entrySet().stream().map(field -> part(field.getKey(), field.getValue()));
        return HttpRequest.newBuilder(served.address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        Stream.concat(parts, Stream.of(part("_csrf", token))).collect(Collectors.joining("&"))))
                .build();
    }

    private static String field(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value);
    }

    private HttpResponse<String> form(String path, Stream<String> parts) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(served.address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        Stream.concat(parts, Stream.of(part("_csrf", token))).collect(Collectors.joining("&")))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= ERRORS) {
            throw new IOException("%s answers with %d.".formatted(answer.uri(), answer.statusCode()));
        }
        var found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    private static String part(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
