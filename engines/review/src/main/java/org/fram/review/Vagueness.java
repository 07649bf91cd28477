package org.fram.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.fram.facts.ObligationKind;
import org.fram.facts.SowFacts.RemarkKind;
import org.fram.review.Review.Vague;
import org.jspecify.annotations.Nullable;

/// Statements that cannot be checked: an open word without a measure, a blank, nobody to do it.
final class Vagueness {

    private static final Pattern WORDS = SectionKind.wholeWords(WordLists.of("vague"));
    private static final Pattern OPEN = SectionKind.wholeWords(WordLists.of("openEnded"));
    private static final Pattern BLANK = Pattern.compile(
            "\\[[\\p{Lu}][^\\]\\d]{1,40}\\]|<[\\p{Lu}][^>]{2,30}>|(?i:\\bTB[DAC]\\b)|(?i:\\bto be (?:determined|defined|confirmed|agreed|advised)\\b)");
    private static final Pattern SIGNATURE_LINE =
            Pattern.compile("(?i).*_{4,}.*|(signature|title|date|name|signed|by)\\s*:.*");

    private static final String NO_ACTOR = "no actor";
    private static final String LEFT_OPEN = "left open: “";

    private Vagueness() {}

    static List<Vague> of(List<Context> contexts, List<Obligations.Found> obligations) {
        var vague = new ArrayList<Vague>();
        var seen = new LinkedHashSet<Integer>();
        for (var found : obligations) {
            var statement = found.context().statement();
            var reason = reasonOf(found);
            if (reason != null && seen.add(statement.index())) {
                vague.add(new Vague(statement.quote(), kind(reason), reason, statement.place()));
            }
        }
        for (var context : contexts) {
            var statement = context.statement();
            var blank = BLANK.matcher(statement.quote());
            if (blank.find() && seen.add(statement.index()) && context.section() != SectionKind.DEFINITIONS) {
                var reason = LEFT_OPEN + blank.group() + "”";
                vague.add(new Vague(statement.quote(), kind(reason), reason, statement.place()));
            }
            var open = OPEN.matcher(statement.quote().toLowerCase(Locale.ROOT));
            if (speaksOfWork(context) && open.find() && seen.add(statement.index())) {
                var reason = "no measure: “" + open.group() + "”";
                vague.add(new Vague(statement.quote(), kind(reason), reason, statement.place()));
            }
        }
        vague.sort(java.util.Comparator.comparingInt((Vague v) -> v.place().page())
                .thenComparingInt(v -> v.place().paragraph()));
        return vague;
    }

    private static RemarkKind kind(String reason) {
        if (reason.equals(NO_ACTOR)) {
            return RemarkKind.NO_ACTOR;
        }
        if (!reason.startsWith(LEFT_OPEN)) {
            return RemarkKind.NO_MEASURE;
        }
        return reason.startsWith("[", LEFT_OPEN.length()) || reason.startsWith("<", LEFT_OPEN.length())
                ? RemarkKind.BLANK
                : RemarkKind.LEFT_OPEN;
    }

    /// Whether a statement that is no obligation still speaks of what is done here, and neither tells nor defines.
    private static boolean speaksOfWork(Context context) {
        return switch (context.section()) {
            case BACKGROUND, DEFINITIONS, SIGNATURES, OBJECTIVES, EXCLUSIONS, NONE -> false;
            default ->
                context.statement().form() != Statement.Form.LABEL
                        && java.util.Collections.disjoint(
                                context.signals(),
                                Set.of(Signal.PAST, Signal.DEFINES, Signal.EXCLUDES, Signal.PRAISES, Signal.CONDITION));
        };
    }

    private static @Nullable String reasonOf(Obligations.Found found) {
        var statement = found.context().statement();
        var quote = statement.quote();
        if (SIGNATURE_LINE.matcher(quote).matches()) {
            return null;
        }
        var blank = BLANK.matcher(quote);
        if (blank.find()) {
            return LEFT_OPEN + blank.group() + "”";
        }
        var words = new LinkedHashSet<String>();
        var matcher = WORDS.matcher(quote.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add("“" + matcher.group() + "”");
        }
        boolean measured = quote.matches("(?s).*(\\d+(\\.\\d+)? ?(%|percent|seconds|minutes|hours)).*");
        if (!words.isEmpty()
                && !(measured
                        && words.size() == 1
                        && Set.of("“prompt”", "“regular”", "“appropriate”").containsAll(words))) {
            return "no measure: " + String.join(", ", words);
        }
        boolean term = found.obligation().kind() == ObligationKind.TERM
                || found.obligation().kind() == ObligationKind.PAYMENT;
        boolean promise = !found.context().promises().isEmpty();
        if (found.obligation().accountable() == null
                && !found.context().joint()
                && !term
                && promise
                && found.context().promises().stream().anyMatch(Clause::passive)) {
            return NO_ACTOR;
        }
        if (found.context().table() == TableKind.OWNED
                && found.context().actors().isEmpty()) {
            return NO_ACTOR;
        }
        return null;
    }
}
