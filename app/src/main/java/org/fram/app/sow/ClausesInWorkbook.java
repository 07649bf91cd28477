package org.fram.app.sow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fram.app.platform.texts.Text;
import org.fram.office.Block;
import org.fram.office.Cell;
import org.fram.office.Place;
import org.fram.office.Sheet;
import org.jspecify.annotations.Nullable;

/// A statement of work in a workbook, read as the blocks of a document.
///
/// A sheet is looked for whose head names a column of clauses, by the names that people give it, in any order:
/// that of the words, that of their numbers, of their headings, of what they are and of their level. What the
/// workbook of an export says comes back as it was. Elsewhere each row is a clause; a heading that differs from that
/// of the row above begins a section, and one that is empty goes on, as in merged cells.
///
/// Formulas count as the values that they had when the file was saved; where that is an error, the row is named.
final class ClausesInWorkbook {

    /// Rows that are read at most: more than any statement of work has, and as many as a review takes on.
    static final int MOST = 20_000;

    private static final int LINES_TO_LOOK_AT = 20;
    private static final int MOST_HEADERS_SHOWN = 8;
    private static final int DEEPEST = 6;

    private static final Pattern ERROR = Pattern.compile("#(?:REF!|N/A|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!|SPILL!)");
    private static final Pattern ITEM =
            Pattern.compile("^([•·▪‣*–-]|\\(?[a-z0-9]{1,3}[.)])\\s+(\\S.*)$", Pattern.DOTALL);
    private static final Pattern FIGURE = Pattern.compile("[\\d.,\\s%€$£+-]*\\d[\\d.,\\s%€$£+-]*");

    private ClausesInWorkbook() {}

    /// What came of a workbook.
    sealed interface Outcome {

        record Read(List<Block> blocks) implements Outcome {
            public Read {
                blocks = List.copyOf(blocks);
            }
        }

        /// It cannot be read as a statement of work; the reason names the row where there is one.
        record Refused(Text reason) implements Outcome {}
    }

    /// What a column holds, and what people call it.
    private enum Role {
        NUMBER(
                "number",
                "no",
                "nr",
                "#",
                "clause no",
                "clause number",
                "section no",
                "section number",
                "ref",
                "reference",
                "id",
                "item",
                "clause id"),
        HEADING("heading", "title", "section", "section title", "section heading", "chapter", "clause title", "topic"),
        TEXT(
                "text",
                "clause text",
                "clause",
                "wording",
                "words",
                "description",
                "content",
                "contents",
                "provision",
                "statement",
                "statement of work",
                "body",
                "requirement",
                "scope"),
        KIND("kind", "type", "element"),
        LEVEL("level", "depth", "outline level");

        /// With bars before, between and behind.
        private final String names;

        Role(String... names) {
            this.names = "|" + String.join("|", names) + "|";
        }

        private boolean isCalled(String name) {
            return names.contains("|" + name + "|");
        }
    }

    /// A sheet with its columns.
    ///
    /// @param head the position of the line that names them
    private record Found(Sheet sheet, int head, Map<Role, Integer> columns) {}

    /// Stops reading, with a reason.
    private static final class Stop extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Text reason;

