package org.fram.app.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Light;
import org.fram.app.engagement.StatusArea;
import org.fram.app.engagement.StatusArea.Better;
import org.fram.app.engagement.StatusArea.Dated;
import org.fram.app.engagement.StatusArea.Figure;
import org.fram.app.engagement.StatusArea.Line;
import org.fram.app.engagement.StatusSource;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The go-live date with its probability, and what of the plan is late, as the status report says them.
@Component
class PlanStatus implements StatusSource {

    private static final int RED_BEYOND = 10;
    private static final int MOST = 5;
    private static final double P80 = 0.8;
    private static final double P50 = 0.5;

    private final Plans plans;
    private final AcceptingDate accepting;
    private final Simulations simulations;
    private final Engagements engagements;

    PlanStatus(Plans plans, AcceptingDate accepting, Simulations simulations, Engagements engagements) {
        this.plans = plans;
        this.accepting = accepting;
        this.simulations = simulations;
        this.engagements = engagements;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<StatusArea> of(EngagementId engagement, LocalDate today) {
        var target = engagements.get(engagement).targetGoLive();
        var kept = plans.find(engagement);
        if (target == null && kept.isEmpty()) {
            return List.of();
        }
        var areas = new ArrayList<StatusArea>();
        areas.add(date(engagement, target, kept));
        kept.ifPresent(plan -> Ending.of(plan).ifPresent(endings -> areas.add(work(engagement, plan, endings, today))));
        return areas;
    }

    private StatusArea date(EngagementId engagement, @Nullable LocalDate target, Optional<KeptPlan> kept) {
        var figures = new ArrayList<Figure>();
        var newest = simulations.newest(engagement);
        var shown = accepting.shown(engagement);
        shown.ifPresent(one -> figures.add(
                Figure.percent("probability", Text.of("plan.status.probability"), one.percent(), Better.MORE)));
        if (target != null) {
            figures.add(Figure.day("target", Text.of("plan.status.target"), target));
        }
        newest.ifPresent(one -> {
            var finishes = one.result().finishes();
            figures.add(Figure.day("p50", Text.of("plan.status.p50"), finishes.day(P50)));
            figures.add(Figure.day("p80", Text.of("plan.status.p80"), finishes.day(P80)));
        });
        boolean stale = kept.isPresent()
                && newest.isPresent()
                && newest.get().revision() != kept.get().standing().revision();
        Light light;
        Text because;
        if (shown.isPresent()) {
            int percent = shown.get().percent();
            var told = Light.ofProbability(percent);
            light = stale && told == Light.GREEN ? Light.AMBER : told;
            because = Text.of(
                    stale ? "plan.status.dateStale" : "plan.status.date",
                    percent,
                    shown.get().target());
        } else {
            light = Light.UNKNOWN;
            because = Text.of(
                    target == null
                            ? "plan.status.noTarget"
                            : kept.isEmpty() ? "plan.status.noPlan" : "plan.status.notSimulated");
        }
        return new StatusArea(
                "date",
                Text.of("plan.status.dateTitle"),
                light,
                because,
                Text.of("plan.status.dateRule", Light.LIKELY, Light.EVEN),
                "date",
                figures,
                List.of(),
                List.of());
    }

    private StatusArea work(EngagementId engagement, KeptPlan kept, List<Ending> endings, LocalDate today) {
        Map<PartyId, String> parties = new HashMap<>();
        engagements.parties(engagement).forEach(party -> parties.put(party.id(), party.name()));
        var waits = new HashMap<UUID, List<String>>();
        kept.links()
                .forEach(link -> waits.computeIfAbsent(link.after(), _ -> new ArrayList<>())
                        .add(key(link.before())));
        var dates = new ArrayList<Dated>();
        var late = new ArrayList<Line>();
        for (var ending : endings) {
            var one = ending.activity();
            if (!ending.open()) {
                continue;
            }
            dates.add(new Dated(
                    key(one.id()),
                    one.code(),
                    one.core().name(),
                    ending.day(),
                    waits.getOrDefault(one.id(), List.of()),
                    one.path()));
            if (ending.day().isBefore(today)) {
                late.add(new Line(
                        key(one.id()),
                        one.code(),
                        one.core().name(),
                        one.additions().party() == null
                                ? ""
                                : parties.getOrDefault(one.additions().party(), ""),
                        ending.day(),
                        null,
                        one.path()));
            }
        }
        int all = endings.size();
        int done = all - dates.size();
        late.sort(Comparator.comparing(line -> line.due() == null ? LocalDate.MAX : line.due()));
        var worst = late.isEmpty() ? null : late.getFirst().due();
        long days = worst == null ? 0 : worst.until(today, ChronoUnit.DAYS);
        return new StatusArea(
                "plan",
                Text.of("plan.status.workTitle"),
                late.isEmpty() ? Light.GREEN : days > RED_BEYOND ? Light.RED : Light.AMBER,
                late.isEmpty()
                        ? Text.of("plan.status.noneLate", done, all)
                        : Text.of("plan.status.late", late.size(), days),
                Text.of("plan.status.workRule", RED_BEYOND),
                "plan",
                List.of(
                        Figure.percent(
                                "done",
                                Text.of("plan.status.done"),
                                all == 0 ? 0 : Math.round(100.0 * done / all),
                                Better.MORE),
                        Figure.count("late", Text.of("plan.status.lateCount"), late.size(), Better.LESS)),
                late.stream().limit(MOST).toList(),
                dates);
    }

    private static String key(UUID activity) {
        return "activity " + activity;
    }
}
