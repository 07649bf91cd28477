package org.fram.schedule.level;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.fram.schedule.Grid;
import org.fram.schedule.Network;
import org.fram.schedule.Plan;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.level.LevelSettings.Engine;

/// Resource-constrained scheduling: the shortest plan in which no resource is booked beyond what there is
/// of it.
///
/// Dates that should be kept (deadlines, no later than) count before the length, priorities after it.
/// What is bound to a date (must) stays there. What is in progress resumes when its resources allow.
/// Activities are not split but by their calendars.
///
/// Two engines work on it, a population of schedules ([Evolution]) and constraint programming
/// ([ConstraintSearch]); each takes over what the other finds. Where activities work on several clocks,
/// and where there is no CP-SAT for the machine, the population works alone.
public final class Levelling {

    private static final int POPULATION = 150;
    /// About as much work as a stretch of constraint programming, where both share a thread.
    private static final int POSITIONS_BETWEEN = 2_500_000;

    private static final int POSITIONS_A_ROUND = 600_000;

    private Levelling() {}

    /// Who watches: says when to stop, and hears of what was found. It is called by several threads.
    public interface Course {

        /// Goes on until nothing better can be, or the effort is spent.
        Course TO_THE_END = () -> false;

        /// Whether the best so far is enough.
        boolean stopped();

        /// Hears of a better schedule, or a better bound.
        ///
        /// @param finish of the best plan so far, in minutes since 1970 in UTC
        /// @param earliestFinish no plan can finish before
        default void reached(long finish, long earliestFinish) {}
    }

    /// Levels a plan.
    ///
    /// @throws UnusablePlanException if an activity needs more of a resource than there is; the message
    ///     says which, of what; or if there are no activities
    public static Levelled of(Plan plan, LevelSettings settings, Course course) {
        if (plan.activities().isEmpty()) {
            throw new UnusablePlanException(
                    "\"%s\" has no activities: there is nothing to level.".formatted(plan.name()));
        }
        return new Run(plan, settings, course).levelled();
    }

    private static final class Run {

        private final LevelSettings settings;
        private final Course course;
        private final Grid grid;
        private final Problem problem;
        private final int[] earliest;
        private final long shortest;
        private final Best best = new Best();
        private long toldCost = Long.MAX_VALUE;
        private long toldBound;

        Run(Plan plan, LevelSettings settings, Course course) {
            this.settings = settings;
            this.course = course;
            this.grid = Grid.of(Network.of(plan));
            this.problem = new Problem(grid);
            var free = new ClockedDecoder(problem);
            free.withoutResources();
            this.earliest = free.start.clone();
            int byLinks = Arrays.stream(free.finish).max().orElse(0);
            this.shortest = Bounds.lower(problem, earliest, Bounds.tails(problem), byLinks);
            best.raise(shortest);
        }

        Levelled levelled() {
            if (problem.size > 0) {
                search();
            }
            int[] starts = problem.size > 0 ? best.starts() : new int[0];
            long cost = problem.size > 0 ? best.cost() : 0;
            if (cost >= Decoder.UNPLACED) {
                throw new UnusablePlanException(unplaced(starts));
            }
            starts = late(Priorities.regarded(problem, starts, cost));
            var ofNodes = new int[grid.nodes()];
            for (int k = 0; k < problem.size; k++) {
                ofNodes[problem.node[k]] = starts[k];
            }
            var timetable = grid.timetable(ofNodes);
            boolean proven = cost <= best.bound();
            long bound = problem.dues ? shortest : best.bound();
            return new Levelled(
                    timetable,
                    timetable.date(timetable.start()),
                    timetable.finishDate(),
                    timetable.date(Math.min(
                            timetable.finish(), problem.size == 0 ? timetable.finish() : grid.instant((int) bound))),
                    cost / Decoder.LATE * grid.minutes(),
                    proven);
        }

