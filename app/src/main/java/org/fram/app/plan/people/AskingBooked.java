package org.fram.app.plan.people;

import static fram.schema.plan.Tables.BOOKING;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.guests.InvitingGuests;
import org.fram.app.plan.KeptPlan;
import org.fram.app.plan.Plans;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.Memberships;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.fram.app.platform.texts.Texts;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asking somebody who is booked whether they will be there, by a link for which they need no account. All
/// bookings of the same address that are not over are asked about together.
@Component
public class AskingBooked {

    /// How long a link can be answered: until the next one comes.
    static final Duration OPEN = Duration.ofDays(BookingState.DAYS);

    private static final int MOST = 20;
    private static final int LONGEST_WORK = 2000;

    private final Transactions transactions;
    private final Authority authority;
    private final Bookings bookings;
    private final AskedBookings asked;
    private final Plans plans;
    private final Memberships memberships;
    private final InvitingGuests inviting;
    private final DSLContext database;
    private final InstantSource clock;
    private final Texts english = Texts.in(Locale.UK);

    AskingBooked(
            Transactions transactions,
            Authority authority,
            Bookings bookings,
            AskedBookings asked,
            Plans plans,
            Memberships memberships,
            InvitingGuests inviting,
            DSLContext database,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.bookings = bookings;
        this.asked = asked;
        this.plans = plans;
        this.memberships = memberships;
        this.inviting = inviting;
        this.database = database;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {

        /// They are asked.
        ///
        /// @param handOn the address to hand on, shown once; empty where a mail is on its way
        record Asked(UUID link, String handOn) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Asks about a booking, and the others of the same address.
    public Outcome ask(Actor.Person me, EngagementId engagement, UUID booking) {
        return transactions.<Outcome>as(me, () -> {
            var mine = authority.require(me, Act.INVITE_GUESTS, engagement);
            var all = bookings.of(engagement);
            return all.stream()
                    .filter(one -> one.id().equals(booking))
                    .findFirst()
                    .map(one -> ask(me, engagement, mine.party(), one, all))
                    .orElseGet(() -> new Outcome.Refused(Text.of("plan.booking.refused.gone")));
        });
    }

    /// Asks once more about what was asked two weeks ago or longer. Each question is asked on behalf of whoever
    /// asked the last time, or of this person where they may not ask any more.
    ///
    /// @return how many links were sent
    int askAgain(Actor.Person me, EngagementId engagement) {
        return transactions.as(me, () -> {
            if (!authority.may(me, Act.INVITE_GUESTS, engagement)) {
                return 0;
            }
            int sent = 0;
            for (var due = next(me, engagement); due.isPresent(); due = next(me, engagement)) {
                if (ask(me, engagement, due.get().id()) instanceof Outcome.Refused) {
                    return sent;
                }
                sent++;
            }
            return sent;
        });
    }

    private Optional<Booking> next(Actor.Person me, EngagementId engagement) {
        var all = bookings.of(engagement);
        var states = bookings.states(engagement, all);
        var newest = newest(asked.of(engagement));
        var before = clock.instant().minus(OPEN);
        return all.stream()
                .filter(one -> !one.email().isEmpty() && again(states.get(one.id())))
                .filter(one -> {
                    var last = newest.get(one.id());
                    return last != null
                            && !last.asked().isAfter(before)
                            && (last.askedBy().equals(me.id()) || !mayAsk(last.askedBy(), engagement));
                })
                // Another server may be about to ask the same.
                .filter(one -> locked(one.id(), before))
                .findFirst();
    }

    /// Whoever declined, or named other dates, waits for an answer instead of being asked the same again.
    private static boolean again(@Nullable BookingState state) {
        return state != null
                && switch (state.kind()) {
                    case CONFIRMED, ASKED, LONG_AGO, UNCONFIRMED -> true;
                    case OTHER_DATES, DECLINED, OVER -> false;
                };
    }

    private boolean mayAsk(PersonId person, EngagementId engagement) {
        return memberships.of(engagement).stream()
                .anyMatch(member -> member.person().equals(person) && member.may(Act.INVITE_GUESTS));
    }

    /// The names of the activities, or else the purpose.
    private String work(Booking one, @Nullable KeptPlan kept) {
        String names = kept == null
                ? ""
                : one.activities().stream()
                        .flatMap(code -> kept.find(code).stream())
                        .map(activity -> activity.core().name())
                        .limit(MOST)
                        .collect(Collectors.joining(", "));
        var purpose = one.purpose();
        String words = names.isEmpty() && purpose != null ? english.of("plan.purpose." + purpose.code()) : names;
        return words.length() <= LONGEST_WORK ? words : words.substring(0, LONGEST_WORK - 1) + "…";
    }

    private boolean locked(UUID booking, Instant before) {
        database.select(BOOKING.ID)
                .from(BOOKING)
                .where(BOOKING.ID.eq(booking))
                .forUpdate()
                .fetch();
        return asked.ofBooking(booking).stream().noneMatch(one -> one.asked().isAfter(before));
    }

    private static Map<UUID, Asked> newest(List<Asked> all) {
        return all.stream()
                .collect(Collectors.toMap(
                        Asked::booking, one -> one, (one, other) -> one.asked().isAfter(other.asked()) ? one : other));
    }

    private Outcome ask(Actor.Person me, EngagementId engagement, PartyId party, Booking wanted, List<Booking> all) {
        var today = bookings.today(engagement);
        if (wanted.email().isEmpty()) {
            return new Outcome.Refused(Text.of("plan.booking.refused.noEmail", wanted.ref()));
        }
        if (wanted.over(today)) {
            return new Outcome.Refused(Text.of("plan.booking.refused.over", wanted.ref()));
        }
        var together = all.stream()
                .filter(one ->
                        one.email().equalsIgnoreCase(wanted.email()) && one.ours() == wanted.ours() && !one.over(today))
                .sorted(Comparator.<Booking, Boolean>comparing(one -> !one.id().equals(wanted.id()))
                        .thenComparing(one -> one.terms().begins()))
                .limit(MOST)
                .toList();
        var kept = plans.find(engagement).orElse(null);
        var now = clock.instant();
        var expires = now.plus(OPEN);
        var invitation = new InvitingGuests.Wish(
                wanted.email(),
                wanted.person(),
                null,
                english.of("plan.booking.question", together.size()),
                expires,
                wanted.ours());
        return switch (inviting.invite(me, engagement, invitation)) {
            case InvitingGuests.Outcome.Invited(var link, var handOn) -> {
                for (var one : together) {
                    asked.add(new Asked(
                            Ids.next(),
                            engagement,
                            one.id(),
                            one.ours() ? party : null,
                            link,
                            one.person(),
                            one.ref(),
                            one.terms(),
                            work(one, kept),
                            me.id(),
                            now,
                            expires,
                            null,
                            "",
                            null,
                            null));
                }
                yield new Outcome.Asked(link, handOn);
            }
            case InvitingGuests.Outcome.Refused(var reason) -> new Outcome.Refused(reason);
            case InvitingGuests.Outcome.Revoked _ ->
                throw new IllegalStateException("Inviting a guest took a link back.");
        };
    }
}
