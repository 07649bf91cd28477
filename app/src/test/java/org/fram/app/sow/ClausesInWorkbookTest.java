package org.fram.app.sow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fram.app.platform.texts.Texts;
import org.fram.app.sow.ClausesInWorkbook.Outcome;
import org.fram.office.Block;
import org.fram.office.Cell;
import org.fram.office.Place;
import org.fram.office.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClausesInWorkbookTest {

    private static final Texts ENGLISH = Texts.in(Locale.UK);

    @Test
    void aSimpleSheetIsReadWhateverTheOrderAndTheNamesOfItsColumns() {
        var read = read(sheet(
                row("Wording", "Comment", "No.", "Section title"),
                row("The Vendor shall migrate the call flows.", "ours", "1.1", "Scope"),
                row("The Vendor shall train forty agents.", "", "1.2", "Scope"),
                row("The Customer shall order the trunks.", "", "2.1", "Duties of the Customer")));

        assertThat(read)
                .containsExactly(
                        new Block.Heading(2, "1.1", "Scope", place(1)),
                        new Block.Paragraph("", "The Vendor shall migrate the call flows.", place(2)),
                        new Block.Paragraph("1.2", "The Vendor shall train forty agents.", place(3)),
                        new Block.Heading(2, "2.1", "Duties of the Customer", place(4)),
                        new Block.Paragraph("", "The Customer shall order the trunks.", place(5)));
    }

    @Test
    void aColumnOfWordsIsEnoughAndTheHeadMayStandBelowOtherLines() {
        assertThat(read(sheet(row("Harbour Authority"), row("Clause text"), row("The Vendor shall train."))))
                .containsExactly(new Block.Paragraph("", "The Vendor shall train.", place(1)));
    }

    @Test
    void aMergedHeadingHoldsForTheRowsBelowIt() {
        var read = read(
                sheet(row("Heading", "Text"), row("Scope", "The Vendor trains."), row("", "The Vendor migrates.")));

        assertThat(read).filteredOn(Block.Heading.class::isInstance).hasSize(1);
        assertThat(read).hasSize(3);
    }

    @Test
    void linesOfACellAreParagraphsAndItems() {
        var read = read(sheet(row("Text"), row("The Vendor shall:\n• train agents\n• write a runbook")));

        assertThat(read)
                .containsExactly(
                        new Block.Paragraph("", "The Vendor shall:", place(1)),
                        new Block.ListItem(1, "•", "train agents", place(2)),
                        new Block.ListItem(1, "•", "write a runbook", place(3)));
    }

    @Test
    void numbersThatSpreadsheetsTookForNumbersAreRead() {
        var read = read(sheet(
                row("Number", "Text"),
                new Sheet.Line(
                        2, List.of(new Cell.Amount(new BigDecimal("3.2")), new Cell.Words("The Vendor trains.")))));

        assertThat(read).containsExactly(new Block.Paragraph("3.2", "The Vendor trains.", place(1)));
    }

    @Test
    void whatSaysItsKindComesBackAsItWas() {
        var read = read(sheet(
                row("Number", "Kind", "Level", "Text"),
                row("1", "Heading", "1", "Prices"),
                row("", "Paragraph", "", "2027"),
                row("(a)", "Item", "2", "per call"),
                row("", "Table head", "", "What | Amount"),
                row("", "Table row", "", "Training | 48,000"),
                row("", "Table row", "", " | 5"),
                row("*", "Footnote", "", "With taxes.")));

        assertThat(read.get(0)).isEqualTo(new Block.Heading(1, "1", "Prices", place(1)));
        assertThat(read.get(1)).isEqualTo(new Block.Paragraph("", "2027", place(2)));
        assertThat(read.get(2)).isEqualTo(new Block.ListItem(2, "(a)", "per call", place(3)));
        var table = (Block.Table) read.get(3);
        assertThat(table.headerRows()).isEqualTo(1);
        assertThat(table.rows().stream()
                        .map(row -> row.cells().stream().map(Block.Cell::text).toList()))
                .containsExactly(List.of("What", "Amount"), List.of("Training", "48,000"), List.of("", "5"));
        assertThat(read.get(4)).isEqualTo(new Block.Footnote("*", "With taxes.", place(5)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Colour, Weight        | red, 5                   | No column of clauses was found. The first row reads: Colour, Weight.",
                "Number, Text          | 1, #REF!                 | Row 2: a formula gives #REF!.",
                "Number, Text, Price   | 1, The Vendor trains, #DIV/0! | Row 2: a formula gives #DIV/0!.",
                "Number, Text          | 1, 48000                 | Row 2: there is 48000 where the words of a clause should be.",
            })
    void whatCannotBeReadIsRefusedWithItsRow(String head, String row, String reason) {
        assertThat(refused(sheet(row(head.split(", ")), row(row.split(", "))))).startsWith(reason);
    }

    @Test
    void aNumberThatBecameADayIsRefusedWithItsRow() {
        assertThat(refused(sheet(
                        row("Number", "Text"),
                        new Sheet.Line(
                                7,
                                List.of(
                                        new Cell.Day(LocalDate.of(2027, 2, 3)),
                                        new Cell.Words("The Vendor trains."))))))
                .startsWith("Row 7: the number of the clause is a day (2027-02-03). Spreadsheets take 3.2 for a day");
    }

    @Test
    void aDayOrAnAmountWhereWordsShouldBeIsRefusedWithItsRow() {
        for (Cell cell : List.of(new Cell.Day(LocalDate.of(2027, 2, 3)), new Cell.Amount(BigDecimal.TEN))) {
            assertThat(refused(sheet(row("Text"), new Sheet.Line(9, List.of(cell)))))
                    .startsWith("Row 9: there is ");
        }
    }

    @Test
    void anEmptyWorkbookAndOneOfHeadsAloneAreRefused() {
        assertThat(refused()).startsWith("Nothing stands in the workbook.");
        assertThat(refused(sheet(row("Number", "Text")))).startsWith("The sheet “Sheet” names its columns");
    }

    @Test
    void aHundredThousandRowsAreRefusedWithTheRowWhereItIsTooMuch() {
        var lines = Stream.concat(
                        Stream.of(row("Text")),
                        IntStream.rangeClosed(2, 100_000)
                                .mapToObj(i -> new Sheet.Line(i, List.of(new Cell.Words("The Vendor trains.")))))
                .toList();

        assertThat(refused(new Sheet("Sheet", lines)))
                .startsWith("There are clauses down to row 20,002 and beyond; at most 20,000 are read.");
    }

    @Test
    void theSheetThatNamesMostColumnsIsRead() {
        var read = read(
                sheet(row("Text"), row("A note that is not meant.")),
                sheet(row("Number", "Heading", "Text"), row("1", "Scope", "The Vendor trains.")));

        assertThat(read).hasSize(2).first().isInstanceOf(Block.Heading.class);
    }

    private static List<Block> read(Sheet... sheets) {
        return ((Outcome.Read) ClausesInWorkbook.of(List.of(sheets))).blocks();
    }

    private static String refused(Sheet... sheets) {
        return ENGLISH.of(((Outcome.Refused) ClausesInWorkbook.of(List.of(sheets))).reason());
    }

    private static Sheet sheet(Sheet.Line... lines) {
        var numbered = new ArrayList<Sheet.Line>();
        for (var line : lines) {
            numbered.add(line.number() > 0 ? line : new Sheet.Line(numbered.size() + 1, line.cells()));
        }
        return new Sheet("Sheet", numbered);
    }

    private static Sheet.Line row(String... cells) {
        return new Sheet.Line(0, Stream.of(cells).<Cell>map(Cell.Words::new).toList());
    }

    private static Place place(int paragraph) {
        return Place.paragraph(0, paragraph);
    }
}
