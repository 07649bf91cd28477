package org.fram.app.meeting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The day with which the form for a series begins.
class FirstDayTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-26,2026-11-27",
        "2026-11-27,2026-11-30",
        "2026-11-28,2026-11-30",
        "2026-11-29,2026-11-30",
        "2026-11-30,2026-12-01"
    })
    void itIsTheNextOneThatIsNotAtAWeekend(LocalDate today, LocalDate first) {
        assertThat(MeetingsDesk.nextWorkingDay(today)).isEqualTo(first);
    }
}
