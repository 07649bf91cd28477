package org.fram.drafting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fram.drafting.Refusal.Reason;
import org.jspecify.annotations.Nullable;

/// What people answered to the questions of a template.
///
/// Each answer is a list of strings: one for most kinds, one for each item of lines and of several
/// choices, none for "left open". Numbers are plain decimals ("1200.5"), dates as ISO 8601 has them,
/// yes and no those words, choices the values of options.
///
/// @param values by the question's id; a question that is not there was not answered
public record Answers(Map<String, List<String>> values) {

    /// The answer yes.
    public static final String YES = "yes";
    /// The answer no.
    public static final String NO = "no";
    /// Characters that one answer may have, all its lines together.
    public static final int LONGEST = 20_000;
    /// Characters of a line of a short answer.
    public static final int LONGEST_LINE = 500;
    /// Lines that one answer may have.
    public static final int MOST_LINES = 200;

    /// Of letters, digits and signs all but control characters, lone surrogates and what Unicode leaves
    /// to private use.
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}&&[^\\n\\t]]");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:\\.\\d{1,6})?");
    private static final int SHOWN = 60;

    public Answers {
        var copy = new LinkedHashMap<String, List<String>>();
        values.forEach((question, answer) -> copy.put(question, List.copyOf(answer)));
        values = copy;
    }

    /// No answers.
    public static Answers none() {
        return new Answers(Map.of());
    }

    /// Answers as they were read: good ones, and what is the matter with the others.
    public record Reading(Answers answers, List<Refusal> refusals) {
        public Reading {
            refusals = List.copyOf(refusals);
        }
    }

    /// Reads what people typed. Spaces around it go; in numbers, grouping commas and spaces too.
    public static Reading read(SowTemplate template, Map<String, List<String>> typed) {
        var good = new LinkedHashMap<String, List<String>>();
        var refusals = new ArrayList<Refusal>();
        typed.forEach((name, raw) -> {
            var question = template.question(name);
            if (question.isEmpty()) {
                var names = template.questions().stream().map(Question::id).toList();
                refusals.add(new Refusal(
                        shown(name), Reason.NO_SUCH_QUESTION, shown(name), Nearest.question(shown(name), names)));
                return;
            }
            var answer = tidy(question.get(), raw);
            refusal(question.get(), answer).ifPresentOrElse(refusals::add, () -> good.put(name, answer));
        });
        return new Reading(new Answers(good), refusals);
    }

    /// The answer to a question, its default where nobody gave one; empty for one that is left open.
    List<String> to(Question question) {
        return Objects.requireNonNullElse(values.get(question.id()), question.standard());
    }

    /// Whether a question is asked, given these answers.
    public boolean ask(SowTemplate template, Question question) {
        return question.when().holds(name -> effective(template, name));
    }

    /// The answer that counts: none where the question is not asked.
    List<String> effective(SowTemplate template, String name) {
        return template.question(name)
                .filter(question -> ask(template, question))
                .map(this::to)
                .orElse(List.of());
    }

    /// These, and those of others where these have none.
    public Answers or(Answers others) {
        var all = new LinkedHashMap<>(others.values());
        all.putAll(values);
        return new Answers(all);
    }

    private static List<String> tidy(Question question, List<String> raw) {
        return switch (question.kind()) {
            case LINES ->
                raw.stream()
                        .flatMap(String::lines)
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
            case NUMBER -> filled(raw.stream().map(Answers::ungrouped).toList());
            default -> filled(raw);
        };
    }

    private static String ungrouped(String number) {
        return number.strip().replaceAll("(?<=\\d)[,\\s](?=\\d{3})", "");
    }

    /// The number that a text is, with or without commas between thousands; null where it is none.
    static @Nullable BigDecimal number(String text) {
        String plain = ungrouped(text);
        return NUMBER.matcher(plain).matches() ? new BigDecimal(plain) : null;
    }

    private static List<String> filled(List<String> raw) {
        return raw.stream()
                .map(text -> text.replace("\r\n", "\n").replace('\t', ' ').strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /// What is the matter with an answer, if anything is.
    static Optional<Refusal> refusal(Question question, List<String> answer) {
        int length = answer.stream().mapToInt(String::length).sum();
        String all = String.join("\n", answer);
        if (length > LONGEST) {
            return refused(question, Reason.TOO_LONG, all, "%,d".formatted(LONGEST));
        }
        if (UNPRINTABLE.matcher(all).find()) {
            return refused(question, Reason.CONTROL_CHARACTERS, all, "");
        }
        boolean many = question.kind() == Question.Kind.LINES || question.kind() == Question.Kind.SEVERAL;
        if (answer.size() > MOST_LINES) {
            return refused(question, Reason.TOO_MANY_LINES, all, String.valueOf(MOST_LINES));
        }
        if (answer.size() > 1 && !many) {
            return refused(question, Reason.ONE_ANSWER, all, "");
        }
        return answer.stream()
                .map(one -> refusal(question, one))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> refusal(Question question, String one) {
        var options = question.values();
        return switch (question.kind()) {
            case TEXT ->
                one.contains("\n")
                        ? refused(question, Reason.ONE_LINE, one, "")
                        : one.length() > LONGEST_LINE
                                ? refused(question, Reason.TOO_LONG, one, String.valueOf(LONGEST_LINE))
                                : Optional.empty();
            case LONG_TEXT -> Optional.empty();
            case NUMBER ->
                NUMBER.matcher(one).matches() ? Optional.empty() : refused(question, Reason.NO_NUMBER, one, "");
            case DATE -> isDate(one) ? Optional.empty() : refused(question, Reason.NO_DATE, one, "");
            case YES_NO ->
                one.equals(YES) || one.equals(NO) ? Optional.empty() : refused(question, Reason.NO_YES_OR_NO, one, "");
            case CHOICE, SEVERAL ->
                options.contains(one)
                        ? Optional.empty()
                        : refused(question, Reason.NOT_AMONG_OPTIONS, one, String.join(", ", options));
            case LINES ->
                !question.columns().isEmpty()
                                && columns(one).size() > question.columns().size()
                        ? refused(question, Reason.TOO_MANY_COLUMNS, one, String.join("; ", question.columns()))
                        : Optional.empty();
        };
    }

    /// What stands between the semicolons of a line.
    static List<String> columns(String line) {
        return List.of(line.split("\\s*;\\s*", -1));
    }

    private static Optional<Refusal> refused(Question question, Reason reason, String seen, String expected) {
        return Optional.of(new Refusal(question.id(), reason, shown(seen), expected));
    }

    private static String shown(String text) {
        String plain = UNPRINTABLE.matcher(text).replaceAll("�").replace('\n', ' ');
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
    }

    private static boolean isDate(String text) {
        try {
            int year = LocalDate.parse(text).getYear();
            return year >= 1900 && year <= 9999;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    /// A number as documents write it: thousands apart by commas.
    static String written(BigDecimal value) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, value.scale()) + "f", value);
    }
}
