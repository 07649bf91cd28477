package org.fram.office;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fram.office.UnreadableDocumentException.Reason;
import org.fram.office.WordText.Change;
import org.fram.office.WordText.Draft;
import org.fram.office.WordText.NoteReference;
import org.fram.office.WordText.PageBreaks;
import org.jspecify.annotations.Nullable;

/// Reads Word documents (DOCX, DOCM and their templates; macros are not looked at).
final class DocxReader {

    /*
     * The body is read twice: first for what holds for the whole of it (whether Word noted page breaks, how headings
     * look that have no style), then for the blocks. Each pass holds one child of the body at a time.
     *
     * The XML is read here rather than by POI's XWPF, which holds the whole document as beans, loses text boxes and
     * inline content controls, and knows one state of tracked changes only (docs/decisions/0003).
     */

    /// How much text fits a page: where breaks that the author made are further apart, they are not all there
    /// are.
    private static final int LETTERS_OF_A_PAGE = 3500;

    private static final int DEEPEST_NESTING = 40;

    private final DocxPackage docx;
    private final Documents.Revision revision;
    private final WordStyles styles;
    private final WordNumbering numbering;
    private final Survey survey;
    private final Map<String, Xml.Element> footnotes;
    private final Map<String, Xml.Element> endnotes;
    private final String footnoteFormat;
    private final String endnoteFormat;
    private final List<Traced> blocks = new ArrayList<>();
    private final List<TrackedChange> changes = new ArrayList<>();
    private WordText reading;
    private int tables;
    private int footnoteCount;
    private int endnoteCount;
    private int headingLevel;

    private DocxReader(DocxPackage docx, Documents.Revision revision) {
        this.docx = docx;
        this.revision = revision;
        this.styles = new WordStyles(docx.relatedTree("styles"));
        this.numbering = new WordNumbering(docx.relatedTree("numbering"));
        this.footnotes = notes("footnotes", "w:footnote");
        this.endnotes = notes("endnotes", "w:endnote");
        Xml.Element settings = docx.relatedTree("settings");
        this.footnoteFormat = noteFormat(settings, "w:footnotePr", "decimal");
        this.endnoteFormat = noteFormat(settings, "w:endnotePr", "lowerRoman");
        this.survey = survey();
        this.reading = new WordText(styles, revision, survey.breaks);
    }

    /// Reads a file in one state of its tracked changes.
    static Document read(Path file, Documents.Revision revision) {
        try (DocxPackage docx = DocxPackage.open(file)) {
            DocxReader reader = new DocxReader(docx, revision);
            reader.body();
            List<Block> blocks = reader.blocks.stream().map(Traced::block).toList();
            if (blocks.isEmpty()) {
                throw new UnreadableDocumentException(
                        Reason.EMPTY,
                        file + ": the document holds no text. If it holds scanned pages, have them recognised (OCR).");
            }
            return new Document(
                    String.valueOf(file.getFileName()),
                    Document.Format.DOCX,
                    reader.survey.breaks == PageBreaks.UNKNOWN ? 0 : reader.reading.page,
                    blocks,
                    reader.runningText(),
                    reader.changes);
        }
    }

    /// The blocks of a package, each with where its characters stand in the document's part.
    static List<Traced> traced(DocxPackage docx) {
        DocxReader reader = new DocxReader(docx, Documents.Revision.ACCEPTED);
        reader.body();
        return reader.blocks;
    }

    /// A block and where its characters stand.
    ///
    /// @param text of a block that is no table
    /// @param rows of a table, each with its cells; else empty
    /// @param run the run that stands for the whole block where it is in no paragraph of the body (a text
    /// box, a note); else 0
    record Traced(Block block, TracedText text, List<List<TracedText>> rows, int run) {}

    private Map<String, Xml.Element> notes(String type, String name) {
        Map<String, Xml.Element> notes = new HashMap<>();
        Xml.Element root = docx.relatedTree(type);
        if (root != null) {
            for (Xml.Element note : root.elements()) {
                if (note.is(name) && note.attribute("w:type", "normal").equals("normal")) {
                    notes.put(note.attribute("w:id", ""), note);
                }
            }
        }
        return notes;
    }

    private static String noteFormat(Xml.@Nullable Element settings, String name, String otherwise) {
        Xml.Element format = settings == null ? null : settings.path(name, "w:numFmt");
        return format == null ? otherwise : format.attribute("w:val", otherwise);
    }

    // What holds for the whole body.

