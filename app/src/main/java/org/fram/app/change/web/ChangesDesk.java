package org.fram.app.change.web;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.fram.app.change.ChangeOrder;
import org.fram.app.change.ChangeState;
import org.fram.app.change.ProposedChange;
import org.fram.app.change.ProposedChanges;
import org.fram.app.change.SowReview;
import org.fram.app.change.SowReviews;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Names;
import org.fram.app.engagement.Naming;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.register.Money;
import org.fram.app.practice.Facts;
import org.fram.app.signing.SignatureRequest;
import org.fram.app.sow.SowId;
import org.fram.app.sow.SowSides;
import org.fram.app.sow.StatementOfWork;
import org.fram.app.sow.StatementsOfWork;
import org.fram.facts.MoneyFact;
import org.fram.facts.SowFacts.CostFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together the page of an engagement’s changes. Is asked within a transaction of whoever looks.
@Component
class ChangesDesk {

    private static final int DAYS_TO_NEXT = 90;
    private static final double WHOLE = 100;

    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Naming naming;
    private final ProposedChanges changes;
    private final SowReviews reviews;
    private final StatementsOfWork statements;
    private final Facts facts;
    private final InstantSource clock;

    ChangesDesk(
            Authority authority,
            EngagementHeads heads,
            Engagements engagements,
            Naming naming,
            ProposedChanges changes,
            SowReviews reviews,
            StatementsOfWork statements,
            Facts facts,
            InstantSource clock) {
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.naming = naming;
        this.changes = changes;
        this.reviews = reviews;
        this.statements = statements;
        this.facts = facts;
        this.clock = clock;
    }

    ChangesPage page(Frame frame, Actor.Person me, EngagementId engagement, String refusal) {
        var mine = authority.require(me, Act.SEE, engagement);
        var head = heads.of(frame, me, engagement);
        var zone = engagements.get(engagement).timeZone();
        var sow = facts.of(engagement).sow();
        var cost = sow == null ? null : sow.cost();
        return new ChangesPage(
                head,
                figures(frame, head.address(), cost),
                bar(frame, cost),
                groups(frame, head.address(), engagement),
                reviews(frame, engagement, zone),
                mine.may(Act.CONTRIBUTE),
                refusal);
    }

    private static List<KeyFigure> figures(Frame frame, String address, @Nullable CostFact cost) {
        var figures = new ArrayList<KeyFigure>();
        if (cost != null) {
            add(frame, figures, "approved", cost.approved(), address + "/registers/approved-amounts");
            add(frame, figures, "agreed", cost.agreed(), address + "/prices");
            add(frame, figures, "pending", cost.pending(), address + "/registers/changes");
            add(frame, figures, "forecast", cost.invoicedAndForecast(), address + "/prices");
        }
        return figures;
    }

    private static void add(
            Frame frame, List<KeyFigure> figures, String name, @Nullable MoneyFact money, String evidence) {
        if (money != null) {
            figures.add(new KeyFigure(
                    frame.text("change.cost." + name),
                    shown(frame, money),
                    frame.text("change.costNote." + name),
                    Link.to(evidence, frame.text("change.costEvidence." + name))));
        }
    }

    /// What is committed against what was approved, where all of it is in one currency.
    private static List<ChangesPage.Part> bar(Frame frame, @Nullable CostFact cost) {
        if (cost == null || cost.approved() == null) {
            return List.of();
        }
        var approved = cost.approved();
        var parts = new ArrayList<Map.Entry<String, MoneyFact>>();
        addPart(parts, "agreed", cost.agreed());
        addPart(parts, "pending", cost.pending());
        addPart(parts, "forecast", cost.invoicedAndForecast());
        if (parts.isEmpty()
                || parts.stream().anyMatch(part -> !part.getValue().currency().equals(approved.currency()))) {
            return List.of();
        }
        double committed =
                parts.stream().mapToDouble(part -> part.getValue().minorUnits()).sum();
        double whole = Math.max(committed, (double) approved.minorUnits());
        var bar = new ArrayList<ChangesPage.Part>();
        double at = 0;
        for (var part : parts) {
            double width = WHOLE * part.getValue().minorUnits() / whole;
            bar.add(new ChangesPage.Part(
                    frame.text("change.cost." + part.getKey()) + " " + shown(frame, part.getValue()),
                    part.getKey(),
                    at,
                    width));
            at += width;
        }
        if (approved.minorUnits() > committed) {
            bar.add(new ChangesPage.Part(frame.text("change.cost.left"), "left", at, WHOLE - at));
        } else if (approved.minorUnits() < committed) {
            bar.add(new ChangesPage.Part(
                    frame.text("change.cost.limit"), "limit", WHOLE * approved.minorUnits() / whole, 0));
        }
        return bar;
    }

