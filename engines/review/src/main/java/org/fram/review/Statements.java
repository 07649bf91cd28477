package org.fram.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Place;
import org.fram.review.Statement.Form;
import org.fram.review.Statement.TableRow;
import org.jspecify.annotations.Nullable;

/// Cutting a document into [Statement]s, each with the headings above it, the sentence that opens its list,
/// and the names of its table's columns.
final class Statements {

    private static final Pattern CAPTION = Pattern.compile("(?i)(table|figure|exhibit)\\s+[\\w.-]+[.:]?(\\s.*)?");
    private static final Pattern CAPITALS = Pattern.compile("(?=.*\\p{Lu}{3})[^\\p{Ll}.;:]{3,60}");
    private static final Pattern RUN_IN_HEADING = Pattern.compile("[\\p{Lu}\\d][^.!?:;]{1,60}[.:]");
    private static final Pattern THREE_WORDS = Pattern.compile("\\p{L}{2}\\S*\\s++\\S++\\s");
    private static final Pattern MARKER =
            Pattern.compile("^(?:[•▪◦‣·*–-]|\\(?(?:\\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])\\s+");
    private static final Pattern RACI_CELL = Pattern.compile("(?i)[raci](\\s*[/,+&]\\s*[raci])*|[-–—✓xX•]?");

    /// How many statements are looked at: some 3,000 pages. What is longer is no statement of work, and its
    /// review would take hours and more memory than there is.
    static final int MOST = 100_000;

    private final List<Statement> statements = new ArrayList<>();
    private final Deque<Heading> headings = new ArrayDeque<>();
    private final Deque<OpenList> openLists = new ArrayDeque<>();
    private @Nullable Statement clauseLeadIn;
    private String clauseNumber = "";
    private String caption = "";
    private int tables;

    private record Heading(int level, String text, String number) {}

    private record OpenList(int level, Statement leadIn) {}

    private Statements() {}

    /// The statements of a document in reading order, up to [#MOST].
    static List<Statement> of(Document document) {
        var cutting = new Statements();
        for (var block : document.blocks()) {
            cutting.add(block);
            if (cutting.statements.size() >= MOST) {
                return List.copyOf(cutting.statements.subList(0, MOST));
            }
        }
        return List.copyOf(cutting.statements);
    }