    /// How headings without a style look, from the most prominent to the least.
    private record Look(int size, boolean capitals, boolean bold, boolean underlined) implements Comparable<Look> {
        static Look of(Draft draft) {
            return new Look(draft.size, draft.allCapitals(), draft.allBold(), draft.allUnderlined());
        }

        @Override
        public int compareTo(Look other) {
            int order = Integer.compare(other.size, size);
            order = order != 0 ? order : Boolean.compare(other.capitals, capitals);
            order = order != 0 ? order : Boolean.compare(other.bold, bold);
            return order != 0 ? order : Boolean.compare(other.underlined, underlined);
        }
    }

    /// @param bodySize the most frequent size of letters, in half points
    private record Survey(PageBreaks breaks, int bodySize, int styledHeadings, List<Look> looks) {}

    private Survey survey() {
        WordText text = new WordText(styles, revision, PageBreaks.MADE);
        Map<Integer, Integer> sizes = new HashMap<>();
        Set<Look> looks = new TreeSet<>();
        int[] rendered = {0};
        int[] styled = {0};
        int[] sinceBreak = {0, 0};
        docx.forEachInBody(child -> {
            rendered[0] += count(child, "w:lastRenderedPageBreak", 0);
            int pageBefore = text.page;
            if (child.is("w:p")) {
                Draft draft = new Draft();
                text.add(child, draft);
                sizes.merge(draft.size, draft.letters, Integer::sum);
                if (headingLevel(draft) > 0) {
                    styled[0]++;
                } else if (standsOut(draft, 0)
                        && Wording.title(draft.text.toString().strip())) {
                    looks.add(Look.of(draft));
                }
                sinceBreak[0] += draft.letters;
            } else {
                sinceBreak[0] += letters(child, 0);
            }
            if (text.page > pageBefore) {
                sinceBreak[0] = 0;
            }
            sinceBreak[1] = Math.max(sinceBreak[1], sinceBreak[0]);
        });
        int bodySize = sizes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
        PageBreaks breaks = rendered[0] > 0
                ? PageBreaks.RENDERED
                : text.page > 1 && sinceBreak[1] <= LETTERS_OF_A_PAGE ? PageBreaks.MADE : PageBreaks.UNKNOWN;
        return new Survey(breaks, bodySize, styled[0], List.copyOf(looks));
    }

    private static int count(Xml.Element element, String name, int depth) {
        int count = element.is(name) ? 1 : 0;
        for (Xml.Element child : element.elements()) {
            count += count(child, name, depth + 1);
        }
        return count;
    }

    private static int letters(Xml.Element element, int depth) {
        return element.is("w:t")
                ? element.text().length()
                : element.elements().stream()
                        .mapToInt(child -> letters(child, depth + 1))
                        .sum();
    }

    private int headingLevel(Draft draft) {
        Xml.Element properties = draft.properties;
        String outline = properties == null ? null : properties.value("w:outlineLvl");
        if (outline != null) {
            int level = WordStyles.number(outline, 9);
            return level >= 0 && level < 9 ? level + 1 : 0;
        }
        return styles.headingLevel(draft.style);
    }

    /// Whether a paragraph is set apart from its surroundings by nothing but its letters.
    private static boolean standsOut(Draft draft, int largerThan) {
        return draft.allBold()
                || draft.allUnderlined()
                || draft.allCapitals()
                || (largerThan > 0 && draft.size != Integer.MAX_VALUE && draft.size > largerThan);
    }

    // The body.

    private void body() {
        Flow flow = new Flow(0, 0);
        docx.forEachInBody(flow::add);
        flow.end();
    }

    /// What follows each other in the body, a cell or a text box: paragraphs and tables.
    private final class Flow {
        private final int run;
        private final int depth;
        private @Nullable Draft open;

        Flow(int run, int depth) {
            this.run = run;
            this.depth = depth;
        }

        void add(Xml.Element element) {
            if (depth > DEEPEST_NESTING) {
                return;
            }
            switch (element.name) {
                case "w:p" -> {
                    Draft draft = open == null ? new Draft() : open;
                    reading.add(element, draft);
                    open = draft;
                    if (!reading.runsOn(element)) {
                        end();
                    }
                }
                case "w:tbl" -> {
                    end();
                    table(element, run, depth);
                }
                case "w:sdt" -> {
                    Xml.Element gallery = element.path("w:sdtPr", "w:docPartObj", "w:docPartGallery");
                    Xml.Element content = element.child("w:sdtContent");
                    if (content != null
                            && (gallery == null || !"Table of Contents".equals(gallery.attribute("w:val")))) {
                        content.elements().forEach(this::add);
                    }
                }
                case "w:customXml", "w:smartTag", "w:ins", "w:moveTo", "w:del", "w:moveFrom" ->
                    element.elements().forEach(this::add);
                case "mc:AlternateContent" -> {
                    Xml.Element choice = element.child("mc:Choice");
                    if (choice != null) {
                        choice.elements().forEach(this::add);
                    }
                }
                default -> {}
            }
        }

