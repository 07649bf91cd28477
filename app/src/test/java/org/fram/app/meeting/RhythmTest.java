package org.fram.app.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.fram.app.meeting.Rhythm.Unit;
import org.fram.app.platform.access.EngagementId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RhythmTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 12);

    @Test
    void eachSecondWeekIsOnTheWeekdayOfTheFirstDay() {
        assertThat(new Rhythm(Unit.WEEKS, 2).days(FIRST, null, FIRST, FIRST.plusWeeks(5)))
                .containsExactly(FIRST, LocalDate.of(2027, 1, 26), LocalDate.of(2027, 2, 9));
    }

    @Test
    void aMonthWithoutSuchADayHasItsLastOne() {
        var first = LocalDate.of(2027, 1, 31);
        assertThat(new Rhythm(Unit.MONTHS_BY_DAY, 1).days(first, null, first, LocalDate.of(2027, 4, 30)))
                .containsExactly(
                        first, LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 31), LocalDate.of(2027, 4, 30));
    }

    @Test
    void aQuarterIsThreeMonthsAndKeepsTheSecondTuesday() {
        assertThat(new Rhythm(Unit.MONTHS_BY_WEEKDAY, 3).days(FIRST, null, FIRST, LocalDate.of(2027, 12, 31)))
                .containsExactly(
                        FIRST, LocalDate.of(2027, 4, 13), LocalDate.of(2027, 7, 13), LocalDate.of(2027, 10, 12));
    }

    @Test
    void theFifthOfAWeekdayIsTheLastOneOfEachMonth() {
        var first = LocalDate.of(2027, 3, 31);
        assertThat(new Rhythm(Unit.MONTHS_BY_WEEKDAY, 1).days(first, null, first, LocalDate.of(2027, 5, 31)))
                .containsExactly(first, LocalDate.of(2027, 4, 28), LocalDate.of(2027, 5, 26));
    }

    @Test
    void whatComesOnceComesOnce() {
        assertThat(Rhythm.ONCE.days(FIRST, null, FIRST.minusYears(1), FIRST.plusYears(9)))
                .containsExactly(FIRST);
        assertThat(Rhythm.ONCE.days(FIRST, null, FIRST.plusDays(1), FIRST.plusYears(9)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("series")
    void eachIsThereOnceAndInItsOrder(Series series) {
        var days = series.days(series.first(), series.first().plusYears(3));
        assertThat(days).isNotEmpty().doesNotHaveDuplicates().isSorted();
        assertThat(days.getFirst()).isEqualTo(series.first());
    }

    @ParameterizedTest
    @MethodSource("series")
    void aWindowShowsWhatIsInItOfTheWhole(Series series) {
        var from = series.first().plusDays(Math.floorMod(series.id().hashCode(), 500));
        var until = from.plusDays(90);
        assertThat(series.days(from, until))
                .isEqualTo(series.days(series.first(), series.first().plusYears(3)).stream()
                        .filter(day -> !day.isBefore(from) && !day.isAfter(until))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("series")
    void noChangeOfTheClockMovesOneThere(Series series) {
        for (var day : series.days(series.first(), series.first().plusYears(3))) {
            var begins = series.begins(day);
            assertThat(begins.toLocalDate()).isEqualTo(day);
            boolean exists = !series.zone()
                    .getRules()
                    .getValidOffsets(day.atTime(series.starts()))
                    .isEmpty();
            if (exists) {
                assertThat(begins.toLocalTime()).isEqualTo(series.starts());
            } else {
                assertThat(begins.toLocalTime()).isAfter(series.starts());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("series")
    void whatIsCountedInWeeksKeepsItsDistance(Series series) {
        var days = series.days(series.first(), series.first().plusYears(3));
        for (int at = 1; at < days.size(); at++) {
            long between = ChronoUnit.DAYS.between(days.get(at - 1), days.get(at));
            switch (series.rhythm().unit()) {
                case WEEKS -> assertThat(between).isEqualTo(7L * series.rhythm().every());
                case MONTHS_BY_DAY, MONTHS_BY_WEEKDAY ->
                    assertThat(ChronoUnit.MONTHS.between(
                                    days.get(at - 1).withDayOfMonth(1),
                                    days.get(at).withDayOfMonth(1)))
                            .isEqualTo(series.rhythm().every());
                case ONCE -> throw new AssertionError("It came twice.");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("series")
    void noneIsBehindTheLastDay(Series series) {
        var last = series.first().plusDays(200);
        assertThat(series.rhythm()
                        .days(
                                series.first(),
                                last,
                                series.first(),
                                series.first().plusYears(3)))
                .allSatisfy(day -> assertThat(day).isBeforeOrEqualTo(last));
    }

    /// Two hundred series of all rhythms, the same in each run.
    static Stream<Series> series() {
        var random = new Random(20_270_112);
        var zones =
                List.of("America/Chicago", "Europe/Berlin", "Asia/Manila", "Australia/Lord_Howe", "Africa/Casablanca");
        return Stream.generate(() -> {
                    var unit = List.of(Unit.values()).get(random.nextInt(Unit.values().length));
                    return new Series(
                            new UUID(random.nextLong(), random.nextLong()),
                            new EngagementId(new UUID(0, 1)),
                            "MT-1",
                            "Weekly",
                            MeetingKind.STATUS_MEETING,
                            unit == Unit.ONCE ? Rhythm.ONCE : new Rhythm(unit, random.nextInt(1, 6)),
                            LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700)),
                            null,
                            LocalTime.of(random.nextInt(24), random.nextInt(4) * 15),
                            45,
                            ZoneId.of(zones.get(random.nextInt(zones.size()))),
                            "",
                            null,
                            List.of(),
                            List.of(),
                            0,
                            0);
                })
                .limit(200);
    }

    @Test
    void aWeekBeginsOnAnyDay() {
        assertThat(new Rhythm(Unit.WEEKS, 1).rule(LocalDate.of(2027, 1, 17)))
                .isEqualTo("FREQ=WEEKLY;INTERVAL=1;BYDAY=SU");
        assertThat(LocalDate.of(2027, 1, 17).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
    }
}
