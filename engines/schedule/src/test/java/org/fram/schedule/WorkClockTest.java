package org.fram.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkClockTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @Test
    void workFinishesBeforeAFreeTimeAndStartsAfterIt() {
        var clock = new WorkClock(List.of(WorkCalendar.STANDARD), Plans.UTC, MARCH);
        long friday = clock.workAt(at(Plans.UTC, 2026, 3, 6, 17, 0));

        assertThat(clock.finishAt(friday)).isEqualTo(at(Plans.UTC, 2026, 3, 6, 17, 0));
        assertThat(clock.startAt(friday)).isEqualTo(at(Plans.UTC, 2026, 3, 9, 8, 0));
        assertThat(clock.workAt(at(Plans.UTC, 2026, 3, 8, 12, 0))).isEqualTo(friday);
    }

    @Test
    void aHolidayIsNotWorkedAndAnExtraShiftIs() {
        var calendar = WorkCalendar.STANDARD
                .withHolidays(LocalDate.of(2026, 3, 9))
                .withDay(LocalDate.of(2026, 3, 7), Shift.ofHours(9, 11));
        var clock = new WorkClock(List.of(calendar), Plans.UTC, MARCH);
        long friday = clock.workAt(at(Plans.UTC, 2026, 3, 6, 17, 0));

        assertThat(clock.finishAt(friday + 120)).isEqualTo(at(Plans.UTC, 2026, 3, 7, 11, 0));
        assertThat(clock.finishAt(friday + 121)).isEqualTo(at(Plans.UTC, 2026, 3, 10, 8, 1));
    }

    @Test
    void aNightShiftIsAnHourShorterWhenClocksGoForwardAndLongerWhenTheyGoBack() {
        var nights = new WorkCalendar("Nights", Map.of(DayOfWeek.SUNDAY, List.of(Shift.ofHours(0, 6))), Map.of());
        var clock = new WorkClock(List.of(nights), NEW_YORK, MARCH);

        assertThat(worked(clock, LocalDate.of(2026, 3, 8))).isEqualTo(5 * 60);
        assertThat(worked(clock, LocalDate.of(2026, 3, 15))).isEqualTo(6 * 60);
        assertThat(worked(clock, LocalDate.of(2026, 11, 1))).isEqualTo(7 * 60);
    }

    @Test
    void aShiftThatBeginsInTheHourThatIsLeftOutBeginsWithTheChange() {
        var half = new WorkCalendar("Half past two", Map.of(DayOfWeek.SUNDAY, List.of(new Shift(150, 360))), Map.of());
        var clock = new WorkClock(List.of(half), NEW_YORK, MARCH);

        assertThat(worked(clock, LocalDate.of(2026, 3, 8))).isEqualTo(3 * 60);
    }

    @Test
    void officeHoursAreTheSameOnBothSidesOfAChange() {
        var clock = new WorkClock(List.of(WorkCalendar.STANDARD), NEW_YORK, MARCH);
        long friday = clock.workAt(at(NEW_YORK, 2026, 3, 6, 12, 0));

        assertThat(clock.finishAt(friday + 480)).isEqualTo(at(NEW_YORK, 2026, 3, 9, 12, 0));
    }

    @Test
    void calendarsTogetherWorkWhenAllOfThemDo() {
        var mornings = new WorkCalendar("Mornings", Map.of(DayOfWeek.TUESDAY, List.of(Shift.ofHours(6, 10))), Map.of());
        var clock = new WorkClock(List.of(WorkCalendar.STANDARD, mornings), Plans.UTC, MARCH);

        assertThat(clock.finishAt(clock.workAt(at(Plans.UTC, 2026, 3, 2, 8, 0)) + 120))
                .isEqualTo(at(Plans.UTC, 2026, 3, 3, 10, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"})
    void minutesGoToInstantsAndBack(String zone) {
        var calendar = WorkCalendar.STANDARD.withHolidays(LocalDate.of(2026, 12, 25));
        var clock = new WorkClock(List.of(calendar), ZoneId.of(zone), MARCH);
        long first = clock.workAt(at(ZoneId.of(zone), 2026, 3, 2, 8, 0));
        var random = new Random(7);
        for (int k = 0; k < 2_000; k++) {
            long work = first + random.nextInt(2_000_000);
            assertThat(clock.workAt(clock.finishAt(work))).isEqualTo(work);
            assertThat(clock.workAt(clock.startAt(work))).isEqualTo(work);
            assertThat(clock.startAt(work)).isGreaterThanOrEqualTo(clock.finishAt(work));
        }
    }

    @Test
    void aCalendarWithoutWorkingTimeIsRefused() {
        assertThatThrownBy(() -> new WorkCalendar("Never", Map.of(), Map.of()))
                .isInstanceOf(UnusablePlanException.class)
                .hasMessageContaining("\"Never\" has no working time");
    }

    @Test
    void shiftsThatOverlapAreRefused() {
        assertThatThrownBy(() -> WorkCalendar.STANDARD.withDay(MARCH, Shift.ofHours(8, 12), Shift.ofHours(11, 13)))
                .isInstanceOf(UnusablePlanException.class)
                .hasMessageContaining("overlap");
    }

    @Test
    void aCalendarWhoseWorkingTimeEndsSaysSo() {
        var once = new WorkCalendar("Once", Map.of(), Map.of(MARCH, List.of(Shift.ofHours(8, 9))));
        var clock = new WorkClock(List.of(once), Plans.UTC, MARCH);

        assertThatThrownBy(() -> clock.finishAt(61))
                .isInstanceOf(UnusablePlanException.class)
                .hasMessageContaining("beyond the year 9999 on calendar \"Once\"");
    }

    private static long worked(WorkClock clock, LocalDate day) {
        return clock.workAt(at(NEW_YORK, day.getYear(), day.getMonthValue(), day.getDayOfMonth(), 23, 0))
                - clock.workAt(WorkClock.instant(day.atStartOfDay(), NEW_YORK));
    }

    private static long at(ZoneId zone, int year, int month, int day, int hour, int minute) {
        return WorkClock.instant(LocalDateTime.of(year, month, day, hour, minute), zone);
    }
}
