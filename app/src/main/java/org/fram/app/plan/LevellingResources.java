package org.fram.app.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.runs.RequestingRun;
import org.fram.app.platform.runs.RunFailedException;
import org.fram.app.platform.runs.RunId;
import org.fram.app.platform.runs.RunStoppedException;
import org.fram.app.platform.runs.RunningRun;
import org.fram.app.platform.runs.Work;
import org.fram.app.platform.texts.Text;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.level.LevelSettings;
import org.fram.schedule.level.Levelled;
import org.fram.schedule.level.Levelling;
import org.springframework.stereotype.Component;

/// Having the engine find dates at which no resource is booked beyond what there is of it. The same plan and effort
/// give the same dates each time. What it finds waits until somebody takes it over.
@Component
public class LevellingResources implements Work {

    static final String KIND = "plan-levelling";

    private static final long SEED = 1;

    private final Transactions transactions;
    private final Plans plans;
    private final Levellings levellings;
    private final RequestingRun requestingRun;
    private final InstantSource clock;

    LevellingResources(
            Transactions transactions,
            Plans plans,
            Levellings levellings,
            RequestingRun requestingRun,
            InstantSource clock) {
        this.transactions = transactions;
        this.plans = plans;
        this.levellings = levellings;
        this.requestingRun = requestingRun;
        this.clock = clock;
    }

    /// How long the engine looks for something better, if there may be any.
    public enum Effort implements Code {
        QUICK(5),
        USUAL(30),
        THOROUGH(180);

        /// Rounds of about a second.
        final int rounds;

        Effort(int rounds) {
            this.rounds = rounds;
        }
    }

    record Input(Effort effort) {}

    /// Asks for dates of the plan as it is when the run begins.
    public RunId request(Actor.Person me, EngagementId engagement, Effort effort) {
        String name = transactions.as(me, () -> plans.get(engagement).name());
        return requestingRun.request(me, new RequestingRun.Wish(engagement, null, KIND, name, new Input(effort)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(RunningRun run) {
        var engagement = run.engagement();
        int rounds = run.input(Input.class).effort().rounds;
        var kept = transactions.as(run.person(), () -> plans.get(engagement));
        run.progress(0, rounds, Text.of("plan.levelling.looking"));
        if (kept.basis().bookings().isEmpty()) {
            throw new RunFailedException(Text.of("plan.levelling.noResources"));
        }
        try {
            var result = level(run, kept, rounds);
            run.finish(() -> {
                levellings.add(
                        engagement,
                        kept.standing().revision(),
                        result,
                        run.person().id());
                return "plan/levelled";
            });
        } catch (UnusablePlanException impossible) {
            throw new RunFailedException(Text.of("plan.levelling.impossible", String.valueOf(impossible.getMessage())));
        }
    }

    private LevelledPlan level(RunningRun run, KeptPlan kept, int rounds) {
        var plan = kept.plan();
        var settings = LevelSettings.USUAL
                .seeded(SEED)
                .effort(rounds)
                .on(Runtime.getRuntime().availableProcessors());
        var course = new Watched(run, rounds, plan.zone(), clock);
        var levelled = Levelling.of(plan, settings, course);
        // Whoever cancelled it wants no result.
        run.goOn();
        run.progress(rounds, rounds, Text.of("plan.levelling.holding"));
        return result(kept, levelled, rounds);
    }

    private static LevelledPlan result(KeptPlan kept, Levelled levelled, int rounds) {
        var starts = HoldingBack.until(kept, levelled.timetable());
        return new LevelledPlan(
                rounds,
                CriticalPath.of(kept.plan()).finishDate().toLocalDate(),
                levelled.finish().toLocalDate(),
                levelled.earliestFinish().toLocalDate(),
                levelled.makespan(),
                levelled.lowerBound(),
                levelled.late(),
                levelled.proven(),
                starts,
                HoldingBack.overbookings(kept),
                HoldingBack.overbookings(HoldingBack.with(kept, starts)));
    }

    /// Tells people the best so far, and the engine when they have had enough. The engine calls it from several
    /// threads.
    private static final class Watched implements Levelling.Course {

        private final RunningRun run;
        private final int rounds;
        private final ZoneId zone;
        private final InstantSource clock;
        private final Instant begun;
        private volatile Text best = Text.of("plan.levelling.looking");

        Watched(RunningRun run, int rounds, ZoneId zone, InstantSource clock) {
            this.run = run;
            this.rounds = rounds;
            this.zone = zone;
            this.clock = clock;
            this.begun = clock.instant();
        }

        @Override
        public boolean stopped() {
            try {
                long seconds = Duration.between(begun, clock.instant()).toSeconds();
                run.progress((int) Math.clamp(seconds, 0, rounds - 1L), rounds, best);
                return false;
            } catch (RunStoppedException _) {
                return true;
            }
        }

        @Override
        public void reached(long finish, long earliestFinish) {
            best = finish == earliestFinish
                    ? Text.of("plan.levelling.shortest", day(finish))
                    : Text.of("plan.levelling.best", day(finish), day(earliestFinish));
        }

        private LocalDate day(long instant) {
            return LocalDate.ofInstant(Instant.ofEpochSecond(instant * 60), zone);
        }
    }
}
