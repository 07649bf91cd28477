package org.fram.app.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.fram.app.provisioning.NumberRange.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRangeTest {

    @ParameterizedTest
    @CsvSource({
        "+351 21 123 4500, +351 21 123 4599, 100, +351211234599",
        "+351 21 123 4500, 4599, 100, +351211234599",
        "+351 21 123 4500, 99, 100, +351211234599",
        "+351 21 123 4500, 00, 1, +351211234500",
        "+351 21 123 4500, '', 1, +351211234500",
        "+1 800 555 0199, 00 1 800 555 0201, 3, +18005550201",
        "+351 21 123 0000, 9999, 10000, +351211239999"
    })
    void aRangeIsWrittenByItsEndOrByTheLastDigitsOfIt(String from, String to, int count, String last) {
        var range = read(from, to);

        assertThat(range.count()).isEqualTo(count);
        assertThat(range.last()).isEqualTo(last);
        assertThat(range.numbers()).hasSize(count).startsWith(range.first()).endsWith(last);
        assertThat(new HashSet<>(range.numbers())).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({
        "21 123 4500, 99, register.refused.phone",
        "+351 21 123 4500, 4499, provisioning.range.refused.order",
        "+351 21 123 4500, +351 21 123 45 990, provisioning.range.refused.last",
        "+351 21 123 4500, many, provisioning.range.refused.last",
        "+351 21 123 0000, +351 21 124 0000, provisioning.range.refused.many",
        "+351 21 123 4500, +999 99 999 9999, provisioning.range.refused.many"
    })
    void whatIsNoRangeIsRefusedWithAReason(String from, String to, String key) {
        assertThat(NumberRange.read(from, to))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo(key));
    }

    @Test
    void zerosAtTheEndAreKept() {
        assertThat(read("+351 21 100 0098", "102").numbers())
                .containsExactly("+351211000098", "+351211000099", "+351211000100", "+351211000101", "+351211000102");
    }

    private static NumberRange read(String from, String to) {
        return ((Reading.Read) NumberRange.read(from, to)).range();
    }
}
