package org.fram.schedule.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.fram.schedule.ColumnPass;
import org.fram.schedule.Costs;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.CriticalPath.Ends;
import org.fram.schedule.Network;
import org.fram.schedule.Plan;
import org.fram.schedule.risk.RiskModel.Range;
import org.fram.schedule.risk.SimulationResult.ActivityRisk;
import org.fram.schedule.risk.SimulationResult.Driver;
import org.jspecify.annotations.Nullable;

/// Monte Carlo simulation of a plan: its dates when lengths vary and risks happen.
///
/// Each sample is a critical path of its own, on the plan's calendars. Samples come in blocks, each of which
/// is a Latin hypercube ([Strata]); blocks go to threads in any order and give the same result in each.
/// Criticality, correlations and what drivers are worth are told from the first samples, at most [#DETAILED].
public final class Simulation {

    /// Samples that details are told from; a criticality is then within 0.011 of its limit in 19 of 20 cases.
    public static final int DETAILED = 8 * Strata.SIZE;

    private static final int BLOCKS_A_ROUND = 16;
    private static final int FEWEST_BLOCKS = 16;
    private static final int DRIVERS = 20;
    private static final double CONFIDENCE_95 = 1.96;

    private final Network network;
    private final RiskModel model;
    private final Costs costs;
    private final SimulationSettings settings;

    private Simulation(Network network, RiskModel model, Costs costs, SimulationSettings settings) {
        this.network = network;
        this.model = model;
        this.costs = costs;
        this.settings = settings;
    }

    /// Simulates a plan.
    ///
    /// @throws org.fram.schedule.UnusablePlanException if the plan cannot be computed, or the model speaks of
    ///     activities that it does not have
    public static SimulationResult of(Plan plan, RiskModel model, SimulationSettings settings) {
        return of(plan, Costs.NONE, model, settings);
    }

    /// Simulates a plan and what it costs. What is ordered comes behind the activities of the plan in the result.
    ///
    /// @throws org.fram.schedule.UnusablePlanException if the plan cannot be computed, or the model speaks of
    ///     activities that it does not have
    public static SimulationResult of(Plan plan, Costs costs, RiskModel model, SimulationSettings settings) {
        var deliveries = Deliveries.of(plan, model.checked(plan));
        return new Simulation(Network.of(deliveries.plan()), deliveries.model(), costs, settings).result();
    }

    private SimulationResult result() {
        var sampling = new Sampling(network, model, settings.seed());
        var timetable = CriticalPath.of(network, Ends.PLAN);
        var rates = costs.equals(Costs.NONE) && model.events().stream().allMatch(event -> event.cost() == 0)
                ? null
                : new CostRates(network, costs, model, timetable.start());
        var finishes = new long[0];
        var spent = new double[0];
        boolean converged = false;
        int samples = settings.samples();
        int allBlocks = (samples + Strata.SIZE - 1) / Strata.SIZE;
        int done = 0;
        while (done < allBlocks && !converged) {
            int next = settings.tolerance() == 0 ? allBlocks : Math.min(allBlocks, done + BLOCKS_A_ROUND);
            finishes = Arrays.copyOf(finishes, Math.min(samples, next * Strata.SIZE));
            spent = Arrays.copyOf(spent, rates == null ? 0 : finishes.length);
            simulate(sampling, rates, done, next, finishes, spent);
            done = next;
            converged = settings.tolerance() > 0 && known(finishes, done);
        }
        var all = new Finishes(finishes, network.plan().zone());
        var planned = timetable.finishDate();
        var risk = rates == null
                ? null
                : new CostRisk(
                        costs.currency(),
                        rates.planned(timetable.finish()),
                        finishes,
                        spent,
                        network.plan().zone());
        if (!settings.details()) {
            return new SimulationResult(all, planned, converged, List.of(), List.of(), risk, sampling.notices());
        }
        var first = Arrays.copyOf(finishes, Math.min(finishes.length, DETAILED));
        var activities = activities(sampling, first);
        return new SimulationResult(
                all, planned, converged, activities, drivers(activities, first), risk, sampling.notices());
    }

