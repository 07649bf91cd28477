package org.fram.app.engagement.registers;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.platform.register.Query;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/// The way back to a register after something was done, with the query that one had.
final class Back {

    private Back() {}

    static View to(String register, String query, Done done) {
        String asked = query(query).address();
        return new RedirectView(register + "?" + (asked.isEmpty() ? "" : asked + "&") + done.address());
    }

    /// Reads what a form kept of an address; nothing else of it gets into the next.
    static Query query(String parameters) {
        Map<String, List<String>> decoded = new LinkedHashMap<>();
        UriComponentsBuilder.newInstance()
                .query(parameters)
                .build()
                .getQueryParams()
                .forEach((name, values) -> decoded.put(
                        decode(name),
                        values.stream()
                                .map(value -> value == null ? "" : decode(value))
                                .toList()));
        return Query.of(decoded);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
