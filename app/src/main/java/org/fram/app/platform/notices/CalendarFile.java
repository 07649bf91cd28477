package org.fram.app.platform.notices;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;

/// All that somebody subscribed to or takes along, as calendars read it.
///
/// Times are in UTC, so no definitions of time zones come along; calendars show them in their owner's. Whole days are
/// days, whatever the zone.
///
/// Source: RFC 5545; RFC 7986, sections 5.1 and 5.7.
public final class CalendarFile {

    static final String PROGRAM = "-//Fram//Fram//EN";

    private static final int LONGEST_LINE = 75;
    private static final int UNFOLDED = 1_000_000;

    private CalendarFile() {}

    /// A calendar of entries to which somebody subscribed, or that somebody takes along.
    ///
    /// @param host of this installation, which makes the uids unique in the world
    /// @param name of the calendar, as programs show it
    /// @param refresh how long programs may wait before they ask again
    /// @param today says when entries were made of which nobody knows when they were written
    public static String feed(
            String host, String name, Duration refresh, LocalDate today, List<CalendarEntry> entries) {
        var calendar = new Calendar().withProdId(PROGRAM).withDefaults().getFluentTarget();
        calendar.add(new Name(line(name)));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), refresh));
        // What programs heeded before there was a standard for it.
        calendar.add(new XProperty("X-WR-CALNAME", line(name)));
        calendar.add(new XProperty("X-PUBLISHED-TTL", refresh.toString()));
        for (var entry : entries) {
            calendar.add(event(host, today, entry));
        }
        return written(calendar);
    }

    private static VEvent event(String host, LocalDate today, CalendarEntry entry) {
        var changed = entry.changed();
        var event = new VEvent(false);
        event.add(new Uid(entry.uid().replace(' ', '-') + "@" + host));
        event.add(
                new DtStamp(changed == null ? today.atStartOfDay(ZoneOffset.UTC).toInstant() : changed));
        if (changed != null) {
            event.add(new LastModified(changed));
        }
        switch (entry.when()) {
            case CalendarEntry.When.Days(var first, var last) -> {
                event.add(new DtStart<>(first));
                // The day after the last.
                event.add(new DtEnd<>(last.plusDays(1)));
                event.add(ImmutableTransp.TRANSPARENT);
            }
            case CalendarEntry.When.Times(var start, var end) -> {
                event.add(new DtStart<>(start));
                event.add(new DtEnd<>(end));
            }
        }
        event.add(new Summary(line(entry.title())));
        event.add(new Description(entry.text().lines().map(CalendarFile::line).collect(Collectors.joining("\n"))));
        event.add(new Url(URI.create(entry.address())));
        var categories = new Categories();
        categories.addCategory(line(entry.category()));
        event.add(categories);
        return event;
    }

    /// In one line, and without signs that no calendar may hold.
    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /// A calendar as a file, with lines as long as the standard wants them.
    static String written(Calendar calendar) {
        var out = new ByteArrayOutputStream();
        try {
            // One without anything in it is none to the standard, and what somebody has who has no dates.
            boolean checked = !calendar.getComponents().isEmpty();
            new CalendarOutputter(checked, UNFOLDED).output(calendar, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return folded(out.toString(StandardCharsets.UTF_8));
    }

    /// Folds lines at 75 bytes. The library does so at 75 characters, also within one of two halves.
    private static String folded(String file) {
        var folded = new StringBuilder();
        int bytes = 0;
        for (int character : file.codePoints().toArray()) {
            String text = Character.toString(character);
            int more = text.getBytes(StandardCharsets.UTF_8).length;
            if (character == '\r' || character == '\n') {
                bytes = 0;
            } else if (bytes + more > LONGEST_LINE) {
                folded.append("\r\n ");
                bytes = 1 + more;
            } else {
                bytes += more;
            }
            folded.append(text);
        }
        return folded.toString();
    }
}
