package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
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
