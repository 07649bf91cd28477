package org.fram.app.kpi;

import static fram.schema.kpi.Tables.CONFIRMATION;
import static java.util.stream.Collectors.groupingBy;

import fram.schema.kpi.tables.records.ConfirmationRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.guests.GuestLink;
import org.fram.app.guests.GuestLinks;
import org.fram.app.kpi.Confirmation.Verdict;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What executives were asked and said, as far as whoever asks may see it. Is asked within a
/// transaction.
@Component
public class Confirmations {

    private final DSLContext database;
    private final GuestLinks links;
    private final InstantSource clock;

    Confirmations(DSLContext database, GuestLinks links, InstantSource clock) {
        this.database = database;
        this.links = links;
        this.clock = clock;
    }

    /// All of an engagement, the oldest first, without those whose link was taken back before there was
    /// an answer.
    public List<Confirmation> of(EngagementId engagement) {
        var all = database.selectFrom(CONFIRMATION)
                .where(CONFIRMATION.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(CONFIRMATION.ASKED.asc().nullsFirst(), CONFIRMATION.ID)
                .fetch(Confirmations::confirmation);
        if (all.stream().allMatch(one -> one.verdict() != null)) {
            return all;
        }
        Set<UUID> revoked = links.of(engagement).stream()
                .filter(link -> link.revoked() != null)
                .map(GuestLink::id)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(one -> one.verdict() != null || !revoked.contains(one.link()))
                .toList();
    }

    /// How it stands with each of these objectives of an engagement, by their ids.
    public Map<UUID, ConfirmationState> states(EngagementId engagement, List<Objective> objectives) {
        var asked = of(engagement).stream().collect(groupingBy(Confirmation::objective));
        var now = clock.instant();
        return objectives.stream()
                .collect(Collectors.toMap(
                        Objective::id,
                        objective -> ConfirmationState.of(
                                objective.words(), asked.getOrDefault(objective.id(), List.of()), now)));
    }

    /// How it stands with one objective, wherever it belongs.
    ConfirmationState state(Objective objective) {
        var asked = database.selectFrom(CONFIRMATION)
                .where(CONFIRMATION.OBJECTIVE_ID.eq(objective.id()))
                .fetch(Confirmations::confirmation);
        if (asked.isEmpty()) {
            return ConfirmationState.of(objective.words(), asked, clock.instant());
        }
        return Objects.requireNonNull(
                states(asked.getFirst().engagement(), List.of(objective)).get(objective.id()));
    }

    /// What a guest is asked by their link.
    List<Confirmation> byLink(UUID link) {
        return database.selectFrom(CONFIRMATION)
                .where(CONFIRMATION.LINK_ID.eq(link))
                .orderBy(CONFIRMATION.ID)
                .fetch(Confirmations::confirmation);
    }

    void add(Confirmation asked) {
        var privateTo = asked.privateTo();
        var askedBy = asked.askedBy();
        database.insertInto(CONFIRMATION)
                .set(CONFIRMATION.ID, asked.id())
                .set(CONFIRMATION.ENGAGEMENT_ID, asked.engagement().value())
                .set(CONFIRMATION.OBJECTIVE_ID, asked.objective())
                .set(CONFIRMATION.PRIVATE_TO, privateTo == null ? null : privateTo.value())
                .set(CONFIRMATION.LINK_ID, asked.link())
                .set(CONFIRMATION.NAME, asked.name())
                .set(CONFIRMATION.REF, asked.ref())
                .set(CONFIRMATION.TEXT, asked.words().text())
                .set(
                        CONFIRMATION.MEASURE,
                        asked.words().measure().isEmpty() ? null : asked.words().measure())
                .set(CONFIRMATION.WEIGHT, asked.words().weight())
                .set(CONFIRMATION.ASKED_BY, askedBy == null ? null : askedBy.value())
                .set(CONFIRMATION.ASKED, asked.asked())
                .set(CONFIRMATION.EXPIRES, asked.expires())
                .execute();
    }

    /// Writes down what a guest said.
    void answer(UUID id, Verdict verdict, String reason, Instant now) {
        database.update(CONFIRMATION)
                .set(CONFIRMATION.VERDICT, verdict.code())
                .set(CONFIRMATION.REASON, reason.isEmpty() ? null : reason)
                .set(CONFIRMATION.GIVEN, now)
                .where(CONFIRMATION.ID.eq(id))
                .execute();
    }

    private static Confirmation confirmation(ConfirmationRecord row) {
        return new Confirmation(
                row.getId(),
                new EngagementId(row.getEngagementId()),
                row.getObjectiveId(),
                row.getPrivateTo() == null ? null : new PartyId(row.getPrivateTo()),
                row.getLinkId(),
                row.getName(),
                row.getRef(),
                new AskedWords(row.getText(), row.getMeasure() == null ? "" : row.getMeasure(), row.getWeight()),
                row.getAskedBy() == null ? null : new PersonId(row.getAskedBy()),
                row.getAsked(),
                row.getExpires(),
                row.getVerdict() == null ? null : Code.of(Verdict.class, row.getVerdict()),
                row.getReason() == null ? "" : row.getReason(),
                row.getGiven());
    }
}
