package org.fram.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfTablesTest {

    private static final String[] WORDS = {
        "agent",
        "queue",
        "night",
        "survey",
        "harbour",
        "licence",
        "switch",
        "rota",
        "badge",
        "report",
        "cable",
        "desk",
        "weekly",
        "carrier",
        "voice",
        "menu",
        "training",
        "room",
        "site",
        "port"
    };

    @TempDir
    Path folder;

    @Test
    void rulingsMakeCells() throws IOException {
        try (Paper paper = new Paper()) {
            ruled(
                    paper,
                    60,
                    100,
                    new float[] {60, 200, 280, 420},
                    List.of(
                            List.of("Item", "Days", "Remark"),
                            List.of("Survey of the harbour offices by two people", "4", ""),
                            List.of("Design", "11", "Approved by the town")));
            Block.Table table = table(paper.read(folder));
            assertThat(cells(table))
                    .containsExactly(
                            List.of("Item", "Days", "Remark"),
                            List.of("Survey of the harbour offices by two people", "4", ""),
                            List.of("Design", "11", "Approved by the town"));
            assertThat(table.headerRows()).isEqualTo(1);
            assertThat(table.rows().get(1).place()).isEqualTo(new Place(1, 1, 1, 2, 0));
            assertThat(table.rows().get(1).quote()).isEqualTo("Survey of the harbour offices by two people | 4");
        }
    }

    @Test
    void cellsSpanWhereNoLinePartsThem() throws IOException {
        try (Paper paper = new Paper()) {
            // Activity spans two rows, Party two columns.
            paper.line(60, 100, 360, 100)
                    .line(160, 120, 360, 120)
                    .line(60, 140, 360, 140)
                    .line(60, 160, 360, 160);
            paper.line(60, 100, 60, 160)
                    .line(160, 100, 160, 160)
                    .line(260, 120, 260, 160)
                    .line(360, 100, 360, 160);
            paper.bold(64, 124, "Activity")
                    .bold(164, 114, "Party")
                    .bold(164, 134, "Town")
                    .bold(264, 134, "Carrier");
            paper.text(64, 154, "Porting").text(164, 154, "A").text(264, 154, "R");
            Block.Table table = table(paper.read(folder));
            assertThat(table.headerRows()).isEqualTo(2);
            assertThat(table.rows().get(0).cells())
                    .extracting(Block.Cell::text, Block.Cell::column, Block.Cell::columns, Block.Cell::rows)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("Activity", 0, 1, 2),
                            org.assertj.core.groups.Tuple.tuple("Party", 1, 2, 1));
            assertThat(table.rows().get(1).cells())
                    .extracting(Block.Cell::text, Block.Cell::column)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("Town", 1),
                            org.assertj.core.groups.Tuple.tuple("Carrier", 2));
        }
    }

    @Test
    void whiteBetweenColumnsMakesCellsAndFiguresMayStandAtTheRight() throws IOException {
        try (Paper paper = new Paper()) {
            paper.flow(60, 80, 400, "The town pays what is listed here, and nothing else.");
            paper.bold(60, 110, "Position").bold(260, 110, "Basis");
            right(paper, 460, 110, "Crowns");
            paper.text(60, 128, "Survey").text(260, 128, "4 days");
            right(paper, 460, 128, "1,200");
            paper.text(60, 146, "Voice licences for the").text(260, 146, "per agent");
            paper.text(60, 158, "night desk");
            right(paper, 460, 146, "12,450");
            paper.text(60, 176, "Total");
            right(paper, 460, 176, "13,650");
            paper.flow(60, 206, 400, "Travel is included.");
            Document document = paper.read(folder);
            Block.Table table = table(document);
            assertThat(cells(table))
                    .containsExactly(
                            List.of("Position", "Basis", "Crowns"),
                            List.of("Survey", "4 days", "1,200"),
                            List.of("Voice licences for the night desk", "per agent", "12,450"),
                            List.of("Total", "", "13,650"));
            assertThat(table.headerRows()).isEqualTo(1);
            assertThat(document.blocks()).hasSize(3);
        }
    }

    @Test
    void colouredCellsMakeATableToo() throws IOException {
        try (Paper paper = new Paper()) {
            String[][] texts = {{"Step", "Who"}, {"Porting", "Carrier"}, {"Cutover", "Installer"}};
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 2; column++) {
                    float x = 60 + 120 * column;
                    float y = 100 + 30 * row;
                    // The cell, and once more the line of its text, as word processors paint them.
                    paper.shade(x, y, x + 119, y + 29).shade(x + 5, y + 8, x + 114, y + 22);
                    paper.text(x + 5, y + 18, texts[row][column]);
                }
            }
            assertThat(cells(table(paper.read(folder))))
                    .containsExactly(
                            List.of("Step", "Who"), List.of("Porting", "Carrier"), List.of("Cutover", "Installer"));
        }
    }

    @Test
    void stripesAreNoHeading() throws IOException {
        try (Paper paper = new Paper()) {
            String[][] texts = {
                {"Measure", "Target"}, {"Calls answered", "80 %"}, {"Calls lost", "4 %"}, {"Surveys", "70 %"}
            };
            paper.shade(60, 100, 360, 120).shade(60, 120, 360, 140).shade(60, 160, 360, 180);
            for (int row = 0; row < 4; row++) {
                paper.text(64, 114 + 20 * row, 10, row == 0 ? Paper.BOLD : Paper.PLAIN, texts[row][0]);
                paper.text(264, 114 + 20 * row, 10, row == 0 ? Paper.BOLD : Paper.PLAIN, texts[row][1]);
            }
            Block.Table table = table(paper.read(folder));
            assertThat(table.headerRows()).isEqualTo(1);
            assertThat(table.rows()).hasSize(4);
        }
    }

    @Test
    void boxesDrawnRowByRowAreOneTable() throws IOException {
        try (Paper paper = new Paper()) {
            ruled(paper, 60, 100, new float[] {60, 200, 280, 360}, List.of(List.of("Duty", "Town", "Carrier")));
            ruled(paper, 60, 122, new float[] {60, 200, 280}, List.of(List.of("Survey", "A")));
            ruled(paper, 60, 144, new float[] {60, 200, 280, 360}, List.of(List.of("Porting", "C", "A/R")));
            assertThat(cells(table(paper.read(folder))))
                    .containsExactly(
                            List.of("Duty", "Town", "Carrier"),
                            List.of("Survey", "A", ""),
                            List.of("Porting", "C", "A/R"));
        }
    }

    @Test
    void termsBesideTheirMeaningAreRows() throws IOException {
        List<List<String>> terms = List.of(
                List.of("Agent", "A person who answers calls for the town, whether it employs them or not."),
                List.of("Working day", "A day from Monday to Friday on which the town hall is open to the public."),
                List.of("Fault", "A departure of the platform from what this order says of it."));
        try (Paper paper = new Paper()) {
            float y = 100;
            for (List<String> term : terms) {
                paper.bold(60, y, term.get(0));
                y = paper.flow(160, y, 220, term.get(1)) + 6;
            }
            assertThat(cells(table(paper.read(folder)))).isEqualTo(terms);
        }
    }

    @Test
    void aTableThatGoesOnOverThePageIsOneAndNamesItsColumnsOnce() throws IOException {
        float[] edges = {60, 160, 300, 420};
        List<String> head = List.of("Ref", "Thing", "Count");
        try (Paper paper = new Paper()) {
            paper.flow(60, 700, 400, "What the installer brings is listed here:");
            ruled(
                    paper,
                    60,
                    720,
                    edges,
                    List.of(head, List.of("A1", "Rack", "2"), List.of("A2", "Archive of calls", "1")));
            paper.page();
            ruled(
                    paper,
                    60,
                    60,
                    edges,
                    List.of(head, List.of("", "of the night desk", ""), List.of("A3", "Phone", "40")));
            paper.flow(60, 160, 400, "Nothing else is brought.");
            Document document = paper.read(folder);
            Block.Table table = table(document);
            assertThat(cells(table))
                    .containsExactly(
                            head,
                            List.of("A1", "Rack", "2"),
                            List.of("A2", "Archive of calls of the night desk", "1"),
                            List.of("A3", "Phone", "40"));
            assertThat(table.headerRows()).isEqualTo(1);
            assertThat(table.rows().getLast().place()).isEqualTo(new Place(2, 2, 1, 4, 0));
            assertThat(document.blocks()).hasSize(3);
        }
    }

    @Test
    void aWordThatANarrowCellBrokeIsOneWord() throws IOException {
        try (Paper paper = new Paper()) {
            float wide = Paper.width("Abandone", 10, Paper.PLAIN);
            float[] edges = {60, 160, 160 + wide + 10, 320};
            paper.flow(60, 60, 400, "Calls are abandoned when callers hang up.");
            List<List<String>> rows =
                    List.of(List.of("Line", "Abandone d", "Hours"), List.of("Mortgage", "4%", "8 to 6"));
            ruled(paper, 60, 100, edges, rows);
            assertThat(cells(table(paper.read(folder))).getFirst()).containsExactly("Line", "Abandoned", "Hours");
        }
    }

    /// Law: what was drawn into a grid is read from it, whatever its size and however its cells wrap.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aRuledTableIsReadAsItWasDrawn(long seed) throws IOException {
        Random random = new Random(seed);
        int columns = 2 + random.nextInt(5);
        List<List<String>> rows = rows(random, columns, 2 + random.nextInt(12), 7);
        try (Paper paper = new Paper()) {
            ruled(paper, 50, 80, edges(50, 495, columns), rows);
            assertThat(cells(table(paper.read(folder)))).isEqualTo(rows);
        }
    }

    /// Law: the same without lines, if rows are set apart by more white than the lines of a cell.
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32})
    void aTableOfWhiteIsReadAsItWasDrawn(long seed) throws IOException {
        Random random = new Random(seed);
        int columns = 2 + random.nextInt(4);
        List<List<String>> rows = rows(random, columns, 4 + random.nextInt(10), 6);
        float[] edges = edges(50, 495, columns);
        try (Paper paper = new Paper()) {
            float y = 80;
            for (List<String> row : rows) {
                y += 12 * cellLines(paper, edges, y, row, 14) + 8;
            }
            assertThat(cells(table(paper.read(folder)))).isEqualTo(rows);
        }
    }

    /// Law: and if all lines are set alike, as long as no cell wraps.
    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45, 46, 47, 48})
    void aTightTableOfWhiteIsReadAsItWasDrawn(long seed) throws IOException {
        Random random = new Random(seed);
        int columns = 3 + random.nextInt(3);
        List<List<String>> rows = rows(random, columns, 4 + random.nextInt(10), 1);
        float[] edges = edges(50, 495, columns);
        try (Paper paper = new Paper()) {
            float y = 80;
            for (List<String> row : rows) {
                cellLines(paper, edges, y, row, 14);
                y += 12;
            }
            assertThat(cells(table(paper.read(folder)))).isEqualTo(rows);
        }
    }

    /// Rows of words; the first cell of each is filled, others may be empty.
    private static List<List<String>> rows(Random random, int columns, int count, int mostWords) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                boolean empty = column > 0 && row > 1 && random.nextInt(6) == 0;
                List<String> words = new ArrayList<>();
                for (int i = empty ? 0 : 1 + random.nextInt(mostWords); i > 0; i--) {
                    words.add(WORDS[random.nextInt(WORDS.length)]);
                }
                cells.add(String.join(" ", words));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static float[] edges(float left, float width, int columns) {
        float[] edges = new float[columns + 1];
        for (int i = 0; i <= columns; i++) {
            edges[i] = left + width * i / columns;
        }
        return edges;
    }

    /// Draws a table with lines around each cell.
    private static void ruled(Paper paper, float left, float top, float[] edges, List<List<String>> rows) {
        float y = top;
        float right = edges[edges.length - 1];
        paper.line(left, y, right, y);
        for (List<String> row : rows) {
            float bottom = y + 12 * cellLines(paper, edges, y + 11, row, 8) + 5;
            paper.line(left, bottom, right, bottom);
            for (float edge : edges) {
                paper.line(edge, y, edge, bottom);
            }
            y = bottom;
        }
    }

    /// Writes the cells of a row and says how many lines the highest has.
    private static int cellLines(Paper paper, float[] edges, float baseline, List<String> row, float margin) {
        int most = 1;
        for (int column = 0; column < row.size(); column++) {
            List<String> lines =
                    Paper.wrapped(row.get(column), edges[column + 1] - edges[column] - margin, 10, Paper.PLAIN);
            for (int i = 0; i < lines.size(); i++) {
                paper.text(edges[column] + 4, baseline + 12 * i, lines.get(i));
            }
            most = Math.max(most, lines.size());
        }
        return most;
    }

    private static void right(Paper paper, float x, float y, String text) {
        paper.text(x - Paper.width(text, 10, Paper.PLAIN), y, text);
    }

    private static Block.Table table(Document document) {
        List<Block.Table> tables = document.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .toList();
        assertThat(tables).as("tables of %s", document.blocks()).hasSize(1);
        return tables.getFirst();
    }

    private static List<List<String>> cells(Block.Table table) {
        return table.rows().stream()
                .map(row -> row.cells().stream()
                        .map(cell -> cell.text().replace('\n', ' '))
                        .toList())
                .toList();
    }
}
