package org.fram.app.sow.web;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.fram.app.sow.Obligation;
import org.fram.app.sow.SowFindings;
import org.fram.drafting.Draft;
import org.fram.office.Block;
import org.fram.office.Place;
import org.fram.rules.Finding;

/// A document as the workspace shows it: its blocks, with obligations and findings marked in place.
///
/// @param lines the blocks of the stretch that is shown
/// @param overall findings about the document as a whole
/// @param trackedChanges how many changes its author left tracked
public record DocumentPart(List<Line> lines, List<Note> overall, int trackedChanges) {

    private static final Pattern BLANK =
            Pattern.compile(Pattern.quote(Draft.MARK_BEGINS) + "[^\\]]*" + Pattern.quote(Draft.MARK_ENDS));

    /// A block.
    ///
    /// @param kind `heading`, `paragraph`, `item`, `footnote` or `table`
    /// @param level of a heading or an item, from 1
    /// @param number of a heading or paragraph, marker of an item or footnote; may be empty
    /// @param rows of a table
    /// @param notes what was found about it
    public record Line(
            String anchor,
            String kind,
            int level,
            String number,
            List<Piece> pieces,
            List<Row> rows,
            List<Note> notes) {}

    /// A row of a table.
    public record Row(boolean header, List<Cell> cells) {}

    /// A cell of a table.
    public record Cell(int columns, int rows, List<Piece> pieces) {}

    /// Something that the review found.
    ///
    /// @param severity `blocker`, `warning` or `information`
    public record Note(String severity, String practice, String text) {}

    /// @param blocks those that are shown
    /// @param trackedChanges of the whole document
    static DocumentPart of(
            List<Block> blocks, int trackedChanges, List<Obligation> obligations, SowFindings.Found found) {
        var marks = new ArrayList<Mark>();
        for (var obligation : obligations) {
            var seen = obligation.seen();
            if (seen != null) {
                marks.add(new Mark(
                        seen.quote(),
                        seen.place(),
                        obligation.id().toString(),
                        obligation.state().code(),
                        ""));
            }
        }
        Map<Integer, List<Note>> notes = new HashMap<>();
        var overall = new ArrayList<Note>();
        for (var finding : found.findings()) {
            var spot = finding.spot();
            if (spot == null || spot.place().paragraph() == 0) {
                overall.add(note(finding.finding()));
            } else {
                marks.add(new Mark(spot.quote(), spot.place(), "", "", severity(finding.finding())));
                notes.computeIfAbsent(spot.place().paragraph(), _ -> new ArrayList<>())
                        .add(note(finding.finding()));
            }
        }
        Map<Integer, List<Mark>> byBlock =
                marks.stream().collect(groupingBy(mark -> mark.place().paragraph()));
        var pieces = new Pieces();
        var lines = blocks.stream()
                .map(block -> line(
                        block,
                        pieces,
                        byBlock.getOrDefault(block.place().paragraph(), List.of()),
                        notes.getOrDefault(block.place().paragraph(), List.of())))
                .toList();
        return new DocumentPart(lines, overall, trackedChanges);
    }

    /// What a template and answers made, with a mark on each blank.
    static DocumentPart ofDraft(Draft draft) {
        var pieces = new Pieces();
        var lines = draft.blocks().stream()
                .map(block -> line(block, pieces, blanks(block), List.of()))
                .toList();
        return new DocumentPart(lines, List.of(), 0);
    }

    private static List<Mark> blanks(Block block) {
        return switch (block) {
            case Block.Heading(var _, var _, var text, var place) -> blanks(text, place);
            case Block.Paragraph(var _, var text, var place) -> blanks(text, place);
            case Block.ListItem(var _, var _, var text, var place) -> blanks(text, place);
            case Block.Footnote(var _, var text, var place) -> blanks(text, place);
            case Block.Table table ->
                table.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .flatMap(cell -> blanks(cell.text(), cell.place()).stream())
                        .toList();
        };
    }

    private static List<Mark> blanks(String text, Place place) {
        return BLANK.matcher(text)
                .results()
                .map(blank -> new Mark(blank.group(), place, "", "", "warning"))
                .toList();
    }

    private static Line line(Block block, Pieces pieces, List<Mark> marks, List<Note> notes) {
        String anchor = "b" + block.place().paragraph();
        return switch (block) {
            case Block.Heading(var level, var number, var text, var _) ->
                new Line(anchor, "heading", level, number, pieces.of(text, marks), List.of(), notes);
            case Block.Paragraph(var number, var text, var _) ->
                new Line(anchor, "paragraph", 0, number, pieces.of(text, marks), List.of(), notes);
            case Block.ListItem(var level, var marker, var text, var _) ->
                new Line(anchor, "item", level, marker, pieces.of(text, marks), List.of(), notes);
            case Block.Footnote(var marker, var text, var _) ->
                new Line(anchor, "footnote", 0, marker, pieces.of(text, marks), List.of(), notes);
            case Block.Table table -> new Line(anchor, "table", 0, "", List.of(), rows(table, pieces, marks), notes);
        };
    }

    private static List<Row> rows(Block.Table table, Pieces pieces, List<Mark> marks) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < table.rows().size(); i++) {
            int ordinal = i + 1;
            var ofRow =
                    marks.stream().filter(mark -> mark.place().row() == ordinal).toList();
            var cells = table.rows().get(i).cells().stream()
                    .map(cell -> new Cell(cell.columns(), cell.rows(), pieces.of(cell.text(), ofCell(cell, ofRow))))
                    .toList();
            rows.add(new Row(i < table.headerRows(), cells));
        }
        return rows;
    }

    /// Those of the cell, and those of its whole row.
    private static List<Mark> ofCell(Block.Cell cell, List<Mark> marks) {
        return marks.stream()
                .filter(mark -> mark.place().cell() == 0
                        || mark.place().cell() == cell.place().cell())
                .toList();
    }

    private static Note note(Finding finding) {
        return new Note(severity(finding), finding.practice(), finding.message());
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
