package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairingTest {

    private static final double BOUND = 0.5;

    @Test
    void takesTheBestInTotalAndNotTheBestAtFirst() {
        double[][] alike = {{0.9, 0.8}, {0.85, 0.2}};

        assertThat(partners(alike)).containsExactly(1, 0);
    }

    @Test
    void leavesAloneWhatIsLikeNothing() {
        double[][] alike = {{0.4, 0.1}, {0.3, 0.7}};

        assertThat(partners(alike)).containsExactly(-1, 1);
    }

    @Test
    void textsThatOccurOnceInEachAreTheSame() {
        assertThat(Pairing.of(List.of("a", "b"), List.of("b", "a"), (_, _) -> 0, BOUND))
                .containsExactly(1, 0);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void isAsAlikeInTotalAsTheBestOfAllWays(double[][] alike) {
        assertThat(total(alike, partners(alike))).isEqualTo(best(alike, 0, 0), within(1e-9));
    }

    @Test
    void largeGroupsArePairedToo() {
        int size = Pairing.EXACT + 50;
        var left = IntStream.range(0, size).mapToObj(i -> "l" + i).toList();
        var right = IntStream.range(0, size).mapToObj(i -> "r" + i).toList();

        assertThat(Pairing.of(left, right, (i, j) -> i == j ? 0.9 : 0.6, BOUND))
                .containsExactly(IntStream.range(0, size).toArray());
    }

    private static Stream<double[][]> tables() {
        var random = new Random(20_260_401);
        return Stream.generate(() -> {
                    int columns = random.nextInt(1, 7);
                    return IntStream.range(0, random.nextInt(1, 7))
                            .mapToObj(_ -> random.doubles(columns).toArray())
                            .toArray(double[][]::new);
                })
                .limit(200);
    }

    private static int[] partners(double[][] alike) {
        var left = IntStream.range(0, alike.length).mapToObj(i -> "l" + i).toList();
        var right = IntStream.range(0, alike[0].length).mapToObj(i -> "r" + i).toList();
        return Pairing.of(left, right, (i, j) -> alike[i][j], BOUND);
    }

    private static double total(double[][] alike, int[] partner) {
        assertThat(Arrays.stream(partner).filter(j -> j >= 0).boxed()).doesNotHaveDuplicates();
        return IntStream.range(0, partner.length)
                .filter(i -> partner[i] >= 0)
                .peek(i -> assertThat(alike[i][partner[i]]).isGreaterThanOrEqualTo(BOUND))
                .mapToDouble(i -> alike[i][partner[i]])
                .sum();
    }

    /// By trying all ways.
    private static double best(double[][] alike, int row, int taken) {
        if (row == alike.length) {
            return 0;
        }
        double best = best(alike, row + 1, taken);
        for (int j = 0; j < alike[row].length; j++) {
            if ((taken & (1 << j)) == 0 && alike[row][j] >= BOUND) {
                best = Math.max(best, alike[row][j] + best(alike, row + 1, taken | (1 << j)));
            }
        }
        return best;
    }
}
