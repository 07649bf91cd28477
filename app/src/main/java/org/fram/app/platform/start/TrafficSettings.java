package org.fram.app.platform.start;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much other systems may ask of this one, and how it calls them.
///
/// @param requestsPerMinute of a token
/// @param strangersPerMinute requests of a network address that shows no good token
/// @param inside whether webhooks may lead to private addresses, and without TLS
/// @param longest that a webhook's receiver may take to answer
/// @param waits between one try to deliver and the next
/// @param patience after which a webhook to which nothing arrives is paused
public record TrafficSettings(
        int requestsPerMinute,
        int strangersPerMinute,
        boolean inside,
        Duration longest,
        List<Duration> waits,
        Duration patience) {

    /// Where nothing is said about it.
    public static final TrafficSettings USUAL = new TrafficSettings(
            600,
            120,
            false,
            Duration.ofSeconds(10),
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24)),
            Duration.ofDays(3));

    private static final int MOST_PER_MINUTE = 1_000_000;
    private static final int MOST_TRIES = 50;
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofDays(30);
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(365);

    public TrafficSettings {
        waits = List.copyOf(waits);
    }

    /// Reads them from what is set.
    ///
    /// @throws CannotStartException where one of them makes no sense
    static TrafficSettings of(Map<String, String> given) {
        return new TrafficSettings(
                perMinute(given, "FRAM_API_REQUESTS_PER_MINUTE", USUAL.requestsPerMinute),
                perMinute(given, "FRAM_API_STRANGERS_PER_MINUTE", USUAL.strangersPerMinute),
                inside(Settings.given(given, "FRAM_WEBHOOKS_INSIDE")),
                duration(given, "FRAM_WEBHOOKS_LONGEST", USUAL.longest, LONGEST_ANSWER),
                waits(Settings.given(given, "FRAM_WEBHOOKS_WAITS")),
                duration(given, "FRAM_WEBHOOKS_PATIENCE", USUAL.patience, LONGEST_PATIENCE));
    }

    private static int perMinute(Map<String, String> given, String name, int usual) {
        String text = Settings.given(given, name);
        if (text == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text);
            if (number > 0 && number <= MOST_PER_MINUTE) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like a number that is too small.
        }
        throw new CannotStartException(
                "%s is '%s'. It is a whole number from 1 to %d.".formatted(name, text, MOST_PER_MINUTE));
    }

    private static boolean inside(@Nullable String text) {
        return switch (text) {
            case null -> USUAL.inside;
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new CannotStartException(
                        "FRAM_WEBHOOKS_INSIDE is '%s'. It is 'true' or 'false'.".formatted(text));
        };
    }

    private static List<Duration> waits(@Nullable String text) {
        if (text == null) {
            return USUAL.waits;
        }
        var waits = Arrays.stream(text.split(",", -1))
                .map(one -> duration("FRAM_WEBHOOKS_WAITS", one.strip(), LONGEST_WAIT))
                .toList();
        if (waits.size() > MOST_TRIES) {
            throw new CannotStartException(
                    "FRAM_WEBHOOKS_WAITS names %d waits. It names at most %d.".formatted(waits.size(), MOST_TRIES));
        }
        return waits;
    }

    private static Duration duration(Map<String, String> given, String name, Duration usual, Duration longest) {
        String text = Settings.given(given, name);
        return text == null ? usual : duration(name, text, longest);
    }

    private static Duration duration(String name, String text, Duration longest) {
        try {
            var duration = Duration.parse(text);
            if (duration.isPositive() && duration.compareTo(longest) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException notADuration) {
            // Refused below, like one that is too long.
        }
        throw new CannotStartException(
                "%s has '%s'. A time is written as PT10S (seconds), PT5M (minutes) or P3D (days), and is at most %s here."
                        .formatted(name, text, longest));
    }
}