        void end() {
            if (open != null) {
                Draft draft = open;
                open = null;
                paragraph(draft, run, depth);
            }
        }
    }

    private void paragraph(Draft draft, int run, int depth) {
        WordNumbering.@Nullable Label label = label(draft);
        TracedText text = draft.text.normalised();
        boolean contents = styles.contents(draft.style) || (draft.letters > 0 && draft.inContents == draft.letters);
        if (text.length() > 0 && !contents) {
            classify(draft, text, label, run);
        }
        changes(draft);
        behind(draft, run, depth);
    }

    /// What follows a paragraph: the text boxes it holds and the notes it refers to.
    private void behind(Draft draft, int run, int depth) {
        for (WordText.Box box : draft.boxes) {
            Flow flow = new Flow(run == 0 ? box.run() : run, depth + 1);
            box.content().elements().forEach(flow::add);
            flow.end();
        }
        draft.notes.forEach(this::note);
    }

    private void changes(Draft draft) {
        for (Change change : draft.changes) {
            String text = change.text.toString().replaceAll("\\s+", " ").strip();
            if (!text.isEmpty()) {
                Place place = Place.paragraph(page(draft.page), Math.max(1, blocks.size()));
                changes.add(new TrackedChange(change.kind, change.author, change.at, text, place));
            }
        }
    }

    private int page(int page) {
        return survey.breaks == PageBreaks.UNKNOWN ? 0 : page;
    }

    private WordNumbering.@Nullable Label label(Draft draft) {
        Xml.Element own = draft.properties == null ? null : draft.properties.child("w:numPr");
        Xml.Element styled = styles.paragraphProperty(draft.style, "w:numPr");
        String list = own == null ? null : own.value("w:numId");
        if (list == null) {
            list = styled == null ? null : styled.value("w:numId");
        }
        if (list == null || list.equals("0")) {
            return null;
        }
        String level = own == null ? null : own.value("w:ilvl");
        if (level == null && (own == null || own.child("w:numId") == null)) {
            level = styled == null ? null : styled.value("w:ilvl");
        }
        return numbering.next(list, level == null ? numbering.levelOf(list, draft.style) : WordStyles.number(level, 0));
    }

    private void note(NoteReference reference) {
        Xml.Element note = (reference.endnote() ? endnotes : footnotes).get(reference.id());
        String marker = reference.mark();
        if (marker.isEmpty()) {
            marker = reference.endnote()
                    ? WordNumbering.format(++endnoteCount, endnoteFormat)
                    : WordNumbering.format(++footnoteCount, footnoteFormat);
        }
        if (note == null) {
            return;
        }
        Draft draft = new Draft();
        WordText text = new WordText(styles, revision, PageBreaks.UNKNOWN);
        lines(note, text, draft);
        String words = draft.text.normalised().toString();
        if (!words.isEmpty()) {
            Place place = Place.paragraph(page(reading.page), blocks.size() + 1);
            blocks.add(
                    new Traced(new Block.Footnote(marker, words, place), new TracedText(), List.of(), reference.run()));
        }
        changes(draft);
    }

    /// All paragraphs within an element, whatever they stand in, each as a line.
    private static void lines(Xml.Element container, WordText text, Draft draft) {
        for (Xml.Element element : container.elements()) {
            if (element.is("w:p")) {
                text.add(element, draft);
                draft.text.append('\n', 0, 0);
            } else {
                lines(element, text, draft);
            }
        }
    }

    // Paragraphs.

