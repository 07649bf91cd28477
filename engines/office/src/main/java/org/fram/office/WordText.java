package org.fram.office;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The text of Word paragraphs in one state of their tracked changes, and what else their runs tell:
/// emphasis, page breaks, text boxes, references to notes. Fields and pages go on from paragraph to
/// paragraph, so one of these reads a part from beginning to end.
final class WordText {

    private final WordStyles styles;
    private final Documents.Revision revision;
    private final PageBreaks breaks;
    private final Deque<Field> fields = new ArrayDeque<>();
    int page = 1;

    WordText(WordStyles styles, Documents.Revision revision, PageBreaks breaks) {
        this.styles = styles;
        this.revision = revision;
        this.breaks = breaks;
    }

    /// By which breaks pages are counted.
    enum PageBreaks {
        /// Those that Word noted when it last laid the document out.
        RENDERED,
        /// Those that the author made.
        MADE,
        /// None: the file does not say where pages end.
        UNKNOWN
    }

    /// A field that was begun and has not ended.
    private static final class Field {
        final StringBuilder instruction = new StringBuilder();
        boolean result;

        boolean contents() {
            return instruction.toString().strip().startsWith("TOC");
        }
    }

    /// A tracked change within a paragraph.
    static final class Change {
        final TrackedChange.Kind kind;
        final String author;
        final @Nullable Instant at;
        final StringBuilder text = new StringBuilder();
        int end;

        Change(TrackedChange.Kind kind, String author, @Nullable Instant at) {
            this.kind = kind;
            this.author = author;
            this.at = at;
        }
    }

    /// A reference to a foot- or endnote.
    ///
    /// @param run the run that holds it, by its count
    /// @param mark the author's own mark, or empty where Word numbers
    record NoteReference(boolean endnote, String id, int run, String mark) {}

    /// A text box.
    ///
    /// @param run the run that holds it, by its count
    record Box(Xml.Element content, int run) {}

    /// A paragraph as far as it was read.
    static final class Draft {
        final TracedText text = new TracedText();
        Xml.@Nullable Element properties;

        @Nullable
        String style;

        int page;
        int letters;
        int bold;
        int underlined;
        int capitals;
        int cased;
        int inContents;
        int size = Integer.MAX_VALUE;
        final List<Box> boxes = new ArrayList<>();
        final List<NoteReference> notes = new ArrayList<>();
        final List<Change> changes = new ArrayList<>();

        boolean allBold() {
            return letters > 0 && bold == letters;
        }

        boolean allUnderlined() {
            return letters > 0 && underlined == letters;
        }

        boolean allCapitals() {
            return cased >= 3 && capitals == cased;
        }
    }

    /// Whether a tracked insertion (or deletion) is text in the state that is read.
    private boolean shows(boolean insertion) {
        return insertion == (revision == Documents.Revision.ACCEPTED);
    }

    /// Whether a paragraph's own end is not there in the state that is read, so that it goes on in the next
    /// one.
    boolean runsOn(Xml.Element paragraph) {
        Xml.Element mark = paragraph.path("w:pPr", "w:rPr");
        return mark != null && hidden(mark);
    }

    /// Whether the changes noted in these properties (of a mark, a row, a cell) take it out of the state that
    /// is read.
    boolean hidden(Xml.Element properties) {
        boolean inserted = properties.child("w:ins") != null
                || properties.child("w:moveTo") != null
                || properties.child("w:cellIns") != null;
        boolean deleted = properties.child("w:del") != null
                || properties.child("w:moveFrom") != null
                || properties.child("w:cellDel") != null;
        return (inserted && !shows(true)) || (deleted && !shows(false));
    }

    /// A paragraph's properties in the state that is read.
    Xml.@Nullable Element properties(Xml.Element paragraph) {
        Xml.Element properties = paragraph.child("w:pPr");
        if (properties != null && revision == Documents.Revision.ORIGINAL) {
            Xml.Element before = properties.path("w:pPrChange", "w:pPr");
            return before == null ? properties : before;
        }
        return properties;
    }

    /// Adds a paragraph's text to a draft.
    void add(Xml.Element paragraph, Draft draft) {
        draft.properties = properties(paragraph);
        draft.style = styles.styleOf(draft.properties);
        if (breaks == PageBreaks.MADE
                && draft.properties != null
                && Boolean.TRUE.equals(draft.properties.toggle("w:pageBreakBefore"))) {
            page++;
        }
        if (draft.text.length() == 0) {
            draft.page = page;
        }
        content(paragraph, draft, true, null);
    }

