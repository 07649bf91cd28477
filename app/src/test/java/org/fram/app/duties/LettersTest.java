package org.fram.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How people write letters.
class LettersTest {

    @ParameterizedTest
    @EnumSource(Letters.class)
    void whatIsShownIsReadAgain(Letters letters) {
        assertThat(Letters.read(letters.text())).contains(letters);
    }

    @ParameterizedTest
    @CsvSource({"r,RESPONSIBLE", "R/A,BOTH", "'A, R',BOTH", "A+R,BOTH", "ra,BOTH", "ar,BOTH", " i ,INFORMED", "–,NONE"})
    void otherWaysOfWritingAreUnderstood(String cell, Letters letters) {
        assertThat(Letters.read(cell)).contains(letters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", "S", "A/C", "RACI", "Vendor", "A A", "1"})
    void otherLettersAreRefused(String cell) {
        assertThat(Letters.read(cell)).isEmpty();
    }

    @Test
    void whoeverHasBothAnswersForItAndDoesIt() {
        assertThat(Letters.BOTH.accountable() && Letters.BOTH.responsible()).isTrue();
        assertThat(Letters.CONSULTED.accountable() || Letters.CONSULTED.responsible())
                .isFalse();
    }
}
