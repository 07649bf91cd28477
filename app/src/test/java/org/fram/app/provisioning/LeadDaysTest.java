package org.fram.app.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// 1 March 2027 is a Monday.
class LeadDaysTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

    @ParameterizedTest
    @CsvSource({
        "2027-03-05, 0, 2027-03-05",
        "2027-03-05, 1, 2027-03-08",
        "2027-03-06, 0, 2027-03-08",
        "2027-03-07, 1, 2027-03-09",
        "2027-03-01, 5, 2027-03-08",
        "2027-03-03, 20, 2027-03-31"
    })
    void workingDaysLeaveWeekendsOut(LocalDate ordered, int days, LocalDate comes) {
        assertThat(LeadDays.WORKING.arrival(ordered, days)).isEqualTo(comes);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-08, 0, 2027-03-08",
        "2027-03-08, 1, 2027-03-05",
        "2027-03-07, 0, 2027-03-05",
        "2027-03-06, 1, 2027-03-04",
        "2027-03-12, 10, 2027-02-26"
    })
    void theLastDayForOrderingIsAWorkingDay(LocalDate needed, int days, LocalDate last) {
        assertThat(LeadDays.WORKING.lastOrder(needed, days)).isEqualTo(last);
    }

    @ParameterizedTest
    @EnumSource(LeadDays.class)
    void theLastDayForOrderingIsTheLatestFromWhichItStillComes(LeadDays counted) {
        for (var needed : (Iterable<LocalDate>) MONDAY.datesUntil(MONDAY.plusDays(15))::iterator) {
            for (int days = 0; days <= 24; days++) {
                int leadTime = days;
                var latest = Stream.iterate(needed, day -> day.minusDays(1))
                        .filter(day -> !counted.arrival(day, leadTime).isAfter(needed))
                        .findFirst()
                        .orElseThrow();
                assertThat(counted.lastOrder(needed, days))
                        .as("%s, %d %s", needed, days, counted)
                        .isEqualTo(latest);
            }
        }
    }

    @Test
    void nothingComesOnAWeekend() {
        for (var ordered : (Iterable<LocalDate>) MONDAY.datesUntil(MONDAY.plusDays(14))::iterator) {
            for (int days = 0; days <= 12; days++) {
                assertThat(LeadDays.WORKING.arrival(ordered, days).getDayOfWeek())
                        .isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            }
        }
    }
}
