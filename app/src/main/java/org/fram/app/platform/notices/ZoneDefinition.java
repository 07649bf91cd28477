package org.fram.app.platform.notices;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
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

/// The definition of a time zone as calendars read it, made of the rules by which Java tells its clock,
/// so that both tell the same time.
///
/// Zones with rules for all years to come are defined by these. Where a zone has its next changes one by
/// one, or rules that calendars cannot say, the changes of fifteen years are listed.
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
        // Some readers count on it that the rules of all changes begin in one year, before anything is looked up.
        int begins = from.getYear() - 1;
        int ruled = begins;
        while (ruled < begins + YEARS && !follows(rules, ruled)) {
            ruled++;
        }
        var observances = new ArrayList<Observance>();
        if (ruled > begins) {
            listed(zone, begins, ruled).forEach(observances::add);
        }
        if (ruled < begins + YEARS) {
            int year = ruled;
            rules.getTransitionRules().stream()
                    .sorted(Comparator.comparing(
                            rule -> rule.createTransition(year).getInstant()))
                    .forEach(rule -> observances.add(observance(zone, rule, year)));
        }
        return observances;
    }

    /// Whether the changes of a year, and those of all years behind it, follow rules that calendars can
    /// say.
    private static boolean follows(ZoneRules rules, int year) {
        var ruled = rules.getTransitionRules();
        return !ruled.isEmpty()
                && ruled.stream().allMatch(rule -> {
                    var change = rule.createTransition(year);
                    return canBeSaid(rule, year)
                            && change.equals(
                                    rules.nextTransition(change.getInstant().minusSeconds(1)));
                });
    }

    /// What holds at the beginning of a year, and the changes until the beginning of another.
    private static List<Observance> listed(ZoneId zone, int from, int until) {
        var rules = zone.getRules();
        var begins = LocalDateTime.of(from, 1, 1, 0, 0);
        var instant = begins.atZone(zone).toInstant();
        var offset = rules.getOffset(instant);
        var listed = new ArrayList<Observance>();
        listed.add(observance(rules.isDaylightSavings(instant), begins, offset, offset));
        var end = LocalDateTime.of(until, 1, 1, 0, 0).atZone(zone).toInstant();
        for (var next = rules.nextTransition(instant);
                next != null && next.getInstant().isBefore(end);
                next = rules.nextTransition(next.getInstant())) {
            listed.add(observance(zone, next));
        }
        return listed;
    }

    private static Observance observance(ZoneId zone, ZoneOffsetTransition change) {
        return observance(
                zone.getRules().isDaylightSavings(change.getInstant()),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter());
    }

    /// A change that comes each year, from one year on.
    private static Observance observance(ZoneId zone, ZoneOffsetTransitionRule rule, int year) {
        var first = rule.createTransition(year);
        var observance = observance(zone, first);
        observance.add(new RRule<LocalDateTime>(
                "FREQ=YEARLY;BYMONTH=%d;%s".formatted(first.getDateTimeBefore().getMonthValue(), days(rule))));
        return observance;
    }

    /// Whether calendars can say on which days it comes: the clock changes on the weekday of the rule. A
    /// rule of midnight at the end of a day, or of UTC far from there, is on the day beside it, and
    /// seven days can reach into the next month.
    private static boolean canBeSaid(ZoneOffsetTransitionRule rule, int year) {
        var clock = rule.createTransition(year).getDateTimeBefore();
        int last = rule.getDayOfMonthIndicator() + DAYS_OF_WEEK - 1;
        return clock.getDayOfWeek() == rule.getDayOfWeek()
                && !rule.isMidnightEndOfDay()
                && last <= rule.getMonth().minLength();
    }

    private static String days(ZoneOffsetTransitionRule rule) {
        String code = rule.getDayOfWeek().name().substring(0, 2);
        int day = rule.getDayOfMonthIndicator();
        if (day == -1) {
            return "BYDAY=-1" + code;
        }
        if (day > 0 && day % DAYS_OF_WEEK == 1) {
            return "BYDAY=%d%s".formatted((day - 1) / DAYS_OF_WEEK + 1, code);
        }
        // On the weekday at that day or after it; or, counted from the end of the month, at it or before.
        var days = new ArrayList<String>();
        for (int at = 0; at < DAYS_OF_WEEK; at++) {
            days.add(Integer.toString(day > 0 ? day + at : day - at));
        }
        return "BYDAY=%s;BYMONTHDAY=%s".formatted(code, String.join(",", days));
    }

    private static Observance observance(boolean daylight, LocalDateTime clock, ZoneOffset before, ZoneOffset after) {
        Observance observance = daylight ? new Daylight() : new Standard();
        observance.add(new DtStart<>(clock));
        observance.add(new TzOffsetFrom(before));
        observance.add(new TzOffsetTo(after));
        return observance;
    }
}
