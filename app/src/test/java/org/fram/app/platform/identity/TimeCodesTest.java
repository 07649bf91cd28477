package org.fram.app.platform.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {

    /// The secret of RFC 6238, appendix B.
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "20000000000, 353130"})
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(TimeCodes.code(SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-60, false", "-30, true", "0, true", "30, true", "60, false"})
    void clocksMayDifferByOneStep(long seconds, boolean taken) {
        var now = Instant.ofEpochSecond(1_234_567_890);
        String code = TimeCodes.code(SECRET, now.plusSeconds(seconds));

        assertThat(TimeCodes.step(SECRET, code, now, 0).isPresent()).isEqualTo(taken);
    }

    @Test
    void aStepIsUsedOnceAndNoneBeforeItAfterwards() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        String code = TimeCodes.code(SECRET, now);
        long step = TimeCodes.step(SECRET, code, now, 0).orElseThrow();

        assertThat(step).isEqualTo(1_234_567_890 / 30);
        assertThat(TimeCodes.step(SECRET, code, now, step)).isEmpty();
        assertThat(TimeCodes.step(SECRET, TimeCodes.code(SECRET, now.minusSeconds(30)), now, step))
                .isEmpty();
        assertThat(TimeCodes.step(SECRET, TimeCodes.code(SECRET, now.plusSeconds(30)), now, step))
                .hasValue(step + 1);
    }

    @Test
    void appsTakeTheSecretInFromAnAddress() {
        assertThat(TimeCodes.address(SECRET, "some one@fram.example"))
                .isEqualTo("otpauth://totp/Fram:some%20one%40fram.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Fram");
        assertThat(TimeCodes.readable(SECRET)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(Authenticator.ofText(TimeCodes.readable(SECRET)).secret).isEqualTo(SECRET);
    }
}
