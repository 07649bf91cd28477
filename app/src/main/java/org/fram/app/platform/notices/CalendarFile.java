package org.fram.app.platform.notices;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;

/// An event as calendars read it.
///
/// Times are in UTC, so no definitions of time zones come along; calendars show them in their owner's.
///
/// Source: RFC 5545; RFC 5546, sections 3.2.2 and 3.2.5.
final class CalendarFile {

    private static final int LONGEST_LINE = 75;
    private static final int UNFOLDED = 1_000_000;

    private CalendarFile() {}

    /// @param host of this installation, which makes the uid unique in the world
    /// @param from the address that mails come from
    /// @param stamp when the notice was given: a message that is sent again says the same
    static String of(
            CalendarEvent event,
            String host,
            String from,
            String to,
            String title,
            String text,
            String address,
            Instant stamp) {
        var entry = new VEvent(false);
        entry.add(new Uid(event.uid() + "@" + host));
        entry.add(new DtStamp(stamp));
        entry.add(new Sequence(event.sequence()));
        entry.add(new DtStart<>(event.start()));
        entry.add(new DtEnd<>(event.end()));
        entry.add(new Summary(title));
        entry.add(new Description(text));
        if (!event.place().isEmpty()) {
            entry.add(new Location(event.place()));
        }
        if (!address.isEmpty()) {
            entry.add(new Url(URI.create(address)));
        }
        entry.add(new Organizer(URI.create("mailto:" + from)));
        var attendee = new Attendee(URI.create("mailto:" + to));
        boolean cancelled = event.method() == CalendarEvent.Method.CANCEL;
        attendee.add(Role.REQ_PARTICIPANT);
        if (!cancelled) {
            attendee.add(PartStat.NEEDS_ACTION);
            // Nobody reads what would be answered.
            attendee.add(Rsvp.FALSE);
        }
        entry.add(attendee);
        entry.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        var calendar = new Calendar()
                .withProdId("-//Fram//Fram//EN")
                .withDefaults()
                .withProperty(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST)
                .withComponent(entry)
                .getFluentTarget();
        var out = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(true, UNFOLDED).output(calendar, out);
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
