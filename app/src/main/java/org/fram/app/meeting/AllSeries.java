package org.fram.app.meeting;

import static fram.schema.meeting.Tables.INVITED;
import static fram.schema.meeting.Tables.SERIES;

import fram.schema.meeting.tables.records.SeriesRecord;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The series of meetings of engagements and who is invited to them. Is asked within a transaction.
@Component
public class AllSeries {

    private static final String PREFIX = "MT-";

    private final DSLContext database;
    private final Members members;

    AllSeries(DSLContext database, Members members) {
        this.database = database;
        this.members = members;
    }

    /// All of an engagement, the oldest first.
    public List<Series> of(EngagementId engagement) {
        return database.selectFrom(SERIES)
                .where(SERIES.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(SERIES.ID)
                .fetch(AllSeries::series);
    }

    /// The one that is called so.
    public Optional<Series> find(EngagementId engagement, String ref) {
        return database.selectFrom(SERIES)
                .where(SERIES.ENGAGEMENT_ID.eq(engagement.value()))
                .and(SERIES.REF.eq(ref))
                .fetchOptional(AllSeries::series);
    }

    /// The one that is called so.
    ///
    /// @throws NotFoundException where there is none for whoever asks
    public Series get(EngagementId engagement, String ref) {
        return find(engagement, ref).orElseThrow(NotFoundException::new);
    }

    /// Who is invited, members first. Whoever has left the engagement is named without an address.
    public List<Invited> invited(Series series) {
        Map<PersonId, Member> people =
                members.of(series.engagement()).stream().collect(Collectors.toMap(Member::person, Function.identity()));
        return database
                .select(INVITED.ID, INVITED.PERSON_ID, INVITED.NAME, INVITED.EMAIL)
                .from(INVITED)
                .where(INVITED.SERIES_ID.eq(series.id()))
                .orderBy(INVITED.ID)
                .fetch(row -> {
                    UUID id = row.get(INVITED.PERSON_ID);
                    if (id == null) {
                        return new Invited(row.get(INVITED.ID), null, row.get(INVITED.NAME), row.get(INVITED.EMAIL));
                    }
                    var person = new PersonId(id);
                    var member = people.get(person);
                    return new Invited(
                            row.get(INVITED.ID),
                            person,
                            member == null ? "" : member.name(),
                            member == null ? "" : member.email());
                })
                .stream()
                .sorted(Comparator.comparing((Invited one) -> one.person() == null)
                        .thenComparing(one -> one.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /// The next number that none has.
    String nextRef(EngagementId engagement) {
        // Of two who arrange meetings at once the second one waits for the number of the first.
        database.fetch("select pg_advisory_xact_lock(hashtextextended(?, 0))", engagement + "/meetings");
        return PREFIX
                + (of(engagement).stream()
                                .map(Series::ref)
                                .mapToInt(ref -> Integer.parseInt(ref.substring(PREFIX.length())))
                                .max()
                                .orElse(0)
                        + 1);
    }

    void add(Series series) {
        var row = database.newRecord(SERIES);
        row.setId(series.id());
        row.setEngagementId(series.engagement().value());
        row.setRef(series.ref());
        fill(row, series);
        row.insert();
    }

    /// Keeps what was changed.
    ///
    /// @return whether nobody else had changed it since
    boolean change(Series series) {
        var row = database.newRecord(SERIES);
        fill(row, series);
        row.setVersion(series.version() + 1);
        return database.update(SERIES)
                        .set(row)
                        .where(SERIES.ID.eq(series.id()))
                        .and(SERIES.VERSION.eq(series.version()))
                        .execute()
                == 1;
    }

    /// Counts another round of invitations.
    void invitedAgain(Series series) {
        database.update(SERIES)
                .set(SERIES.SEQUENCE, SERIES.SEQUENCE.plus(1))
                .where(SERIES.ID.eq(series.id()))
                .execute();
    }

    void lead(Series series, PersonId leader) {
        database.update(SERIES)
                .set(SERIES.LEADER_ID, leader.value())
                .set(SERIES.VERSION, SERIES.VERSION.plus(1))
                .where(SERIES.ID.eq(series.id()))
                .execute();
    }

    void invite(Series series, PersonId person) {
        database.insertInto(INVITED)
                .set(INVITED.ID, Ids.next())
                .set(INVITED.ENGAGEMENT_ID, series.engagement().value())
                .set(INVITED.SERIES_ID, series.id())
                .set(INVITED.PERSON_ID, person.value())
                .execute();
    }

    void invite(Series series, String name, String email) {
        database.insertInto(INVITED)
                .set(INVITED.ID, Ids.next())
                .set(INVITED.ENGAGEMENT_ID, series.engagement().value())
                .set(INVITED.SERIES_ID, series.id())
                .set(INVITED.NAME, name)
                .set(INVITED.EMAIL, email)
                .execute();
    }

    void uninvite(Invited invited) {
        database.deleteFrom(INVITED).where(INVITED.ID.eq(invited.id())).execute();
    }

    private static void fill(SeriesRecord row, Series series) {
        var leader = series.leader();
        row.setName(series.name());
        row.setKind(series.kind().code());
        row.setUnit(series.rhythm().unit().code());
        row.setEvery((short) series.rhythm().every());
        row.setFirstDay(series.first());
        row.setLastDay(series.last());
        row.setStarts(series.starts());
        row.setMinutes((short) series.minutes());
        row.setZone(series.zone().getId());
        row.setPlace(series.place().isEmpty() ? null : series.place());
        row.setLeaderId(leader == null ? null : leader.value());
        row.setStanding(distinct(series.standing()));
        row.setQuestions(distinct(series.questions()));
    }

    private static String[] distinct(List<String> lines) {
        Set<String> once = new LinkedHashSet<>(lines);
        return once.toArray(String[]::new);
    }

    private static Series series(SeriesRecord row) {
        @Nullable UUID leader = row.getLeaderId();
        return new Series(
                row.getId(),
                new EngagementId(row.getEngagementId()),
                row.getRef(),
                row.getName(),
                Code.of(MeetingKind.class, row.getKind()),
                new Rhythm(Code.of(Rhythm.Unit.class, row.getUnit()), row.getEvery()),
                row.getFirstDay(),
                row.getLastDay(),
                row.getStarts(),
                row.getMinutes(),
                ZoneId.of(row.getZone()),
                Objects.requireNonNullElse(row.getPlace(), ""),
                leader == null ? null : new PersonId(leader),
                List.of(row.getStanding()),
                List.of(row.getQuestions()),
                row.getSequence(),
                row.getVersion());
    }
}