    private void content(Xml.Element container, Draft draft, boolean visible, @Nullable Change change) {
        for (Xml.Element element : container.elements()) {
            switch (element.name) {
                case "w:r" -> run(element, draft, visible, change);
                case "w:ins", "w:moveTo" ->
                    content(
                            element,
                            draft,
                            visible && shows(true),
                            change(element, TrackedChange.Kind.INSERTED, draft));
                case "w:del", "w:moveFrom" ->
                    content(
                            element,
                            draft,
                            visible && shows(false),
                            change(element, TrackedChange.Kind.DELETED, draft));
                case "w:hyperlink", "w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo", "w:sdtContent" ->
                    content(element, draft, visible, change);
                case "w:sdt" -> {
                    Xml.Element inner = element.child("w:sdtContent");
                    if (inner != null) {
                        content(inner, draft, visible, change);
                    }
                }
                case "mc:AlternateContent" -> {
                    Xml.Element choice = chosen(element);
                    if (choice != null) {
                        content(choice, draft, visible, change);
                    }
                }
                case "m:oMath", "m:oMathPara" -> formula(element, draft, visible);
                default -> {}
            }
        }
    }

    private static Xml.@Nullable Element chosen(Xml.Element alternatives) {
        Xml.Element choice = alternatives.child("mc:Choice");
        return choice != null ? choice : alternatives.child("mc:Fallback");
    }

    private void formula(Xml.Element element, Draft draft, boolean visible) {
        for (Xml.Element child : element.elements()) {
            if (child.is("m:t")) {
                text(child.text(), child, draft, visible, null, null);
            } else {
                formula(child, draft, visible);
            }
        }
    }

    private Change change(Xml.Element element, TrackedChange.Kind kind, Draft draft) {
        String author = element.attribute("w:author", "");
        Instant at = instant(element.attribute("w:date"));
        if (!draft.changes.isEmpty()) {
            Change last = draft.changes.getLast();
            if (last.kind == kind && last.author.equals(author) && last.end == draft.text.length()) {
                return last;
            }
        }
        Change change = new Change(kind, author, at);
        draft.changes.add(change);
        change.end = draft.text.length();
        return change;
    }

    private static @Nullable Instant instant(@Nullable String date) {
        if (date == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(date).toInstant();
        } catch (DateTimeException e) {
            try {
                // Word writes its local time without a zone or with a "Z" that is none.
                return LocalDateTime.parse(date).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException none) {
                return null;
            }
        }
    }

    private void run(Xml.Element run, Draft draft, boolean visible, @Nullable Change change) {
        Xml.Element look = run.child("w:rPr");
        boolean shown = visible && !styles.on("w:vanish", look, draft.style);
        pieces(run, run, look, draft, shown, change);
    }

    private void pieces(
            Xml.Element container,
            Xml.Element run,
            Xml.@Nullable Element look,
            Draft draft,
            boolean visible,
            @Nullable Change change) {
        for (Xml.Element piece : container.elements()) {
            switch (piece.name) {
                case "w:t", "w:delText" -> text(piece.text(), piece, draft, visible, look, change);
                case "w:tab", "w:ptab" -> text("\t", piece, draft, visible, look, change);
                case "w:cr" -> text("\n", piece, draft, visible, look, change);
                case "w:noBreakHyphen" -> text("-", piece, draft, visible, look, change);
                case "w:sym" -> text(symbol(piece), piece, draft, visible, look, change);
                case "w:br" -> {
                    if ("page".equals(piece.attribute("w:type"))) {
                        turn(PageBreaks.MADE, draft);
                        text(" ", piece, draft, visible, look, null);
                    } else {
                        text("\n", piece, draft, visible, look, change);
                    }
                }
                case "w:lastRenderedPageBreak" -> turn(PageBreaks.RENDERED, draft);
                case "w:fldChar" -> field(piece);
                case "w:instrText" -> {
                    if (!fields.isEmpty() && !fields.getFirst().result) {
                        fields.getFirst().instruction.append(piece.text());
                    }
                }
                case "w:footnoteReference", "w:endnoteReference" -> {
                    if (visible) {
                        boolean custom =
                                piece.attribute("w:customMarkFollows", "0").matches("1|true|on");
                        String mark = custom ? markBehind(run, piece) : "";
                        draft.notes.add(new NoteReference(
                                piece.is("w:endnoteReference"), piece.attribute("w:id", ""), run.ordinal, mark));
                        if (custom) {
                            return;
                        }
                    }
                }
                case "w:drawing", "w:pict", "w:object" -> {
                    if (visible) {
                        boxes(piece, run, draft);
                    }
                }
                case "mc:AlternateContent" -> {
                    Xml.Element choice = chosen(piece);
                    if (choice != null) {
                        pieces(choice, run, look, draft, visible, change);
                    }
                }
                case "w:ruby" -> {
                    Xml.Element base = piece.child("w:rubyBase");
                    if (base != null) {
                        content(base, draft, visible, change);
                    }
                }
                default -> {}
            }
        }
    }

