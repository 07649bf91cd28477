package org.fram.app.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.practice.FactSource;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.RaidFacts.MeetingFact;
import org.fram.facts.RaidFactsBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Meetings that were due in the last two months, and when they were held, as their part of the facts.
/// What was left out with a reason was not missed. Where there is no series, nothing is said of
/// meetings.
@Component
class MeetingFacts implements FactSource {

    /// Behind the weekly work, whose part of the facts this adds to.
    static final int ORDER = 46;

    private final AllSeries series;
    private final Meetings meetings;
    private final AskedInstead asked;

    MeetingFacts(AllSeries series, Meetings meetings, AskedInstead asked) {
        this.series = series;
        this.meetings = meetings;
        this.asked = asked;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public FactsDocument add(FactsDocument facts, EngagementId engagement) {
        var today = meetings.today(engagement);
        var from = today.minusDays(Meetings.DAYS_BACK);
        var known = new ArrayList<MeetingFact>();
        boolean any = false;
        for (var one : series.of(engagement)) {
            var kind = one.kind().fact();
            if (kind == null) {
                continue;
            }
            any = true;
            for (var meeting : meetings.of(one, from, today)) {
                var due = meeting.begins().toLocalDate();
                if (!meeting.isLeftOut() && !due.isBefore(from) && !due.isAfter(today)) {
                    known.add(new MeetingFact(meeting.ref(), kind, due, held(meeting)));
                }
            }
        }
        if (!any) {
            return facts;
        }
        var before = facts.raid();
        var raid = before == null ? RaidFactsBuilder.builder() : RaidFactsBuilder.builder(before);
        return FactsDocumentBuilder.builder(facts)
                .raid(raid.meetings(List.copyOf(known)).build())
                .build();
    }

    /// The day on which somebody noted that it was held, or all who were asked instead had answered.
    private @Nullable LocalDate held(Meeting meeting) {
        var noted = meeting.held();
        if (noted != null) {
            return day(meeting, noted);
        }
        var questions = asked.of(meeting);
        return questions.isEmpty() || questions.stream().anyMatch(one -> one.given() == null)
                ? null
                : questions.stream()
                        .map(Asked::given)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .map(last -> day(meeting, last))
                        .orElse(null);
    }

    private static LocalDate day(Meeting meeting, Instant instant) {
        return LocalDate.ofInstant(instant, meeting.series().zone());
    }
}