    private void classify(Draft draft, TracedText text, WordNumbering.@Nullable Label label, int run) {
        Place place = Place.paragraph(page(draft.page), blocks.size() + 1);
        String words = text.toString();
        LeadingMark mark = LeadingMark.of(words);
        TracedText rest = mark == null ? text : text.from(mark.end());
        String behind = rest.toString();
        int styled = headingLevel(draft);
        String printed = label == null ? "" : label.printed();

        if (styled > 0 && !Wording.prose(words)) {
            headingLevel = styled;
            if (printed.isEmpty() && mark != null && numbers(mark) && !behind.isEmpty()) {
                add(new Block.Heading(styled, plain(mark.marker()), behind, place), rest, run);
            } else {
                String number = label == null || label.bullet() ? "" : plain(printed);
                add(new Block.Heading(styled, number, words, place), text, run);
            }
            return;
        }
        if (label != null && !printed.isEmpty()) {
            listed(draft, text, label, styled, place, run);
            return;
        }
        if (mark != null && !behind.isEmpty()) {
            typed(draft, mark, rest, place, run);
            return;
        }
        if (heading(draft, words)) {
            int level = levelByLook(draft);
            add(new Block.Heading(level, "", words, place), text, run);
            return;
        }
        add(new Block.Paragraph("", words, place), text, run);
    }

    /// Whether a typed mark is the number of a heading: "3.", "B.1", but not "(a)" or a bullet.
    private static boolean numbers(LeadingMark mark) {
        return mark.kind() != LeadingMark.Kind.BULLET && !mark.marker().startsWith("(");
    }

    /// A paragraph that Word numbers.
    private void listed(Draft draft, TracedText text, WordNumbering.Label label, int styled, Place place, int run) {
        String words = text.toString();
        Xml.Element own = draft.properties == null ? null : draft.properties.path("w:numPr", "w:ilvl");
        int index = own == null ? 0 : WordStyles.number(own.attribute("w:val"), 0);
        boolean clause =
                !label.bullet() && (styled > 0 || label.parts() > 1 || (label.clauses() && label.under() == 0));
        boolean title = Wording.title(words) && standsOut(draft, survey.bodySize);
        if ((!label.bullet() && title) || (clause && label.parts() <= 1 && styled == 0 && Wording.title(words))) {
            int level = label.parts() > 1 ? label.parts() : label.clauses() ? 1 : levelByLook(draft);
            add(new Block.Heading(level, plain(label.printed()), words, place), text, run);
        } else if (clause) {
            add(new Block.Paragraph(plain(label.printed()), words, place), text, run);
        } else {
            int level = Math.max(index + 1 - label.under(), styles.listLevel(draft.style));
            add(new Block.ListItem(Math.max(1, level), label.printed(), words, place), text, run);
        }
    }

    /// A paragraph whose number or bullet the author typed.
    private void typed(Draft draft, LeadingMark mark, TracedText rest, Place place, int run) {
        String words = rest.toString();
        boolean title = Wording.title(words);
        Block block = switch (mark.kind()) {
            case CLAUSE ->
                title
                        ? new Block.Heading(LeadingMark.levels(mark.marker()), plain(mark.marker()), words, place)
                        : new Block.Paragraph(plain(mark.marker()), words, place);
            case ITEM ->
                title && standsOut(draft, survey.bodySize) && !mark.marker().startsWith("(")
                        ? new Block.Heading(levelByLook(draft), plain(mark.marker()), words, place)
                        : new Block.ListItem(1, mark.marker(), words, place);
            case BULLET -> new Block.ListItem(1, mark.marker(), words, place);
        };
        add(block, rest, run);
    }

    private boolean heading(Draft draft, String words) {
        return !styles.caption(draft.style)
                && Wording.title(words)
                && (standsOut(draft, survey.styledHeadings > 2 ? 0 : survey.bodySize * 6 / 5)
                        || (survey.styledHeadings == 0 && Wording.division(words)));
    }

    /// The level of a heading that has no style: below the last one that has, by how prominent its letters
    /// are.
    private int levelByLook(Draft draft) {
        int rank = Math.max(0, survey.looks.indexOf(Look.of(draft)));
        return Math.min(9, (survey.styledHeadings > 0 ? headingLevel : 0) + 1 + (survey.styledHeadings > 0 ? 0 : rank));
    }

    private void add(Block block, TracedText text, int run) {
        blocks.add(new Traced(block, text, List.of(), run));
    }

    /// A number without its final full stop or bracket: "3.2." is "3.2", "1)" is "1".
    private static String plain(String number) {
        return number.replaceAll("[.):\\s]+$", "");
    }

    // Tables.

