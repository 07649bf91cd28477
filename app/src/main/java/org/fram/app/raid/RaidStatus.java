package org.fram.app.raid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fram.app.engagement.Light;
import org.fram.app.engagement.RiskCosts;
import org.fram.app.engagement.StatusArea;
import org.fram.app.engagement.StatusArea.Better;
import org.fram.app.engagement.StatusArea.Dated;
import org.fram.app.engagement.StatusArea.Figure;
import org.fram.app.engagement.StatusArea.Line;
import org.fram.app.engagement.StatusArea.Unit;
import org.fram.app.engagement.StatusSource;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.fram.rules.FactCondition.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Risks, issues, decisions that are needed, and actions, as the status report says them.
@Component
class RaidStatus implements StatusSource {

    private static final int MOST = 5;
    private static final int LONG_OVERDUE = 7;
    private static final int WEEK = 7;

    private final RaidItems items;
    private final RiskTriggers triggers;
    private final ObjectProvider<RiskCosts> costs;

    RaidStatus(RaidItems items, RiskTriggers triggers, ObjectProvider<RiskCosts> costs) {
        this.items = items;
        this.triggers = triggers;
        this.costs = costs;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<StatusArea> of(EngagementId engagement, LocalDate today) {
        var areas = new ArrayList<StatusArea>();
        var risks = items.of(engagement, ThingKind.RISK);
        if (!risks.isEmpty()) {
            areas.add(risks(engagement, risks, today));
        }
        var issues = items.of(engagement, ThingKind.ISSUE);
        if (!issues.isEmpty()) {
            areas.add(issues(issues, today));
        }
        var decisions = items.of(engagement, ThingKind.DECISION);
        if (!decisions.isEmpty()) {
            areas.add(decisions(decisions, today));
        }
        var actions = items.of(engagement, ThingKind.ACTION);
        if (!actions.isEmpty()) {
            areas.add(actions(actions, today));
        }
        return areas;
    }

    private StatusArea risks(EngagementId engagement, List<RaidItem> all, LocalDate today) {
        Map<String, Long> cost = new HashMap<>();
        costs.forEach(one -> cost.putAll(one.atP80(engagement)));
        // What the simulation knows of goes before what people expect.
        var open = all.stream()
                .filter(RaidItem::open)
                .sorted(Comparator.comparing(
                                (RaidItem risk) -> cost.getOrDefault(risk.ref(), 0L), Comparator.reverseOrder())
                        .thenComparing(RaidStatus::expected, Comparator.reverseOrder()))
                .toList();
        var firing = triggers.of(engagement).stream()
                .filter(one -> one.answered().answer() == Answer.HOLDS)
                .map(one -> one.risk().row().id())
                .toList();
        long bare = open.stream()
                .filter(risk ->
                        risk.words("owner").isEmpty() || risk.words("response").isEmpty())
                .count();
        long unseen = open.stream()
                .filter(risk -> {
                    var review = risk.day("review");
                    return review != null && review.isBefore(today);
                })
                .count();
        var days = open.stream().map(RaidStatus::expected).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new StatusArea(
                "risks",
                Text.of("raid.status.risks"),
                !firing.isEmpty() ? Light.RED : bare + unseen > 0 ? Light.AMBER : Light.GREEN,
                !firing.isEmpty()
                        ? Text.of("raid.status.firing", firing.size())
                        : bare + unseen > 0
                                ? Text.of("raid.status.bare", bare, unseen)
                                : Text.of("raid.status.risksHeld", open.size()),
                Text.of("raid.status.risksRule"),
                "risks/matrix",
                List.of(
                        Figure.count("open", Text.of("raid.status.open"), open.size(), Better.LESS),
                        new Figure(
                                "days",
                                Text.of("raid.status.expectedDays"),
                                Unit.DAYS,
                                days.setScale(0, RoundingMode.HALF_UP),
                                null,
                                Better.LESS)),
                open.stream()
                        .sorted(Comparator.comparing(
                                risk -> !firing.contains(risk.row().id())))
                        .limit(MOST)
                        .map(risk -> line(
                                risk,
                                null,
                                firing.contains(risk.row().id())
                                        ? Text.of("raid.status.fires")
                                        : cost.getOrDefault(risk.ref(), 0L) > 0
                                                ? Text.of("raid.status.atP80", cost.getOrDefault(risk.ref(), 0L))
                                                : expected(risk).signum() > 0
                                                        ? Text.of("raid.line.expected", expected(risk))
                                                        : null))
                        .toList(),
                List.of());
    }

    private static StatusArea issues(List<RaidItem> all, LocalDate today) {
        var open = open(all, "due");
        long unescalated = open.stream()
                .filter(issue -> issue.day("escalated") == null && before(issue.day("escalateBy"), today))
                .count();
        long unowned =
                open.stream().filter(issue -> issue.words("owner").isEmpty()).count();
        long overdue = overdue(open, today);
        return new StatusArea(
                "issues",
                Text.of("raid.status.issues"),
                unescalated > 0 || longOverdue(open, today)
                        ? Light.RED
                        : overdue + unowned > 0 ? Light.AMBER : Light.GREEN,
                Text.of("raid.status.issuesBecause", open.size(), overdue, unescalated),
                Text.of("raid.status.issuesRule", LONG_OVERDUE),
                "registers/issues",
                List.of(
                        Figure.count("open", Text.of("raid.status.open"), open.size(), Better.LESS),
                        Figure.count("overdue", Text.of("raid.status.overdue"), overdue, Better.LESS),
                        Figure.count(
                                "escalated",
                                Text.of("raid.status.escalated"),
                                open.stream()
                                        .filter(issue -> issue.day("escalated") != null)
                                        .count(),
                                Better.LESS)),
                lines(open, "due", issue -> issue.day("escalated") == null ? null : Text.of("raid.status.isEscalated")),
                dates(open, "due"));
    }

    private static StatusArea decisions(List<RaidItem> all, LocalDate today) {
        var open = open(all, "due");
        long overdue = overdue(open, today);
        long soon = open.stream()
                .filter(one -> before(one.day("due"), today.plusDays(WEEK + 1L)))
                .count();
        return new StatusArea(
                "decisions",
                Text.of("raid.status.decisions"),
                longOverdue(open, today) ? Light.RED : soon > 0 ? Light.AMBER : Light.GREEN,
                open.isEmpty()
                        ? Text.of("raid.status.noDecision")
                        : Text.of("raid.status.decisionsBecause", open.size(), overdue),
                Text.of("raid.status.decisionsRule", LONG_OVERDUE),
                "registers/decisions",
                List.of(
                        Figure.count("needed", Text.of("raid.status.needed"), open.size(), Better.LESS),
                        Figure.count("overdue", Text.of("raid.status.overdue"), overdue, Better.LESS)),
                open.stream()
                        .limit(MOST)
                        .map(one -> new Line(
                                key(one),
                                one.ref(),
                                one.text(),
                                one.words("deciders"),
                                one.day("due"),
                                null,
                                one.path()))
                        .toList(),
                dates(open, "due"));
    }

    private static StatusArea actions(List<RaidItem> all, LocalDate today) {
        var open = open(all, "due");
        long overdue = overdue(open, today);
        long done = all.stream()
                .filter(action -> {
                    var day = action.day("done");
                    return day != null && day.isAfter(today.minusDays(WEEK));
                })
                .count();
        return new StatusArea(
                "actions",
                Text.of("raid.status.actions"),
                overdue == 0 ? Light.GREEN : overdue * 4 > open.size() && overdue > 1 ? Light.RED : Light.AMBER,
                Text.of("raid.status.actionsBecause", open.size(), overdue, done),
                Text.of("raid.status.actionsRule"),
                "registers/actions",
                List.of(
                        Figure.count("open", Text.of("raid.status.open"), open.size(), Better.LESS),
                        Figure.count("overdue", Text.of("raid.status.overdue"), overdue, Better.LESS),
                        Figure.count("done", Text.of("raid.status.doneLately"), done, Better.MORE)),
                lines(open.stream().filter(one -> before(one.day("due"), today)).toList(), "due", _ -> null),
                dates(open, "due"));
    }

    /// What is still to be done, what is due first before the rest.
    private static List<RaidItem> open(List<RaidItem> all, String due) {
        return all.stream()
                .filter(RaidItem::open)
                .sorted(Comparator.comparing(item -> item.day(due), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static long overdue(List<RaidItem> open, LocalDate today) {
        return open.stream().filter(one -> before(one.day("due"), today)).count();
    }

    private static boolean longOverdue(List<RaidItem> open, LocalDate today) {
        return open.stream().anyMatch(one -> {
            var due = one.day("due");
            return due != null && ChronoUnit.DAYS.between(due, today) > LONG_OVERDUE;
        });
    }

    private static boolean before(@Nullable LocalDate day, LocalDate today) {
        return day != null && day.isBefore(today);
    }

    private static List<Line> lines(List<RaidItem> open, String due, Function<RaidItem, @Nullable Text> note) {
        return open.stream()
                .limit(MOST)
                .map(one -> line(one, one.day(due), note.apply(one)))
                .toList();
    }

    private static Line line(RaidItem item, @Nullable LocalDate due, @Nullable Text note) {
        return new Line(key(item), item.ref(), item.text(), item.words("owner"), due, note, item.path());
    }

    private static List<Dated> dates(List<RaidItem> open, String column) {
        return open.stream()
                .flatMap(one -> {
                    var day = one.day(column);
                    return day == null
                            ? Stream.<Dated>empty()
                            : Stream.of(new Dated(key(one), one.ref(), one.text(), day, List.of(), one.path()));
                })
                .toList();
    }

    private static String key(RaidItem item) {
        return item.kind().code() + " " + item.row().id();
    }

    private static BigDecimal expected(RaidItem risk) {
        return RiskScale.expected(risk.row(), false).orElse(BigDecimal.ZERO);
    }
}
