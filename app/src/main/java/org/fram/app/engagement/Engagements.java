package org.fram.app.engagement;

import static fram.schema.engagement.Tables.ENGAGEMENT_;
import static fram.schema.engagement.Tables.PARTY;

import fram.schema.engagement.tables.records.EngagementRecord;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.ReadOnce;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The engagements that whoever asks belongs to. Is asked within a transaction.
@Component
public class Engagements {

    private final DSLContext database;
    private final InstantSource clock;

    Engagements(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// All of them, by name.
    public List<Engagement> all() {
        var all = database.selectFrom(ENGAGEMENT_).orderBy(ENGAGEMENT_.NAME).fetch(Engagements::engagement);
        all.forEach(one -> ReadOnce.keep(Engagement.class, one.id(), one));
        return all;
    }

    /// The engagement with this id.
    ///
    /// @throws NotFoundException where there is none for whoever asks
    public Engagement get(EngagementId id) {
        return ReadOnce.of(
                Engagement.class,
                id,
                () -> database.selectFrom(ENGAGEMENT_)
                        .where(ENGAGEMENT_.ID.eq(id.value()))
                        .fetchOptional(Engagements::engagement)
                        .orElseThrow(NotFoundException::new));
    }

    /// The day that it is where an engagement is.
    public LocalDate today(EngagementId engagement) {
        return LocalDate.ofInstant(clock.instant(), get(engagement).timeZone());
    }

    /// The parties of an engagement, in the order of sides and names.
    public List<Party> parties(EngagementId engagement) {
        return ReadOnce.of(Party.class, engagement, () -> readParties(engagement));
    }

    private List<Party> readParties(EngagementId engagement) {
        return database
                .selectFrom(PARTY)
                .where(PARTY.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(PARTY.NAME)
                .fetch(row -> new Party(
                        new PartyId(row.getId()),
                        row.getName(),
                        Code.of(Side.class, row.getSide()),
                        Arrays.asList(row.getDomains()),
                        row.getVersion()))
                .stream()
                .sorted((a, b) -> a.side().compareTo(b.side()))
                .toList();
    }

    void add(Engagement engagement, PersonId founder) {
        database.insertInto(ENGAGEMENT_)
                .set(ENGAGEMENT_.ID, engagement.id().value())
                .set(ENGAGEMENT_.NAME, engagement.name())
                .set(ENGAGEMENT_.KIND, engagement.kind().code())
                .set(ENGAGEMENT_.SUMMARY, engagement.summary())
                .set(ENGAGEMENT_.SOURCING, code(engagement.sourcing()))
                .set(ENGAGEMENT_.SEATS, engagement.seats())
                .set(ENGAGEMENT_.PEAK_SEATS, engagement.peakSeats())
                .set(ENGAGEMENT_.TARGET_GO_LIVE, engagement.targetGoLive())
                .set(ENGAGEMENT_.TIME_ZONE, engagement.timeZone().getId())
                .set(ENGAGEMENT_.CREATED_BY, founder.value())
                .set(ENGAGEMENT_.CREATED, clock.instant())
                .execute();
    }

    /// Stores a changed engagement, unless somebody else did since it was read.
    ///
    /// @return whether it was stored
    boolean store(Engagement engagement) {
        return database.update(ENGAGEMENT_)
                        .set(ENGAGEMENT_.NAME, engagement.name())
                        .set(ENGAGEMENT_.KIND, engagement.kind().code())
                        .set(ENGAGEMENT_.SUMMARY, engagement.summary())
                        .set(ENGAGEMENT_.SOURCING, code(engagement.sourcing()))
                        .set(ENGAGEMENT_.SEATS, engagement.seats())
                        .set(ENGAGEMENT_.PEAK_SEATS, engagement.peakSeats())
                        .set(ENGAGEMENT_.TARGET_GO_LIVE, engagement.targetGoLive())
                        .set(ENGAGEMENT_.TIME_ZONE, engagement.timeZone().getId())
                        .set(ENGAGEMENT_.VERSION, engagement.version() + 1)
                        .where(ENGAGEMENT_.ID.eq(engagement.id().value()))
                        .and(ENGAGEMENT_.VERSION.eq(engagement.version()))
                        .execute()
                == 1;
    }

    void add(EngagementId engagement, Party party) {
        database.insertInto(PARTY)
                .set(PARTY.ID, party.id().value())
                .set(PARTY.ENGAGEMENT_ID, engagement.value())
                .set(PARTY.NAME, party.name())
                .set(PARTY.SIDE, party.side().code())
                .execute();
    }

    void giveDomains(EngagementId engagement, PartyId party, List<String> domains) {
        database.update(PARTY)
                .set(PARTY.DOMAINS, domains.toArray(String[]::new))
                .set(PARTY.VERSION, PARTY.VERSION.plus(1))
                .where(PARTY.ENGAGEMENT_ID.eq(engagement.value()))
                .and(PARTY.ID.eq(party.value()))
                .execute();
    }

    private static @Nullable String code(@Nullable Code constant) {
        return constant == null ? null : constant.code();
    }

    private static Engagement engagement(EngagementRecord row) {
        return new Engagement(
                new EngagementId(row.getId()),
                row.getName(),
                Code.of(Kind.class, row.getKind()),
                row.getSummary(),
                row.getSourcing() == null ? null : Code.of(Sourcing.class, row.getSourcing()),
                row.getSeats(),
                row.getPeakSeats(),
                row.getTargetGoLive(),
                ZoneId.of(row.getTimeZone()),
                row.getVersion());
    }
}
