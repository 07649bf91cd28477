package org.fram.app.sow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fram.office.Block;
import org.fram.office.Place;
import org.jspecify.annotations.Nullable;

/// A draft as a document: the accepted obligations as numbered clauses below the headings that they came with, and who
/// does what as a table.
public final class DraftDocument {

    private static final Place NOWHERE = Place.paragraph(0, 0);

    private DraftDocument() {}

    /// The words that stand around the obligations.
    ///
    /// @param note below the title: what the draft is, and from what it was made
    /// @param otherClauses heads obligations that stood below no heading
    /// @param responsibilities heads the table
    /// @param columns of the table: obligation, accountable, responsible, due, quantity, amount
    public record Words(String note, String otherClauses, String responsibilities, List<String> columns) {}

    /// The blocks of the document, for a writer.
    public static List<Block> of(String title, List<Obligation> accepted, Words words) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(1, "", title, NOWHERE));
        blocks.add(new Block.Paragraph("", words.note(), NOWHERE));
        Map<String, List<Obligation>> bySection = new LinkedHashMap<>();
        accepted.forEach(one -> bySection
                .computeIfAbsent(one.promise().section(), _ -> new ArrayList<>())
                .add(one));
        var clauses = new ArrayList<List<String>>();
        bySection.forEach((section, obligations) -> {
            blocks.add(new Block.Heading(2, "", section.isEmpty() ? words.otherClauses() : section, NOWHERE));
            for (var one : obligations) {
                blocks.add(
                        new Block.Paragraph("", one.code() + " " + one.promise().text(), NOWHERE));
                clauses.add(row(one));
            }
        });
        blocks.add(new Block.Heading(2, "", words.responsibilities(), NOWHERE));
        clauses.addFirst(words.columns());
        blocks.add(new Block.Table(1, clauses.stream().map(DraftDocument::row).toList(), NOWHERE));
        return blocks;
    }

    private static List<String> row(Obligation one) {
        var promise = one.promise();
        return List.of(
                one.code(),
                text(promise.accountable()),
                String.join(", ", new LinkedHashSet<>(promise.responsible())),
                text(promise.due()),
                text(promise.quantity()),
                text(promise.amount()));
    }

    private static Block.Row row(List<String> cells) {
        return new Block.Row(
                IntStream.range(0, cells.size())
                        .mapToObj(i -> new Block.Cell(cells.get(i), i, 1, 1, NOWHERE))
                        .toList(),
                NOWHERE);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
