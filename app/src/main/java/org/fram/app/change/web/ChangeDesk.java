package org.fram.app.change.web;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.fram.app.change.ChangeState;
import org.fram.app.change.Impact;
import org.fram.app.change.OrderingChange;
import org.fram.app.change.ProposedChange;
import org.fram.app.change.ProposedChanges;
import org.fram.app.change.WeighingChange;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Naming;
import org.fram.app.engagement.Party;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Pair;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.register.Money;
import org.fram.app.signing.Matter;
import org.fram.app.signing.SigningAuthorities;
import org.fram.app.signing.SigningAuthority;
import org.fram.app.sow.Obligation;
import org.fram.app.sow.Obligations;
import org.fram.app.sow.StatementsOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together the page of a change. Is asked within a transaction of whoever looks.
@Component
class ChangeDesk {

    private static final int DAYS_TO_SIGN = 14;
    private static final int MOST_LINES = 200;
    private static final List<String> WORDS =
            List.of("reason", "wantedBy", "assumption", "raci", "kpis", "tests", "refusal", "signedBy");

    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Members members;
    private final Naming naming;
    private final ProposedChanges changes;
    private final WeighingChange weighing;
    private final StatementsOfWork statements;
    private final Obligations obligations;
    private final SigningAuthorities authorities;
    private final InstantSource clock;

    ChangeDesk(
            Authority authority,
            EngagementHeads heads,
            Engagements engagements,
            Members members,
            Naming naming,
            ProposedChanges changes,
            WeighingChange weighing,
            StatementsOfWork statements,
            Obligations obligations,
            SigningAuthorities authorities,
            InstantSource clock) {
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.members = members;
        this.naming = naming;
        this.changes = changes;
        this.weighing = weighing;
        this.statements = statements;
        this.obligations = obligations;
        this.authorities = authorities;
        this.clock = clock;
    }

    ChangePage page(Frame frame, Actor.Person me, EngagementId engagement, String ref, String refusal) {
        var mine = authority.require(me, Act.SEE, engagement);
        var change = changes.get(engagement, ref);
        var standing = weighing.of(engagement, change);
        var head = heads.of(frame, me, engagement);
        boolean open = change.state() == ChangeState.PROPOSED;
        boolean decides = mine.may(Act.ASK_FOR_SIGNATURES);
        var places = places(engagement);
        var labels = new LinkedHashSet<>(change.labels("obligations"));
        labels.addAll(change.labels("inScopeBy"));
        var impact = standing.impact();
        if (impact != null) {
            places.forEach((label, place) -> {
                if (place.finding() != null && impact.touched().contains(place.finding())) {
                    labels.add(label);
                }
            });
        }
        return new ChangePage(
                head,
                head.address() + "/changes/" + ref,
                ref,
                change.text(),
                change.state().tone(),
                frame.text("change.state." + change.state().code()),
                told(frame, change, standing),
                Link.to(
                        head.address() + "/registers/changes/rows/" + change.id(),
                        frame.text(open ? "change.terms.edit" : "change.terms.see")),
                terms(frame, change),
                labels.stream()
                        .map(label -> places.containsKey(label)
                                ? Link.to(places.get(label).address(), label)
                                : Link.to(head.address() + "/sow", label))
                        .toList(),
                open && mine.may(Act.CONTRIBUTE) ? wordings(frame, engagement, change) : List.of(),
                redline(frame, engagement, change),
                impact == null ? List.of() : impact(frame, impact),
                frame.text(impact == null ? "change.impact.none" : "change.impact.nothing"),
                change.terms(),
                stands(frame, engagement, standing),
                open && decides && canAgree(standing, mine),
                open && decides,
                standing.orders().stream()
                        .map(order -> Link.to(
                                head.address() + "/signatures/"
                                        + order.request().id(),
                                frame.text(
                                        "change.order."
                                                + order.request()
                                                        .state(clock.instant())
                                                        .name()
                                                        .toLowerCase(Locale.ROOT),
                                        order.name())))
                        .toList(),
                decides && standing.canBeOrdered() ? List.of(ordering(frame, engagement)) : List.of(),
                refusal);
    }

    /// The words of a change order.
    OrderingChange.Words words(Frame frame, EngagementId engagement, String ref) {
        var change = changes.get(engagement, ref);
        var rows = new ArrayList<List<String>>();
        terms(frame, change).forEach(pair -> rows.add(List.of(pair.name(), pair.value())));
        var impact = weighing.of(engagement, change).impact();
        if (impact != null) {
            impact(frame, impact)
                    .forEach(part -> part.lines()
                            .forEach(line -> rows.add(List.of(
                                    part.title(),
                                    line.before().isEmpty() && line.after().isEmpty()
                                            ? line.label() + " " + line.text()
                                            : frame.text(
                                                    "change.impact.fromTo",
                                                    line.text(),
                                                    line.before(),
                                                    line.after())))));
        }
        return new OrderingChange.Words(
                frame.texts().locale().getLanguage(),
                frame.text("change.order.title", ref),
                List.of(
                        change.text(),
                        frame.text(
                                "change.order.between",
                                engagements.parties(engagement).stream()
                                        .map(Party::name)
                                        .collect(joining(", ")))),
                rows,
                frame.text("change.order.wording"),
                frame.text("sow.redline.legend"));
    }

    ZoneId zone(EngagementId engagement) {
        return engagements.get(engagement).timeZone();
    }

    private static boolean canAgree(WeighingChange.Standing standing, Membership mine) {
        return standing.parties().contains(mine.party()) && !standing.agreed().contains(mine.party());
    }

