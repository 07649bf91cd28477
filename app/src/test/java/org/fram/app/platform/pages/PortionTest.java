package org.fram.app.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortionTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 7, 8, 14, 100})
    void allPartsTogetherAreTheList(int size) {
        var all = IntStream.range(0, size).boxed().toList();
        var first = Portion.of(all, 7, 1);

        var together = IntStream.rangeClosed(1, first.parts())
                .mapToObj(part -> Portion.of(all, 7, part).items())
                .flatMap(List::stream)
                .toList();

        assertThat(together).isEqualTo(all);
        for (int index : all) {
            assertThat(Portion.of(all, 7, Portion.holding(index, 7)).items()).contains(index);
        }
    }

    @Test
    void aPartThatDoesNotExistIsTheNearestThatDoes() {
        var all = List.of("a", "b", "c");
        assertThat(Portion.of(all, 2, 0).items()).containsExactly("a", "b");
        assertThat(Portion.of(all, 2, 9).items()).containsExactly("c");
        assertThat(Portion.holding(-1, 2)).isEqualTo(1);
    }
}
