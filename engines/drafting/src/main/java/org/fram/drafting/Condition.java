package org.fram.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When something is asked, or stands in the document: alternatives, each of tests that all hold.
///
/// @param alternatives one of which has to hold; none for "always"
public record Condition(List<List<Test>> alternatives) {

    /// Holds whatever was answered.
    public static final Condition ALWAYS = new Condition(List.of());

    private static final Pattern TEST = Pattern.compile(
            "(?<not>not\\s+)?(?<question>[A-Za-z0-9-]+)(?:\\s*(?<sign>!?=)\\s*(?<value>[A-Za-z0-9-]+))?");

    public Condition {
        alternatives = alternatives.stream().map(List::copyOf).toList();
    }

    /// Looks at one answer.
    ///
    /// @param question whose answer it looks at
    /// @param value which the answer is or holds; empty for any answer but "no"
    /// @param holds whether it is to be so, or not to be so
    public record Test(String question, String value, boolean holds) {

        private boolean passes(List<String> answer) {
            boolean is =
                    value.isEmpty() ? !answer.isEmpty() && !answer.equals(List.of(Answers.NO)) : answer.contains(value);
            return is == holds;
        }
    }

    /// Reads `a`, `not a`, `a = x`, `a != x`, joined by `and` and `or`, of which `and` binds tighter.
    ///
    /// @throws IllegalArgumentException if it is none; the message says what is the matter
    static Condition read(String written) {
        var alternatives = new ArrayList<List<Test>>();
        for (String alternative : written.strip().split("\\s+or\\s+", -1)) {
            var tests = new ArrayList<Test>();
            for (String test : alternative.split("\\s+and\\s+", -1)) {
                tests.add(test(test.strip()));
            }
            alternatives.add(tests);
        }
        return new Condition(alternatives);
    }

    private static Test test(String written) {
        Matcher matcher = TEST.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "“%s” is no condition. Write “question”, “not question”, “question = value” or “question != value”, joined by “and” or “or”."
                            .formatted(written));
        }
        String value = matcher.group("value") == null ? "" : matcher.group("value");
        boolean holds = (matcher.group("not") == null) != "!=".equals(matcher.group("sign"));
        return new Test(matcher.group("question"), value, holds);
    }

    /// Whether it holds for these answers.
    boolean holds(Function<String, List<String>> answers) {
        return alternatives.isEmpty()
                || alternatives.stream()
                        .anyMatch(
                                tests -> tests.stream().allMatch(test -> test.passes(answers.apply(test.question()))));
    }

    /// All tests, in order.
    List<Test> tests() {
        return alternatives.stream().flatMap(List::stream).toList();
    }
}
