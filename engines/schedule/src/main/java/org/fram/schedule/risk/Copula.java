package org.fram.schedule.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fram.schedule.UnusablePlanException;
import org.jspecify.annotations.Nullable;

/// Lengths that are correlated two by two: normal scores that are mixed so that their correlations are those asked
/// for, for each set of activities that hang together.
///
/// Coefficients that no lengths can have together are replaced by the nearest that some can.
///
/// Sources: M. C. Cario and B. L. Nelson, *Modeling and generating random vectors with arbitrary marginal
/// distributions and correlation matrix*, 1997; N. J. Higham, *Computing the nearest correlation matrix*, 2002.
final class Copula {

    /// Activities of one set at most.
    static final int MOST = 500;

    private static final int ROUNDS = 200;
    private static final double CLOSE = 1e-9;
    private static final double TELLING = 5e-4;

    /// For each activity its set from 1, or 0.
    private final int[] set;
    private final int[] place;
    private final List<Mixing> sets = new ArrayList<>();
    private double changed;

    /// Activities and the mixing of their independent normal scores: row `k` has `k + 1` weights.
    static final class Mixing {

        private final int[] activities;
        private final double[][] weights;

        Mixing(int[] activities, double[][] weights) {
            this.activities = activities;
            this.weights = weights;
        }

        /// How many activities are mixed.
        int size() {
            return activities.length;
        }

        int activity(int place) {
            return activities[place];
        }

        double[] weights(int place) {
            return weights[place];
        }
    }

    Copula(int activities, RiskModel model) {
        set = new int[activities];
        place = new int[activities];
        var coefficients = coefficients(model);
        for (var members : together(activities, coefficients)) {
            if (members.size() > MOST) {
                throw new UnusablePlanException("%d activities are correlated two by two; it is at most %d. Use groups."
                        .formatted(members.size(), MOST));
            }
            sets.add(new Mixing(
                    members.stream().mapToInt(Integer::intValue).toArray(), weights(matrix(members, coefficients))));
            for (int k = 0; k < members.size(); k++) {
                set[members.get(k)] = sets.size();
                place[members.get(k)] = k;
            }
        }
    }

    /// The set of an activity, or null where it is in none.
    @Nullable
    Mixing of(int activity) {
        return set[activity] == 0 ? null : sets.get(set[activity] - 1);
    }

    /// Which of the sets it is in.
    int index(int activity) {
        return set[activity] - 1;
    }

    int place(int activity) {
        return place[activity];
    }

    int sets() {
        return sets.size();
    }

