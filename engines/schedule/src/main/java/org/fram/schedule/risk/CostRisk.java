package org.fram.schedule.risk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a plan costs in all samples, and date and cost together.
public final class CostRisk {

    private static final int PAIRS = 8;

    private final String currency;
    private final double planned;
    private final long[] finishes;
    private final double[] costs;
    private final double[] sorted;
    private final ZoneId zone;

    CostRisk(String currency, double planned, long[] finishes, double[] costs, ZoneId zone) {
        this.currency = currency;
        this.planned = planned;
        this.finishes = finishes.clone();
        this.costs = costs.clone();
        this.sorted = costs.clone();
        this.zone = zone;
        Arrays.parallelSort(sorted);
    }

    /// A date and a cost that are met together.
    public record Pair(ZonedDateTime date, double cost) {}

    /// As the plan has it; empty where it has none.
    public String currency() {
        return currency;
    }

    /// The cost when nothing varies and nothing happens.
    public double planned() {
        return planned;
    }

    /// The cost that is not exceeded with the given chance.
    ///
    /// @param chance 0 to 1
    public double cost(double chance) {
        return sorted[rank(chance)];
    }

    /// The mean cost.
    public double mean() {
        return Arrays.stream(sorted).sum() / sorted.length;
    }

    /// The chance that it costs no more than this, 0 to 1.
    public double probability(double budget) {
        return share(Long.MAX_VALUE, budget);
    }

    /// The chance that the plan is finished at a local date and time and costs no more than this, 0 to 1.
    public double probability(LocalDateTime by, double budget) {
        return share(by.atZone(zone).toEpochSecond() / 60, budget);
    }

    /// Dates with the least cost each that are met together with the given chance, from the earliest date to the
    /// latest: who wants the date earlier needs more money for the same confidence.
    ///
    /// @param chance 0 to 1
    public List<Pair> pairs(double chance) {
        int needed = rank(chance) + 1;
        var dates = finishes.clone();
        Arrays.parallelSort(dates);
        var pairs = new ArrayList<Pair>();
        long before = Long.MIN_VALUE;
        for (int k = 0; k <= PAIRS; k++) {
            long date = dates[rank(chance + (1 - chance) * k / PAIRS)];
            if (date == before) {
                continue;
            }
            before = date;
            var met = new double[costs.length];
            int count = 0;
            for (int sample = 0; sample < costs.length; sample++) {
                if (finishes[sample] <= date) {
                    met[count++] = costs[sample];
                }
            }
            if (count >= needed) {
                Arrays.sort(met, 0, count);
                pairs.add(new Pair(date(date), met[needed - 1]));
            }
        }
        return pairs;
    }

    /// Some of the samples, spread over all of them.
    ///
    /// @param most how many at most
    public List<Pair> some(int most) {
        var some = new ArrayList<Pair>();
        int step = Math.max(1, (costs.length + most - 1) / most);
        for (int sample = 0; sample < costs.length; sample += step) {
            some.add(new Pair(date(finishes[sample]), costs[sample]));
        }
        return some;
    }

    private int rank(double chance) {
        return Math.clamp((int) Math.ceil(chance * sorted.length) - 1, 0, sorted.length - 1);
    }

    private double share(long by, double budget) {
        int met = 0;
        for (int sample = 0; sample < costs.length; sample++) {
            met += finishes[sample] <= by && costs[sample] <= budget ? 1 : 0;
        }
        return (double) met / costs.length;
    }

    private ZonedDateTime date(long instant) {
        return Instant.ofEpochSecond(instant * 60).atZone(zone);
    }
}
