package org.fram.app.status;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.practice.FactSource;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.RaidFacts.MeetingFact;
import org.fram.facts.RaidFacts.MeetingKind;
import org.fram.facts.RaidFactsBuilder;
import org.springframework.stereotype.Component;

/// Reports that were due by their rhythm within the last two months, and whether they were made, as their part of the
/// facts. Where somebody has to ask for each report none is due.
@Component
class StatusFacts implements FactSource {

    /// Behind the weekly work.
    static final int ORDER = 47;

    private static final int WEEKS = 8;

    private final Rhythms rhythms;
    private final StatusReports reports;
    private final Engagements engagements;
    private final InstantSource clock;

    StatusFacts(Rhythms rhythms, StatusReports reports, Engagements engagements, InstantSource clock) {
        this.rhythms = rhythms;
        this.reports = reports;
        this.engagements = engagements;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public FactsDocument add(FactsDocument facts, EngagementId engagement) {
        var rhythm = rhythms.of(engagement);
        if (rhythm.isEmpty()) {
            return facts;
        }
        var zone = engagements.get(engagement).timeZone();
        var due = due(
                rhythm.get(),
                zone,
                clock.instant(),
                reports.of(engagement).stream().map(StatusReports.Kept::made).toList());
        if (due.isEmpty()) {
            return facts;
        }
        var before = facts.raid();
        var raid = before == null ? RaidFactsBuilder.builder() : RaidFactsBuilder.builder(before);
        var meetings = new ArrayList<MeetingFact>(
                before == null ? List.of() : Objects.requireNonNullElse(before.meetings(), List.<MeetingFact>of()));
        meetings.addAll(due);
        return FactsDocumentBuilder.builder(facts)
                .raid(raid.meetings(meetings).build())
                .build();
    }

    /// The reports that were due, the earliest first. One that was made before the next was due counts.
    static List<MeetingFact> due(Rhythm rhythm, ZoneId zone, Instant now, List<Instant> made) {
        var facts = new ArrayList<MeetingFact>();
        var next = now;
        var moment = rhythm.last(now, zone);
        for (int week = 0; week < WEEKS && !moment.isBefore(rhythm.since()); week++) {
            var from = moment;
            var until = next;
            var day = LocalDate.ofInstant(moment, zone);
            facts.addFirst(new MeetingFact(
                    "status report of " + day,
                    MeetingKind.REPORT,
                    day,
                    made.stream()
                            .filter(one -> !one.isBefore(from) && one.isBefore(until))
                            .min(Instant::compareTo)
                            .map(one -> LocalDate.ofInstant(one, zone))
                            .orElse(null)));
            next = moment;
            moment = rhythm.last(moment.minusSeconds(1), zone);
        }
        return facts;
    }
}
