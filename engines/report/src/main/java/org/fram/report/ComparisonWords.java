package org.fram.report;

import static org.fram.report.Verdict.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.fram.report.ComparisonPage.Detail;
import org.fram.report.ComparisonPage.Entry;
import org.fram.report.ComparisonPage.Figure;
import org.fram.report.ComparisonPage.Group;
import org.fram.report.ComparisonPage.Word;
import org.fram.review.Change;
import org.fram.review.Comparison;
import org.fram.review.Difference;
import org.fram.review.Difference.Aspect;
import org.fram.review.Review.Finding;
import org.fram.review.Review.Party;
import org.fram.review.WordRun;
import org.jspecify.annotations.Nullable;

/// A comparison in the words of a reader; what the page and the command line both show.
public final class ComparisonWords {

    private final Comparison comparison;
    private final TopicCatalogue topics;

    private ComparisonWords(Comparison comparison, TopicCatalogue topics) {
        this.comparison = comparison;
        this.topics = topics;
    }

    /// The comparison as text ready to print.
    public static ComparisonPage page(Comparison comparison, TopicCatalogue topics) {
        return new ComparisonWords(comparison, topics).page();
    }

    private ComparisonPage page() {
        var groups = new ArrayList<Group>();
        groups.add(group(
                "obligations",
                "Obligations",
                comparison.obligations(),
                obligation -> obligation.quote(),
                obligation -> Whereabouts.describe(obligation.section(), obligation.place())));
        groups.add(prices());
        groups.add(group("kpis", "KPIs", comparison.kpis(), kpi -> kpi.quote(), _ -> ""));
        groups.add(group("parties", "Parties", comparison.parties(), Party::name, _ -> ""));
        groups.add(group("objectives", "Objectives", comparison.objectives(), objective -> objective.quote(), _ -> ""));
        groups.add(group(
                "assumptions", "Assumptions", comparison.assumptions(), assumption -> assumption.quote(), _ -> ""));
        groups.add(topics());
        groups.add(findings());
        return new ComparisonPage(
                comparison.before(),
                comparison.after(),
                verdict(),
                figures(),
                groups.stream()
                        .filter(group -> group.anchor().equals("obligations")
                                || !group.entries().isEmpty())
                        .toList());
    }

