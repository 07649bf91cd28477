package org.fram.app.plan.people;

import static fram.schema.plan.Tables.ASKED;

import fram.schema.plan.tables.records.AskedRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.guests.GuestLink;
import org.fram.app.guests.GuestLinks;
import org.fram.app.guests.Statement;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What people who are booked were asked and said, as far as whoever asks may see it. Is asked within a
/// transaction.
@Component
public class AskedBookings {

    private final DSLContext database;
    private final GuestLinks links;

    AskedBookings(DSLContext database, GuestLinks links) {
        this.database = database;
        this.links = links;
    }

    /// All of an engagement, the oldest first, without those whose link was taken back before there was an
    /// answer.
    public List<Asked> of(EngagementId engagement) {
        var all = database.selectFrom(ASKED)
                .where(ASKED.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(ASKED.ASKED_, ASKED.ID)
                .fetch(AskedBookings::asked);
        if (all.stream().allMatch(one -> one.answer() != null)) {
            return all;
        }
        Set<UUID> revoked = links.of(engagement).stream()
                .filter(link -> link.revoked() != null)
                .map(GuestLink::id)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(one -> one.answer() != null || !revoked.contains(one.link()))
                .toList();
    }

    /// Of one booking, wherever it belongs.
    List<Asked> ofBooking(UUID booking) {
        return database
                .selectDistinct(ASKED.ENGAGEMENT_ID)
                .from(ASKED)
                .where(ASKED.BOOKING_ID.eq(booking))
                .fetch(row -> new EngagementId(row.value1()))
                .stream()
                .flatMap(engagement -> of(engagement).stream())
                .filter(one -> one.booking().equals(booking))
                .toList();
    }

    /// What a guest is asked by their link.
    List<Asked> byLink(UUID link) {
        return database.selectFrom(ASKED)
                .where(ASKED.LINK_ID.eq(link))
                .orderBy(ASKED.BEGINS, ASKED.ID)
                .fetch(AskedBookings::asked);
    }

    void add(Asked asked) {
        var privateTo = asked.privateTo();
        database.insertInto(ASKED)
                .set(ASKED.ID, asked.id())
                .set(ASKED.ENGAGEMENT_ID, asked.engagement().value())
                .set(ASKED.BOOKING_ID, asked.booking())
                .set(ASKED.PRIVATE_TO, privateTo == null ? null : privateTo.value())
                .set(ASKED.LINK_ID, asked.link())
                .set(ASKED.PERSON, asked.person())
                .set(ASKED.REF, asked.ref())
                .set(ASKED.BEGINS, asked.terms().begins())
                .set(ASKED.ENDS, asked.terms().ends())
                .set(ASKED.SHARE, asked.terms().share())
                .set(ASKED.WORK, asked.work().isEmpty() ? null : asked.work())
                .set(ASKED.ASKED_BY, asked.askedBy().value())
                .set(ASKED.ASKED_, asked.asked())
                .set(ASKED.EXPIRES, asked.expires())
                .execute();
    }

    /// Writes down what a guest said.
    void answer(UUID id, Asked.Answer answer, Statement.Answer said, Instant now) {
        var other = said.other();
        database.update(ASKED)
                .set(ASKED.ANSWER, answer.code())
                .set(ASKED.NOTE, said.reason().isEmpty() ? null : said.reason())
                .set(ASKED.OTHER_BEGINS, other == null ? null : other.from())
                .set(ASKED.OTHER_ENDS, other == null ? null : other.until())
                .set(ASKED.GIVEN, now)
                .where(ASKED.ID.eq(id))
                .execute();
    }

    private static Asked asked(AskedRecord row) {
        return new Asked(
                row.getId(),
                new EngagementId(row.getEngagementId()),
                row.getBookingId(),
                row.getPrivateTo() == null ? null : new PartyId(row.getPrivateTo()),
                row.getLinkId(),
                row.getPerson(),
                row.getRef(),
                new Booking.Terms(row.getBegins(), row.getEnds(), row.getShare()),
                row.getWork() == null ? "" : row.getWork(),
                new PersonId(row.getAskedBy()),
                row.getAsked(),
                row.getExpires(),
                row.getAnswer() == null ? null : Code.of(Asked.Answer.class, row.getAnswer()),
                row.getNote() == null ? "" : row.getNote(),
                row.getOtherBegins() == null ? null : new Statement.Dates(row.getOtherBegins(), row.getOtherEnds()),
                row.getGiven());
    }
}