    /// What a reader has to know: that coefficients had to be changed.
    List<String> notices() {
        return changed < TELLING
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "The correlations contradict each other. The nearest that can be are taken; the largest change is"
                                + " %.3f.",
                        changed));
    }

    private record Two(int one, int other) {

        static Two of(int one, int other) {
            return new Two(Math.min(one, other), Math.max(one, other));
        }
    }

    /// Those of two activities, and of groups that one of these is in.
    private static Map<Two, Double> coefficients(RiskModel model) {
        var coefficients = new HashMap<Two, Double>();
        model.correlations()
                .forEach(correlation ->
                        coefficients.put(Two.of(correlation.one(), correlation.other()), correlation.coefficient()));
        var paired = coefficients.keySet().stream()
                .flatMap(two -> List.of(two.one(), two.other()).stream())
                .distinct()
                .toList();
        for (var group : model.groups()) {
            if (group.activities().stream().anyMatch(paired::contains)) {
                for (int one : group.activities()) {
                    for (int other : group.activities()) {
                        if (one < other) {
                            coefficients.putIfAbsent(Two.of(one, other), group.correlation());
                        }
                    }
                }
            }
        }
        return coefficients;
    }

    private static List<List<Integer>> together(int activities, Map<Two, Double> coefficients) {
        var root = new int[activities];
        Arrays.setAll(root, k -> k);
        coefficients.keySet().forEach(two -> root[root(root, two.one())] = root(root, two.other()));
        var together = new TreeMap<Integer, List<Integer>>();
        coefficients.keySet().stream()
                .flatMap(two -> List.of(two.one(), two.other()).stream())
                .distinct()
                .sorted()
                .forEach(activity -> together.computeIfAbsent(root(root, activity), _ -> new ArrayList<>())
                        .add(activity));
        // In an order that does not depend on how they were joined.
        return together.values().stream()
                .sorted((some, others) -> Integer.compare(some.getFirst(), others.getFirst()))
                .toList();
    }

    private static int root(int[] root, int activity) {
        int at = activity;
        while (root[at] != at) {
            at = root[at];
        }
        return at;
    }

    private static double[][] matrix(List<Integer> members, Map<Two, Double> coefficients) {
        var matrix = new double[members.size()][members.size()];
        for (int k = 0; k < members.size(); k++) {
            for (int i = 0; i < members.size(); i++) {
                matrix[k][i] = k == i ? 1 : coefficients.getOrDefault(Two.of(members.get(k), members.get(i)), 0.0);
            }
        }
        return matrix;
    }

    private double[][] weights(double[][] asked) {
        var weights = root(asked);
        if (weights != null) {
            return weights;
        }
        var nearest = nearest(asked);
        for (int k = 0; k < asked.length; k++) {
            for (int i = 0; i < k; i++) {
                changed = Math.max(changed, Math.abs(asked[k][i] - nearest[k][i]));
            }
        }
        // A hair of independence keeps rounding from taking it out of what can be.
        for (double hair = 1e-9; ; hair *= 10) {
            for (int k = 0; k < nearest.length; k++) {
                for (int i = 0; i < nearest.length; i++) {
                    nearest[k][i] = k == i ? 1 : nearest[k][i] * (1 - hair);
                }
            }
            var root = root(nearest);
            if (root != null) {
                return root;
            }
        }
    }

    /// The lower triangular root (Cholesky) of a matrix that has one, also where it is singular; otherwise null.
    private static double @Nullable [][] root(double[][] matrix) {
        int n = matrix.length;
        var root = new double[n][];
        for (int k = 0; k < n; k++) {
            root[k] = new double[k + 1];
            for (int i = 0; i <= k; i++) {
                double rest = matrix[k][i];
                for (int j = 0; j < i; j++) {
                    rest -= root[k][j] * root[i][j];
                }
                if (i == k) {
                    if (rest < -CLOSE) {
                        return null;
                    }
                    root[k][k] = rest < CLOSE ? 0 : Math.sqrt(rest);
                } else if (root[i][i] > 0) {
                    root[k][i] = rest / root[i][i];
                } else if (Math.abs(rest) > 1e-6) {
                    return null;
                }
            }
        }
        return root;
    }

    /// Projects by turns onto matrices without negative eigenvalues and onto those with ones on the diagonal.
    private static double[][] nearest(double[][] asked) {
        int n = asked.length;
        var unit = copy(asked);
        var correction = new double[n][n];
        for (int round = 0; round < ROUNDS; round++) {
            var from = new double[n][n];
            for (int k = 0; k < n; k++) {
                for (int i = 0; i < n; i++) {
                    from[k][i] = unit[k][i] - correction[k][i];
                }
            }
            var positive = withoutNegatives(from);
            double distance = 0;
            for (int k = 0; k < n; k++) {
                for (int i = 0; i < n; i++) {
                    correction[k][i] = positive[k][i] - from[k][i];
                    unit[k][i] = k == i ? 1 : positive[k][i];
                }
                distance = Math.max(distance, Math.abs(positive[k][k] - 1));
            }
            if (distance < 1e-7) {
                break;
            }
        }
        return unit;
    }

    private static double[][] withoutNegatives(double[][] matrix) {
        int n = matrix.length;
        var values = copy(matrix);
        var vectors = new double[n][n];
        for (int k = 0; k < n; k++) {
            vectors[k][k] = 1;
        }
        rotate(values, vectors);
        var positive = new double[n][n];
        for (int e = 0; e < n; e++) {
            double value = values[e][e];
            if (value > 0) {
                for (int k = 0; k < n; k++) {
                    for (int i = 0; i < n; i++) {
                        positive[k][i] += value * vectors[k][e] * vectors[i][e];
                    }
                }
            }
        }
        return positive;
    }

    /// Jacobi's rotations: leaves the eigenvalues on the diagonal of the one, the vectors in columns of the other.
    private static void rotate(double[][] a, double[][] vectors) {
        int n = a.length;
        for (int sweep = 0; sweep < 60; sweep++) {
            double off = 0;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    off += a[p][q] * a[p][q];
                }
            }
            if (off < 1e-18) {
                return;
            }
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    if (Math.abs(a[p][q]) > 1e-15) {
                        rotate(a, vectors, p, q);
                    }
                }
            }
        }
    }

    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
            double vp = vectors[k][p];
            double vq = vectors[k][q];
            vectors[k][p] = c * vp - s * vq;
            vectors[k][q] = s * vp + c * vq;
        }
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }
}