    private static String markBehind(Xml.Element run, Xml.Element reference) {
        StringBuilder mark = new StringBuilder();
        boolean behind = false;
        for (Xml.Element piece : run.elements()) {
            if (piece == reference) {
                behind = true;
            } else if (behind && piece.is("w:t")) {
                mark.append(piece.text());
            } else if (behind && piece.is("w:sym")) {
                mark.append(symbol(piece));
            }
        }
        return mark.toString().strip();
    }

    private void turn(PageBreaks kind, Draft draft) {
        if (breaks == kind) {
            page++;
            if (draft.letters == 0) {
                draft.page = page;
            }
        }
    }

    private void field(Xml.Element piece) {
        switch (piece.attribute("w:fldCharType", "")) {
            case "begin" -> fields.push(new Field());
            case "separate" -> {
                if (!fields.isEmpty()) {
                    fields.getFirst().result = true;
                }
            }
            case "end" -> {
                if (!fields.isEmpty()) {
                    fields.pop();
                }
            }
            default -> {}
        }
    }

    private static void boxes(Xml.Element element, Xml.Element run, Draft draft) {
        for (Xml.Element child : element.elements()) {
            if (child.is("w:txbxContent")) {
                draft.boxes.add(new Box(child, run.ordinal));
            } else if (child.is("mc:AlternateContent")) {
                Xml.Element choice = chosen(child);
                if (choice != null) {
                    boxes(choice, run, draft);
                }
            } else {
                boxes(child, run, draft);
            }
        }
    }

    private static String symbol(Xml.Element piece) {
        int code;
        try {
            code = Integer.parseInt(piece.attribute("w:char", "2022"), 16) & 0xFFFF;
        } catch (NumberFormatException e) {
            code = 0x2022;
        }
        return switch (code) {
            case 0xF0B7 -> "•";
            case 0xF0A7 -> "▪";
            case 0xF0A8, 0xF06F, 0xF071, 0xF072 -> "☐";
            case 0xF0FC -> "✓";
            case 0xF0FE, 0xF078, 0xF053, 0xF054 -> "☒";
            case 0xF0E0, 0xF0E8 -> "→";
            case 0xF0A3 -> "≤";
            case 0xF0B3 -> "≥";
            case 0xF0B1 -> "±";
            case 0xF0B0 -> "°";
            case 0xF0D3 -> "©";
            case 0xF0D2 -> "®";
            case 0xF0D4 -> "™";
            default ->
                (code >= 0xE000 && code <= 0xF8FF) || Character.isISOControl(code) || Character.isSurrogate((char) code)
                        ? "•"
                        : Character.toString(code);
        };
    }

    private void text(
            String piece,
            Xml.Element element,
            Draft draft,
            boolean visible,
            Xml.@Nullable Element look,
            @Nullable Change change) {
        boolean result = fields.stream().allMatch(field -> field.result);
        if (change != null && result) {
            change.text.append(piece);
        }
        if (!visible || !result || piece.isEmpty()) {
            return;
        }
        draft.text.append(piece, element.ordinal);
        if (change != null) {
            change.end = draft.text.length();
        }
        int count = 0;
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (!TracedText.isSpace(c)) {
                count++;
                if (Character.isUpperCase(c)) {
                    draft.capitals++;
                    draft.cased++;
                } else if (Character.isLowerCase(c)) {
                    draft.cased++;
                }
            }
        }
        if (count == 0) {
            return;
        }
        draft.letters += count;
        if (fields.stream().anyMatch(Field::contents)) {
            draft.inContents += count;
        }
        if (styles.on("w:b", look, draft.style)) {
            draft.bold += count;
        }
        String underline = look == null ? null : look.value("w:u");
        if (underline != null && !underline.equals("none")) {
            draft.underlined += count;
        }
        if (styles.on("w:caps", look, draft.style)) {
            draft.capitals = draft.cased;
        }
        draft.size = Math.min(draft.size, styles.size(look, draft.style));
    }
}
