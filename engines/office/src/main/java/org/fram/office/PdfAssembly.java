package org.fram.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes the blocks of a document of what its pages hold.
final class PdfAssembly {

    private static final Pattern NOTE_MARK = Pattern.compile("\\d{1,3}|[*†‡§]{1,3}|[a-z]");

    /// A line of a table of contents.
    static final Pattern LEADER = Pattern.compile(".*([.·…]\\s?){5,}\\s*\\S{0,6}");

    private static final Pattern GLUED_MARK = Pattern.compile("(\\d{1,3}|[*†‡§]{1,3})(\\D.*)");

    /// Footnotes whose mark is not raised are set at most so large, measured by the body.
    private static final float NOTE_SIZE = 0.95f;

    /// No footnote is set larger, measured by the body.
    private static final float LARGEST_NOTE = 1.02f;

    /// What stands between two others in reading order, before it is known what it is.
    private sealed interface Draft {
        record Text(PdfParagraph paragraph, List<Note> notes) implements Draft {}

        record Tabular(List<PdfTable> tables, List<Note> notes) implements Draft {}
    }

    private record Note(String marker, List<PdfLine> lines) {}

    /// A list whose items may go on, with the marker of its last one.
    private record OpenList(float indent, String series, PdfMarker marker) {}

    private final PdfVocabulary vocabulary = new PdfVocabulary();
    private final List<Draft> drafts = new ArrayList<>();
    private final Set<PdfWord> references = new HashSet<>();
    private final PdfParagraphs paragraphs;
    private final float bodySize;
    private final List<PdfBlock> blocks = new ArrayList<>();
    private final List<OpenList> openLists = new ArrayList<>();
    private int tables;

    private PdfAssembly(List<List<PdfPart>> pages) {
        paragraphs = PdfParagraphs.measuredOn(pages);
        bodySize = bodySize(pages);
    }

    /// @param pages what each page holds, in reading order
    static List<PdfBlock> blocks(List<List<PdfPart>> pages) {
        PdfAssembly assembly = new PdfAssembly(pages);
        assembly.learn(pages);
        for (List<PdfPart> parts : PdfEdges.common(pages)) {
            assembly.gather(parts);
        }
        assembly.build();
        return assembly.blocks;
    }

    private void learn(List<List<PdfPart>> pages) {
        for (List<PdfPart> parts : pages) {
            for (PdfPart part : parts) {
                switch (part) {
                    case PdfPart.Text text -> vocabulary.add(List.of(text.line()));
                    case PdfPart.Tabular(PdfTable table) -> {
                        for (PdfTable.Row row : table.rows()) {
                            row.cells().forEach(cell -> vocabulary.add(cell.lines()));
                        }
                    }
                }
            }
        }
        for (List<PdfPart> parts : pages) {
            PdfLine before = null;
            for (PdfPart part : parts) {
                if (part instanceof PdfPart.Text text) {
                    if (before != null) {
                        vocabulary.addBreak(
                                before.words().getLast().text(),
                                text.line().words().getFirst().text());
                    }
                    before = text.line();
                }
            }
        }
    }