        private Stop(String key, Object... values) {
            super(key);
            this.reason = Text.of(key, values);
        }
    }

    /// Reads the sheets of a workbook.
    static Outcome of(List<Sheet> sheets) {
        if (sheets.stream().allMatch(sheet -> sheet.lines().isEmpty())) {
            return new Outcome.Refused(Text.of("sow.workbook.empty"));
        }
        var found = find(sheets);
        if (found == null) {
            String seen = sheets.getFirst().lines().getFirst().cells().stream()
                    .map(Cell::text)
                    .filter(text -> !text.isEmpty())
                    .limit(MOST_HEADERS_SHOWN)
                    .collect(Collectors.joining(", "));
            return new Outcome.Refused(Text.of("sow.workbook.noColumn", seen));
        }
        var lines = found.sheet()
                .lines()
                .subList(found.head() + 1, found.sheet().lines().size());
        if (lines.size() > MOST) {
            return new Outcome.Refused(
                    Text.of("sow.workbook.tooLong", lines.get(MOST).number(), MOST));
        }
        try {
            var blocks = new Rows(found).read(lines);
            return blocks.isEmpty()
                    ? new Outcome.Refused(
                            Text.of("sow.workbook.nothing", found.sheet().name()))
                    : new Outcome.Read(blocks);
        } catch (Stop stop) {
            return new Outcome.Refused(stop.reason);
        }
    }

    /// The sheet and line that name most columns, those of the clauses among them.
    private static @Nullable Found find(List<Sheet> sheets) {
        @Nullable Found best = null;
        for (var sheet : sheets) {
            for (int at = 0; at < Math.min(LINES_TO_LOOK_AT, sheet.lines().size()); at++) {
                var columns = columns(sheet.lines().get(at));
                if (columns.containsKey(Role.TEXT)
                        && (best == null || columns.size() > best.columns().size())) {
                    best = new Found(sheet, at, columns);
                }
            }
        }
        return best;
    }

    private static Map<Role, Integer> columns(Sheet.Line line) {
        var columns = new EnumMap<Role, Integer>(Role.class);
        for (int at = 0; at < line.cells().size(); at++) {
            String name = line.cells()
                    .get(at)
                    .text()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[.:*()]+", " ")
                    .replaceAll("\\s+", " ")
                    .strip();
            for (var role : Role.values()) {
                if (role.isCalled(name)) {
                    columns.putIfAbsent(role, at);
                }
            }
        }
        return columns;
    }

    /// Reads the rows below the head.
    private static final class Rows {

        private final Found found;
        private final List<Block> blocks = new ArrayList<>();
        private final List<Block.Row> table = new ArrayList<>();
        private int tableHeads;
        private int tables;
        private String heading = "";

        private Rows(Found found) {
            this.found = found;
        }

        private List<Block> read(List<Sheet.Line> lines) {
            for (var line : lines) {
                for (var cell : line.cells()) {
                    if (ERROR.matcher(cell.text()).matches()) {
                        throw new Stop("sow.workbook.error", line.number(), cell.text());
                    }
                }
                row(line);
            }
            endTable();
            return blocks;
        }

        private void row(Sheet.Line line) {
            String kind = of(line, Role.KIND)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z]+", " ")
                    .strip();
            // Where it is said what a row is, its words may be figures.
            String number = kind.isEmpty() ? number(line) : of(line, Role.NUMBER);
            String text = kind.isEmpty() ? text(line) : of(line, Role.TEXT);
            if (kind.equals("table head") || kind.equals("table row")) {
                tableRow(kind.equals("table head"), text);
                return;
            }
            endTable();
            String title = of(line, Role.HEADING);
            boolean begins = !title.isEmpty() && !title.equals(heading);
            if (begins) {
                heading = title;
                blocks.add(new Block.Heading(level(line, number), number, title, place()));
            }
            if (text.isEmpty()) {
                return;
            }
            switch (kind) {
                case "heading" -> blocks.add(new Block.Heading(level(line, number), number, text, place()));
                case "item", "list item", "bullet" ->
                    blocks.add(new Block.ListItem(level(line, ""), number.isEmpty() ? "•" : number, text, place()));
                case "footnote" -> blocks.add(new Block.Footnote(number, text, place()));
                case "paragraph" -> blocks.add(new Block.Paragraph(begins ? "" : number, text, place()));
                default -> paragraphs(begins ? "" : number, text);
            }
        }

        /// What people write into one cell: a paragraph a line, items among them.
        private void paragraphs(String number, String text) {
            String clause = number;
            for (String line : text.split("\n")) {
                String plain = line.strip();
                var item = ITEM.matcher(plain);
                if (item.matches()) {
                    blocks.add(new Block.ListItem(1, item.group(1), item.group(2), place()));
                } else if (!plain.isEmpty()) {
                    blocks.add(new Block.Paragraph(clause, plain, place()));
                    clause = "";
                }
            }
        }

        private void tableRow(boolean head, String text) {
            if (head && table.size() > tableHeads) {
                endTable();
            }
            if (head) {
                tableHeads++;
            }
            if (table.isEmpty()) {
                tables++;
            }
            int row = table.size() + 1;
            var cells = text.split(" \\| ?", -1);
            var place = new Place(0, blocks.size() + 1, tables, row, 0);
            table.add(new Block.Row(
                    IntStream.range(0, cells.length)
                            .mapToObj(at -> new Block.Cell(
                                    cells[at].strip(), at, 1, 1, new Place(0, blocks.size() + 1, tables, row, at + 1)))
                            .toList(),
                    place));
        }

        private void endTable() {
            if (!table.isEmpty()) {
                blocks.add(new Block.Table(tableHeads, table, new Place(0, blocks.size() + 1, tables, 0, 0)));
                table.clear();
                tableHeads = 0;
            }
        }

        private Place place() {
            return Place.paragraph(0, blocks.size() + 1);
        }

        private String number(Sheet.Line line) {
            return switch (cell(line, Role.NUMBER)) {
                // A program for spreadsheets takes 3.2 for the third of February.
                case Cell.Day day -> throw new Stop("sow.workbook.dayAsNumber", line.number(), day.text());
                case Cell.Moment moment -> throw new Stop("sow.workbook.dayAsNumber", line.number(), moment.text());
                case Cell.Amount amount -> amount.text();
                case Cell.Words(var text) -> text.replaceAll("[.:)]+$", "");
            };
        }

        private String text(Sheet.Line line) {
            return switch (cell(line, Role.TEXT)) {
                case Cell.Words(var text) -> {
                    if (FIGURE.matcher(text).matches()) {
                        throw new Stop("sow.workbook.notWords", line.number(), text);
                    }
                    yield text;
                }
                case Cell.Day day -> throw new Stop("sow.workbook.notWords", line.number(), day.text());
                case Cell.Moment moment -> throw new Stop("sow.workbook.notWords", line.number(), moment.text());
                case Cell.Amount amount -> throw new Stop("sow.workbook.notWords", line.number(), amount.text());
            };
        }

        private int level(Sheet.Line line, String number) {
            String said = of(line, Role.LEVEL);
            if (said.matches("\\d{1,2}")) {
                return Math.clamp(Integer.parseInt(said), 1, DEEPEST);
            }
            int points = (int) Stream.of(number.split("\\."))
                    .filter(part -> !part.isBlank())
                    .count();
            return Math.clamp(points, 1, DEEPEST);
        }

        private String of(Sheet.Line line, Role role) {
            return cell(line, role).text();
        }

        private Cell cell(Sheet.Line line, Role role) {
            Integer at = found.columns().get(role);
            return at == null || at >= line.cells().size()
                    ? new Cell.Words("")
                    : line.cells().get(at);
        }
    }
}