    private static void addPart(List<Map.Entry<String, MoneyFact>> parts, String name, @Nullable MoneyFact money) {
        if (money != null && money.minorUnits() > 0) {
            parts.add(Map.entry(name, money));
        }
    }

    private List<ChangesPage.Group> groups(Frame frame, String address, EngagementId engagement) {
        var orders = new HashMap<UUID, ChangeOrder>();
        changes.orders(engagement).stream()
                .filter(order -> order.request().state(clock.instant()) == SignatureRequest.State.SIGNED)
                .forEach(order -> orders.put(order.change(), order));
        var all = changes.of(engagement);
        var groups = new ArrayList<ChangesPage.Group>();
        Predicate<ProposedChange> agreed = change -> change.state() == ChangeState.AGREED;
        Predicate<ProposedChange> ordered = change -> orders.containsKey(change.id());
        add(frame, groups, address, "open", all, change -> change.state() == ChangeState.PROPOSED, orders);
        add(frame, groups, address, "toOrder", all, agreed.and(ordered.negate()), orders);
        add(frame, groups, address, "ordered", all, agreed.and(ordered), orders);
        add(
                frame,
                groups,
                address,
                "closed",
                all,
                change -> change.state() == ChangeState.IN_SCOPE || change.state() == ChangeState.REFUSED,
                orders);
        return groups;
    }

    private static void add(
            Frame frame,
            List<ChangesPage.Group> groups,
            String address,
            String name,
            List<ProposedChange> all,
            Predicate<ProposedChange> belongs,
            Map<UUID, ChangeOrder> orders) {
        var lines = all.stream()
                .filter(belongs)
                .map(change -> line(frame, address, change, orders.get(change.id())))
                .toList();
        if (!lines.isEmpty()) {
            groups.add(new ChangesPage.Group(frame.text("change.group." + name), lines));
        }
    }

    private static ChangesPage.Line line(
            Frame frame, String address, ProposedChange change, @Nullable ChangeOrder order) {
        var decided = change.decided();
        var days = change.number("days");
        var price = change.price();
        return new ChangesPage.Line(
                Link.to(address + "/changes/" + change.ref(), change.ref()),
                change.text(),
                change.state().tone(),
                order == null
                        ? frame.text("change.state." + change.state().code())
                        : frame.text("change.state.ordered", order.name()),
                price == null ? "" : Money.shown(price, frame),
                days == null ? "" : frame.text("change.days", days.toBigInteger()),
                decided == null ? "" : frame.date(decided));
    }

    private List<ChangesPage.Review> reviews(Frame frame, EngagementId engagement, ZoneId zone) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var last = new HashMap<SowId, SowReview>();
        reviews.of(engagement).forEach(review -> last.putIfAbsent(review.sow(), review));
        var names = naming.of(engagement);
        return statements.of(engagement).stream()
                .map(statement -> review(frame, statement, last.get(statement.id()), names, today))
                .toList();
    }

    private static ChangesPage.Review review(
            Frame frame, StatementOfWork statement, @Nullable SowReview last, Names names, LocalDate today) {
        return new ChangesPage.Review(
                statement.id().toString(),
                Link.to(SowSides.address(statement), statement.title()),
                last == null || last.next().isBefore(today) ? Tone.WARN : Tone.GOOD,
                last == null
                        ? frame.text("change.review.never")
                        : frame.text(
                                last.next().isBefore(today) ? "change.review.overdue" : "change.review.last",
                                frame.date(last.reviewed()),
                                names.person(last.by()),
                                frame.date(last.next())),
                today.plusDays(DAYS_TO_NEXT).toString());
    }

    private static String shown(Frame frame, MoneyFact money) {
        var currency = Currency.getInstance(money.currency());
        return Money.shown(
                new Money.Sum(BigDecimal.valueOf(money.minorUnits(), currency.getDefaultFractionDigits()), currency),
                frame);
    }
}