    private void table(Xml.Element element, int run, int depth) {
        List<Xml.Element> rows = new ArrayList<>();
        collect(element, "w:tr", rows);
        rows.removeIf(row -> {
            Xml.Element properties = row.child("w:trPr");
            return properties != null && reading.hidden(properties);
        });
        List<List<Xml.Element>> cells = rows.stream()
                .map(row -> {
                    List<Xml.Element> found = new ArrayList<>();
                    collect(row, "w:tc", found);
                    return found;
                })
                .toList();
        if (frame(cells)) {
            for (Xml.Element cell : cells.getFirst()) {
                Flow flow = new Flow(run, depth + 1);
                cell.elements().forEach(flow::add);
                flow.end();
            }
            return;
        }
        new Grid(element, run, depth).read(rows, cells);
    }

    /// Whether a table only frames or places what is in it: a box around text, columns of a slide.
    private static boolean frame(List<List<Xml.Element>> cells) {
        if (cells.size() != 1) {
            return false;
        }
        return cells.getFirst().size() == 1
                || cells.getFirst().stream()
                        .anyMatch(cell -> cell.elements().stream()
                                                .filter(child -> child.is("w:p") && letters(child, 0) > 0)
                                                .count()
                                        > 3
                                || cell.child("w:tbl") != null);
    }

    private static void collect(Xml.Element container, String name, List<Xml.Element> found) {
        for (Xml.Element child : container.elements()) {
            if (child.is(name)) {
                found.add(child);
            } else if (child.is("w:sdt")
                    || child.is("w:sdtContent")
                    || child.is("w:customXml")
                    || child.is("w:ins")
                    || child.is("w:del")) {
                collect(child, name, found);
            }
        }
    }

    /// A table while it is read.
    private final class Grid {
        private final Xml.Element element;
        private final int run;
        private final int depth;
        private final List<Draft> drafts = new ArrayList<>();
        private final List<Xml.Element> nested = new ArrayList<>();

        Grid(Xml.Element element, int run, int depth) {
            this.element = element;
            this.run = run;
            this.depth = depth;
        }

        /// A cell while it may still grow downwards.
        private static final class Open {
            final TracedText text;
            final int column;
            final int columns;
            int rows = 1;

            Open(TracedText text, int column, int columns) {
                this.text = text;
                this.column = column;
                this.columns = columns;
            }
        }

        void read(List<Xml.Element> rowElements, List<List<Xml.Element>> cellElements) {
            int firstPage = reading.page;
            List<List<Open>> rows = new ArrayList<>();
            List<Integer> pages = new ArrayList<>();
            List<Boolean> outstanding = new ArrayList<>();
            Map<Integer, Open> merging = new HashMap<>();
            int named = 0;
            for (int r = 0; r < rowElements.size(); r++) {
                Xml.Element properties = rowElements.get(r).child("w:trPr");
                List<Open> row = new ArrayList<>();
                int column = properties == null ? 0 : WordStyles.number(properties.value("w:gridBefore"), 0);
                int page = reading.page;
                int lastPage = page;
                boolean standsOut = true;
                for (Xml.Element cell : cellElements.get(r)) {
                    Xml.Element cellProperties = cell.child("w:tcPr");
                    if (cellProperties != null && reading.hidden(cellProperties)) {
                        continue;
                    }
                    int columns = cellProperties == null
                            ? 1
                            : Math.clamp(WordStyles.number(cellProperties.value("w:gridSpan"), 1), 1, 200);
                    Xml.Element merge = cellProperties == null ? null : cellProperties.child("w:vMerge");
                    Open above = merging.get(column);
                    boolean merged = merge != null && !"restart".equals(merge.attribute("w:val"));
                    reading.page = page;
                    int before = drafts.size();
                    TracedText text = cell(cell);
                    lastPage = Math.max(lastPage, reading.page);
                    if (merged && above != null && above.columns == columns) {
                        above.rows++;
                    } else {
                        Open open = new Open(text, column, columns);
                        row.add(open);
                        standsOut &= text.length() == 0 || standsOut(cellProperties, before);
                        if (merge != null) {
                            merging.put(column, open);
                        } else {
                            merging.remove(column);
                        }
                    }
                    column += columns;
                }
                reading.page = lastPage;
                rows.add(row);
                pages.add(page);
                outstanding.add(standsOut && row.stream().anyMatch(open -> open.text.length() > 0));
                if (properties != null && Boolean.TRUE.equals(properties.toggle("w:tblHeader")) && named == r) {
                    named = r + 1;
                }
            }
            emit(rows, pages, outstanding, named, firstPage);
        }

