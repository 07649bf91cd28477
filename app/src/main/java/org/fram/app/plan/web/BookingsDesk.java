package org.fram.app.plan.web;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.plan.KeptPlan;
import org.fram.app.plan.Plans;
import org.fram.app.plan.people.Asked;
import org.fram.app.plan.people.AskedBookings;
import org.fram.app.plan.people.Blackout;
import org.fram.app.plan.people.Booking;
import org.fram.app.plan.people.BookingState;
import org.fram.app.plan.people.Bookings;
import org.fram.app.plan.people.Needs;
import org.fram.app.plan.people.Purpose;
import org.fram.app.plan.people.Weeks;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.fram.facts.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lays out who is booked. Is asked within a transaction of whoever looks.
@Component
class BookingsDesk {

    private static final int MOST_SAID = 4;
    private static final int PERCENT = 100;
    private static final double FULL = 1.1;

    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Authority authority;
    private final Plans plans;
    private final Bookings bookings;
    private final AskedBookings asked;
    private final Needs needs;

    BookingsDesk(
            EngagementHeads heads,
            Engagements engagements,
            Authority authority,
            Plans plans,
            Bookings bookings,
            AskedBookings asked,
            Needs needs) {
        this.heads = heads;
        this.engagements = engagements;
        this.authority = authority;
        this.plans = plans;
        this.bookings = bookings;
        this.asked = asked;
        this.needs = needs;
    }

    BookingsPage page(Frame frame, Actor.Person me, EngagementId engagement, String handOn, String refusal) {
        var head = heads.of(frame, me, engagement);
        var all = bookings.of(engagement).stream()
                .sorted(Comparator.comparing(one -> one.terms().begins()))
                .toList();
        var blackouts = bookings.blackouts(engagement);
        return new BookingsPage(
                head,
                refusal,
                handOn,
                warnings(frame, all, blackouts, bookings.today(engagement)),
                new Listing(frame, me, engagement, all, head.address()).entries(),
                offPhone(frame, all, blackouts));
    }

    private static List<String> warnings(Frame frame, List<Booking> all, List<Blackout> blackouts, LocalDate today) {
        var warnings = new ArrayList<String>();
        for (var blackout : blackouts) {
            for (var one : all) {
                if (blackout.meets(one) && !blackout.ends().isBefore(today)) {
                    warnings.add(frame.text(
                            "plan.bookings.blackout",
                            one.ref(),
                            one.person(),
                            blackout.why(),
                            frame.date(blackout.begins()),
                            frame.date(blackout.ends())));
                }
            }
        }
        return warnings;
    }

    private static List<BookingsPage.OffPhone> offPhone(Frame frame, List<Booking> all, List<Blackout> blackouts) {
        var hours = new TreeMap<LocalDate, Map<Purpose, Double>>();
        for (var one : all) {
            var purpose = one.purpose();
            if (one.offPhone() && purpose != null) {
                for (var monday = Weeks.monday(one.terms().begins());
                        !monday.isAfter(one.terms().ends());
                        monday = monday.plusWeeks(1)) {
                    hours.computeIfAbsent(monday, _ -> new HashMap<>())
                            .merge(purpose, Weeks.offPhone(one, monday), Double::sum);
                }
            }
        }
        return hours.entrySet().stream()
                .map(week -> {
                    double training = week.getValue().getOrDefault(Purpose.TRAINING, 0.0);
                    double test = week.getValue().getOrDefault(Purpose.ACCEPTANCE_TEST, 0.0);
                    return new BookingsPage.OffPhone(
                            frame.date(week.getKey()),
                            hours(frame, training),
                            hours(frame, test),
                            hours(frame, training + test),
                            blackouts.stream()
                                    .filter(one -> one.meets(
                                            week.getKey(), week.getKey().plusDays(4)))
                                    .map(Blackout::why)
                                    .collect(Collectors.joining(", ")));
                })
                .toList();
    }

    private static String hours(Frame frame, double hours) {
        return hours == 0 ? "" : frame.text("plan.bookings.offPhone.hours", Math.round(hours));
    }

    /// Lays out the bookings of an engagement.
    private final class Listing {

        private final Frame frame;
        private final List<Booking> all;
        private final String address;
        private final boolean asks;
        private final boolean writes;
        private final ZoneId zone;
        private final LocalDate today;
        private final Map<UUID, BookingState> states;
        private final Map<UUID, List<Asked>> said;
        private final Map<UUID, Double> peaks = new HashMap<>();
        private final Map<UUID, LocalDate> needed;
        private final @Nullable KeptPlan plan;

        Listing(Frame frame, Actor.Person me, EngagementId engagement, List<Booking> all, String address) {
            this.frame = frame;
            this.all = all;
            this.address = address;
            this.asks = authority.may(me, Act.INVITE_GUESTS, engagement);
            this.writes = authority.may(me, Act.CONTRIBUTE, engagement);
            this.zone = engagements.get(engagement).timeZone();
            this.today = bookings.today(engagement);
            this.states = bookings.states(engagement, all);
            this.said = asked.of(engagement).stream()
                    .filter(one -> one.answer() != null)
                    .collect(groupingBy(Asked::booking));
            for (var weeks : Weeks.of(all)) {
                all.forEach(one -> peaks.merge(one.id(), weeks.peak(one), Math::max));
            }
            this.needed = needs.until(engagement, all);
            this.plan = plans.find(engagement).orElse(null);
        }

