package org.fram.app.status;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.fram.app.engagement.Light;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.fram.app.practice.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What people say about reports: that they see an area otherwise than its rule, with a reason and for at most four
/// weeks, and when a report is made by itself.
@Component
public class SteeringReports {

    /// How long somebody may see an area otherwise.
    public static final int MOST_DAYS = 28;

    private static final int LONGEST = 2_000;

    private final Transactions transactions;
    private final Authority authority;
    private final OtherLights lights;
    private final Rhythms rhythms;
    private final Facts facts;
    private final InstantSource clock;

    SteeringReports(
            Transactions transactions,
            Authority authority,
            OtherLights lights,
            Rhythms rhythms,
            Facts facts,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.lights = lights;
        this.rhythms = rhythms;
        this.facts = facts;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Done() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Shows an area otherwise than its rule.
    ///
    /// @param until the last day as somebody wrote it; empty for a week
    public Outcome see(
            Actor.Person me, EngagementId engagement, String area, @Nullable Light light, String reason, String until) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.REPORT_STATUS, engagement);
            String why = reason.strip();
            if (area.isBlank() || area.length() > 60) {
                return new Outcome.Refused(Text.of("status.refused.area"));
            }
            if (light == null || light == Light.UNKNOWN) {
                return new Outcome.Refused(Text.of("status.refused.light"));
            }
            if (why.isEmpty() || why.length() > LONGEST) {
                return new Outcome.Refused(Text.of("status.refused.reason", LONGEST));
            }
            var today = facts.today(engagement);
            LocalDate last;
            try {
                last = until.isBlank() ? today.plusWeeks(1) : LocalDate.parse(until.strip());
            } catch (DateTimeParseException none) {
                return new Outcome.Refused(Text.of("register.refused.day", until));
            }
            if (last.isBefore(today) || ChronoUnit.DAYS.between(today, last) > MOST_DAYS) {
                return new Outcome.Refused(Text.of("status.refused.until", MOST_DAYS));
            }
            lights.put(engagement, new OtherLight(area, light, why, last, me.id()));
            return new Outcome.Done();
        });
    }

    /// Shows an area by its rule again.
    public void seeByRule(Actor.Person me, EngagementId engagement, String area) {
        transactions.run(me, () -> {
            authority.require(me, Act.REPORT_STATUS, engagement);
            lights.remove(engagement, area);
        });
    }

    /// Says when a report is made by itself.
    ///
    /// @param weekday as somebody wrote it, 1 for Monday; empty for never
    /// @param at the time, as `15:00`
    public Outcome rhythm(Actor.Person me, EngagementId engagement, String weekday, String at) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.REPORT_STATUS, engagement);
            if (weekday.isBlank()) {
                rhythms.remove(engagement);
                return new Outcome.Done();
            }
            try {
                rhythms.put(
                        engagement,
                        new Rhythm(
                                DayOfWeek.of(Integer.parseInt(weekday.strip())),
                                LocalTime.parse(at.strip()).truncatedTo(ChronoUnit.MINUTES),
                                clock.instant()));
                return new Outcome.Done();
            } catch (DateTimeException | NumberFormatException none) {
                return new Outcome.Refused(Text.of("status.refused.time", at));
            }
        });
    }
}
