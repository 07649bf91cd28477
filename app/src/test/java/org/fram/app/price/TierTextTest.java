package org.fram.app.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.fram.price.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TierTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"1000: 0.05; 5000: 0.04", "1000:0.05;5000:0.04;", " 1000 : 0.05 ;5000: 0.04 ; "})
    void tiersAreReadAsTheyAreWritten(String text) {
        assertThat(TierText.read(text).orElseThrow())
                .containsExactly(
                        new Tier(new BigDecimal("1000"), new BigDecimal("0.05")),
                        new Tier(new BigDecimal("5000"), new BigDecimal("0.04")));
    }

    @Test
    void aPriceBelowZeroIsReadSoThatItIsRefusedAsWhatItIs() {
        assertThat(TierText.read("1000: -0.05").orElseThrow())
                .containsExactly(new Tier(new BigDecimal("1000"), new BigDecimal("-0.05")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cheap",
                "1000",
                "1000: ",
                ": 0.05",
                ";",
                "1,000: 0.05",
                "1000: 0,05",
                "1000: 0.05, 5000: 0.04",
                "1000: 0.05;; x",
                "-1: 0.05",
                "1e3: 0.05",
                "111111111111111111111: 1",
                "1000: 0.05: 2"
            })
    void whatIsWrittenOtherwiseIsNone(String text) {
        assertThat(TierText.read(text)).isEmpty();
    }
}
