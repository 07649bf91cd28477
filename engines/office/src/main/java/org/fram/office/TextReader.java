package org.fram.office;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fram.office.TextPages.Line;
import org.jspecify.annotations.Nullable;

/// Reads plain text: lines that were broken to fit a page become paragraphs, headings, list items and tables
/// again.
final class TextReader {

    /*
     * First the lines are gathered into pieces (what was typed as one paragraph, item or heading), then each piece is
     * named by its mark, its words and its neighbours. Whether a line goes on with the one before is told as a reader
     * tells it: by blank lines, marks, indents, and by whether its first word would still have fitted above.
     */

    private static final int ROOM = 12;
    private static final int WIDEST = 220;
    private static final Pattern CONTENTS_LINE =
            Pattern.compile(".*?(?:\\.{4,}|…{2,}|(?:\\. ){4,})\\s*(?:\\d{1,4}|[ivx]{1,5})?");
    private static final Pattern REFERS = Pattern.compile(
            "(?i).*(?:\\b(?:sections?|paragraphs?|paras?|clauses?|appendix|annex|articles?|tables?|figures?|parts?|items?"
                    + "|and|or|to|in|of|see|with|by|version|release|rev\\.?|no\\.?)|[,(])");
    private static final Pattern RUN_IN = Pattern.compile(
            "(.{2,90}?[^\\s.])(?:\\.|:)\\s+(?=[\\p{Lu}\"“‘(\\d])|(.{2,90}?[^\\s])\\s+[-–—]\\s+(?=\\p{Lu})");
    private static final Pattern SMALL_WORD =
            Pattern.compile("(?i)of|and|the|for|to|in|on|a|an|or|with|by|at|from|per|into|as|via|vs\\.?|&|[-–—/]+");
    private static final Pattern DATE = Pattern.compile(
            "(?i).*\\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b.*\\d.*");

    private final List<Block> blocks = new ArrayList<>();
    private final List<ListLevel> lists = new ArrayList<>();
    private final BrokenWords brokenWords;
    private int tables;

    private TextReader(String text) {
        this.brokenWords = new BrokenWords(text);
    }

    /// Reads decoded text.
    static Document read(String name, String text) {
        TextPages pages = TextPages.of(text);
        TextReader reader = new TextReader(text);
        reader.name(reader.gather(pages.lines()));
        return new Document(name, Document.Format.TEXT, pages.pages(), reader.blocks, pages.runningText(), List.of());
    }

    /// A kind of marks in use in a list, and where they stand.
    private record ListLevel(String style, int indent) {}

    /// What was typed as one.
    private static final class Piece {
        final StringBuilder text = new StringBuilder();
        final @Nullable LeadingMark mark;
        final @Nullable TextTable table;
        final int indent;
        final int page;
        final boolean blankBefore;
        String lastLine;
        int textIndent;
        int lines = 1;

        Piece(Line line, @Nullable LeadingMark mark, @Nullable TextTable table, boolean blankBefore) {
            this.mark = mark;
            this.table = table;
            this.indent = line.indent();
            this.textIndent = indent + (mark == null ? 0 : mark.end());
            this.page = line.page();
            this.blankBefore = blankBefore;
            this.lastLine = line.text();
            text.append(line.text().strip());
        }

        String rest() {
            return mark == null ? text.toString() : text.substring(Math.min(mark.end(), text.length()));
        }
    }

    // From lines to pieces.

