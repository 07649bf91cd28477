package org.fram.cli;

import static org.fram.report.Verdict.count;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fram.facts.ObligationKind;
import org.fram.facts.Severity;
import org.fram.office.Place;
import org.fram.report.Verdict;
import org.fram.report.Whereabouts;
import org.fram.review.Review;
import org.fram.review.Review.Finding;
import org.fram.review.Review.Obligation;
import org.jspecify.annotations.Nullable;

/// A review as text for a terminal: what it comes to, who promises what, what is missing, what was found.
final class ReviewSummary {

    /// How many findings of one practice are shown, unless all are asked for.
    private static final int SHOWN = 4;

    private static final String NOBODY = "nobody named";

    private final Review review;
    private final Whereabouts whereabouts;
    private final boolean everything;
    private final Terminal terminal;
    private final PrintWriter out;

    /// @param everything whether all findings are shown, however many a practice has
    ReviewSummary(Review review, Whereabouts whereabouts, boolean everything, Terminal terminal, PrintWriter out) {
        this.review = review;
        this.whereabouts = whereabouts;
        this.everything = everything;
        this.terminal = terminal;
        this.out = out;
    }

    void print() {
        var verdict = Verdict.of(review);
        out.println(terminal.strong(Terminal.safe(review.document())));
        for (var line : Terminal.wrapped(verdict.line(), terminal.width() - 2)) {
            out.println("  " + (verdict.ready() ? line : terminal.alarming(line)));
        }
        for (var note : review.notes()) {
            paragraph("  Note: ", note);
        }
        parties();
        obligations();
        topics();
        findings();
        contradictions();
        price();
        kpis();
    }

    private void parties() {
        if (review.parties().isEmpty()) {
            return;
        }
        title("Parties", review.parties().size());
        int name = widest(review.parties().stream().map(Review.Party::name).toList(), 34);
        for (var party : review.parties()) {
            var start = "  %s  %s  ".formatted(fit(party.name(), name), fit(word(party.side()), 10));
            out.println((start + Terminal.cut(also(party), terminal.width() - start.length())).stripTrailing());
        }
    }

    private static String also(Review.Party party) {
        var others = party.aliases().stream()
                .filter(alias -> !alias.equalsIgnoreCase(party.name()))
                .toList();
        return others.isEmpty() ? "" : "also " + Terminal.safe(String.join(", ", others));
    }

    private void obligations() {
        title("Obligations", review.obligations().size());
        if (review.obligations().isEmpty()) {
            out.println("  None found.");
            return;
        }
        var byParty = grouped(obligation -> owner(obligation.accountable()));
        var kinds = kinds();
        int first = widest(new ArrayList<>(byParty.keySet()), terminal.width() - 9 - kinds.size() * 13);
        var head = new StringBuilder("  " + " ".repeat(first));
        kinds.forEach(kind -> head.append("  ").append("%11s".formatted(word(kind))));
        out.println(terminal.faint(head + "  total"));
        byParty.forEach((party, owed) -> {
            var row = new StringBuilder("  " + fit(party, first));
            for (var kind : kinds) {
                row.append("  %11s".formatted(figure(owed, kind)));
            }
            row.append("  %5d".formatted(owed.size()));
            out.println(party.equals(NOBODY) ? terminal.warning(row.toString()) : row.toString());
        });
    }

    /// The kinds that occur; none where the terminal is too narrow for a column each.
    private List<ObligationKind> kinds() {
        var kinds = review.obligations().stream()
                .map(Obligation::kind)
                .distinct()
                .sorted()
                .toList();
        return kinds.size() * 13 + 25 > terminal.width() ? List.of() : kinds;
    }

    private static String figure(List<Obligation> owed, ObligationKind kind) {
        long number =
                owed.stream().filter(obligation -> obligation.kind() == kind).count();
        return number == 0 ? "·" : Long.toString(number);
    }

    private void topics() {
        int all = review.topicsCovered().size() + review.topicsMissing().size();
        var byTopic = grouped(Obligation::topic);
        if (!byTopic.isEmpty()) {
            out.println();
            out.println(terminal.strong("Obligations by topic"));
            int name = widest(new ArrayList<>(byTopic.keySet()), 30);
            int most = byTopic.values().stream().mapToInt(List::size).max().orElse(1);
            int room = Math.min(30, terminal.width() - name - 10);
            byTopic.forEach((topic, owed) -> out.println("  %s  %4d  %s"
                    .formatted(fit(topic, name), owed.size(), "▪".repeat(Math.ceilDiv(owed.size() * room, most)))));
        }
        if (all > 0) {
            out.println();
            out.println(terminal.strong("Topics missing") + "  "
                    + review.topicsMissing().size() + " of " + all);
            if (!review.topicsMissing().isEmpty()) {
                paragraph("  ", String.join(", ", review.topicsMissing()));
            }
        }
    }

