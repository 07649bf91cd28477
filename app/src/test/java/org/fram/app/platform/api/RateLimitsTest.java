package org.fram.app.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fram.app.testing.ApiClient;
import org.fram.app.testing.RunningApp;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private Instant now = Instant.parse("2027-03-01T09:00:00Z");
    private final RateLimits limits = new RateLimits(() -> now, 60, 3);

    @Test
    void aTokenMayAskSoOftenAMinuteAndThenWaits() {
        for (int i = 59; i >= 0; i--) {
            var allowance = limits.token("one");
            assertThat(allowance.granted()).isTrue();
            assertThat(allowance.remaining()).isEqualTo(i);
        }
        var refused = limits.token("one");
        assertThat(refused.granted()).isFalse();
        assertThat(refused.untilNext()).isEqualTo(Duration.ofSeconds(1));
        assertThat(limits.token("another").granted()).isTrue();

        now = now.plusSeconds(1);
        assertThat(limits.token("one").granted()).isTrue();
        assertThat(limits.token("one").granted()).isFalse();
        now = now.plus(Duration.ofHours(1));
        assertThat(limits.token("one").remaining()).isEqualTo(59);
    }

    @Test
    void whoGuessesTooMuchIsNotListenedTo() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.exhausted("192.0.2.1")).isFalse();
            limits.stranger("192.0.2.1");
        }
        assertThat(limits.exhausted("192.0.2.1")).isTrue();
        assertThat(limits.exhausted("192.0.2.2")).isFalse();
        now = now.plusSeconds(20);
        assertThat(limits.exhausted("192.0.2.1")).isFalse();
    }

    @Test
    void programsAreToldWhatIsLeftAndWhenToAskAgain() throws Exception {
        var program = ApiClient.of(RunningApp.shared().person("Somebody"));
        var first = program.get(Api.ROOT + "/me");
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"token\";q=600;w=60");
        assertThat(first.header("RateLimit")).isEqualTo("\"token\";r=599;t=0");
        assertThat(new ApiClient(null).get(Api.ROOT + "/me").header("RateLimit-Policy"))
                .startsWith("\"address\"");
    }

    @Test
    void aTokenHasOneBucketHoweverItIsShown() {
        String secret = TokenSecret.next();
        for (String shown : List.of("Bearer ", "bearer ", "BEARER    ")) {
            assertThat(TokenFilter.secret(shown + secret)).isEqualTo(secret);
            assertThat(TokenFilter.secret(shown + secret + "  ")).isEqualTo(secret);
        }
        assertThat(TokenFilter.secret("Basic " + secret)).isEmpty();
        assertThat(TokenFilter.secret("Bearer " + secret + "x")).isEmpty();
    }
}
