package org.fram.app.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.api.RateLimits;
import org.fram.app.platform.identity.Hashes;
import org.fram.app.platform.texts.Texts;
import org.springframework.stereotype.Component;

/// What a calendar program gets that subscribed to somebody's calendar: what that person sees at this moment.
@Component
public class ReadingFeed {

    private static final Actor TASK = new Actor.Task("calendar");

    /// So seldom is it written down that a program asked.
    private static final Duration USED_EVERY = Duration.ofMinutes(10);

    private final Texts english = Texts.in(Locale.UK);
    private final Transactions transactions;
    private final Feeds feeds;
    private final Calendars calendars;
    private final CalendarsAsFiles files;
    private final RateLimits limits;
    private final InstantSource clock;

    ReadingFeed(
            Transactions transactions,
            Feeds feeds,
            Calendars calendars,
            CalendarsAsFiles files,
            RateLimits limits,
            InstantSource clock) {
        this.transactions = transactions;
        this.feeds = feeds;
        this.calendars = calendars;
        this.files = files;
        this.limits = limits;
        this.clock = clock;
    }

    /// What came of asking.
    public sealed interface Outcome {

        /// The calendar, as a file.
        record Read(String file) implements Outcome {}

        /// There is none behind the address.
        record Unknown() implements Outcome {}

        /// Somebody asks too often.
        record TooOften(Duration untilNext) implements Outcome {}
    }

    /// Reads the calendar behind an address.
    ///
    /// @param key what the address carries
    /// @param whom for whom what is wanted is
    /// @param from the network address of whoever asks
    public Outcome read(String key, Whom whom, String from) {
        String hash = Hashes.sha256(key);
        // Whoever guesses too much is not even listened to.
        boolean listens = limits.knowsToken(hash) || !limits.exhausted(from);
        Optional<Feeds.Feed> found = listens ? find(hash) : Optional.empty();
        var allowance = found.isEmpty() ? limits.stranger(from) : limits.token(hash);
        if (!allowance.granted()) {
            return new Outcome.TooOften(allowance.untilNext());
        }
        return found.<Outcome>map(feed -> new Outcome.Read(file(new Actor.Person(feed.person()), whom)))
                .orElseGet(Outcome.Unknown::new);
    }

    private Optional<Feeds.Feed> find(String hash) {
        return transactions.as(TASK, () -> {
            var found = feeds.find(hash);
            found.ifPresent(this::noteUse);
            return found;
        });
    }

    private void noteUse(Feeds.Feed feed) {
        Instant now = clock.instant();
        var used = feed.used();
        if (used == null || used.isBefore(now.minus(USED_EVERY))) {
            feeds.use(feed.person(), now);
        }
    }

    private String file(Actor.Person person, Whom whom) {
        return transactions.look(
                person,
                () -> files.of(
                        english,
                        english.of("platform.name"),
                        calendars.of(person, files.wish(whom)).some()));
    }
}