    private static float bodySize(List<List<PdfPart>> pages) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (List<PdfPart> parts : pages) {
            for (PdfPart part : parts) {
                if (part instanceof PdfPart.Text text) {
                    counts.merge(
                            Math.round(text.line().size() * 2),
                            text.line().text().length(),
                            Integer::sum);
                }
            }
        }
        int best = 20;
        int most = 0;
        for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
            if (each.getValue() > most) {
                most = each.getValue();
                best = each.getKey();
            }
        }
        return best / 2f;
    }

    // Gathering lines to paragraphs

    private void gather(List<PdfPart> parts) {
        List<PdfPart> body = new ArrayList<>(parts);
        List<Note> notes = notes(body);
        Map<String, Note> open = new HashMap<>();
        for (Note note : notes) {
            open.putIfAbsent(note.marker(), note);
        }
        int first = drafts.size();
        PdfPart.Text before = null;
        for (PdfPart part : body) {
            switch (part) {
                case PdfPart.Text text -> {
                    add(text, before);
                    before = text;
                }
                case PdfPart.Tabular(PdfTable table) -> {
                    add(table, before == null && drafts.size() == first);
                    before = null;
                }
            }
        }
        attach(notes, open, Math.max(0, first - 1));
    }

    private void add(PdfPart.Text text, PdfPart.@Nullable Text before) {
        PdfLine line = text.line();
        PdfMarker marker = PdfMarker.of(line);
        Draft last = drafts.isEmpty() ? null : drafts.getLast();
        boolean begins = true;
        if (last instanceof Draft.Text(PdfParagraph paragraph, List<Note> _)) {
            begins = before != null && before.column() == text.column()
                    ? paragraphs.begins(paragraph, line, marker, text.left(), text.right())
                    : !goesOn(paragraph, line, marker, text);
            if (!begins) {
                paragraph.add(line);
            }
        }
        if (begins) {
            drafts.add(new Draft.Text(new PdfParagraph(line, marker, text.left(), text.right()), new ArrayList<>()));
        }
    }

    /// Whether a line at the top of a page or column goes on with the paragraph that was last.
    private static boolean goesOn(PdfParagraph paragraph, PdfLine line, @Nullable PdfMarker marker, PdfPart.Text text) {
        PdfLine last = paragraph.last();
        boolean lower = Character.isLowerCase(line.words().getFirst().text().charAt(0));
        boolean alike = Math.abs(last.size() - line.size()) < 0.06f * line.size() && last.bold() == line.bold();
        if (!alike || marker != null && (!lower || marker.kind() == PdfMarker.Kind.BULLET)) {
            return false;
        }
        boolean full = !PdfParagraphs.fits(last, line, paragraph.columnRight() + 0.35f * last.size());
        boolean flush = line.left() - text.left() < 0.5f * line.size()
                || paragraph.lines().size() > 1
                        && Math.abs(line.left() - text.left() - (last.left() - paragraph.columnLeft())) < 3;
        if (PdfParagraphs.terminal(last)) {
            return full
                    && flush
                    && !lower
                    && !paragraph.bold()
                    && paragraph.lines().size() > 1;
        }
        boolean running = paragraph.lines().size() > 1 || last.words().size() >= 8;
        return lower || full && running && !paragraph.bold();
    }

    private void add(PdfTable table, boolean first) {
        if (first
                && !drafts.isEmpty()
                && drafts.getLast() instanceof Draft.Tabular(List<PdfTable> tables, List<Note> _)
                && sameColumns(tables.getLast(), table)) {
            tables.add(table);
            return;
        }
        drafts.add(new Draft.Tabular(new ArrayList<>(List.of(table)), new ArrayList<>()));
    }

    private static boolean sameColumns(PdfTable above, PdfTable below) {
        if (above.columns() != below.columns()) {
            return false;
        }
        if (!above.ruled() || !below.ruled()) {
            String head = above.rows().getFirst().text();
            return head.equals(below.rows().getFirst().text());
        }
        for (int i = 0; i < above.edges().size(); i++) {
            float shift = Math.abs(above.edges().get(i)
                    - above.edges().getFirst()
                    - below.edges().get(i)
                    + below.edges().getFirst());
            if (shift > 6) {
                return false;
            }
        }
        return true;
    }

    // Footnotes

    /// Takes the footnotes from the end of a page's parts.
    private List<Note> notes(List<PdfPart> parts) {
        Set<String> marks = new HashSet<>();
        for (PdfPart part : parts) {
            for (PdfLine line : lines(part)) {
                for (int i = 0; i < line.words().size(); i++) {
                    PdfWord word = line.words().get(i);
                    if (word.raised() && i > 0 && NOTE_MARK.matcher(word.text()).matches()) {
                        marks.add(word.text());
                    }
                }
            }
        }
        List<Note> notes = new ArrayList<>();
        Set<PdfPart> taken = new HashSet<>();
        int end = parts.size();
        while (end > 0) {
            int from = end - 1;
            while (from > 0 && column(parts.get(from - 1)) == column(parts.get(end - 1))) {
                from--;
            }
            notes.addAll(0, notesAtEnd(parts.subList(from, end), marks, taken));
            end = from;
        }
        parts.removeIf(taken::contains);
        return notes;
    }

    /// The column of a line, or -1 for a table.
    private static int column(PdfPart part) {
        return part instanceof PdfPart.Text text ? text.column() : -1;
    }

    private List<Note> notesAtEnd(List<PdfPart> column, Set<String> marks, Set<PdfPart> taken) {
        int start = column.size();
        for (int i = column.size() - 1; i >= 0; i--) {
            if (!(column.get(i) instanceof PdfPart.Text(PdfLine line, int _, float _, float _))
                    || line.size() > LARGEST_NOTE * bodySize) {
                break;
            }
            if (noteMark(line, marks) != null) {
                start = i;
            }
        }
        List<Note> notes = new ArrayList<>();
        for (PdfPart part : column.subList(start, column.size())) {
            PdfLine line = ((PdfPart.Text) part).line();
            String mark = noteMark(line, marks);
            if (mark != null) {
                notes.add(new Note(mark, new ArrayList<>()));
                List<PdfWord> words = new ArrayList<>(line.words());
                PdfWord first = words.removeFirst();
                if (first.text().length() > mark.length()) {
                    words.addFirst(first.reading(first.text().substring(mark.length())));
                }
                line = new PdfLine(words);
            }
            notes.getLast().lines().add(line);
            taken.add(part);
        }
        return notes;
    }

    /// The mark that a line begins with as a footnote does, or null.
    private @Nullable String noteMark(PdfLine line, Set<String> marks) {
        PdfWord first = line.words().getFirst();
        boolean small = line.size() < NOTE_SIZE * bodySize;
        if (line.words().size() < 2 || !first.raised() && !small) {
            return null;
        }
        if (marks.contains(first.text())) {
            return first.text();
        }
        Matcher glued = GLUED_MARK.matcher(first.text());
        return glued.matches() && marks.contains(glued.group(1)) ? glued.group(1) : null;
    }

    private static List<PdfLine> lines(PdfPart part) {
        return switch (part) {
            case PdfPart.Text text -> List.of(text.line());
            case PdfPart.Tabular(PdfTable table) -> lines(table);
        };
    }

    private static List<PdfLine> lines(PdfTable table) {
        List<PdfLine> lines = new ArrayList<>();
        for (PdfTable.Row row : table.rows()) {
            for (PdfTable.Cell cell : row.cells()) {
                lines.addAll(cell.lines());
            }
        }
        return lines;
    }

    /// Gives each note to the piece that refers to it; what is referred to by nothing goes to the last.
    private void attach(List<Note> notes, Map<String, Note> open, int from) {
        if (notes.isEmpty()) {
            return;
        }
        Set<Note> attached = new HashSet<>();
        for (Draft draft : drafts.subList(from, drafts.size())) {
            List<PdfLine> lines = switch (draft) {
                case Draft.Text text -> text.paragraph().lines();
                case Draft.Tabular tabular -> lines(tabular.tables().getLast());
            };
            for (PdfLine line : lines) {
                for (PdfWord word : line.words()) {
                    Note note = open.get(word.text());
                    if (word.raised()
                            && note != null
                            && word.page() == note.lines().getFirst().page()) {
                        references.add(word);
                        if (attached.add(note)) {
                            notesOf(draft).add(note);
                        }
                    }
                }
            }
        }
        for (Note note : notes) {
            if (!attached.contains(note) && !drafts.isEmpty()) {
                notesOf(drafts.getLast()).add(note);
            }
        }
    }

    private static List<Note> notesOf(Draft draft) {
        return switch (draft) {
            case Draft.Text text -> text.notes();
            case Draft.Tabular tabular -> tabular.notes();
        };
    }

    // Making blocks

    private void build() {
        PdfHeadings headings = new PdfHeadings(bodySize);
        List<PdfParagraph> texts = new ArrayList<>();
        for (Draft draft : drafts) {
            if (draft instanceof Draft.Text text) {
                texts.add(text.paragraph());
            }
        }
        headings.learn(texts, vocabulary);
        for (Draft draft : drafts) {
            switch (draft) {
                case Draft.Text text -> buildText(text.paragraph(), headings);
                case Draft.Tabular tabular -> buildTable(tabular.tables());
            }
            for (Note note : notesOf(draft)) {
                String text = vocabulary.text(note.lines(), references);
                if (!text.isEmpty()) {
                    Place place = place(note.lines().getFirst());
                    blocks.add(new PdfBlock(new Block.Footnote(note.marker(), text, place), note.lines()));
                }
            }
        }
    }

    private Place place(PdfLine line) {
        return Place.paragraph(line.page(), blocks.size() + 1);
    }

    private void buildText(PdfParagraph paragraph, PdfHeadings headings) {
        String whole = vocabulary.text(paragraph.lines(), references);
        if (whole.isEmpty()) {
            return;
        }
        PdfMarker marker = paragraph.marker();
        Place place = place(paragraph.first());
        if (LEADER.matcher(whole).matches()) {
            openLists.clear();
            blocks.add(new PdfBlock(new Block.Paragraph("", whole, place), paragraph.lines()));
            return;
        }
        PdfHeadings.Style style = headings.style(paragraph, whole);
        if (style != null) {
            openLists.clear();
            String number = style.number();
            String text = number.isEmpty() || marker == null ? whole : behind(paragraph, marker);
            blocks.add(new PdfBlock(new Block.Heading(headings.level(style), number, text, place), paragraph.lines()));
            return;
        }
        if (marker == null) {
            openLists.clear();
            blocks.add(new PdfBlock(new Block.Paragraph("", whole, place), paragraph.lines()));
            return;
        }
        int run = headings.runIn(paragraph);
        if (run > 0) {
            openLists.clear();
            buildRunIn(paragraph, marker, run, headings.runInLevel(marker));
            return;
        }
        String text = behind(paragraph, marker);
        Block block = switch (marker.kind()) {
            case BULLET, COUNT -> new Block.ListItem(level(paragraph, marker), marker.text(), text, place);
            case NUMBER -> new Block.Paragraph(PdfHeadings.number(marker), text, place);
            case LABEL -> new Block.Paragraph("", whole, place);
        };
        if (!(block instanceof Block.ListItem)) {
            openLists.clear();
        }
        blocks.add(new PdfBlock(block, paragraph.lines()));
    }

    /// A heading that stands in the first line of its paragraph, and the paragraph.
    private void buildRunIn(PdfParagraph paragraph, PdfMarker marker, int run, int level) {
        List<PdfWord> words = paragraph.first().words();
        String title = vocabulary.text(List.of(new PdfLine(words.subList(marker.words(), run))), references);
        blocks.add(new PdfBlock(
                new Block.Heading(
                        level,
                        PdfHeadings.number(marker),
                        title.replaceAll("[.:–—-]+$", "").strip(),
                        place(paragraph.first())),
                List.of(new PdfLine(words.subList(0, run)))));
        List<PdfLine> rest = new ArrayList<>(paragraph.lines());
        if (run < words.size()) {
            rest.set(0, new PdfLine(words.subList(run, words.size())));
        } else {
            rest.removeFirst();
        }
        String text = vocabulary.text(rest, references).replaceAll("^[–—:-]\\s+", "");
        blocks.add(new PdfBlock(new Block.Paragraph("", text, place(rest.getFirst())), rest));
    }

    private String behind(PdfParagraph paragraph, PdfMarker marker) {
        List<PdfLine> lines = new ArrayList<>(paragraph.lines());
        List<PdfWord> words = new ArrayList<>(lines.getFirst()
                .words()
                .subList(marker.words(), lines.getFirst().words().size()));
        if (words.isEmpty()) {
            lines.removeFirst();
        } else {
            lines.set(0, new PdfLine(words));
        }
        String text = vocabulary.text(lines, references);
        return (marker.rest() + " " + text).strip();
    }

    private int level(PdfParagraph item, PdfMarker marker) {
        String series = marker.series(openLists.stream().map(OpenList::marker).toList());
        float indent = item.indent();
        while (!openLists.isEmpty() && openLists.getLast().indent() > indent + 4) {
            openLists.removeLast();
        }
        int same = -1;
        for (int i = 0; i < openLists.size(); i++) {
            same = openLists.get(i).series().equals(series) && openLists.get(i).indent() > indent - 4 ? i : same;
        }
        if (same < 0 && !openLists.isEmpty()) {
            // A list of bullets behind a numbered one stands where that stood, more or less.
            PdfMarker last = openLists.getLast().marker();
            boolean other = (last.kind() == PdfMarker.Kind.BULLET) != (marker.kind() == PdfMarker.Kind.BULLET);
            same = other && Math.abs(openLists.getLast().indent() - indent) < 9 ? openLists.size() - 1 : -1;
        }
        if (same >= 0) {
            openLists.subList(same, openLists.size()).clear();
        }
        openLists.add(new OpenList(indent, series, marker));
        return openLists.size();
    }

    // Tables

    private void buildTable(List<PdfTable> pieces) {
        openLists.clear();
        tables++;
        int ordinal = blocks.size() + 1;
        PdfTable first = pieces.getFirst();
        int header = 0;
        List<Block.Row> rows = new ArrayList<>();
        List<Boolean> outstanding = new ArrayList<>();
        List<PdfLine> lines = new ArrayList<>();
        List<List<PdfLine>> linesOfRows = new ArrayList<>();
        boolean striped = striped(first);
        for (int p = 0; p < pieces.size(); p++) {
            PdfTable piece = pieces.get(p);
            int from = p == 0 ? 0 : repeated(first, piece);
            header = Math.max(header, from);
            for (int i = from; i < piece.rows().size(); i++) {
                PdfTable.Row row = piece.rows().get(i);
                if (i == from && p > 0 && tornOff(rows, row, piece.columns())) {
                    mend(rows, row, piece);
                } else {
                    rows.add(row(row, piece, rows.size() + 1, ordinal));
                    outstanding.add(outstanding(row, striped));
                    linesOfRows.add(new ArrayList<>());
                }
                for (PdfTable.Cell cell : row.cells()) {
                    lines.addAll(cell.lines());
                    linesOfRows.getLast().addAll(cell.lines());
                }
            }
        }
        header = Math.max(header, headerRows(rows, outstanding));
        if (lines.isEmpty()) {
            tables--;
            return;
        }
        Place place = new Place(lines.getFirst().page(), ordinal, tables, 0, 0);
        blocks.add(new PdfBlock(new Block.Table(header, rows, place), lines, linesOfRows));
    }

    private Block.Row row(PdfTable.Row row, PdfTable table, int number, int ordinal) {
        List<Block.Cell> cells = new ArrayList<>();
        int page = page(row);
        for (PdfTable.Cell cell : row.cells()) {
            cells.add(new Block.Cell(
                    text(cell, table),
                    cell.column(),
                    cell.columns(),
                    cell.rows(),
                    new Place(page, ordinal, tables, number, cells.size() + 1)));
        }
        return new Block.Row(cells, new Place(page, ordinal, tables, number, 0));
    }

    private static int page(PdfTable.Row row) {
        for (PdfTable.Cell cell : row.cells()) {
            if (!cell.empty()) {
                return cell.lines().getFirst().page();
            }
        }
        return 0;
    }

    private String text(PdfTable.Cell cell, PdfTable table) {
        float right = cell.lines().isEmpty() ? 0 : rightOf(cell, table);
        List<String> texts = new ArrayList<>();
        List<PdfLine> lines = cell.lines();
        for (PdfParagraph paragraph : paragraphs.ofCell(lines, right)) {
            String text = cellText(paragraph.lines(), right);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return String.join("\n", texts);
    }

    /// As any text, and words that a narrow cell broke without a hyphen are put together.
    private String cellText(List<PdfLine> lines, float right) {
        List<PdfLine> mended = new ArrayList<>();
        for (PdfLine line : lines) {
            PdfLine before = mended.isEmpty() ? null : mended.getLast();
            if (before != null && tornWord(before, line, right)) {
                List<PdfWord> words = new ArrayList<>(before.words());
                PdfWord head = words.removeLast();
                PdfWord tail = line.words().getFirst();
                words.add(head.reading(head.text() + tail.text()));
                words.addAll(line.words().subList(1, line.words().size()));
                mended.set(mended.size() - 1, new PdfLine(words));
            } else {
                mended.add(line);
            }
        }
        return vocabulary.text(mended, references);
    }

    private boolean tornWord(PdfLine before, PdfLine line, float right) {
        String head = before.words().getLast().text();
        String tail = line.words().getFirst().text();
        boolean letters = Character.isLetter(head.charAt(head.length() - 1))
                && tail.chars().allMatch(Character::isLowerCase);
        boolean full = before.words().size() == 1 && right - before.right() < 0.75f * before.size();
        return letters
                && full
                && (vocabulary.knows(head + tail)
                        || tail.length() <= 2 && line.words().size() == 1);
    }

    private static float rightOf(PdfTable.Cell cell, PdfTable table) {
        float right = 0;
        for (PdfLine line : cell.lines()) {
            right = Math.max(right, line.right());
        }
        for (PdfTable.Row row : table.rows()) {
            for (PdfTable.Cell other : row.cells()) {
                if (other.column() + other.columns() == cell.column() + cell.columns()) {
                    for (PdfLine line : other.lines()) {
                        right = Math.max(right, line.right());
                    }
                }
            }
        }
        return right;
    }

    /// How many rows at the top are headings of columns: set apart where the rows below are not.
    private static int headerRows(List<Block.Row> rows, List<Boolean> outstanding) {
        int count = 0;
        while (count < Math.min(4, rows.size() - 1) && outstanding.get(count)) {
            count++;
        }
        boolean apart = count >= 2 && count < 4 && !outstanding.get(count);
        return Math.max(apart ? count : 0, TableHeader.rows(rows, outstanding, false));
    }

    /// Whether all of a row that has text is bold or shaded or in capitals.
    ///
    /// @param striped whether shade says nothing, as every other row has it
    private static boolean outstanding(PdfTable.Row row, boolean striped) {
        boolean bold = true;
        boolean shaded = !striped;
        boolean capitals = true;
        int filled = 0;
        for (PdfTable.Cell cell : row.cells()) {
            if (!cell.empty()) {
                filled++;
                bold &= cell.bold();
                shaded &= cell.shaded();
                capitals &= cell.lines().stream().allMatch(line -> capitals(line.text()));
            }
        }
        return filled > 0 && (bold || shaded || capitals);
    }

    /// Whether rows further down are shaded after some that are not.
    private static boolean striped(PdfTable table) {
        boolean plain = false;
        for (PdfTable.Row row : table.rows()) {
            boolean shaded = row.cells().stream().anyMatch(PdfTable.Cell::shaded);
            if (plain && shaded) {
                return true;
            }
            plain |= !shaded;
        }
        return false;
    }

    /// How many rows of a table's later piece repeat its heading.
    private static int repeated(PdfTable first, PdfTable piece) {
        int same = 0;
        while (same < Math.min(4, Math.min(piece.rows().size(), first.rows().size()))
                && first.rows().get(same).text().equals(piece.rows().get(same).text())) {
            same++;
        }
        return same;
    }

    /// Whether a row at the top of a page is the rest of the row above the page's break.
    private static boolean tornOff(List<Block.Row> rows, PdfTable.Row row, int columns) {
        if (rows.isEmpty() || row.cells().isEmpty() || !row.cells().getFirst().empty()) {
            return false;
        }
        Block.Row last = rows.getLast();
        if (last.cells().size() != row.cells().size() || columns < 2) {
            return false;
        }
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cells().get(i).empty() && last.cells().get(i).text().isEmpty()) {
                return false;
            }
        }
        return !last.cells().getFirst().text().isEmpty();
    }

    private void mend(List<Block.Row> rows, PdfTable.Row row, PdfTable piece) {
        Block.Row last = rows.removeLast();
        List<Block.Cell> cells = new ArrayList<>();
        for (int i = 0; i < last.cells().size(); i++) {
            Block.Cell cell = last.cells().get(i);
            String more = text(row.cells().get(i), piece);
            String text = more.isEmpty() ? cell.text() : (cell.text() + " " + more).strip();
            cells.add(new Block.Cell(text, cell.column(), cell.columns(), cell.rows(), cell.place()));
        }
        rows.add(new Block.Row(cells, last.place()));
    }

    static boolean capitals(String text) {
        return text.chars().filter(Character::isLetter).count() > 2 && text.equals(text.toUpperCase(Locale.ROOT));
    }
}
