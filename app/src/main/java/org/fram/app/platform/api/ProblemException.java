package org.fram.app.platform.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Ends a request with a [Problem]. What the request had changed so far is rolled back.
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ProblemKind kind;
    private final transient Object[] values;
    private final transient Map<String, Text> wrong;
    private final transient @Nullable Current current;

    /// How something is now, with its version.
    private record Current(JsonNode json, int version) {}

    private ProblemException(ProblemKind kind, Map<String, Text> wrong, @Nullable Current current, Object... values) {
        super(kind.code() + " " + Arrays.toString(values));
        this.kind = kind;
        this.wrong = Map.copyOf(wrong);
        this.current = current;
        this.values = values.clone();
    }

    ProblemException(ProblemKind kind, Object... values) {
        this(kind, Map.of(), null, values);
    }

    /// Values make no sense, or break a rule.
    ///
    /// @param wrong reasons by JSON pointers into what was sent
    public static ProblemException refused(Map<String, Text> wrong) {
        return new ProblemException(ProblemKind.REFUSED, wrong, null);
    }

    /// Somebody else was first.
    ///
    /// @param now how they left it
    public static ProblemException overtaken(JsonNode now, int version) {
        return new ProblemException(ProblemKind.OVERTAKEN, Map.of(), new Current(now, version));
    }

    /// A part of the address, or of what was sent, makes no sense.
    ///
    /// @param what is named as the client did
    public static ProblemException notUnderstood(String what) {
        return new ProblemException(ProblemKind.NOT_UNDERSTOOD, what);
    }

    ProblemKind kind() {
        return kind;
    }

    Object[] values() {
        return values.clone();
    }

    @Nullable
    Integer version() {
        return current == null ? null : current.version();
    }

    Problem of(ProblemWords words) {
        var problem = words.problem(kind, values);
        if (!wrong.isEmpty()) {
            problem = problem.with(wrong.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(one -> new Problem.Wrong(one.getKey(), words.of(one.getValue())))
                    .toList());
        }
        return current == null ? problem : problem.with(current.json());
    }

    /// The reasons by pointers, for tests of what is refused.
    List<String> pointers() {
        return wrong.keySet().stream().sorted().toList();
    }
}
