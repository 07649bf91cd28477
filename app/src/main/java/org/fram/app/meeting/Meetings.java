package org.fram.app.meeting;

import static fram.schema.meeting.Tables.KEPT_MEETING;

import fram.schema.meeting.tables.records.KeptMeetingRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The meetings of engagements: those that are due by the terms of their series, with what happened to
/// them. Is asked within a transaction.
@Component
public class Meetings {

    /// For how many days it is asked whether a meeting was held.
    public static final int DAYS_BACK = 60;

    private static final int DAYS_AHEAD = 60;
    private static final int DAYS_UNTIL_NEXT = 400;

    private final DSLContext database;
    private final AllSeries series;
    private final Engagements engagements;

    Meetings(DSLContext database, AllSeries series, Engagements engagements) {
        this.database = database;
        this.series = series;
        this.engagements = engagements;
    }

    /// The day that it is where the engagement is.
    public LocalDate today(EngagementId engagement) {
        return engagements.today(engagement);
    }

    /// Those of two months back and two ahead, and older ones that were held, in the order in which they
    /// begin.
    public List<Meeting> of(EngagementId engagement) {
        var today = today(engagement);
        return series.of(engagement).stream()
                .flatMap(one -> of(one, today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD)).stream())
                .sorted(Comparator.comparing(Meeting::begins))
                .toList();
    }

    /// Those of a series that are due from one day until another by its terms, and older ones of which
    /// something is kept.
    public List<Meeting> of(Series one, LocalDate from, LocalDate until) {
        Map<LocalDate, Meeting> kept = new HashMap<>();
        kept(one).forEach(meeting -> kept.put(meeting.day(), meeting));
        one.days(from, until).forEach(day -> kept.putIfAbsent(day, Meeting.planned(one, day)));
        return kept.values().stream()
                .filter(meeting -> !meeting.day().isAfter(until))
                .filter(meeting -> meeting.id() != null || !meeting.day().isBefore(from))
                .sorted(Comparator.comparing(Meeting::begins))
                .toList();
    }

    /// Those of a series of which something is kept.
    List<Meeting> kept(Series one) {
        return database.selectFrom(KEPT_MEETING)
                .where(KEPT_MEETING.SERIES_ID.eq(one.id()))
                .orderBy(KEPT_MEETING.DAY)
                .fetch(row -> meeting(one, row));
    }

    /// The one of a series that is due on a day.
    public Optional<Meeting> find(Series one, LocalDate day) {
        return database.selectFrom(KEPT_MEETING)
                .where(KEPT_MEETING.SERIES_ID.eq(one.id()))
                .and(KEPT_MEETING.DAY.eq(day))
                .fetchOptional(row -> meeting(one, row))
                .or(() -> one.isDue(day) ? Optional.of(Meeting.planned(one, day)) : Optional.empty());
    }

    /// The one that is called so, as `MT-1 2027-02-09`.
    public Optional<Meeting> called(EngagementId engagement, String ref) {
        var parts = ref.strip().toUpperCase(Locale.ROOT).split("\\s+");
        try {
            return parts.length == 2
                    ? series.find(engagement, Objects.requireNonNull(parts[0]))
                            .flatMap(one -> find(one, LocalDate.parse(Objects.requireNonNull(parts[1]))))
                    : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// The one of a series that is due on a day.
    ///
    /// @throws NotFoundException where there is none for whoever asks
    public Meeting get(EngagementId engagement, String ref, LocalDate day) {
        return find(series.get(engagement, ref), day).orElseThrow(NotFoundException::new);
    }

    /// The one after it that takes place.
    public Optional<Meeting> next(Meeting meeting) {
        return of(meeting.series(), meeting.day().plusDays(1), meeting.day().plusDays(DAYS_UNTIL_NEXT)).stream()
                .filter(one -> one.day().isAfter(meeting.day()) && !one.isLeftOut())
                .findFirst();
    }

    /// The last one before it that was held.
    public Optional<Meeting> heldBefore(Meeting meeting) {
        return of(meeting.series(), meeting.day(), meeting.day()).stream()
                .filter(one -> one.day().isBefore(meeting.day()) && one.held() != null)
                .max(Comparator.comparing(Meeting::day));
    }

    /// The one with what is kept of it, so that something can be added to that. Whoever else is about to
    /// change it is waited for.
    Meeting kept(Meeting meeting) {
        database.insertInto(KEPT_MEETING)
                .set(KEPT_MEETING.ID, Ids.next())
                .set(KEPT_MEETING.ENGAGEMENT_ID, meeting.series().engagement().value())
                .set(KEPT_MEETING.SERIES_ID, meeting.series().id())
                .set(KEPT_MEETING.DAY, meeting.day())
                .onConflictDoNothing()
                .execute();
        return database.selectFrom(KEPT_MEETING)
                .where(KEPT_MEETING.SERIES_ID.eq(meeting.series().id()))
                .and(KEPT_MEETING.DAY.eq(meeting.day()))
                .forUpdate()
                .fetchOptional(row -> meeting(meeting.series(), row))
                .orElseThrow(NotFoundException::new);
    }

    /// @param begins on the clock of the series; null where it is when it was due
    void move(Meeting kept, @Nullable LocalDateTime begins) {
        database.update(KEPT_MEETING)
                .set(KEPT_MEETING.MOVED_DAY, begins == null ? null : begins.toLocalDate())
                .set(KEPT_MEETING.MOVED_STARTS, begins == null ? null : begins.toLocalTime())
                .where(KEPT_MEETING.ID.eq(id(kept)))
                .execute();
    }

    /// @param reason empty where it takes place after all
    void leaveOut(Meeting kept, String reason) {
        database.update(KEPT_MEETING)
                .set(KEPT_MEETING.LEFT_OUT, reason.isEmpty() ? null : reason)
                .where(KEPT_MEETING.ID.eq(id(kept)))
                .execute();
    }

    void hold(Meeting kept, PersonId by, Instant now) {
        database.update(KEPT_MEETING)
                .set(KEPT_MEETING.HELD, now)
                .set(KEPT_MEETING.HELD_BY, by.value())
                .where(KEPT_MEETING.ID.eq(id(kept)))
                .execute();
    }

    static UUID id(Meeting kept) {
        return Objects.requireNonNull(kept.id(), "Nothing is kept of this meeting yet.");
    }

    private static Meeting meeting(Series one, KeptMeetingRecord row) {
        @Nullable LocalDate day = row.getMovedDay();
        @Nullable UUID by = row.getHeldBy();
        return new Meeting(
                one,
                row.getDay(),
                row.getId(),
                day == null ? null : day.atTime(row.getMovedStarts()),
                Objects.requireNonNullElse(row.getLeftOut(), ""),
                row.getHeld(),
                by == null ? null : new PersonId(by));
    }
}