    private static String told(Frame frame, ProposedChange change, WeighingChange.Standing standing) {
        var decided = change.decided();
        return switch (change.state()) {
            case PROPOSED ->
                frame.text(
                        "change.told.open",
                        standing.agreed().size(),
                        standing.parties().size());
            case AGREED ->
                frame.text(
                        standing.canBeOrdered() ? "change.told.toOrder" : "change.told.isOrdered",
                        decided == null ? "" : frame.date(decided));
            case IN_SCOPE ->
                frame.text(
                        "change.told.isInScope",
                        String.join(", ", change.labels("inScopeBy")),
                        decided == null ? "" : frame.date(decided));
            case REFUSED -> frame.text("change.told.isRefused", decided == null ? "" : frame.date(decided));
        };
    }

    private static List<Pair> terms(Frame frame, ProposedChange change) {
        var terms = new ArrayList<Pair>();
        var price = change.price();
        if (price != null) {
            terms.add(new Pair(frame.text("change.column.price"), Money.shown(price, frame)));
        }
        var days = change.number("days");
        if (days != null) {
            terms.add(new Pair(frame.text("change.column.days"), frame.text("change.days", days.toBigInteger())));
        }
        for (String column : List.of("buyerHours", "vendorHours")) {
            var hours = change.number(column);
            if (hours != null) {
                terms.add(new Pair(
                        frame.text("change.column." + column), frame.text("change.hours", hours.toPlainString())));
            }
        }
        for (String column : WORDS) {
            String words = change.words(column);
            if (!words.isEmpty()) {
                terms.add(new Pair(frame.text("change.column." + column), words));
            }
        }
        return terms;
    }

    /// Where an obligation stands, and what it was found as in the newest version.
    private record Place(String address, @Nullable String finding) {}

    private Map<String, Place> places(EngagementId engagement) {
        var places = new HashMap<String, Place>();
        for (var statement : statements.of(engagement)) {
            for (Obligation one : obligations.of(statement.id())) {
                var seen = one.seen();
                places.putIfAbsent(
                        one.code(),
                        new Place(
                                EngagementHeads.address(engagement) + "/" + statement.path()
                                        + one.id().place(),
                                seen == null ? null : seen.id()));
            }
        }
        return places;
    }

    private List<Choice> wordings(Frame frame, EngagementId engagement, ProposedChange change) {
        var wording = change.wording();
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", frame.text("change.wording.none"), wording == null));
        for (var statement : statements.of(engagement)) {
            int newest = statements.versions(statement.id()).size();
            IntStream.rangeClosed(1, newest)
                    .forEach(to -> IntStream.range(1, to)
                            .filter(from -> to - from == 1 || to == newest)
                            .forEach(from -> choices.add(new Choice(
                                    "%s %d %d".formatted(statement.id(), from, to),
                                    frame.text("change.wording.versions", statement.title(), from, to),
                                    new ProposedChange.Wording(statement.id(), from, to).equals(wording)))));
        }
        return choices.size() == 1 ? List.of() : choices;
    }

    private static List<Link> redline(Frame frame, EngagementId engagement, ProposedChange change) {
        var wording = change.wording();
        return wording == null
                ? List.of()
                : List.of(Link.to(
                        "%s/sow/%s/redline?from=%d&to=%d"
                                .formatted(
                                        EngagementHeads.address(engagement),
                                        wording.sow(),
                                        wording.from(),
                                        wording.to()),
                        frame.text("change.wording.redline", wording.from(), wording.to())));
    }

    private static List<ChangePage.Impact> impact(Frame frame, Impact impact) {
        var parts = new ArrayList<ChangePage.Impact>();
        for (var about : Impact.About.values()) {
            var lines = impact.about(about).stream()
                    .limit(MOST_LINES)
                    .map(line -> new ChangePage.Line(
                            line.kind().code(),
                            frame.text("change.impact.kind." + line.kind().code()),
                            line.text().isEmpty() ? frame.text("change.impact.total") : line.text(),
                            line.before(),
                            line.after()))
                    .toList();
            if (!lines.isEmpty()) {
                parts.add(new ChangePage.Impact(frame.text("change.impact." + about.code()), lines));
            }
        }
        return parts;
    }

    private List<ChangePage.Stand> stands(Frame frame, EngagementId engagement, WeighingChange.Standing standing) {
        var names = naming.of(engagement);
        return standing.parties().stream()
                .map(party -> standing.agreed().contains(party)
                        ? new ChangePage.Stand(Tone.GOOD, frame.text("change.stand.agrees", names.party(party)))
                        : new ChangePage.Stand(Tone.CALM, frame.text("change.stand.open", names.party(party))))
                .toList();
    }

    private ChangePage.Ordering ordering(Frame frame, EngagementId engagement) {
        var may = authorities.of(engagement).stream()
                .filter(given -> given.matter() == Matter.CHANGE_ORDER)
                .map(SigningAuthority::person)
                .toList();
        var names = naming.of(engagement);
        return new ChangePage.Ordering(
                members.of(engagement).stream()
                        .filter(member -> may.contains(member.person()))
                        .map((Member member) -> new Choice(
                                member.person().toString(),
                                frame.text("agreement.signer", member.name(), names.party(member.party())),
                                true))
                        .toList(),
                LocalDate.ofInstant(clock.instant(), zone(engagement))
                        .plusDays(DAYS_TO_SIGN)
                        .toString());
    }

    /// The first moment of the day behind one.
    Instant behind(EngagementId engagement, LocalDate last) {
        return last.plusDays(1).atStartOfDay(zone(engagement)).toInstant();
    }
}