    private List<Piece> gather(List<Line> lines) {
        List<Piece> pieces = new ArrayList<>();
        int usual = usualWidth(lines);
        @Nullable Piece open = null;
        boolean blank = true;
        boolean broken = false;
        int width = usual;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            broken |= line.afterBreak();
            if (line.blank()) {
                blank = true;
                continue;
            }
            if (CONTENTS_LINE.matcher(line.text()).matches()) {
                open = null;
                blank = true;
                continue;
            }
            if (blank || open == null) {
                width = width(lines, i, usual);
            }
            TextTable table = TextTable.at(lines, i);
            if (table != null) {
                pieces.add(new Piece(line, null, table, blank));
                i = table.end() - 1;
                open = null;
                blank = true;
                broken = false;
                continue;
            }
            if (RuledTable.rule(line.text())) {
                open = null;
                blank = true;
                continue;
            }
            LeadingMark mark = LeadingMark.of(line.text().strip());
            if (open == null || begins(line, mark, open, blank, broken, width)) {
                open = new Piece(line, mark, null, blank);
                pieces.add(open);
            } else {
                brokenWords.join(open.text, line.text().strip());
                if (open.lines == 1 && open.mark != null) {
                    open.textIndent = line.indent();
                }
                open.lastLine = line.text();
                open.lines++;
            }
            blank = false;
            broken = false;
        }
        return pieces;
    }

    /// How long lines are where the text is broken to fit: most are not longer.
    private static int usualWidth(List<Line> lines) {
        int[] lengths = lines.stream()
                .mapToInt(line -> line.text().length())
                .filter(length -> length > 30 && length <= WIDEST)
                .sorted()
                .toArray();
        return lengths.length == 0 ? 80 : lengths[Math.min(lengths.length - 1, lengths.length * 85 / 100)];
    }

    /// How long lines are from here to the next blank one, if they are enough to tell.
    private static int width(List<Line> lines, int from, int usual) {
        int longest = 0;
        int count = 0;
        for (int i = from; i < lines.size() && !lines.get(i).blank(); i++) {
            longest = Math.max(longest, lines.get(i).text().length());
            count++;
        }
        return count >= 4 && longest > 50 ? Math.min(longest, WIDEST) : usual;
    }

    private static boolean begins(
            Line line, @Nullable LeadingMark mark, Piece open, boolean blank, boolean broken, int width) {
        String text = line.text().strip();
        boolean finished = finished(open.text);
        if (blank && !broken) {
            return true;
        }
        if (mark != null && trusted(line, mark, open, finished, width)) {
            return true;
        }
        boolean wide = open.lastLine.length() > width * 3 / 4;
        boolean change = capitals(text) != capitals(open.rest());
        if (change && (finished || !wide) && (Wording.shortLine(text) || Wording.shortLine(open.rest()))) {
            return finished || !Wording.openEnd(open.text);
        }
        if (blank) {
            // A page ended in between: the sentence goes on if it was not over.
            return finished || (!lowerCase(text) && !wide);
        }
        if (capitals(text) && (Wording.division(text) || Wording.division(open.rest()))) {
            return true;
        }
        if (lowerCase(text) && !finished) {
            return false;
        }
        int space = text.indexOf(' ');
        int word = space < 0 ? text.length() : space;
        boolean unfinished = !finished && (Wording.openEnd(open.text) || Wording.verbal(open.text));
        boolean room = open.lastLine.length() + 1 + word <= width - ROOM && !unfinished;
        boolean indented = finished && open.mark == null && line.indent() >= open.textIndent + 3;
        return room || indented;
    }

    /// Whether a mark at the beginning of a line is one, and not a number or letter that the line break put
    /// there.
    private static boolean trusted(Line line, LeadingMark mark, Piece open, boolean finished, int width) {
        String above = open.lastLine.strip();
        boolean wide = open.lastLine.length() > width * 3 / 4;
        boolean moved = Math.abs(line.indent() - open.textIndent) >= 2;
        boolean sameStyle = open.mark != null
                && open.mark.kind() == mark.kind()
                && style(open.mark.marker()).equals(style(mark.marker()));
        return switch (mark.kind()) {
            case CLAUSE -> !wide || !REFERS.matcher(above).matches();
            case BULLET -> mark.marker().matches("[^-–—*·o+]") || moved || sameStyle || finished || !wide;
            case ITEM ->
                finished
                        || sameStyle
                        || !wide
                        || above.endsWith(",")
                        || above.matches(".*[;,]\\s+(?:and|or)(?:/or)?")
                        || (moved && !REFERS.matcher(above).matches());
        };
    }

    private static boolean finished(CharSequence text) {
        int end = text.length();
        while (end > 0 && "\"”’)]".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && ".:;!?".indexOf(text.charAt(end - 1)) >= 0;
    }

    private static boolean lowerCase(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.charAt(0));
    }

    /// Whether a line is in capitals.
    private static boolean capitals(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letters += Character.isLetter(c) ? 1 : 0;
        }
        return letters >= 3;
    }

    // From pieces to blocks.

    private void name(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            @Nullable Piece next = i + 1 < pieces.size() ? pieces.get(i + 1) : null;
            if (piece.table != null) {
                TextTable whole = piece.table;
                while (next != null && next.table != null && whole.goesOnIn(next.table) && next.page > piece.page) {
                    whole = whole.with(next.table);
                    i++;
                    next = i + 1 < pieces.size() ? pieces.get(i + 1) : null;
                }
                table(whole, piece.page);
            } else if (piece.mark != null && !piece.rest().isBlank()) {
                marked(piece, piece.mark, next);
            } else {
                unmarked(piece, next);
            }
        }
    }

    private void marked(Piece piece, LeadingMark mark, @Nullable Piece next) {
        String rest = clean(piece.rest());
        String number = mark.marker().replaceAll("\\s+", "").replaceAll("[.):]+$", "");
        switch (mark.kind()) {
            case CLAUSE -> {
                lists.clear();
                int level = LeadingMark.levels(number);
                if (!heading(level, number, rest, piece.page)) {
                    add(new Block.Paragraph(number, rest, place(piece.page)));
                }
            }
            case ITEM -> {
                boolean numbers = !mark.marker().startsWith("(") && !lowerCase(mark.marker());
                boolean among = lists.stream().anyMatch(level -> level.style.equals(style(mark.marker())));
                boolean alone = piece.blankBefore
                        && next != null
                        && (next.mark == null || !style(next.mark.marker()).equals(style(mark.marker())));
                if (numbers
                        && (capitals(rest) || (!among && (alone || runIn(rest) >= 0)))
                        && heading(1, number, rest, piece.page)) {
                    lists.clear();
                } else {
                    item(piece, mark, rest);
                }
            }
            case BULLET -> item(piece, mark, rest);
        }
    }

    /// Adds a numbered heading, and what runs on behind it as a paragraph; false where the text is no
    /// heading.
    private boolean heading(int level, String number, String text, int page) {
        String whole = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        boolean cased = capitals(whole) || titleCase(whole);
        if (Wording.title(whole) && (cased || whole.equals(text))) {
            add(new Block.Heading(level, number, whole, place(page)));
            return true;
        }
        int end = runIn(text);
        if (end < 0) {
            return false;
        }
        Matcher matcher = RUN_IN.matcher(text);
        if (!matcher.lookingAt()) {
            return false;
        }
        add(new Block.Heading(level, number, text.substring(0, end), place(page)));
        add(new Block.Paragraph("", text.substring(matcher.end()), place(page)));
        return true;
    }

    /// Where a heading ends that its paragraph runs on behind ("Scope. The contractor …"); -1 where there is
    /// none.
    private static int runIn(String text) {
        Matcher matcher = RUN_IN.matcher(text);
        if (!matcher.lookingAt()) {
            return -1;
        }
        String title = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        boolean cased = capitals(title) || titleCase(title);
        return cased && Wording.words(title) <= 10 && Wording.title(title) ? title.length() : -1;
    }

    private static boolean titleCase(String text) {
        boolean any = false;
        for (String word : text.split("[\\s/]+", -1)) {
            if (word.isEmpty() || SMALL_WORD.matcher(word).matches()) {
                continue;
            }
            char first = word.charAt(0) == '(' && word.length() > 1 ? word.charAt(1) : word.charAt(0);
            if (Character.isLowerCase(first)) {
                return false;
            }
            any |= Character.isUpperCase(first);
        }
        return any;
    }

    private void item(Piece piece, LeadingMark mark, String rest) {
        String style = style(mark.marker());
        int known = -1;
        for (int i = 0; i < lists.size(); i++) {
            if (lists.get(i).style.equals(style)) {
                known = i;
            }
        }
        if (known >= 0) {
            lists.subList(known + 1, lists.size()).clear();
        } else {
            while (!lists.isEmpty() && lists.getLast().indent > piece.indent) {
                lists.removeLast();
            }
            lists.add(new ListLevel(style, piece.indent));
        }
        add(new Block.ListItem(lists.size(), mark.marker(), rest, place(piece.page)));
    }

    /// What marks of one list have in common: "(1)" and "(2)", "a." and "b.".
    private static String style(String marker) {
        return marker.replaceAll("\\d+", "1").replaceAll("[a-z]+", "a").replaceAll("[A-Z]+", "A");
    }

    private void unmarked(Piece piece, @Nullable Piece next) {
        String text = clean(piece.text.toString());
        if (text.chars().noneMatch(Character::isLetterOrDigit)) {
            return;
        }
        String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (piece.lines <= 3 && next != null && Wording.title(bare)) {
            boolean weighty = next.table != null || next.mark != null || next.text.length() > 60;
            if (capitals(bare) || Wording.division(bare)) {
                lists.clear();
                add(new Block.Heading(1, "", bare, place(piece.page)));
                return;
            }
            if (piece.lines == 1
                    && piece.blankBefore
                    && weighty
                    && titleCase(bare)
                    && bare.equals(text)
                    && !bare.endsWith(":")
                    && !DATE.matcher(bare).matches()
                    && bare.chars().filter(Character::isDigit).count() <= 2) {
                lists.clear();
                add(new Block.Heading(2, "", bare, place(piece.page)));
                return;
            }
        }
        if (!lists.isEmpty() && piece.indent < lists.getFirst().indent) {
            lists.clear();
        }
        add(new Block.Paragraph("", text, place(piece.page)));
    }

    private void table(TextTable table, int page) {
        lists.clear();
        int paragraph = blocks.size() + 1;
        tables++;
        List<Block.Row> rows = new ArrayList<>();
        List<Boolean> outstanding = new ArrayList<>();
        for (List<String> texts : table.rows()) {
            List<Block.Cell> cells = new ArrayList<>();
            for (String text : texts) {
                Place place = new Place(page, paragraph, tables, rows.size() + 1, cells.size() + 1);
                cells.add(new Block.Cell(lines(text), cells.size(), 1, 1, place));
            }
            outstanding.add(capitals(String.join("", texts)));
            rows.add(new Block.Row(cells, new Place(page, paragraph, tables, rows.size() + 1, 0)));
        }
        int headers = TableHeader.rows(rows, outstanding, false);
        blocks.add(new Block.Table(headers, rows, new Place(page, paragraph, tables, 0, 0)));
    }

    private Place place(int page) {
        return Place.paragraph(page, blocks.size() + 1);
    }

    private void add(Block block) {
        blocks.add(block);
    }

    private static String clean(String text) {
        return lines(text).replace('\n', ' ');
    }

    /// With single spaces, and the line breaks that the author made.
    private static String lines(String text) {
        TracedText traced = new TracedText();
        traced.append(text, 0);
        return traced.normalised().toString();
    }
}
