package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Place;
import org.fram.review.Statement.Form;
import org.junit.jupiter.api.Test;

class StatementsTest {

    @Test
    void eachSentenceKnowsTheHeadingsAboveIt() {
        var statements = statements("""
                # 4 Testing
                # 4.1 Load
                The vendor runs a load test. The buyer watches.
                # 5 Training
                One day is given.
                """);

        assertThat(statements)
                .extracting(Statement::quote)
                .containsExactly("The vendor runs a load test.", "The buyer watches.", "One day is given.");
        assertThat(statements.getFirst().headings()).containsExactly("4 Testing", "4.1 Load");
        assertThat(statements.getLast().headings()).containsExactly("5 Training");
    }

    @Test
    void whatIsLongerThanAReviewGoesIsCutOffAndSaidSo() {
        var place = Place.paragraph(0, 1);
        List<Block> blocks = IntStream.rangeClosed(1, Statements.MOST + 7)
                .<Block>mapToObj(number -> new Block.Paragraph("", "Site %d is moved.".formatted(number), place))
                .toList();
        var statements = Statements.of(new Document("a.txt", Document.Format.TEXT, 0, blocks, List.of(), List.of()));

        assertThat(statements).hasSize(Statements.MOST);
        assertThat(Statements.note(statements))
                .hasValueSatisfying(
                        note -> assertThat(note).contains("first 100,000 statements", "“Site 100000 is moved.”"));
        assertThat(Statements.note(statements.subList(0, 9))).isEmpty();
    }

    @Test
    void aLongCellWithoutAFullStopTakesNoLongerThanItsLength() {
        var place = Place.paragraph(0, 1);
        var words = "order the circuits of the sites ".repeat(2000).strip();
        var row = new Block.Row(
                List.of(new Block.Cell(words, 0, 1, 1, place), new Block.Cell("Orrin", 1, 1, 1, place)), place);
        var document = new Document(
                "long",
                Document.Format.TEXT,
                0,
                List.of(new Block.Table(0, List.of(row), place)),
                List.of(),
                List.of());

        var statements = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Statements.of(document));

        assertThat(statements).extracting(Statement::quote).containsExactly(words + " | Orrin");
    }

    @Test
    void anItemKnowsTheSentenceThatOpensItsList() {
        var statements = statements("""
                The supplier will:
                - install the routers;
                - remove the old ones.
                Nothing else is done.
                """);

        assertThat(statements.get(1).form()).isEqualTo(Form.ITEM);
        assertThat(statements.get(1).leadIn()).isEqualTo(statements.get(0));
        assertThat(statements.get(2).leadIn()).isEqualTo(statements.get(0));
        assertThat(statements.get(3).leadIn()).isNull();
    }

    @Test
    void aRowIsQuotedByItsFilledCellsAndKnowsItsColumns() {
        var statements = statements("""
                Table 2. Feeds
                | Feed | Owner | Ready
                | Staff list | | Week 3
                """);

        var row = statements.getLast();
        assertThat(row.form()).isEqualTo(Form.ROW);
        assertThat(row.quote()).isEqualTo("Staff list | Week 3");
        var cells = Objects.requireNonNull(row.row());
        assertThat(cells.headers()).containsExactly("Feed", "Owner", "Ready");
        assertThat(cells.caption()).isEqualTo("Table 2. Feeds");
    }

    @Test
    void columnsOfPartiesHoldADutyInEachCell() {
        var statements = statements("""
                # Who does what
                | ABC | XYZ
                | Trainer for two weeks | Rooms and laptops
                | Weekly report | Decisions in two days
                """);

        assertThat(statements).hasSize(4).allMatch(statement -> statement.form() == Form.CELL);
        assertThat(statements.get(1).quote()).isEqualTo("Rooms and laptops");
    }

    @Test
    void aRunInHeadingIsAHeadingAndNoSentence() {
        var statements = statements("Warranty. The supplier repairs defects for one year.");

        assertThat(statements).singleElement().satisfies(statement -> {
            assertThat(statement.quote()).isEqualTo("The supplier repairs defects for one year.");
            assertThat(statement.section()).isEqualTo("Warranty");
        });
    }

    private static List<Statement> statements(String text) {
        return Statements.of(Reading.document(text));
    }
}