    /// What the reader of a review should know of a document that was not looked at as a whole.
    static Optional<String> note(List<Statement> statements) {
        return statements.size() < MOST
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "This document is longer than a review goes. What stands behind its first %,d statements was not looked at; the last of them is “%s”.",
                        MOST,
                        statements.getLast().quote()));
    }

    private void add(Block block) {
        switch (block) {
            case Block.Heading heading -> addHeading(heading);
            case Block.Paragraph paragraph -> addParagraph(paragraph);
            case Block.ListItem item -> addItem(item);
            case Block.Footnote footnote -> addFootnote(footnote);
            case Block.Table table -> addTable(table);
        }
        if (!(block instanceof Block.Paragraph)) {
            caption = "";
        }
    }

    private void addHeading(Block.Heading heading) {
        while (!headings.isEmpty() && headings.peekLast().level() >= heading.level()) {
            headings.removeLast();
        }
        headings.addLast(new Heading(heading.level(), labelled(heading.number(), heading.text()), heading.number()));
        openLists.clear();
        if (!isBelow(clauseNumber, heading.number())) {
            clauseLeadIn = null;
        }
    }

    private void addParagraph(Block.Paragraph paragraph) {
        openLists.clear();
        if (!isBelow(clauseNumber, paragraph.number())) {
            clauseLeadIn = null;
        }
        var sentences = new ArrayList<>(Sentences.of(paragraph.text()));
        var above = headingTexts();
        if (sentences.size() > 1 && isRunInHeading(sentences.getFirst())) {
            above.add(labelled(paragraph.number(), sentences.removeFirst().replaceFirst("[.:]$", "")));
        }
        var form = sentences.size() == 1 && isLabel(sentences.getFirst()) ? Form.LABEL : Form.SENTENCE;
        var leadIn = clauseLeadIn;
        Statement last = null;
        for (var sentence : sentences) {
            last = add(form, sentence, above, leadIn, null, paragraph.place());
        }
        caption = CAPTION.matcher(paragraph.text()).matches() || form == Form.LABEL ? paragraph.text() : "";
        if (last != null && last.quote().endsWith(":")) {
            openLists.addLast(new OpenList(0, last));
            clauseLeadIn = last;
            clauseNumber = paragraph.number().isEmpty() ? currentNumber() : paragraph.number();
        }
    }

    private void addItem(Block.ListItem item) {
        if (CAPITALS.matcher(item.text()).matches() && item.marker().matches("\\d{1,2}(\\.\\d{1,2})*\\.?")) {
            addHeading(new Block.Heading(1, item.marker().replaceFirst("\\.$", ""), item.text(), item.place()));
            return;
        }
        while (!openLists.isEmpty() && openLists.peekLast().level() >= item.level()) {
            openLists.removeLast();
        }
        var leadIn = openLists.isEmpty() ? clauseLeadIn : openLists.peekLast().leadIn();
        var above = headingTexts();
        var sentences = new ArrayList<>(Sentences.of(item.text()));
        if (sentences.size() > 1 && isRunInHeading(sentences.getFirst())) {
            above.add(sentences.removeFirst().replaceFirst("[.:]$", ""));
        }
        Statement last = null;
        for (var sentence : sentences) {
            last = add(Form.ITEM, sentence, above, leadIn, null, item.place());
        }
        if (last != null && last.quote().endsWith(":")) {
            openLists.addLast(new OpenList(item.level(), last));
        }
    }

    private void addFootnote(Block.Footnote footnote) {
        for (var sentence : Sentences.of(footnote.text())) {
            add(Form.SENTENCE, sentence, headingTexts(), null, null, footnote.place());
        }
    }

    private void addTable(Block.Table table) {
        tables++;
        int width = table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .mapToInt(cell -> cell.column() + cell.columns())
                .max()
                .orElse(0);
        var headers = headersOf(table, width);
        var spanning = new ArrayList<String>();
        for (int i = 0; i < width; i++) {
            spanning.add("");
        }
        int[] left = new int[width];
        for (int r = 0; r < table.rows().size(); r++) {
            var row = table.rows().get(r);
            var cells = cellsOf(row, width, spanning, left);
            if (r >= table.headerRows()) {
                addRow(table, row, headers, cells, width);
            }
        }
        var leadIn = openLists.isEmpty() ? null : openLists.peekLast().leadIn();
        if (leadIn == null) {
            openLists.clear();
        }
    }

    private void addRow(Block.Table table, Block.Row row, List<String> headers, List<String> cells, int width) {
        if (row.quote().isEmpty()) {
            return;
        }
        var leadIn = openLists.isEmpty() ? null : openLists.peekLast().leadIn();
        if (width == 1) {
            for (var cell : row.cells()) {
                for (var line : linesOf(cell.text())) {
                    Sentences.of(line)
                            .forEach(sentence ->
                                    add(Form.SENTENCE, sentence, headingTexts(), leadIn, null, cell.place()));
                }
            }
            return;
        }
        boolean lists = listsOfDuties(table, headers);
        var whole = new TableRow(tables, caption, headers, cells, -1);
        if (!lists && row.cells().stream().noneMatch(Statements::speaksInSentences)) {
            add(Form.ROW, row.quote(), headingTexts(), leadIn, whole, row.place());
            return;
        }
        for (var cell : row.cells()) {
            if (!lists && !speaksInSentences(cell)) {
                continue;
            }
            var context = new TableRow(tables, caption, headers, cells, cell.column());
            for (var line : linesOf(cell.text())) {
                for (var sentence : lists ? List.of(line) : Sentences.of(line)) {
                    add(Form.CELL, sentence, headingTexts(), leadIn, context, cell.place());
                }
            }
        }
    }

    /// Whether each cell is a duty of its own: several columns, and the first is as wordy as the others are
    /// (no label column), with headers that name somebody rather than something.
    private static boolean listsOfDuties(Block.Table table, List<String> headers) {
        if (headers.size() < 2 || headers.stream().anyMatch(String::isBlank)) {
            return false;
        }
        boolean shortHeaders = headers.stream().allMatch(header -> header.split(" ").length <= 5);
        boolean measured = headers.stream().anyMatch(header -> ColumnRole.of(header) != ColumnRole.OTHER);
        var body = table.rows().subList(table.headerRows(), table.rows().size());
        boolean letters = body.stream()
                .flatMap(row -> row.cells().stream().skip(1))
                .allMatch(cell -> RACI_CELL.matcher(cell.text().strip()).matches());
        boolean wordy = body.stream()
                .allMatch(row -> row.cells().stream()
                        .allMatch(cell -> cell.text().isBlank() || cell.text().matches("(?s).*\\p{L}{2,}.*")));
        return shortHeaders
                && !measured
                && !letters
                && !hasColumnOfValues(body, headers.size())
                && wordy
                && !body.isEmpty()
                && headers.stream().allMatch(Statements::namesSomebody);
    }

    /// Whether all cells of some column begin with a number ("30 minutes"): then rows are values, not duties.
    private static boolean hasColumnOfValues(List<Block.Row> body, int columns) {
        for (int column = 1; column < columns; column++) {
            int c = column;
            var cells = body.stream()
                    .flatMap(row -> row.cells().stream())
                    .filter(cell -> cell.column() == c && !cell.text().isBlank())
                    .toList();
            if (cells.size() >= 2
                    && cells.stream().allMatch(cell -> cell.text().strip().matches("(?s)\\W{0,2}\\d.*"))) {
                return true;
            }
        }
        return false;
    }

    /// Whether a column's name can name a party: an abbreviation in capitals, or a name of capitalised words.
    private static boolean namesSomebody(String header) {
        return header.matches(
                        "(?i)(the )?(customer|client|vendor|supplier|contractor|buyer|provider|partner|carrier"
                                + "|government|agency|consultant|company|we|you|us)( (will|shall|responsibilities|duties|tasks))?")
                || header.matches("\\p{Lu}{2,6}( (will|shall|responsibilities|duties|tasks))?")
                || header.matches("(\\p{Lu}[\\p{L}&.'’-]+)( (of|and|&|\\p{Lu}[\\p{L}&.'’-]+))*");
    }

    private static boolean speaksInSentences(Block.Cell cell) {
        var text = cell.text();
        long sentences = linesOf(text).stream()
                .flatMap(line -> Sentences.of(line).stream())
                .filter(sentence -> isFull(sentence) && sentence.split(" ").length >= 5)
                .count();
        return sentences >= 2;
    }

    private static boolean isFull(String sentence) {
        return (sentence.endsWith(".") || sentence.endsWith(";"))
                && THREE_WORDS.matcher(sentence).find();
    }

    private static List<String> linesOf(String text) {
        var lines = new ArrayList<String>();
        for (var line : text.split("\n")) {
            var stripped = line.strip();
            if (stripped.isEmpty()) {
                continue;
            }
            lines.add(MARKER.matcher(stripped).replaceFirst(""));
        }
        return lines;
    }

    private static List<String> headersOf(Block.Table table, int width) {
        if (table.headerRows() == 0) {
            return List.of();
        }
        var headers = new String[width];
        java.util.Arrays.fill(headers, "");
        for (var row : table.rows().subList(0, table.headerRows())) {
            for (var cell : row.cells()) {
                var text = cell.text().replace('\n', ' ').strip();
                for (int c = cell.column(); c < Math.min(width, cell.column() + cell.columns()); c++) {
                    headers[c] = (headers[c] + " " + text).strip();
                }
            }
        }
        return List.of(headers);
    }

    private static List<String> cellsOf(Block.Row row, int width, List<String> spanning, int[] left) {
        var cells = new String[width];
        for (int c = 0; c < width; c++) {
            cells[c] = left[c] > 0 ? spanning.get(c) : "";
            left[c] = Math.max(0, left[c] - 1);
        }
        for (var cell : row.cells()) {
            for (int c = cell.column(); c < Math.min(width, cell.column() + cell.columns()); c++) {
                cells[c] = cell.text().replace('\n', ' ').strip();
                spanning.set(c, cells[c]);
                left[c] = cell.rows() - 1;
            }
        }
        return List.of(cells);
    }

    private Statement add(
            Form form,
            String quote,
            List<String> above,
            @Nullable Statement leadIn,
            @Nullable TableRow row,
            Place place) {
        var statement = new Statement(statements.size(), form, quote, above, leadIn, row, place);
        if (!quote.isBlank()) {
            statements.add(statement);
        }
        return statement;
    }

    private List<String> headingTexts() {
        var texts = new ArrayList<String>();
        headings.forEach(heading -> texts.add(heading.text()));
        return texts;
    }

    private String currentNumber() {
        return headings.isEmpty() ? "" : headings.peekLast().number();
    }

    /// Whether clause `number` lies below clause `above`: "3.1" below "3" and below "3.0".
    private static boolean isBelow(String above, String number) {
        if (above.isEmpty() || number.isEmpty()) {
            return false;
        }
        var stem = above.replaceFirst("\\.0$", "") + ".";
        return number.startsWith(stem) && !number.equals(above);
    }

    private static boolean isRunInHeading(String sentence) {
        return RUN_IN_HEADING.matcher(sentence).matches()
                && sentence.split(" ").length <= 7
                && !sentence.toLowerCase(Locale.ROOT)
                        .matches(".*\\b(shall|will|must|may|is|are|was|were|has|have|can)\\b.*")
                && java.util.Arrays.stream(sentence.split("[^\\p{L}\\-]+"))
                        .skip(1)
                        .noneMatch(Verbs::isThirdPerson);
    }

    private static boolean isLabel(String sentence) {
        return !sentence.matches(".*[.!?:;][)\"”’]*") && sentence.split(" ").length <= 25;
    }

    private static String labelled(String number, String text) {
        return (number + " " + text).strip();
    }
}
