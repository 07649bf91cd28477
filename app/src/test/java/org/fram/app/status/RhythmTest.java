package org.fram.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When a weekly report is due, by the clocks of the engagement.
class RhythmTest {

    private static final Rhythm FRIDAYS = new Rhythm(DayOfWeek.FRIDAY, LocalTime.of(15, 0), Instant.EPOCH);

    @Test
    void itIsDueAtItsTimeOfItsDayAndNotBefore() {
        var zone = ZoneId.of("Europe/Berlin");
        var due = ZonedDateTime.of(2027, 3, 5, 15, 0, 0, 0, zone).toInstant();
        assertThat(FRIDAYS.last(due, zone)).isEqualTo(due);
        assertThat(FRIDAYS.last(due.plusSeconds(1), zone)).isEqualTo(due);
        assertThat(FRIDAYS.last(due.minusSeconds(1), zone))
                .isEqualTo(due.atZone(zone).minusWeeks(1).toInstant());
    }

    @Test
    void aChangeOfTheClocksMovesItForNobody() {
        for (String name : List.of("America/Chicago", "Europe/Berlin", "Asia/Manila", "Australia/Lord_Howe")) {
            var zone = ZoneId.of(name);
            var now = ZonedDateTime.of(2027, 1, 1, 0, 0, 0, 0, zone);
            for (int hour = 0; hour < 370 * 24; hour += 7) {
                var there = now.plusHours(hour);
                var last = FRIDAYS.last(there.toInstant(), zone).atZone(zone);
                assertThat(last.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
                assertThat(last.toLocalTime()).isEqualTo(LocalTime.of(15, 0));
                assertThat(last).isBeforeOrEqualTo(there);
                assertThat(last.plusWeeks(1)).isAfter(there);
            }
        }
    }

    @Test
    void aReportThatWasDueAndNotMadeIsAFactAndOneThatWasMadeLaterCounts() {
        var zone = ZoneId.of("Europe/Berlin");
        var first = ZonedDateTime.of(2027, 3, 5, 15, 0, 0, 0, zone);
        var rhythm = new Rhythm(
                DayOfWeek.FRIDAY, LocalTime.of(15, 0), first.minusDays(1).toInstant());
        var now = first.plusWeeks(2).plusDays(1).toInstant();

        var facts = StatusFacts.due(
                rhythm,
                zone,
                now,
                List.of(first.plusDays(2).toInstant(), first.plusWeeks(2).toInstant()));

        assertThat(facts)
                .extracting(fact -> fact.due() + " " + fact.held())
                .containsExactly("2027-03-05 2027-03-07", "2027-03-12 null", "2027-03-19 2027-03-19");
        // Nothing was due before somebody said when.
        assertThat(StatusFacts.due(rhythm, zone, first.minusHours(1).toInstant(), List.of()))
                .isEmpty();
    }
}
