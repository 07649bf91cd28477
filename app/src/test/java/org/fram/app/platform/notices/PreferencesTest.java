package org.fram.app.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PreferencesTest {

    private static final int SAMPLES = 300;

    @ParameterizedTest
    @CsvSource({
        // Lisbon is at UTC in winter and an hour before in summer.
        "2031-01-15T07:59:00Z, DAILY, 2031-01-15T08:00:00Z",
        "2031-01-15T08:00:00Z, DAILY, 2031-01-16T08:00:00Z",
        "2031-07-15T06:59:00Z, DAILY, 2031-07-15T07:00:00Z",
        "2031-01-15T08:00:00Z, WEEKLY, 2031-01-20T08:00:00Z",
        "2031-01-20T07:00:00Z, WEEKLY, 2031-01-20T08:00:00Z",
        "2031-01-20T08:00:00Z, WEEKLY, 2031-01-27T08:00:00Z",
        // In between the clocks are put forward.
        "2031-03-29T09:00:00Z, DAILY, 2031-03-30T07:00:00Z",
    })
    void aDigestGoesAtItsHourOfTheReadersDay(Instant now, Preferences.Rhythm rhythm, Instant expected) {
        var wants = new Preferences(ZoneId.of("Europe/Lisbon"), rhythm, DayOfWeek.MONDAY, 8, null, Map.of());

        assertThat(wants.nextDigest(now)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2031-01-15T20:59:00Z, 2031-01-15T20:59:00Z",
        "2031-01-15T21:00:00Z, 2031-01-16T07:00:00Z",
        "2031-01-16T06:59:59Z, 2031-01-16T07:00:00Z",
        "2031-01-16T07:00:00Z, 2031-01-16T07:00:00Z",
    })
    void quietHoursReachOverMidnight(Instant now, Instant expected) {
        assertThat(quiet("UTC", 21, 7).afterQuiet(now)).isEqualTo(expected);
    }

    @Test
    void anHourThatIsLeftOutEndsQuietLater() {
        // At one o'clock the clocks of Lisbon are put to two.
        assertThat(quiet("Europe/Lisbon", 22, 1).afterQuiet(Instant.parse("2031-03-29T23:00:00Z")))
                .isEqualTo(Instant.parse("2031-03-30T01:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noMailGoesInQuietHoursAndNoneWaitsForADay(Sample sample) {
        var then = sample.wants().afterQuiet(sample.now());

        assertThat(then).isBetween(sample.now(), sample.now().plus(Duration.ofHours(25)));
        var quiet = sample.wants().quiet();
        assertThat(quiet != null
                        && quiet.covers(then.atZone(sample.wants().zone()).getHour()))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDigestIsAheadAndNeverFurtherThanItsRhythm(Sample sample) {
        var next = sample.wants().nextDigest(sample.now());

        var longest =
                sample.wants().rhythm() == Preferences.Rhythm.DAILY ? Duration.ofHours(26) : Duration.ofHours(170);
        assertThat(next).isAfter(sample.now()).isBefore(sample.now().plus(longest));
    }

    private record Sample(Preferences wants, Instant now) {}

    /// Wishes of all kinds at times of all kinds, the same in each run.
    private static Stream<Sample> samples() {
        var random = new Random(20_310_101);
        var zones = List.of(
                "UTC", "Europe/Lisbon", "America/St_Johns", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia");
        return Stream.generate(() -> {
                    int from = random.nextInt(24);
                    int to = (from + 1 + random.nextInt(23)) % 24;
                    var wants = new Preferences(
                            ZoneId.of(zones.get(random.nextInt(zones.size()))),
                            random.nextBoolean() ? Preferences.Rhythm.DAILY : Preferences.Rhythm.WEEKLY,
                            DayOfWeek.of(1 + random.nextInt(7)),
                            random.nextInt(24),
                            new Preferences.Quiet(from, to),
                            Map.of());
                    long seconds = random.nextLong(Duration.ofDays(2000).toSeconds());
                    return new Sample(
                            wants, Instant.parse("2027-01-01T00:00:00Z").plusSeconds(seconds));
                })
                .limit(SAMPLES);
    }

    private static Preferences quiet(String zone, int from, int to) {
        Preferences.@Nullable Quiet hours = new Preferences.Quiet(from, to);
        return new Preferences(ZoneId.of(zone), Preferences.Rhythm.DAILY, DayOfWeek.MONDAY, 8, hours, Map.of());
    }
}
