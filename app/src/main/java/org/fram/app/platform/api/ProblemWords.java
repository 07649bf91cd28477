package org.fram.app.platform.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.fram.app.platform.texts.Text;
import org.fram.app.platform.texts.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Puts problems into words, and answers with them.
@Component
class ProblemWords {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Texts english = Texts.in(Locale.UK);

    Problem problem(ProblemKind kind, Object... values) {
        return new Problem(
                "urn:fram:problem:" + kind.code(),
                english.of("api.problemTitle." + kind.code()),
                kind.status(),
                english.of("api.problemAdvice." + kind.code(), values),
                null,
                null);
    }

    String of(Text text) {
        return english.of(text);
    }

    void write(HttpServletResponse response, ProblemKind kind, Object... values) throws IOException {
        write(response, problem(kind, values));
    }

    void write(HttpServletResponse response, Problem problem) throws IOException {
        byte[] json = JSON.writeValueAsBytes(problem);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