        private void search() {
            boolean constraints =
                    settings.engine() != Engine.POPULATION && problem.oneClock() && ConstraintSolver.available();
            if (settings.engine() == Engine.CONSTRAINTS && constraints) {
                int horizon = Arrays.stream(problem.length).sum()
                        + Arrays.stream(earliest).max().orElse(0);
                var model = new ConstraintModel(problem, earliest, Bounds.tails(problem), horizon);
                var outcome = ConstraintSolver.solve(
                        model,
                        problem,
                        best,
                        settings.threads(),
                        (int) settings.seed(),
                        settings.effort(),
                        false,
                        false,
                        course::stopped);
                best.raise(outcome.exhausted() ? best.cost() : (long) Math.ceil(outcome.bound() - 1e-6));
            }
            // There is always an answer, however soon it is stopped.
            int positions = settings.effort() > 0 ? POSITIONS_A_ROUND : POSITIONS_BETWEEN;
            var first = new EvolutionSearch(problem, settings.seed(), POPULATION, positions);
            first.begin(best);
            tell();
            if (settings.engine() == Engine.CONSTRAINTS) {
                return;
            }
            var searches = new ArrayList<Search>(List.of(first));
            if (constraints) {
                searches.add(new ConstraintSearch(problem, earliest, settings.seed() + 1));
            }
            int populations = settings.effort() > 0 ? 2 : Math.max(2, settings.threads());
            for (int k = 1; k < populations; k++) {
                searches.add(new EvolutionSearch(problem, settings.seed() + 1 + k, POPULATION, positions));
            }
            if (settings.effort() > 0) {
                inRounds(searches);
            } else {
                untilStopped(searches);
            }
        }

        /// All work on a copy of what is known and put together what they found when all are done.
        private void inRounds(List<Search> searches) {
            for (int round = 0; round < settings.effort() && !best.proven() && !course.stopped(); round++) {
                var copies = searches.stream().map(_ -> best.copy()).toList();
                var work = new ArrayList<Callable<Boolean>>();
                for (int k = 0; k < searches.size(); k++) {
                    var search = searches.get(k);
                    var copy = copies.get(k);
                    work.add(() -> search.step(copy, course::stopped));
                }
                inThreads(work);
                copies.forEach(best::learn);
                tell();
            }
        }

        /// Each thread has searches of its own, which all know what is best at once.
        private void untilStopped(List<Search> searches) {
            var work = new ArrayList<Callable<Boolean>>();
            for (int thread = 0; thread < settings.threads(); thread++) {
                var own = new ArrayList<Search>();
                for (int k = thread; k < searches.size(); k += settings.threads()) {
                    own.add(searches.get(k));
                }
                work.add(() -> {
                    BooleanSupplier stop = () -> course.stopped() || best.proven();
                    while (!own.isEmpty() && !stop.getAsBoolean()) {
                        for (var search : own) {
                            search.step(best, stop);
                            tell();
                        }
                    }
                    return true;
                });
            }
            inThreads(work);
        }

        private void inThreads(List<Callable<Boolean>> work) {
            try (var threads = Executors.newFixedThreadPool(Math.min(settings.threads(), work.size()))) {
                for (var done : threads.invokeAll(work)) {
                    done.get();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }

        private synchronized void tell() {
            long cost = best.cost();
            long bound = best.bound();
            if ((cost < toldCost || bound > toldBound) && cost < Decoder.UNPLACED) {
                toldCost = cost;
                toldBound = bound;
                long length = cost % Decoder.LATE;
                long least = Math.min(length, problem.dues ? shortest : bound);
                course.reached(grid.instant((int) length), grid.instant((int) least));
            }
        }

        private int[] late(int[] starts) {
            if (IntStream.range(0, problem.size).noneMatch(k -> problem.late[k])) {
                return starts;
            }
            var decoder = new ClockedDecoder(problem);
            var finishes = new int[problem.size];
            System.arraycopy(starts, 0, decoder.start, 0, starts.length);
            decoder.forward(decoder.byStart().clone());
            System.arraycopy(decoder.finish, 0, finishes, 0, finishes.length);
            decoder.putLate(decoder.start.clone(), finishes);
            return decoder.start.clone();
        }

        private String unplaced(int[] starts) {
            for (int k = 0; k < problem.size; k++) {
                if (starts[k] < Problem.NEVER || problem.length[k] == 0) {
                    continue;
                }
                for (int r = 0; r < problem.resources.length; r++) {
                    int needed = problem.need[k * problem.resources.length + r];
                    int remains = problem.capacity.get(r).getLast().units();
                    if (needed > remains) {
                        var plan = grid.network().plan();
                        var activity = plan.activities().get(problem.node[k]);
                        var resource = plan.resources().get(problem.resources[r]);
                        return "Activity \"%s\" (%s) needs %s of \"%s\", and there %s in the end: no time was found at which enough is free for so long. Let it need less, or get more for longer."
                                .formatted(
                                        activity.name(),
                                        activity.id(),
                                        Problem.amount(needed),
                                        resource.name(),
                                        remains == 0 ? "is none" : "is only " + Problem.amount(remains));
                    }
                }
            }
            return "No time was found for some activities. Let them need less, or get more of the resources for longer.";
        }
    }
}
