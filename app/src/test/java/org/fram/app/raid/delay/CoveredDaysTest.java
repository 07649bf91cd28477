package org.fram.app.raid.delay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Days on which a party was waited for: each counts once, whatever was waited for on it.
class CoveredDaysTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @Test
    void whatOverlapsCountsOnceAndBothEndsCount() {
        assertThat(Delays.covered(List.of(delay(0, 4), delay(3, 9)), DAY)).isEqualTo(10);
        assertThat(Delays.covered(List.of(delay(0, 9), delay(3, 4)), DAY)).isEqualTo(10);
        assertThat(Delays.covered(List.of(delay(0, 0), delay(2, 2)), DAY)).isEqualTo(2);
        assertThat(Delays.covered(List.of(), DAY)).isZero();
    }

    @Test
    void whatLastsCountsUpToToday() {
        assertThat(Delays.covered(List.of(delay(0, null)), DAY.plusDays(6))).isEqualTo(7);
        assertThat(Delays.covered(List.of(delay(5, null)), DAY)).isZero();
    }

    @Test
    void itIsAsManyAsThereAreDifferentDays() {
        var random = new Random(7);
        for (int sample = 0; sample < 300; sample++) {
            var delays = new ArrayList<Delay>();
            var days = new HashSet<Integer>();
            int many = random.nextInt(8);
            for (int k = 0; k < many; k++) {
                int from = random.nextInt(60);
                int until = from + random.nextInt(20);
                delays.add(delay(from, until));
                for (int day = from; day <= until; day++) {
                    days.add(day);
                }
            }
            assertThat(Delays.covered(delays, DAY)).isEqualTo(days.size());
        }
    }

    private static Delay delay(int from, @Nullable Integer until) {
        return new Delay(
                UUID.randomUUID(),
                "DL-1",
                "Late",
                "Carrier",
                DAY.plusDays(from),
                until == null ? null : DAY.plusDays(until),
                "",
                null,
                null,
                "",
                "");
    }
}
