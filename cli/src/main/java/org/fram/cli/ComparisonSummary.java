package org.fram.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.fram.report.ComparisonPage;
import org.fram.report.ComparisonPage.Entry;
import org.fram.report.ComparisonPage.Word;

/// A comparison as text for a terminal: `+` for what is new, `-` for what is gone, `~` for what changed.
final class ComparisonSummary {

    private final ComparisonPage page;
    private final Terminal terminal;
    private final PrintWriter out;

    ComparisonSummary(ComparisonPage page, Terminal terminal, PrintWriter out) {
        this.page = page;
        this.terminal = terminal;
        this.out = out;
    }

    void print() {
        out.println(terminal.strong(Terminal.safe(page.before()) + " → " + Terminal.safe(page.after())));
        paragraph("  ", page.verdict());
        for (var group : page.groups()) {
            out.println();
            out.println(terminal.strong(group.title()));
            group.entries().forEach(this::entry);
            if (!group.kept().isEmpty()) {
                out.println(terminal.faint("  " + group.kept()));
            }
        }
    }

    private void entry(Entry entry) {
        var sign = switch (entry.sign()) {
            case "added" -> "+";
            case "dropped" -> "-";
            default -> "~";
        };
        paragraph(
                "  " + sign + " ",
                entry.words().stream().map(ComparisonSummary::marked).collect(Collectors.joining(" ")));
        if (!entry.where().isEmpty()) {
            out.println(terminal.faint("    " + Terminal.cut(Terminal.safe(entry.where()), terminal.width() - 4)));
        }
        for (var detail : entry.details()) {
            paragraph("    %-9s ".formatted(detail.label()), detail.before() + " → " + detail.after());
        }
    }

    private static String marked(Word word) {
        return switch (word.kind()) {
            case "deleted" -> "[-" + word.text() + "-]";
            case "inserted" -> "{+" + word.text() + "+}";
            default -> word.text();
        };
    }

    private void paragraph(String label, String text) {
        var lines = Terminal.wrapped(Terminal.safe(text), terminal.width() - label.length());
        out.println(label + lines.getFirst());
        lines.stream().skip(1).forEach(line -> out.println(" ".repeat(label.length()) + line));
    }
}
