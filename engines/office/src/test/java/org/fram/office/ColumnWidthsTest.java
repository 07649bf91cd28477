package org.fram.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {

    private static final int ROOM = 9000;
    private static final int CHARACTERS = 90;

    @Test
    void aColumnOfNumbersIsNarrowAndOneOfSentencesHasWhatIsLeft() {
        int[] widths = of(List.of(
                List.of("No.", "AC-1", "AC-2"),
                List.of("What", "Tell the teams of the other offices when they follow, and how they are to be reached"),
                List.of("Due", "2 Dec 2026")));

        assertThat(widths[0]).isLessThan(1000);
        assertThat(widths[1]).isGreaterThan(5000);
        assertThat(widths[2]).as("a day stands in one line").isGreaterThan(ROOM * "2 Dec 2026".length() / CHARACTERS);
    }

    @Test
    void allTogetherAreAsWideAsThereIsRoom() {
        for (int columns = 1; columns < 30; columns++) {
            var texts = IntStream.range(0, columns)
                    .mapToObj(column -> List.of("x".repeat(column), "word ".repeat(column)))
                    .toList();

            int[] widths = ColumnWidths.of(texts, ROOM, CHARACTERS);

            assertThat(IntStream.of(widths).sum()).isEqualTo(ROOM);
            assertThat(IntStream.of(widths).min().orElseThrow())
                    .as("of %d columns", columns)
                    .isPositive();
        }
    }

    @Test
    void emptyColumnsShareTheRoom() {
        assertThat(of(List.of(List.of(), List.of(""), List.of()))).containsExactly(3000, 3000, 3000);
    }

    @Test
    void oneEndlessWordLeavesRoomForOthers() {
        int[] widths = of(List.of(List.of("x".repeat(5000)), List.of("Two words")));

        assertThat(widths[1]).as("it stands in one line").isGreaterThan(ROOM * "Two words".length() / CHARACTERS);
    }

    private static int[] of(List<List<String>> columns) {
        return ColumnWidths.of(columns, ROOM, CHARACTERS);
    }
}
