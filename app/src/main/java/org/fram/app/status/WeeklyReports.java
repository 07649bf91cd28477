package org.fram.app.status;

import java.time.Duration;
import java.time.InstantSource;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.OnBehalf;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.runs.Round;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Makes reports by themselves once their day has come. What was missed while nothing ran is made up for within three
/// days; a report that somebody kept since it was due counts.
@Component
class WeeklyReports {

    private static final Actor.Task TASK = new Actor.Task("status-reports");
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofDays(3);

    private final OnBehalf onBehalf;
    private final Engagements engagements;
    private final Rhythms rhythms;
    private final StatusReports reports;
    private final KeepingReport keeping;
    private final Transactions transactions;
    private final InstantSource clock;

    WeeklyReports(
            OnBehalf onBehalf,
            Engagements engagements,
            Rhythms rhythms,
            StatusReports reports,
            KeepingReport keeping,
            Transactions transactions,
            InstantSource clock) {
        this.onBehalf = onBehalf;
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
        onBehalf.oneOfEachEngagement(
                TASK, member -> transactions.run(new Actor.InCommon(member.person()), () -> look(member.engagement())));
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