    private String verdict() {
        if (comparison.nothingChanged()) {
            return "Nothing changed that a reader would notice.";
        }
        var parts = new ArrayList<String>();
        add(parts, Comparison.added(comparison.obligations()).size(), "obligation is added", "obligations are added");
        add(parts, Comparison.dropped(comparison.obligations()).size(), "is dropped", "are dropped");
        add(parts, Comparison.changed(comparison.obligations()).size(), "is changed", "are changed");
        if (parts.isEmpty()) {
            return "The obligations are the same; other things changed.";
        }
        var last = parts.removeLast();
        var line = (parts.isEmpty() ? last : String.join(", ", parts) + " and " + last) + moving();
        return line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1) + ".";
    }

    private static void add(List<String> parts, int number, String one, String several) {
        if (number > 0) {
            var noun = parts.isEmpty() && !one.startsWith("obligation")
                    ? (number == 1 ? "obligation " : "obligations ")
                    : "";
            parts.add(number + " " + noun + (number == 1 ? one : several));
        }
    }

    private String moving() {
        int moved = moved();
        return moved == 0 ? "" : "; %d %s to another party".formatted(moved, moved == 1 ? "moves" : "move");
    }

    private int moved() {
        return (int) Comparison.changed(comparison.obligations()).stream()
                .filter(change -> change.differences().stream().anyMatch(found -> found.aspect() == Aspect.PARTY))
                .count();
    }

    private List<Figure> figures() {
        var obligations = comparison.obligations();
        var changed = Comparison.changed(obligations);
        long terms = changed.stream()
                .filter(change -> change.differences().stream().anyMatch(found -> switch (found.aspect()) {
                    case DUE, QUANTITY, AMOUNT -> true;
                    default -> false;
                }))
                .count();
        int came = Comparison.added(comparison.findings()).size();
        int went = Comparison.dropped(comparison.findings()).size();
        var total = comparison.total();
        return List.of(
                new Figure(
                        "Obligations added",
                        Integer.toString(Comparison.added(obligations).size()),
                        Comparison.dropped(obligations).size() + " dropped",
                        "obligations"),
                new Figure(
                        "Obligations changed",
                        Integer.toString(changed.size()),
                        "%d in date, quantity or price · %d moved".formatted(terms, moved()),
                        "obligations"),
                new Figure(
                        "Stated total",
                        total == null ? "Same" : said(total.after()),
                        total == null ? "or none in both" : "was " + said(total.before()),
                        total == null ? "obligations" : "prices"),
                new Figure(
                        "Findings",
                        came == went ? "As many" : "%+d".formatted(came - went),
                        "%d came · %d went".formatted(came, went),
                        came + went == 0 ? "obligations" : "findings"));
    }

    private Group prices() {
        var group = group("prices", "Prices", comparison.prices(), line -> line.text(), _ -> "");
        var total = comparison.total();
        if (total == null) {
            return group;
        }
        var entries = new ArrayList<>(group.entries());
        entries.add(new Entry(
                "changed",
                "Changed",
                List.of(new Word("same", "Stated total")),
                "",
                List.of(new Detail("Amount", said(total.before()), said(total.after())))));
        return new Group(group.anchor(), group.title(), List.copyOf(entries), group.kept());
    }

    private Group topics() {
        var entries = new ArrayList<Entry>();
        for (var topic : comparison.topicsGained()) {
            entries.add(
                    new Entry("added", "Now covered", same(topics.entry(topic).title()), "", List.of()));
        }
        for (var topic : comparison.topicsLost()) {
            entries.add(new Entry(
                    "dropped", "No longer covered", same(topics.entry(topic).title()), "", List.of()));
        }
        return new Group("topics", "Topics", List.copyOf(entries), "");
    }

    private Group findings() {
        var entries = new ArrayList<Entry>();
        for (var change : comparison.findings()) {
            switch (change) {
                case Change.Added<Finding>(var after) -> entries.add(finding("added", "Came", after, List.of()));
                case Change.Dropped<Finding>(var before) -> entries.add(finding("dropped", "Went", before, List.of()));
                case Change.Changed<Finding>(var _, var after, var differences, var _) ->
                    entries.add(finding("changed", "Changed", after, details(differences)));
                case Change.Kept<Finding> _ -> {}
            }
        }
        int kept = comparison.findings().size() - entries.size();
        return new Group("findings", "Findings", List.copyOf(entries), kept(kept));
    }

    private static Entry finding(String sign, String label, Finding finding, List<Detail> details) {
        return new Entry(
                sign,
                label,
                same(finding.quote().isEmpty() ? finding.message() : finding.quote()),
                finding.practice() + (finding.quote().isEmpty() ? "" : ": " + finding.seen()),
                details);
    }

    private static <T> Group group(
            String anchor, String title, List<Change<T>> changes, Function<T, String> text, Function<T, String> where) {
        var entries = new ArrayList<Entry>();
        for (var change : changes) {
            switch (change) {
                case Change.Added<T>(var after) ->
                    entries.add(new Entry("added", "Added", same(text.apply(after)), where.apply(after), List.of()));
                case Change.Dropped<T>(var before) ->
                    entries.add(
                            new Entry("dropped", "Dropped", same(text.apply(before)), where.apply(before), List.of()));
                case Change.Changed<T>(var _, var after, var differences, var words) ->
                    entries.add(new Entry(
                            "changed",
                            "Changed",
                            words.isEmpty() ? same(text.apply(after)) : words(words),
                            where.apply(after),
                            details(differences)));
                case Change.Kept<T> _ -> {}
            }
        }
        return new Group(anchor, title, List.copyOf(entries), kept(changes.size() - entries.size()));
    }

    private static String kept(int number) {
        return number == 0 ? "" : count(number, "other is as it was", "others are as they were");
    }

    private static List<Word> same(String text) {
        return List.of(new Word("same", text));
    }

    private static List<Word> words(List<WordRun> runs) {
        return runs.stream()
                .map(run -> new Word(run.kind().name().toLowerCase(Locale.ROOT), run.text()))
                .toList();
    }

    private static List<Detail> details(List<Difference> differences) {
        return differences.stream()
                .filter(found -> found.aspect() != Aspect.WORDING)
                .map(found -> new Detail(
                        label(found.aspect()),
                        said(found.aspect(), found.before()),
                        said(found.aspect(), found.after())))
                .toList();
    }

    private static String label(Aspect aspect) {
        return switch (aspect) {
            case PARTY -> "Who";
            case RESPONSIBLE -> "Done by";
            case DUE -> "When";
            case QUANTITY -> "How much";
            case AMOUNT -> "Amount";
            case TARGET -> "Target";
            case SIDE -> "Side";
            case SEVERITY -> "Severity";
            case WORDING -> "Wording";
        };
    }

    private static String said(Aspect aspect, @Nullable String value) {
        return value == null && aspect == Aspect.PARTY ? "nobody named" : said(value);
    }

    private static String said(@Nullable String value) {
        return value == null ? "nothing" : value;
    }
}