    /// Fills in the finishes of some blocks.
    private void simulate(
            Sampling sampling, @Nullable CostRates rates, int from, int to, long[] finishes, double[] spent) {
        var next = new AtomicInteger(from);
        workers(() -> {
            var columns = new Columns(network, sampling, rates);
            for (int block = next.getAndIncrement(); block < to; block = next.getAndIncrement()) {
                columns.finishes(block, finishes, spent);
            }
        });
    }

    /// Does the same work on each thread, and waits for all of them. What fails in one is thrown here.
    private void workers(Runnable work) {
        if (settings.threads() == 1) {
            work.run();
            return;
        }
        try (var threads = Executors.newFixedThreadPool(settings.threads())) {
            var futures = IntStream.range(0, settings.threads())
                    .mapToObj(_ -> CompletableFuture.runAsync(work, threads))
                    .toList();
            futures.forEach(future -> {
                try {
                    future.join();
                } catch (CompletionException e) {
                    throw e.getCause() instanceof RuntimeException cause ? cause : e;
                }
            });
        }
    }

    /// Whether the P80 date is known well enough: each block gives a figure of its own, and they scatter.
    private boolean known(long[] finishes, int blocks) {
        int whole = finishes.length / Strata.SIZE;
        if (blocks < FEWEST_BLOCKS || whole < FEWEST_BLOCKS) {
            return false;
        }
        var figures = new double[whole];
        var block = new long[Strata.SIZE];
        for (int k = 0; k < whole; k++) {
            System.arraycopy(finishes, k * Strata.SIZE, block, 0, Strata.SIZE);
            Arrays.sort(block);
            figures[k] = block[(int) (0.8 * Strata.SIZE)];
        }
        double mean = Arrays.stream(figures).average().orElse(0);
        double squares = Arrays.stream(figures)
                .map(figure -> (figure - mean) * (figure - mean))
                .sum();
        double error = CONFIDENCE_95 * Math.sqrt(squares / (whole - 1) / whole);
        var all = finishes.clone();
        Arrays.parallelSort(all);
        double range = all[(int) (0.9 * all.length)] - all[(int) (0.1 * all.length)];
        return error <= settings.tolerance() * range;
    }

    private List<ActivityRisk> activities(Sampling sampling, long[] finishes) {
        int count = network.plan().activities().size();
        var critical = critical(sampling, finishes.length);
        var ranks = ranks(finishes);
        var correlations = new double[count];
        var next = new AtomicInteger();
        workers(() -> {
            var column = new double[ColumnPass.WIDTH];
            var room = new double[ColumnPass.WIDTH];
            for (int k = next.getAndIncrement(); k < count; k = next.getAndIncrement()) {
                if (sampling.ranges(k) && !network.plan().activities().get(k).complete()) {
                    correlations[k] = correlation(sampling, k, ranks, column, room);
                }
            }
        });
        var risks = new ArrayList<ActivityRisk>();
        for (int k = 0; k < count; k++) {
            var activity = network.plan().activities().get(k);
            risks.add(new ActivityRisk(
                    activity.id(), activity.name(), (double) critical[k] / finishes.length, correlations[k]));
        }
        return risks;
    }

