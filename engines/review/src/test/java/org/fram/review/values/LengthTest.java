package org.fram.review.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.fram.review.values.Length.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            for five business days        | 5  | 5  | DAY
            a three-year warranty         | 3  | 3  | YEAR
            in 2 to 4 weeks               | 2  | 4  | WEEK
            callback 30 min               | 30 | 30 | MINUTE
            10 consecutive working days   | 10 | 10 | DAY
            a 20-minute call              | 20 | 20 | MINUTE
            within thirty (30) days       | 30 | 30 | DAY
            within 4 hrs                  | 4  | 4  | HOUR
            """)
    void lengthsAreReadWithTheirUnit(String text, double low, double high, Unit unit) {
        assertThat(Length.in(text)).singleElement().satisfies(length -> {
            assertThat(length.value()).isEqualTo(new Range(low, high));
            assertThat(length.unit()).isEqualTo(unit);
        });
    }

    @Test
    void tenWorkingDaysCanBeTwoWeeksAndNotFour() {
        var tenDays = Unit.DAY.days(Range.exactly(10));
        assertThat(tenDays.meets(Unit.WEEK.days(Range.exactly(2)))).isTrue();
        assertThat(tenDays.meets(Unit.WEEK.days(Range.exactly(4)))).isFalse();
    }

    @Test
    void aYearIsTwelveMonths() {
        assertThat(Unit.YEAR.base()).isEqualTo(Unit.MONTH.base());
        assertThat(Unit.YEAR.inBase(Range.exactly(1))).isEqualTo(Range.exactly(12));
    }
}
