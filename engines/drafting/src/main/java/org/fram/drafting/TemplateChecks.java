package org.fram.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fram.drafting.Question.Kind;
import org.fram.drafting.SowTemplate.Head;
import org.jspecify.annotations.Nullable;

/// What has to hold between the questions of a template and its text: all names are there, nothing
/// waits for itself.
final class TemplateChecks {

    private final String template;
    private final Head head;
    private final List<Part> body;
    private final TagReader tags;
    private final List<Mistake> mistakes;
    private final Map<String, Question> questions = new LinkedHashMap<>();

    TemplateChecks(String template, Head head, List<Part> body, TagReader tags, List<Mistake> mistakes) {
        this.template = template;
        this.head = head;
        this.body = body;
        this.tags = tags;
        this.mistakes = mistakes;
    }

    void check() {
        for (var step : head.steps()) {
            for (var question : step.questions()) {
                var before = questions.putIfAbsent(question.id(), question);
                if (before != null) {
                    mistake(
                            question.line(),
                            "The question “%s” is there already, on line %d. Give this one another id.",
                            question.id(),
                            before.line());
                }
            }
        }
        order();
        questions.values().forEach(this::standard);
        head.definitions().values().forEach(parts -> look(parts, null));
        look(body, null);
    }

    /// A question waits for earlier ones only, so that each step can be asked when those before it are
    /// answered.
    private void order() {
        Set<String> circles = new LinkedHashSet<>();
        Set<String> asked = new LinkedHashSet<>();
        for (var question : questions.values()) {
            for (var test : question.when().tests()) {
                if (!known(test, question.line()) || asked.contains(test.question())) {
                    continue;
                }
                var circle = circle(question.id(), question.id(), new ArrayList<>());
                if (circle == null) {
                    mistake(
                            question.line(),
                            "“%s” is asked only after “%s” is known, which is asked later. Move “%2$s” before it.",
                            question.id(),
                            test.question());
                } else if (circle.stream().noneMatch(circles::contains)) {
                    circles.addAll(circle);
                    mistake(
                            question.line(),
                            "These questions wait for each other in a circle: %s. Take one condition away.",
                            String.join(" → ", circle));
                }
            }
            asked.add(question.id());
        }
    }

    /// The way from a question through the conditions back to it, or null.
    private @Nullable List<String> circle(String from, String to, List<String> way) {
        var question = questions.get(from);
        if (question == null || way.contains(from)) {
            return null;
        }
        var longer = new ArrayList<>(way);
        longer.add(from);
        for (var test : question.when().tests()) {
            if (test.question().equals(to)) {
                longer.add(to);
                return longer;
            }
            var found = circle(test.question(), to, longer);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private void standard(Question question) {
        if (question.standard().isEmpty()) {
            return;
        }
        Answers.refusal(question, question.standard())
                .ifPresent(refusal -> mistake(
                        question.line(),
                        "The default of “%s” is no answer to it. %s",
                        question.id(),
                        refusal.message()));
    }

    private void look(List<Part> parts, @Nullable Question each) {
        for (var part : parts) {
            switch (part) {
                case Part.Words _, Part.Definitions _ -> {}
                case Part.Place(var question, int line) -> question(question, line);
                case Part.Item(int column, int line) -> column(column, line, each);
                case Part.Sum(var name, int column, int line) -> {
                    var question = question(name, line);
                    if (question != null
                            && (column < 1 || column > question.columns().size())) {
                        mistake(
                                line,
                                "“{{sum %s.%d}}”: a line of “%1$s” has %d columns.",
                                name,
                                column,
                                question.columns().size());
                    }
                }
                case Part.Reference(var clause, int line) -> clause(clause, line);
                case Part.Variant(var when, var then, var otherwise, int line) -> {
                    when.tests().forEach(test -> known(test, line));
                    look(then, each);
                    look(otherwise, each);
                }
                case Part.Each(var name, var inner, int line) -> {
                    var question = question(name, line);
                    if (question != null && question.kind() != Kind.LINES && question.kind() != Kind.SEVERAL) {
                        mistake(line, "“%s” has one answer. “{{#each}}” goes with “lines” and “several”.", name);
                    }
                    if (each != null) {
                        mistake(line, "“{{#each %s}}” stands within another one. Close that one first.", name);
                    }
                    look(inner, question);
                }
            }
        }
    }

    private void column(int column, int line, @Nullable Question each) {
        if (each != null && column > each.columns().size()) {
            mistake(
                    line,
                    "“{{item.%d}}”: a line of “%s” has %d columns.",
                    column,
                    each.id(),
                    each.columns().size());
        }
    }

    private void clause(String name, int line) {
        if (!tags.clauses().containsKey(name)) {
            mistake(
                    line,
                    "No clause is called “%s”. Its heading has to end in “{#%1$s}”.%s",
                    name,
                    Nearest.question(name, tags.clauses().keySet()));
        }
    }

    private @Nullable Question question(String name, int line) {
        var question = questions.get(name);
        if (question == null) {
            mistake(line, "There is no question “%s”.%s", name, Nearest.question(name, questions.keySet()));
        }
        return question;
    }

    private boolean known(Condition.Test test, int line) {
        var question = question(test.question(), line);
        if (question == null) {
            return false;
        }
        if (test.value().isEmpty()) {
            return true;
        }
        var values = question.kind() == Kind.YES_NO ? List.of(Answers.YES, Answers.NO) : question.values();
        if (values.isEmpty()) {
            mistake(line, "“%s” has nothing to choose. A condition on it is its id alone.", test.question());
        } else if (!values.contains(test.value())) {
            mistake(
                    line,
                    "“%s” is no answer to “%s”; there are %s.%s",
                    test.value(),
                    test.question(),
                    String.join(", ", values),
                    Nearest.question(test.value(), values));
        }
        return true;
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void mistake(int line, String words, @Nullable Object... values) {
        mistakes.add(new Mistake(template, line, words.formatted(values)));
    }
}