    private void findings() {
        title("Findings", review.findings().size());
        if (review.findings().isEmpty()) {
            out.println("  None.");
        }
        var bySeverity = new TreeMap<Severity, Map<String, List<Finding>>>();
        for (var finding : review.findings()) {
            bySeverity
                    .computeIfAbsent(finding.severity(), _ -> new TreeMap<>())
                    .computeIfAbsent(finding.practice(), _ -> new ArrayList<>())
                    .add(finding);
        }
        bySeverity.forEach((severity, byPractice) -> {
            int number = byPractice.values().stream().mapToInt(List::size).sum();
            out.println("  " + coloured(severity, "%s  %d".formatted(word(severity), number)));
            byPractice.forEach(this::practice);
        });
    }

    private void practice(String practice, List<Finding> found) {
        int shown = everything ? found.size() : Math.min(found.size(), SHOWN);
        for (var finding : found.subList(0, shown)) {
            paragraph("    %s  ".formatted(fit(practice, 8)), (finding.seen() + " " + finding.fix()).strip());
            evidence("              ", finding.quote(), finding.place());
        }
        if (shown < found.size()) {
            out.println(terminal.faint(
                    "              and %d more of %s (--all shows them)".formatted(found.size() - shown, practice)));
        }
    }

    private void contradictions() {
        if (review.contradictions().isEmpty()) {
            return;
        }
        title("Contradictions", review.contradictions().size());
        for (var contradiction : review.contradictions()) {
            paragraph("  ", contradiction.about());
            evidence("    ", contradiction.a(), contradiction.aPlace());
            evidence("    ", contradiction.b(), contradiction.bPlace());
        }
    }

    private void price() {
        var price = review.price();
        if (price == null) {
            return;
        }
        out.println();
        var total = price.statedTotal();
        out.println(terminal.strong("Price") + "  " + count(price.lines().size(), "line", "lines")
                + (total == null ? ", no total stated" : ", stated total " + Terminal.safe(total)));
        var addsUp = price.addsUp();
        if (addsUp != null) {
            out.println("  " + (addsUp ? "It adds up." : terminal.alarming("It does not add up.")));
        }
    }

    private void kpis() {
        if (review.kpis().isEmpty()) {
            return;
        }
        title("KPIs", review.kpis().size());
        int name = widest(review.kpis().stream().map(Review.Kpi::name).toList(), terminal.width() / 2);
        for (var kpi : review.kpis()) {
            var target = kpi.target().isEmpty() ? "no target" : Terminal.safe(kpi.target());
            out.println("  %s  %s".formatted(fit(kpi.name(), name), Terminal.cut(target, terminal.width() - name - 4)));
        }
    }

    private void title(String title, int number) {
        out.println();
        out.println(terminal.strong(title) + "  " + number);
    }

    /// A text behind a label, its other lines below its first.
    private void paragraph(String label, String text) {
        var lines = Terminal.wrapped(Terminal.safe(text), terminal.width() - label.length());
        out.println(label + lines.getFirst());
        lines.stream().skip(1).forEach(line -> out.println(" ".repeat(label.length()) + line));
    }

    private void evidence(String indent, String quote, @Nullable Place place) {
        if (!quote.isEmpty()) {
            var lines = Terminal.wrapped("“" + Terminal.safe(quote) + "”", terminal.width() - indent.length());
            lines.stream().limit(3).forEach(line -> out.println(indent + line));
            if (lines.size() > 3) {
                out.println(indent + "…");
            }
        }
        var where = Terminal.safe(whereabouts.describe(place));
        if (!where.isEmpty()) {
            out.println(indent + terminal.faint(Terminal.cut(where, terminal.width() - indent.length())));
        }
    }

    /// Obligations by a name, the largest group first.
    private Map<String, List<Obligation>> grouped(Function<Obligation, String> by) {
        return review.obligations().stream().collect(Collectors.groupingBy(by)).entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, List<Obligation>>>comparingInt(
                                entry -> entry.getKey().equals(NOBODY)
                                        ? 1
                                        : -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
    }

    private static String owner(@Nullable String accountable) {
        return accountable == null ? NOBODY : accountable;
    }

    private String coloured(Severity severity, String text) {
        return switch (severity) {
            case BLOCKER -> terminal.alarming(text);
            case WARNING -> terminal.warning(text);
            case INFORMATION -> terminal.strong(text);
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static int widest(List<String> names, int most) {
        int widest = names.stream()
                .mapToInt(name -> Terminal.safe(name).length())
                .max()
                .orElse(0);
        return Math.min(most, widest);
    }

    private static String fit(String text, int width) {
        var cut = Terminal.cut(Terminal.safe(text), width);
        return cut + " ".repeat(Math.max(0, width - cut.length()));
    }
}
