package org.fram.review.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the weekend of 7 and 8 March 2026          | 2026-03-07 | 2026-03-08
            on Saturday, 7 March 2026                  | 2026-03-07 | 2026-03-07
            March 7, 2026                              | 2026-03-07 | 2026-03-07
            March 7–8, 2026                            | 2026-03-07 | 2026-03-08
            June 9 to June 20                          | 2026-06-09 | 2026-06-20
            from 28 July to 5 September 2026           | 2026-07-28 | 2026-09-05
            28 December 2025 – 4 January 2026          | 2025-12-28 | 2026-01-04
            2026-03-07                                 | 2026-03-07 | 2026-03-07
            in the week beginning 9 March 2026         | 2026-03-09 | 2026-03-15
            in May 2026                                | 2026-05-01 | 2026-05-31
            Q3 2026                                    | 2026-07-01 | 2026-09-30
            by the 3rd of April                        | 2026-04-03 | 2026-04-03
            """)
    void daysAreReadInManyStyles(String text, LocalDate first, LocalDate last) {
        assertThat(When.in(text, OptionalInt.of(2026))).singleElement().satisfies(when -> {
            assertThat(when.scale()).isEqualTo(When.Scale.CALENDAR);
            assertThat(when.days()).isEqualTo(new Range((double) first.toEpochDay(), (double) last.toEpochDay()));
        });
    }

    @Test
    void weeksAreCountedFromTheProjectsStart() {
        assertThat(When.in("Weeks 10–12, go-live week 14", OptionalInt.empty()))
                .extracting(When::days)
                .containsExactly(new Range(10, 12), new Range(14, 14));
    }

    @Test
    void aDayThatDoesNotExistIsNoTime() {
        assertThat(When.in("31 June 2026 and 30 February 2026", OptionalInt.empty()))
                .isEmpty();
    }

    @Test
    void amountsAndCountsAreNoDays() {
        assertThat(When.in("May sign up to 10,000 in March for 12 agents; 3 weeks", OptionalInt.of(2026)))
                .isEmpty();
    }

    @Test
    void theMainYearIsTheOneNamedMostOften() {
        assertThat(When.mainYear(List.of("dated 3 May 2025", "by 1 July 2026", "in 2026")))
                .hasValue(2026);
        assertThat(When.mainYear(List.of("no year"))).isEmpty();
    }

    @Test
    void everyDayIsReadBackFromEachStyle() {
        var random = new Random(11);
        for (int i = 0; i < 1_000; i++) {
            var day = LocalDate.ofEpochDay(random.nextInt(10_000, 30_000));
            for (var style : List.of("d MMMM yyyy", "MMMM d, yyyy", "yyyy-MM-dd", "d MMM yyyy", "EEEE, d MMMM yyyy")) {
                var written = DateTimeFormatter.ofPattern(style, Locale.ENGLISH).format(day);
                assertThat(When.in("done by " + written + ".", OptionalInt.empty()))
                        .as(written)
                        .singleElement()
                        .satisfies(when -> assertThat(when.days()).isEqualTo(Range.exactly((double) day.toEpochDay())));
            }
        }
    }
}
