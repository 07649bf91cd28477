package org.fram.app.calendar;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fram.app.engagement.Dated;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.notices.CalendarEntry;
import org.fram.app.platform.notices.CalendarFile;
import org.fram.app.platform.start.PublicAddress;
import org.fram.app.platform.texts.Texts;
import org.springframework.stereotype.Component;

/// Calendars as programs read them. What was long ago is left out.
@Component
public class CalendarsAsFiles {

    /// So far back they go.
    static final int DAYS_BACK = 92;

    private static final Duration REFRESH = Duration.ofHours(1);

    private final PublicAddress address;
    private final InstantSource clock;

    CalendarsAsFiles(PublicAddress address, InstantSource clock) {
        this.address = address;
        this.clock = clock;
    }

    /// What such a file is made of.
    public Wish wish(Whom whom) {
        // Where it is tomorrow already, a day less is needed.
        return Wish.everything(whom).from(today().minusDays(DAYS_BACK + 1L));
    }

    /// A file of happenings.
    ///
    /// @param name of the calendar, as programs show it
    public String of(Texts texts, String name, List<Happening> happenings) {
        return CalendarFile.feed(
                address.origin().getHost(),
                name,
                REFRESH,
                today(),
                happenings.stream()
                        .filter(happening ->
                                !happening.last().isBefore(happening.today().minusDays(DAYS_BACK)))
                        .map(happening -> entry(texts, happening))
                        .toList());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private CalendarEntry entry(Texts texts, Happening happening) {
        var entry = happening.entry();
        var text = new ArrayList<String>();
        text.add(texts.of(entry.kind()) + ": " + texts.of(entry.happens()));
        text.add(happening.engagement().name());
        if (!happening.owner().isEmpty()) {
            text.add(texts.of("calendar.of", happening.owner()));
        }
        return new CalendarEntry(
                entry.key(),
                switch (entry.when()) {
                    case Dated.When.Days(var from, var to) -> new CalendarEntry.When.Days(from, to);
                    case Dated.When.Times(var start, var end) ->
                        new CalendarEntry.When.Times(start.toInstant(), end.toInstant());
                },
                texts.of(
                        happening.overdue()
                                ? "calendar.title.overdue"
                                : "calendar.title." + entry.standing().code(),
                        entry.thing(),
                        texts.of(entry.happens())),
                String.join("\n", text),
                address.of(EngagementHeads.address(happening.engagement().id()) + "/" + entry.path()),
                texts.of(entry.kind()),
                entry.changed());
    }
}
