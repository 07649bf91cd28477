package org.fram.app.sow.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fram.office.Cell;
import org.fram.office.Sheet;
import org.jspecify.annotations.Nullable;

/// A statement of work as a workbook: a sheet for its clauses, and one for each thing beside them that there is.
///
/// The sheet of clauses is read again as it is: its columns are those that [org.fram.app.sow.ClausesInWorkbook]
/// knows.
public final class SowWorkbook {

    private static final int MOST_OF_A_CELL = 32_767;

    private final UnaryOperator<String> words;

    private SowWorkbook(UnaryOperator<String> words) {
        this.words = words;
    }

    /// The sheets of a file.
    ///
    /// @param words the words of a key, in the language of whoever asks
    public static List<Sheet> of(SowFile file, UnaryOperator<String> words) {
        var workbook = new SowWorkbook(words);
        return Stream.of(
                        workbook.clauses(file),
                        workbook.obligations(file),
                        workbook.raci(file),
                        workbook.assumptions(file),
                        workbook.requirements(file),
                        workbook.prices(file),
                        workbook.kpis(file))
                .filter(sheet ->
                        sheet.lines().size() > 1 || sheet.name().equals(words.apply("sow.whole.sheet.clauses")))
                .toList();
    }

    private Sheet clauses(SowFile file) {
        return sheet(
                "clauses",
                List.of("number", "kind", "level", "text"),
                file.clauses().stream()
                        .map(one -> List.of(
                                one.number(),
                                words.apply("sow.whole.kind." + one.kind().code()),
                                one.level() == 0 ? "" : Integer.toString(one.level()),
                                one.text()))
                        .toList());
    }

    private Sheet obligations(SowFile file) {
        return sheet(
                "obligations",
                List.of(
                        "number",
                        "text",
                        "section",
                        "accountable",
                        "responsible",
                        "obligationKind",
                        "topic",
                        "due",
                        "quantity",
                        "amount",
                        "accepted"),
                file.obligations().stream()
                        .map(one -> List.of(
                                one.id(),
                                one.text(),
                                one.section(),
                                text(one.accountable()),
                                String.join(", ", one.responsible()),
                                words.apply("sow.kind." + one.kind().name().toLowerCase(Locale.ROOT)),
                                one.topic(),
                                text(one.due()),
                                text(one.quantity()),
                                text(one.amount()),
                                yes(one.accepted())))
                        .toList());
    }

    private Sheet raci(SowFile file) {
        return sheet(
                "raci",
                List.of("number", "activity", "responsible", "accountable", "consulted", "informed"),
                file.raci().stream()
                        .map(one -> List.of(
                                one.id(),
                                one.activity(),
                                String.join(", ", one.responsible()),
                                String.join(", ", one.accountable()),
                                String.join(", ", one.consulted()),
                                String.join(", ", one.informed())))
                        .toList());
    }

    private Sheet assumptions(SowFile file) {
        return sheet(
                "assumptions",
                List.of("number", "text", "owner", "validateBy", "holds", "ifFalse"),
                file.assumptions().stream()
                        .map(one -> List.of(
                                one.id(),
                                one.text(),
                                text(one.owner()),
                                text(one.validateBy()),
                                yes(one.holds()),
                                text(one.ifFalse())))
                        .toList());
    }

    private Sheet requirements(SowFile file) {
        return sheet(
                "requirements",
                List.of("number", "text", "source", "key", "obligations", "deferred"),
                file.requirements().stream()
                        .map(one -> List.of(
                                one.id(),
                                one.text(),
                                one.source() == null
                                        ? ""
                                        : words.apply("sow.requirement.source."
                                                + one.source().code()),
                                yes(one.key()),
                                String.join(", ", one.obligations()),
                                yes(one.deferred())))
                        .toList());
    }

    private Sheet prices(SowFile file) {
        return sheet(
                "prices",
                List.of("number", "text", "amount", "obligations", "option"),
                file.prices().stream()
                        .map(one -> List.of(
                                one.id(),
                                one.text(),
                                text(one.amount()),
                                String.join(", ", one.obligations()),
                                yes(one.option())))
                        .toList());
    }

    private Sheet kpis(SowFile file) {
        return sheet(
                "kpis",
                List.of("number", "name", "target", "formula", "dataSource", "owner", "exclusions"),
                file.kpis().stream()
                        .map(one -> List.of(
                                one.id(),
                                one.name(),
                                text(one.target()),
                                text(one.formula()),
                                text(one.dataSource()),
                                text(one.owner()),
                                text(one.exclusions())))
                        .toList());
    }

    private Sheet sheet(String name, List<String> columns, List<List<String>> rows) {
        var lines = new ArrayList<Sheet.Line>();
        lines.add(line(
                1,
                columns.stream()
                        .map(key -> words.apply("sow.whole.column." + key))
                        .toList()));
        rows.forEach(row -> lines.add(line(lines.size() + 1, row)));
        return new Sheet(words.apply("sow.whole.sheet." + name), lines);
    }

    private static Sheet.Line line(int number, List<String> texts) {
        return new Sheet.Line(
                number,
                texts.stream()
                        .<Cell>map(text -> new Cell.Words(
                                text.length() <= MOST_OF_A_CELL ? text : text.substring(0, MOST_OF_A_CELL - 1) + "…"))
                        .toList());
    }

    private String yes(@Nullable Boolean value) {
        return value == null ? "" : words.apply(value ? "register.yes" : "register.no");
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