        List<BookingsPage.Entry> entries() {
            return all.stream().map(this::entry).toList();
        }

        private BookingsPage.Entry entry(Booking one) {
            var state = Objects.requireNonNull(states.get(one.id()));
            var terms = one.terms();
            var side = one.side();
            return new BookingsPage.Entry(
                    one.id().toString(),
                    Link.to(address + "/registers/bookings/rows/" + one.id(), one.ref()),
                    one.people() == 1
                            ? one.person()
                            : one.person() + ", " + frame.text("plan.bookings.several", one.people()),
                    side == null ? "" : frame.text("engagement.side." + Codes.of(side)),
                    frame.text(
                            "plan.bookings.span", frame.date(terms.begins()), frame.date(terms.ends()), terms.share()),
                    work(one),
                    state.kind().tone(),
                    frame.text("plan.booking.state." + state.kind().code()),
                    one.ours(),
                    facts(one, state),
                    state.kind() == BookingState.Kind.OVER ? List.of() : troubles(one, state),
                    said(one, state),
                    !asks || one.email().isEmpty() || state.kind() == BookingState.Kind.OVER
                            ? ""
                            : frame.text(state.last() == null ? "plan.bookings.ask" : "plan.bookings.askAgain"));
        }

        private String work(Booking one) {
            var known = plan;
            var names = one.activities().stream()
                    .map(code -> (known == null
                                    ? Optional.<String>empty()
                                    : known.find(code)
                                            .map(activity -> activity.core().name()))
                            .map(name -> code + " " + name)
                            .orElse(code))
                    .collect(Collectors.joining(", "));
            var purpose = one.purpose();
            return names.isEmpty() && purpose != null ? frame.text("plan.purpose." + purpose.code()) : names;
        }

        private List<String> facts(Booking one, BookingState state) {
            var facts = new ArrayList<String>();
            var confirmed = state.confirmed();
            if (confirmed != null) {
                facts.add(frame.text("plan.bookings.confirmedOn", frame.date(confirmed)));
            }
            var last = state.last();
            if (last != null && last.answer() == null) {
                facts.add(frame.text("plan.bookings.open", frame.time(last.asked(), zone)));
            }
            double peak = peaks.getOrDefault(one.id(), 0.0);
            if (peak <= FULL) {
                facts.add(peak(peak));
            }
            if (!leaves(one)) {
                needed(one).ifPresent(facts::add);
            }
            if (one.email().isEmpty()) {
                facts.add(frame.text("plan.bookings.noEmail"));
            }
            return facts;
        }

        private String peak(double peak) {
            return frame.text("plan.bookings.peak", Math.round(peak * PERCENT));
        }

        private List<String> troubles(Booking one, BookingState state) {
            var troubles = new ArrayList<String>();
            double peak = peaks.getOrDefault(one.id(), 0.0);
            if (peak > FULL) {
                troubles.add(peak(peak));
            }
            if (leaves(one)) {
                needed(one).ifPresent(troubles::add);
            }
            if (!state.firstWeek()) {
                troubles.add(frame.text("plan.bookings.firstWeek"));
            }
            if (Boolean.TRUE.equals(one.released()) && one.backfilledBy().isEmpty()) {
                troubles.add(frame.text("plan.bookings.paper"));
            }
            return troubles;
        }

        /// Whether they go to another project on the day after, as people of all but the customer do.
        private static boolean leaves(Booking one) {
            return one.side() != null && one.side() != Side.BUYER && one.side() != Side.OTHER;
        }

        private Optional<String> needed(Booking one) {
            var until = needed.get(one.id());
            return until == null || !until.isAfter(one.terms().ends())
                    ? Optional.empty()
                    : Optional.of(frame.text(
                            "plan.bookings.needed",
                            frame.date(until),
                            ChronoUnit.DAYS.between(one.terms().ends(), until)));
        }

        private List<BookingsPage.Said> said(Booking one, BookingState state) {
            var answers = new ArrayList<>(said.getOrDefault(one.id(), List.of()));
            Collections.reverse(answers);
            return answers.stream()
                    .limit(MOST_SAID)
                    .map(answer -> answer(answer, one, state))
                    .toList();
        }

        private BookingsPage.Said answer(Asked one, Booking booking, BookingState state) {
            var answer = Objects.requireNonNull(one.answer());
            var given = Objects.requireNonNull(one.given());
            var other = one.other();
            boolean takes = writes
                    && state.kind() == BookingState.Kind.OTHER_DATES
                    && state.last() != null
                    && one.id().equals(state.last().id())
                    && !booking.over(today);
            return new BookingsPage.Said(
                    switch (answer) {
                        case YES -> Tone.GOOD;
                        case NO -> Tone.BAD;
                        case OTHER_DATES -> Tone.WARN;
                    },
                    other == null
                            ? frame.text("plan.bookings.said." + answer.code())
                            : frame.text(
                                    "plan.bookings.said.other-dates",
                                    frame.date(other.from()),
                                    frame.date(other.until())),
                    frame.text(
                            "plan.bookings.said.who",
                            one.person(),
                            frame.time(given, zone),
                            frame.date(one.terms().begins()),
                            frame.date(one.terms().ends())),
                    one.note(),
                    takes ? one.id().toString() : "");
        }
    }
}
