package org.fram.app.platform.notices;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;

/// An event to which somebody is invited, as calendars read it.
///
/// The times of one that comes once are in UTC, so that no definition of a time zone comes along;
/// calendars show them in their owner's. One that comes again keeps to a clock, whose zone is defined in
/// the file by the rules that this application uses itself.
///
/// What is for nobody’s calendar in particular is published: it asks for nothing.
///
/// Source: RFC 5545; RFC 5546, sections 3.2.1, 3.2.2 and 3.2.5.
final class Invitation {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

    private Invitation() {}

    /// @param host of this installation, which makes the uid unique in the world
    /// @param from the address that mails come from
    /// @param to whose calendar it is for; empty where nobody knows
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
        var words = new Words(event.uid() + "@" + host, from, to, title, text, address, stamp);
        boolean cancelled = event.method() == CalendarEvent.Method.CANCEL;
        var calendar = new Calendar()
                .withProdId(CalendarFile.PROGRAM)
                .withDefaults()
                .withProperty(
                        to.isEmpty()
                                ? ImmutableMethod.PUBLISH
                                : cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST)
                .getFluentTarget();
        var again = event.again();
        if (again == null) {
            var entry = entry(event, words);
            entry.add(new DtStart<>(event.start()));
            entry.add(new DtEnd<>(event.end()));
            calendar.add(entry);
        } else {
            addAll(calendar, event, again, words);
        }
        return CalendarFile.written(calendar);
    }

    /// What all entries of a file have in common.
    private record Words(
            String uid, String from, String to, String title, String text, String address, Instant stamp) {}

    private static void addAll(Calendar calendar, CalendarEvent event, CalendarEvent.Repetition again, Words words) {
        var length = Duration.between(event.start(), event.end());
        var first = event.start().atZone(again.zone());
        calendar.add(ZoneDefinition.of(again.zone(), first.toLocalDateTime()));
        var entry = entry(event, words);
        entry.add(start(first.toLocalDateTime(), again));
        entry.add(end(first.toLocalDateTime(), length, again));
        entry.add(new RRule<ZonedDateTime>(rule(again, first)));
        again.leftOut().forEach(one -> entry.add(at(new ExDate<LocalDateTime>(new DateList<>(List.of(one))), again)));
        calendar.add(entry);
        for (var moved : again.moved()) {
            var other = entry(event, words);
            other.add(at(new RecurrenceId<LocalDateTime>(moved.due()), again));
            other.add(start(moved.begins(), again));
            other.add(end(moved.begins(), length, again));
            calendar.add(other);
        }
    }

    private static Property start(LocalDateTime clock, CalendarEvent.Repetition again) {
        return at(new DtStart<LocalDateTime>(clock), again);
    }

    /// What lasts so long, lasts so long when the clock changes meanwhile.
    private static Property end(LocalDateTime clock, Duration length, CalendarEvent.Repetition again) {
        return at(
                new DtEnd<LocalDateTime>(clock.atZone(again.zone()).plus(length).toLocalDateTime()), again);
    }

    private static Property at(Property time, CalendarEvent.Repetition again) {
        time.add(new TzId(again.zone().getId()));
        return time;
    }

    /// The rule with its end: the last day's last moment, in UTC as the standard wants it.
    private static String rule(CalendarEvent.Repetition again, ZonedDateTime first) {
        var last = again.last();
        return last == null
                ? again.rule()
                : again.rule() + ";UNTIL="
                        + UTC.format(last.atTime(first.toLocalTime())
                                .atZone(again.zone())
                                .withZoneSameInstant(ZoneOffset.UTC));
    }

    private static VEvent entry(CalendarEvent event, Words words) {
        var entry = new VEvent(false);
        entry.add(new Uid(words.uid()));
        entry.add(new DtStamp(words.stamp()));
        entry.add(new Sequence(event.sequence()));
        entry.add(new Summary(words.title()));
        entry.add(new Description(words.text()));
        if (!event.place().isEmpty()) {
            entry.add(new Location(event.place()));
        }
        if (!words.address().isEmpty()) {
            entry.add(new Url(URI.create(words.address())));
        }
        entry.add(new Organizer(URI.create("mailto:" + words.from())));
        boolean cancelled = event.method() == CalendarEvent.Method.CANCEL;
        if (!words.to().isEmpty()) {
            entry.add(attendee(words.to(), cancelled));
        }
        entry.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return entry;
    }

    private static Attendee attendee(String to, boolean cancelled) {
        var attendee = new Attendee(URI.create("mailto:" + to));
        attendee.add(Role.REQ_PARTICIPANT);
        if (!cancelled) {
            attendee.add(PartStat.NEEDS_ACTION);
            // Nobody reads what would be answered.
            attendee.add(Rsvp.FALSE);
        }
        return attendee;
    }
}
