package org.fram.schedule.risk;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.fram.schedule.ColumnPass;
import org.fram.schedule.Network;
import org.fram.schedule.risk.Distribution.Discrete;
import org.fram.schedule.risk.Distribution.LogNormal;
import org.fram.schedule.risk.Distribution.Pert;

/// The lengths of activities in samples: tables that are laid out once, read by many threads.
final class Sampling {

    private static final int CELLS = Strata.SIZE;

    private final Strata strata;
    private final int activities;
    /// The length of each activity without a range.
    private final double[] fixed;
    /// For each activity the quantiles at the bounds of the strata, or null where it has no range.
    private final float[][] quantiles;
    /// Those whose quantiles cannot be joined by straight lines: all of a discrete one, the ends of an
    /// endless one.
    private final Distribution[] stepped;
    private final Distribution[] endless;
    /// The group of each activity, from 1; 0 for none, and -1 for one that the copula mixes.
    private final int[] group;
    private final Copula copula;
    private final double[] shared;
    private final double[] own;
    /// For each activity the impacts on it.
    private final int[][] eventsOf;
    private final Distribution[][] delaysOf;
    private final double[] chanceOf;

    Sampling(Network network, RiskModel model, long seed) {
        strata = new Strata(seed);
        var plan = network.plan();
        activities = plan.activities().size();
        fixed = new double[activities];
        long[] remaining = network.remaining();
        for (int k = 0; k < activities; k++) {
            fixed[k] = remaining[k];
        }
        quantiles = new float[activities][];
        stepped = new Distribution[activities];
        endless = new Distribution[activities];
        // Many lengths are the same; each is laid out once.
        var tables = new ConcurrentHashMap<Distribution, float[]>();
        model.ranges().parallelStream().forEach(range -> {
            quantiles[range.activity()] = tables.computeIfAbsent(range.length(), Sampling::laid);
            if (range.length() instanceof Discrete) {
                stepped[range.activity()] = range.length();
            } else if (range.length() instanceof LogNormal) {
                endless[range.activity()] = range.length();
            }
        });
        group = new int[activities];
        shared = new double[model.groups().size() + 1];
        own = new double[model.groups().size() + 1];
        for (int g = 0; g < model.groups().size(); g++) {
            var members = model.groups().get(g);
            shared[g + 1] = Math.sqrt(members.correlation());
            own[g + 1] = Math.sqrt(1 - members.correlation());
            for (int activity : members.activities()) {
                group[activity] = g + 1;
            }
        }
        copula = new Copula(activities, model);
        for (int k = 0; k < activities; k++) {
            if (copula.of(k) != null) {
                group[k] = -1;
            }
        }
        eventsOf = new int[activities][0];
        delaysOf = new Distribution[activities][0];
        chanceOf = new double[model.events().size()];
        for (int e = 0; e < model.events().size(); e++) {
            var event = model.events().get(e);
            chanceOf[e] = event.chance();
            for (var impact : event.impacts()) {
                int activity = impact.activity();
                int count = eventsOf[activity].length;
                eventsOf[activity] = Arrays.copyOf(eventsOf[activity], count + 1);
                delaysOf[activity] = Arrays.copyOf(delaysOf[activity], count + 1);
                eventsOf[activity][count] = e;
                delaysOf[activity][count] = impact.delay();
            }
        }
    }

    private static float[] laid(Distribution length) {
        var table = new float[CELLS + 1];
        for (int cell = 0; cell <= CELLS; cell++) {
            table[cell] = (float)
                    (length instanceof Pert(double best, double likely, double worst)
                            ? best
                                    + (worst - best)
                                            * PertShapes.at(worst > best ? (likely - best) / (worst - best) : 0, cell)
                            : length.quantile((double) cell / CELLS));
        }
        return table;
    }

    /// Whether the length of an activity has a range.
    boolean ranges(int activity) {
        return quantiles[activity] != null;
    }

    /// The chances at which the length of an activity is drawn: as its lengths, they rise and fall with them.
    void chances(int activity, int block, int from, double[] column, double[] room) {
        strata.chances(activity, block, from, column);
        int g = group[activity];
        var mixing = copula.of(activity);
        if (mixing != null) {
            mix(mixing, copula.place(activity), block, from, column, room);
        } else if (g > 0) {
            strata.chances(activities + g - 1, block, from, room);
            for (int k = 0; k < column.length; k++) {
                column[k] = Normal.chance(shared[g] * Normal.quantile(room[k]) + own[g] * Normal.quantile(column[k]));
            }
        }
    }

    /// What correlations had to be changed, a sentence each.
    List<String> notices() {
        return copula.notices();
    }

    private void mix(Copula.Mixing mixing, int place, int block, int from, double[] column, double[] room) {
        var weights = mixing.weights(place);
        Arrays.fill(column, 0);
        for (int j = 0; j <= place; j++) {
            if (weights[j] != 0) {
                strata.chances(mixing.activity(j), block, from, room);
                for (int k = 0; k < column.length; k++) {
                    column[k] += weights[j] * Normal.quantile(room[k]);
                }
            }
        }
        for (int k = 0; k < column.length; k++) {
            column[k] = Normal.chance(column[k]);
        }
    }

