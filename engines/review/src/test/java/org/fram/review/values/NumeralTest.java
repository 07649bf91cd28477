package org.fram.review.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            five days of training               | 5
            forty-five work at the second site  | 45
            One hundred and eighty advisers     | 180
            two thousand three hundred calls    | 2300
            a dozen queues                      | 12
            a hundred calls                     | 100
            twenty-one                          | 21
            12,000 calls                        | 12000
            1.3 million accounts                | 1300000
            12k contacts                        | 12000
            99.95 percent                       | 99.95
            """)
    void numbersAreReadInDigitsAndInWords(String text, String value) {
        assertThat(Numeral.in(text))
                .hasSize(1)
                .first()
                .satisfies(numeral -> assertThat(numeral.value()).isEqualByComparingTo(value));
    }

    @Test
    void numbersSideBySideStaySeparate() {
        assertThat(values("two and three")).containsExactly("2", "3");
        assertThat(values("five days, of which three for leads and two for administrators"))
                .containsExactly("5", "3", "2");
        assertThat(values("twenty thirty")).containsExactly("20", "30");
    }

    @Test
    void digitsWithinOtherTokensAreNoNumbers() {
        assertThat(values("D2 of section 3.5.1 at 10:30, 24x7, Q3")).isEmpty();
    }

    private static List<String> values(String text) {
        return Numeral.in(text).stream()
                .map(numeral -> numeral.value().toPlainString())
                .toList();
    }
}
