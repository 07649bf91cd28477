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

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "fram-bench-boundary";
    private static final int ERRORS = 400;

    private final Served served;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String token = "";

    Visitor(Served served) {
        this.served = served;
    }

    /// Asks for a page.
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(served.address(path)).GET());
    }

    /// Sends a form.
    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return form(path, fields.entrySet().stream().map(field -> part(field.getKey(), field.getValue())));
    }

    /// Sends a form whose one field has several values.
    HttpResponse<String> post(String path, String field, List<String> values) throws IOException, InterruptedException {
        return form(path, values.stream().map(value -> part(field, value)));
    }

    /// Sends a file.
    HttpResponse<String> upload(String path, Path file) throws IOException, InterruptedException {
        var head = "--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n".formatted(BOUNDARY, token)
                + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                        .formatted(BOUNDARY, file.getFileName());
        return send(HttpRequest.newBuilder(served.address(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))));
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