    private int[] critical(Sampling sampling, int samples) {
        int count = network.plan().activities().size();
        var total = new int[count];
        var next = new AtomicInteger();
        int blocks = (samples + Strata.SIZE - 1) / Strata.SIZE;
        workers(() -> {
            var columns = new Columns(network, sampling, null);
            var mine = new int[count];
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                columns.countCritical(block, samples, mine);
            }
            synchronized (total) {
                for (int k = 0; k < count; k++) {
                    total[k] += mine[k];
                }
            }
        });
        spanSummaries(total);
        return total;
    }

    /// A summary is taken to be critical as often as the most critical of its parts.
    private void spanSummaries(int[] critical) {
        var activities = network.plan().activities();
        for (int k = 0; k < critical.length; k++) {
            for (int up = activities.get(k).parent();
                    up != Plan.NONE;
                    up = activities.get(up).parent()) {
                critical[up] = Math.max(critical[up], critical[k]);
            }
        }
    }

    /// The rank of each finish, 0 to 1; the same finishes share the mean of theirs.
    private static double[] ranks(long[] finishes) {
        var order = IntStream.range(0, finishes.length)
                .boxed()
                .sorted(Comparator.comparingLong(k -> finishes[k]))
                .toList();
        var ranks = new double[finishes.length];
        for (int from = 0; from < order.size(); ) {
            int to = from;
            while (to < order.size() && finishes[order.get(to)] == finishes[order.get(from)]) {
                to++;
            }
            for (int k = from; k < to; k++) {
                ranks[order.get(k)] = (from + to - 1) / 2.0 / finishes.length;
            }
            from = to;
        }
        return ranks;
    }

    /// Spearman's: the chance at which a length was drawn is its rank.
    private static double correlation(Sampling sampling, int activity, double[] ranks, double[] column, double[] room) {
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int from = 0; from < ranks.length; from += column.length) {
            sampling.chances(activity, from / Strata.SIZE, from % Strata.SIZE, column, room);
            for (int k = 0; k < column.length && from + k < ranks.length; k++) {
                double a = column[k];
                double b = ranks[from + k];
                x += a;
                y += b;
                xx += a * a;
                yy += b * b;
                xy += a * b;
            }
        }
        double n = ranks.length;
        double spread = (n * xx - x * x) * (n * yy - y * y);
        return spread <= 0 ? 0 : (n * xy - x * y) / Math.sqrt(spread);
    }

    private List<Driver> drivers(List<ActivityRisk> activities, long[] finishes) {
        var now = new Finishes(finishes, network.plan().zone());
        var drivers = new ArrayList<Driver>();
        var strongest = IntStream.range(0, activities.size())
                .boxed()
                .filter(k -> activities.get(k).correlation() != 0)
                .sorted(Comparator.comparingDouble(k -> -activities.get(k).cruciality()))
                .limit(DRIVERS)
                .toList();
        for (int k : strongest) {
            var activity = activities.get(k);
            drivers.add(new Driver(
                    "activity",
                    activity.id(),
                    activity.name(),
                    activity.correlation(),
                    gain(now, finishes.length, atItsMean(k))));
        }
        for (var event : model.events()) {
            drivers.add(
                    new Driver("risk", event.id(), event.name(), 0, gain(now, finishes.length, happeningNever(event))));
        }
        drivers.sort(Comparator.comparingLong(driver -> -driver.gainMinutes()));
        return drivers;
    }

    private RiskModel atItsMean(int activity) {
        var ranges = new ArrayList<Range>();
        for (var range : model.ranges()) {
            double mean = range.length().mean();
            ranges.add(
                    range.activity() == activity
                            ? new Range(
                                    activity, new Distribution.Uniform(mean, mean), range.source(), range.byDefault())
                            : range);
        }
        return model.withRanges(ranges);
    }

    /// With the chance of zero instead of without the event, so that all others keep their random numbers.
    private RiskModel happeningNever(RiskModel.Event event) {
        return model.withEvents(model.events().stream()
                .map(other -> other.equals(event)
                        ? new RiskModel.Event(event.id(), event.name(), 0, event.impacts(), event.cost())
                        : other)
                .toList());
    }

    /// How much earlier the P80 date is under another model, on the same random numbers.
    private long gain(Finishes now, int samples, RiskModel other) {
        var finishes = new long[samples];
        int blocks = (samples + Strata.SIZE - 1) / Strata.SIZE;
        simulate(new Sampling(network, other, settings.seed()), null, 0, blocks, finishes, new double[0]);
        return now.instant(0.8) - new Finishes(finishes, network.plan().zone()).instant(0.8);
    }
}
