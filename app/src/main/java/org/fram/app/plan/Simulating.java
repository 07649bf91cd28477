package org.fram.app.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.fram.app.engagement.ActsOnPlan;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.runs.RequestingRun;
import org.fram.app.platform.runs.RunFailedException;
import org.fram.app.platform.runs.RunId;
import org.fram.app.platform.runs.RunningRun;
import org.fram.app.platform.runs.Work;
import org.fram.app.platform.texts.Text;
import org.fram.app.practice.Facts;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Plan;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.risk.ActivityFinishes;
import org.fram.schedule.risk.Distribution;
import org.fram.schedule.risk.Finishes;
import org.fram.schedule.risk.RiskModel;
import org.fram.schedule.risk.Simulation;
import org.fram.schedule.risk.SimulationResult;
import org.fram.schedule.risk.SimulationSettings;
import org.fram.schedule.risk.WhatIf;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Having the engine say how certain the day of going live is, and what each option buys. All is
/// computed on the same random numbers, which are the same each time: the same plan gives the same
/// answer.
@Component
public class Simulating implements Work {

    static final String KIND = "plan-simulation";

    private static final long SEED = 1;
    private static final double P50 = 0.5;
    private static final double P80 = 0.8;
    private static final int WEEKS_LATE = 2;
    private static final int WEEKS_WITHDRAWN = 6;

    /// Each is simulated twice.
    private static final int MOST_BOOKINGS = 30;

    private final Transactions transactions;
    private final Plans plans;
    private final PlanOptions options;
    private final Simulations simulations;
    private final RequestingRun requestingRun;
    private final Facts facts;
    private final ObjectProvider<ActsOnPlan> influences;

    Simulating(
            Transactions transactions,
            Plans plans,
            PlanOptions options,
            Simulations simulations,
            RequestingRun requestingRun,
            Facts facts,
            ObjectProvider<ActsOnPlan> influences) {
        this.transactions = transactions;
        this.plans = plans;
        this.options = options;
        this.simulations = simulations;
        this.requestingRun = requestingRun;
        this.facts = facts;
        this.influences = influences;
    }

    record Input() {}