    /// One thread's part in it.
    final class Drawing implements ColumnPass.Lengths {

        private final double[] chances = new double[ColumnPass.WIDTH];
        private final double[] room = new double[ColumnPass.WIDTH];
        private final double[][][] scores = new double[copula.sets()][][];
        private final boolean[] scored = new boolean[copula.sets()];
        private int block;
        private int from;

        /// The samples that the next columns are of.
        void at(int nextBlock, int first) {
            block = nextBlock;
            from = first;
            Arrays.fill(scored, false);
        }

        /// Adds the costs of the events that happen in each sample.
        void addEvents(double[] costs, double[] sums) {
            for (int event = 0; event < costs.length; event++) {
                if (costs[event] > 0) {
                    strata.chances(activities + shared.length + event, block, from, chances);
                    for (int k = 0; k < ColumnPass.WIDTH; k++) {
                        sums[k] += chances[k] < chanceOf[event] ? costs[event] : 0;
                    }
                }
            }
        }

        @Override
        public void fill(int activity, double[] column) {
            float[] table = quantiles[activity];
            if (table == null) {
                Arrays.fill(column, fixed[activity]);
            } else if (group[activity] != 0 || stepped[activity] != null) {
                var mixing = copula.of(activity);
                if (mixing == null) {
                    chances(activity, block, from, chances, room);
                } else {
                    mix(mixing, activity);
                }
                look(activity, table, column);
            } else {
                draw(activity, table, column);
            }
            if (eventsOf[activity].length > 0) {
                delay(activity, column);
            }
        }

        /// As of all, but the normal scores of a set are drawn once for all its activities.
        private void mix(Copula.Mixing mixing, int activity) {
            int index = copula.index(activity);
            if (scores[index] == null) {
                scores[index] = new double[mixing.size()][ColumnPass.WIDTH];
            }
            if (!scored[index]) {
                for (int j = 0; j < mixing.size(); j++) {
                    var score = scores[index][j];
                    strata.chances(mixing.activity(j), block, from, score);
                    for (int k = 0; k < ColumnPass.WIDTH; k++) {
                        score[k] = Normal.quantile(score[k]);
                    }
                }
                scored[index] = true;
            }
            int place = copula.place(activity);
            var weights = mixing.weights(place);
            Arrays.fill(chances, 0);
            for (int j = 0; j <= place; j++) {
                double weight = weights[j];
                if (weight != 0) {
                    var score = scores[index][j];
                    for (int k = 0; k < ColumnPass.WIDTH; k++) {
                        chances[k] += weight * score[k];
                    }
                }
            }
            for (int k = 0; k < ColumnPass.WIDTH; k++) {
                chances[k] = Normal.chance(chances[k]);
            }
        }

        private void draw(int activity, float[] table, double[] column) {
            long draw = strata.draw(activity, block);
            char[] order = strata.order(draw);
            float[] places = strata.places();
            int turned = strata.turned(draw) + from;
            int flipped = strata.flipped(draw);
            int place = strata.place(draw) + from;
            for (int k = 0; k < ColumnPass.WIDTH; k++) {
                int cell = order[turned + k] ^ flipped;
                float low = table[cell];
                column[k] = low + places[place + k] * (table[cell + 1] - low);
            }
            var distribution = endless[activity];
            if (distribution != null) {
                for (int k = 0; k < ColumnPass.WIDTH; k++) {
                    int cell = order[turned + k] ^ flipped;
                    if (cell == 0 || cell == CELLS - 1) {
                        column[k] = distribution.quantile((cell + places[place + k]) / CELLS);
                    }
                }
            }
        }

        private void look(int activity, float[] table, double[] column) {
            var exact = stepped[activity];
            for (int k = 0; k < ColumnPass.WIDTH; k++) {
                if (exact != null) {
                    column[k] = exact.quantile(chances[k]);
                } else {
                    double at = chances[k] * CELLS;
                    int cell = Math.min((int) at, CELLS - 1);
                    var ends = cell == 0 || cell == CELLS - 1 ? endless[activity] : null;
                    column[k] = ends != null
                            ? ends.quantile(chances[k])
                            : table[cell] + (at - cell) * (table[cell + 1] - table[cell]);
                }
            }
        }

        private void delay(int activity, double[] column) {
            int quantity = activities + shared.length;
            for (int i = 0; i < eventsOf[activity].length; i++) {
                int event = eventsOf[activity][i];
                strata.chances(quantity + event, block, from, chances);
                strata.chances(quantity + chanceOf.length + activity * 7919 + i, block, from, room);
                for (int k = 0; k < ColumnPass.WIDTH; k++) {
                    if (chances[k] < chanceOf[event]) {
                        column[k] += delaysOf[activity][i].quantile(room[k]);
                    }
                }
            }
        }
    }
}