        private boolean standsOut(Xml.@Nullable Element cellProperties, int firstDraft) {
            Xml.Element shade = cellProperties == null ? null : cellProperties.child("w:shd");
            if (shade != null && !shade.attribute("w:fill", "auto").matches("(?i)auto|ffffff")) {
                return true;
            }
            return drafts.subList(firstDraft, drafts.size()).stream()
                    .allMatch(draft -> draft.letters == 0 || draft.allBold() || draft.allCapitals());
        }

        private TracedText cell(Xml.Element cell) {
            TracedText text = new TracedText();
            lines(cell, text, new Draft[1]);
            return text.normalised();
        }

        private void lines(Xml.Element container, TracedText text, @Nullable Draft[] open) {
            for (Xml.Element child : container.elements()) {
                switch (child.name) {
                    case "w:p" -> {
                        Draft draft = open[0] == null ? new Draft() : open[0];
                        reading.add(child, draft);
                        if (reading.runsOn(child)) {
                            open[0] = draft;
                        } else {
                            open[0] = null;
                            label(draft);
                            text.append(draft.text);
                            text.append('\n', 0, 0);
                            drafts.add(draft);
                        }
                    }
                    case "w:tbl" -> nested.add(child);
                    case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:del" -> lines(child, text, open);
                    default -> {}
                }
            }
        }

        private void emit(
                List<List<Open>> rows, List<Integer> pages, List<Boolean> outstanding, int named, int firstPage) {
            int paragraph = blocks.size() + 1;
            List<Block.Row> read = new ArrayList<>();
            List<List<TracedText>> traces = new ArrayList<>();
            boolean text = false;
            for (int r = 0; r < rows.size(); r++) {
                List<Block.Cell> cells = new ArrayList<>();
                List<TracedText> trace = new ArrayList<>();
                for (Open open : rows.get(r)) {
                    Place place = new Place(page(pages.get(r)), paragraph, tables + 1, r + 1, cells.size() + 1);
                    cells.add(new Block.Cell(open.text.toString(), open.column, open.columns, open.rows, place));
                    trace.add(open.text);
                    text |= open.text.length() > 0;
                }
                read.add(new Block.Row(cells, new Place(page(pages.get(r)), paragraph, tables + 1, r + 1, 0)));
                traces.add(trace);
            }
            if (text) {
                tables++;
                int headers = named > 0 && named < rows.size()
                        ? named
                        : TableHeader.rows(read, outstanding, firstRowStyled());
                Place place = new Place(page(firstPage), paragraph, tables, 0, 0);
                blocks.add(new Traced(new Block.Table(headers, read, place), new TracedText(), traces, run));
            }
            for (Draft draft : drafts) {
                changes(draft);
            }
            nested.forEach(inner -> table(inner, run, depth + 1));
            for (Draft draft : drafts) {
                behind(draft, run, depth);
            }
        }

        private boolean firstRowStyled() {
            Xml.Element properties = element.child("w:tblPr");
            if (properties == null) {
                return false;
            }
            Xml.Element look = properties.child("w:tblLook");
            boolean wanted = look != null
                    && (look.attribute("w:firstRow", "0").matches("1|true|on")
                            || (hexadecimal(look.attribute("w:val", "0")) & 0x20) != 0);
            return wanted && styles.firstRowStandsOut(properties.value("w:tblStyle"));
        }

        private static int hexadecimal(String value) {
            try {
                return Integer.parseInt(value, 16);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }

    // Headers and footers.

    private List<String> runningText() {
        Set<String> texts = new LinkedHashSet<>();
        for (String type : List.of("header", "footer")) {
            for (DocxPackage.Relationship relationship : docx.related(docx.documentPart(), type)) {
                if (!docx.has(relationship.target())) {
                    continue;
                }
                WordText text = new WordText(styles, revision, PageBreaks.UNKNOWN);
                List<Xml.Element> waiting = new ArrayList<>(List.of(docx.tree(relationship.target())));
                while (!waiting.isEmpty()) {
                    for (Xml.Element child : waiting.removeFirst().elements()) {
                        if (child.is("w:p")) {
                            Draft draft = new Draft();
                            text.add(child, draft);
                            texts.add(draft.text.normalised().toString().replace('\n', ' '));
                            draft.boxes.forEach(box -> waiting.add(box.content()));
                        } else {
                            waiting.add(child);
                        }
                    }
                }
            }
        }
        texts.removeIf(text -> text.chars().noneMatch(Character::isLetter));
        return List.copyOf(texts);
    }
}
