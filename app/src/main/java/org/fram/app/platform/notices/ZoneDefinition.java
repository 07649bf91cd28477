package org.fram.app.platform.notices;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/// The definition of a time zone as calendars read it, made of the rules by which Java tells its clock, so that both
/// tell the same time.
///
/// Zones with rules for all years to come are defined by these. Where a zone has its next changes one by one, those of
/// fifteen years are.
///
/// Source: RFC 5545, section 3.6.5.
final class ZoneDefinition {

    private static final int YEARS = 15;
    private static final int DAYS_OF_WEEK = 7;

    private ZoneDefinition() {}

    /// The definition of a zone for what is at a time or later.
    static VTimeZone of(ZoneId zone, LocalDateTime from) {
        var definition = new VTimeZone();
        definition.add(new TzId(zone.getId()));
        observances(zone, from).forEach(definition::add);
        return definition;
    }

    private static List<Observance> observances(ZoneId zone, LocalDateTime from) {
        var rules = zone.getRules();
        var begins = from.atZone(zone).toInstant();
        var observances = new ArrayList<Observance>();
        var last = rules.previousTransition(begins.plusSeconds(1));
        var offset = rules.getOffset(begins);
        if (last == null) {
            observances.add(observance(false, LocalDateTime.of(1970, 1, 1, 0, 0), offset, offset));
        } else {
            observances.add(observance(zone, last));
        }
        var end = from.plusYears(YEARS).atZone(zone).toInstant();
        var ruled = rules.getTransitionRules();
        for (var next = rules.nextTransition(begins);
                next != null && next.getInstant().isBefore(end);
                next = rules.nextTransition(next.getInstant())) {
            var change = next;
            var rule = ruled.stream()
                    .filter(one -> one.createTransition(change.getDateTimeBefore().getYear()).equals(change))
                    .findFirst();
            if (rule.isPresent()) {
                ruled.forEach(one -> observances.add(observance(zone, one, change)));
                return observances;
            }
            observances.add(observance(zone, change));
        }
        return observances;
    }

    private static Observance observance(ZoneId zone, ZoneOffsetTransition change) {
        return observance(
                zone.getRules().isDaylightSavings(change.getInstant()),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter());
    }

    /// A change that comes each year, from the first one on that is not before another.
    private static Observance observance(ZoneId zone, ZoneOffsetTransitionRule rule, ZoneOffsetTransition from) {
        int year = from.getDateTimeBefore().getYear();
        var inYear = rule.createTransition(year);
        var first = inYear.getInstant().isBefore(from.getInstant()) ? rule.createTransition(year + 1) : inYear;
        var observance = observance(zone, first);
        observance.add(new RRule<LocalDateTime>("FREQ=YEARLY;BYMONTH=%d;%s"
                .formatted(first.getDateTimeBefore().getMonthValue(), days(rule, first))));
        return observance;
    }

    /// On which days of its month it comes; the days before midnight of a time zone's rule are those of its clock.
    private static String days(ZoneOffsetTransitionRule rule, ZoneOffsetTransition first) {
        var weekday = rule.getDayOfWeek();
        int day = rule.getDayOfMonthIndicator();
        var clock = first.getDateTimeBefore();
        if (weekday == null) {
            return "BYMONTHDAY=" + clock.getDayOfMonth();
        }
        String code = clock.getDayOfWeek().name().substring(0, 2);
        // A rule of UTC, or of midnight at the end of a day, can be on the day beside that of the clock.
        boolean shifted = clock.getDayOfWeek() != weekday;
        if (day < 0 && !shifted) {
            return "BYDAY=-1" + code;
        }
        if (day > 0 && day % DAYS_OF_WEEK == 1 && !shifted) {
            return "BYDAY=%d%s".formatted((day - 1) / DAYS_OF_WEEK + 1, code);
        }
        int least = leastDay(rule, first);
        var days = new ArrayList<String>();
        for (int at = least; at < least + DAYS_OF_WEEK; at++) {
            days.add(Integer.toString(at));
        }
        return "BYDAY=%s;BYMONTHDAY=%s".formatted(code, String.join(",", days));
    }

    /// The first of the seven days of the month on which the clock changes.
    private static int leastDay(ZoneOffsetTransitionRule rule, ZoneOffsetTransition first) {
        int day = rule.getDayOfMonthIndicator();
        int shift = first.getDateTimeBefore().getDayOfWeek().getValue()
                - rule.getDayOfWeek().getValue();
        int near = shift > 1 ? shift - DAYS_OF_WEEK : shift < -1 ? shift + DAYS_OF_WEEK : shift;
        int least = day > 0 ? day : first.getDateTimeBefore().toLocalDate().lengthOfMonth() + day + 1 - DAYS_OF_WEEK + 1;
        return least + near;
    }

    private static Observance observance(boolean daylight, LocalDateTime clock, ZoneOffset before, ZoneOffset after) {
        Observance observance = daylight ? new Daylight() : new Standard();
        observance.add(new DtStart<>(clock));
        observance.add(new TzOffsetFrom(before));
        observance.add(new TzOffsetTo(after));
        return observance;
    }
}
