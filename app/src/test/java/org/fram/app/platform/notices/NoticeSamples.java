package org.fram.app.platform.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.fram.app.platform.texts.Texts;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;

/// Notices for tests of other things.
public final class NoticeSamples {

    private NoticeSamples() {}

    /// Tells somebody of a date for their calendar.
    ///
    /// @return the notice's id
    public static UUID withDate(TestPerson person) {
        var app = RunningApp.shared();
        String uid = UUID.randomUUID().toString();
        var start = Instant.parse("2031-05-02T09:00:00Z");
        app.get(Transactions.class)
                .run(
                        person.actor(),
                        () -> app.get(Notices.class)
                                .give(Notice.to(
                                                person.id(),
                                                Rehearsals.DIGEST,
                                                uid,
                                                Text.of("notices.rehearsal.subject", start),
                                                Text.of("practice.told.reason", "A date for all"),
                                                "/engagements")
                                        .with(CalendarEvent.request(
                                                uid, 0, start, start.plus(Duration.ofHours(1)), "Harbour office"))));
        return person.asks(() -> app.get(OwnNotices.class).page(person.id(), 0, 1))
                .getFirst()
                .id();
    }

    /// What somebody was told and has not read, in words, the newest first.
    public static List<String> unreadBy(TestPerson person) {
        var app = RunningApp.shared();
        var words = new Wording(Texts.in(Locale.UK), ZoneId.of("UTC"));
        return person.asks(() -> app.get(OwnNotices.class).page(person.id(), 0, 100)).stream()
                .filter(told -> told.read() == null)
                .map(told -> words.of(told.subject()))
                .toList();
    }
}
