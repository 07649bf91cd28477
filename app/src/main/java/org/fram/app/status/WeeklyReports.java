package org.fram.app.status;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.maxBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.access.Memberships;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.runs.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Makes reports by themselves once their day has come. What was missed while nothing ran is made up for within three
/// days; a report that somebody kept since it was due counts.
@Component
class WeeklyReports {

    private static final Logger LOG = LoggerFactory.getLogger(WeeklyReports.class);
    private static final Actor.Task TASK = new Actor.Task("status-reports");
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofDays(3);

    private final Memberships memberships;
    private final Engagements engagements;
    private final Rhythms rhythms;
    private final StatusReports reports;
    private final KeepingReport keeping;
    private final Transactions transactions;
    private final InstantSource clock;

    WeeklyReports(
            Memberships memberships,
            Engagements engagements,
            Rhythms rhythms,
            StatusReports reports,
            KeepingReport keeping,
            Transactions transactions,
            InstantSource clock) {
        this.memberships = memberships;
        this.engagements = engagements;
        this.rhythms = rhythms;
        this.reports = reports;
        this.keeping = keeping;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    static Round statusReportsRound(WeeklyReports weekly) {
        return Round.every("status-reports", PAUSE, weekly::look);
    }

    /// Looks at all engagements. What goes wrong with one keeps nothing from the others.
    void look() {
        var all = transactions.as(TASK, memberships::all);
        all.stream()
                .collect(groupingBy(Membership::engagement, maxBy(Comparator.comparing(Membership::role))))
                .forEach((engagement, member) -> member.ifPresent(one -> {
                    try {
                        transactions.run(new Actor.InCommon(one.person()), () -> look(engagement));
                    } catch (RuntimeException failure) {
                        LOG.warn(
                                "The status report of engagement {} was not made, as that failed. It is tried again "
                                        + "in the next round.",
                                engagement,
                                failure);
                    }
                }));
    }

    private void look(EngagementId engagement) {
        rhythms.of(engagement).ifPresent(rhythm -> {
            var zone = engagements.get(engagement).timeZone();
            var due = rhythm.last(clock.instant(), zone);
            boolean tooLate = due.plus(LATEST).isBefore(clock.instant());
            boolean before = due.isBefore(rhythm.since());
            boolean made = reports.of(engagement).stream()
                    .anyMatch(kept -> !kept.made().isBefore(due));
            if (!tooLate && !before && !made) {
                keeping.keep(engagement, null);
            }
        });
    }
}