    /// Asks for a simulation of the plan as it is when it begins.
    public RunId request(Actor.Person me, EngagementId engagement) {
        String name = transactions.as(me, () -> plans.get(engagement).name());
        return requestingRun.request(me, new RequestingRun.Wish(engagement, null, KIND, name, new Input()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(RunningRun run) {
        var engagement = run.engagement();
        var kept = transactions.as(run.person(), () -> plans.get(engagement));
        var weighed = transactions.as(run.person(), () -> options.of(engagement));
        var outside = transactions.as(new Actor.InCommon(run.person().id()), () -> outside(kept));
        try {
            var result = simulate(run, kept, weighed, outside);
            run.finish(() -> {
                simulations.add(
                        engagement,
                        kept.standing().revision(),
                        result,
                        run.person().id());
                return "date";
            });
        } catch (UnusablePlanException unusable) {
            throw new RunFailedException(Text.of("plan.import.unusable", String.valueOf(unusable.getMessage())));
        }
    }

    /// What all of the engagement see of it, as all see what comes of it.
    private Risks.Outside outside(KeptPlan kept) {
        var today = facts.today(kept.engagement());
        return new Risks.Outside(
                influences.stream()
                        .flatMap(one -> one.mayHappen(kept.engagement()).stream())
                        .toList(),
                influences.stream()
                        .flatMap(one -> one.comes(kept.engagement(), today).stream())
                        .toList(),
                influences.stream()
                        .flatMap(one -> one.needed(kept.engagement(), today).stream())
                        .toList(),
                Lengths.of(kept.basis().calendar()).day(),
                today);
    }

    private static Simulated simulate(RunningRun run, KeptPlan kept, List<PlanOption> weighed, Risks.Outside outside) {
        var people = outside.people().stream().limit(MOST_BOOKINGS).toList();
        int steps = weighed.size() + people.size() + 3;
        run.progress(0, steps, Text.of("plan.simulation.simulating"));
        var part = GoLivePlan.of(kept);
        var model = Risks.of(part.plan(), part.activities(), outside);
        var settings =
                SimulationSettings.USUAL.seeded(SEED).on(Runtime.getRuntime().availableProcessors());
        var result = Simulation.of(part.plan(), model, settings);
        var used = settings.exactly(result.finishes().samples());
        run.progress(2, steps, Text.of("plan.simulation.activities"));
        var activities = activities(kept, part, result, outside);
        var outcomes = new ArrayList<Simulated.OfOption>();
        for (var option : weighed) {
            run.progress(3 + outcomes.size(), steps, Text.of("plan.simulation.option", option.name()));
            outcomes.add(outcome(part, model, used, option, result.finishes()));
        }
        var absences = new ArrayList<Simulated.OfBooking>();
        for (var booking : people) {
            run.progress(
                    3 + outcomes.size() + absences.size(), steps, Text.of("plan.simulation.booking", booking.name()));
            absences.add(absence(part, model, used, booking, outside.today(), result.finishes()));
        }
        return new Simulated(
                SEED,
                result.finishes().samples(),
                result.planned().toLocalDate(),
                Simulated.Curve.of(result.finishes()),
                model.ranges().size(),
                (int) model.ranges().stream().filter(RiskModel.Range::byDefault).count(),
                drivers(part, result),
                activities,
                outcomes,
                absences.stream()
                        .filter(one -> one.withdrawn() > 0)
                        .sorted(Comparator.comparingLong(one -> -one.withdrawn()))
                        .toList(),
                result.notices());
    }

    private static List<Simulated.Driver> drivers(GoLivePlan part, SimulationResult result) {
        var byCode = new HashMap<String, UUID>();
        part.activities().forEach(one -> byCode.put(one.code(), one.id()));
        return result.drivers().stream()
                .map(driver -> new Simulated.Driver(
                        driver.kind().equals("activity") ? byCode.get(driver.id()) : null,
                        driver.id(),
                        driver.name(),
                        driver.correlation(),
                        driver.gainMinutes()))
                .toList();
    }

    private static List<Simulated.OfActivity> activities(
            KeptPlan kept, GoLivePlan part, SimulationResult result, Risks.Outside outside) {
        var plan = kept.plan();
        var timetable = CriticalPath.of(plan);
        var inPart = part.positions();
        var p80 = ActivityFinishes.of(plan, Risks.of(plan, kept.activities(), outside), SEED, P80)
                .toArray();
        var known = new ArrayList<Simulated.OfActivity>();
        for (int k = 0; k < p80.length; k++) {
            var id = kept.activities().get(k).id();
            var position = inPart.get(id);
            known.add(new Simulated.OfActivity(
                    id,
                    position == null ? 0 : result.activities().get(position).criticality(),
                    timetable.date(p80[k]).toLocalDateTime()));
        }
        return known;
    }

    /// What it costs when somebody comes late, or somebody else much later.
    private static Simulated.OfBooking absence(
            GoLivePlan part,
            RiskModel model,
            SimulationSettings settings,
            ActsOnPlan.Needed booking,
            LocalDate today,
            Finishes now) {
        IntToLongFunction cost = weeks -> {
            var waits = Risks.waiting(
                    model,
                    part.plan(),
                    part.activities(),
                    booking,
                    booking.from().plusWeeks(weeks),
                    today);
            var then = Simulation.of(part.plan(), waits, settings).finishes();
            return Math.max(0, ChronoUnit.MINUTES.between(now.date(P80), then.date(P80)));
        };
        return new Simulated.OfBooking(
                booking.ref(), booking.name(), cost.applyAsLong(WEEKS_LATE), cost.applyAsLong(WEEKS_WITHDRAWN));
    }

    private static Simulated.OfOption outcome(
            GoLivePlan part, RiskModel model, SimulationSettings settings, PlanOption option, Finishes now) {
        try {
            var changes = changes(part, option);
            var outcome = WhatIf.of(part.plan(), model, settings, List.of(new WhatIf.Option(option.name(), changes)))
                    .getFirst();
            return new Simulated.OfOption(
                    option.id(),
                    Simulated.Curve.of(outcome.finishes()),
                    "",
                    outcome.gain(now, P50),
                    outcome.gain(now, P80));
        } catch (UnusablePlanException impossible) {
            return new Simulated.OfOption(option.id(), null, String.valueOf(impossible.getMessage()), 0, 0);
        }
    }

    /// The engine's changes. What does not move the day of going live, or is done, is left as it is.
    private static List<WhatIf.Change> changes(GoLivePlan part, PlanOption option) {
        var changes = new ArrayList<WhatIf.Change>();
        for (var change : option.changes()) {
            if (change.type() == PlanOption.Type.REINFORCE) {
                changes.add(new WhatIf.Change.Reinforced(resource(part.plan(), change), (int) change.amount()));
                continue;
            }
            for (int k : concerned(part, change)) {
                changes.add(
                        switch (change.type()) {
                            case LENGTH ->
                                new WhatIf.Change.Length(k, new Distribution.Uniform(change.amount(), change.amount()));
                            case PART -> new WhatIf.Change.Scaled(k, change.amount() / 100.0);
                            case DROP, REINFORCE -> new WhatIf.Change.Dropped(k);
                        });
            }
        }
        return changes;
    }

    private static List<Integer> concerned(GoLivePlan part, PlanOption.Change change) {
        var chosen = new HashSet<>(change.activities());
        return Stream.iterate(0, k -> k < part.activities().size(), k -> k + 1)
                .filter(k -> {
                    var one = part.activities().get(k);
                    var activity = part.plan().activities().get(k);
                    boolean meant = chosen.contains(one.id())
                            || change.area() != null
                                    && change.area() == one.additions().area();
                    return meant && activity.kind() == Kind.TASK && activity.remaining() > 0;
                })
                .toList();
    }

    private static int resource(Plan plan, PlanOption.Change change) {
        for (int k = 0; k < plan.resources().size(); k++) {
            if (plan.resources().get(k).name().equals(change.resource())) {
                return k;
            }
        }
        throw new UnusablePlanException("There is no resource “%s” any more.".formatted(change.resource()));
    }
}
