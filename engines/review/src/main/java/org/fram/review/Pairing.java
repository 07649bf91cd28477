package org.fram.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds which item of one list is which item of another, by how alike they are: the pairs with the greatest
/// likeness in total, none of them less alike than a bound.
///
/// Items whose texts occur once in each list and are equal are pairs. What is left falls apart into groups that share
/// no possible pair; each is solved exactly by the Hungarian method, or, where it is larger than [#EXACT], by taking
/// the most alike first.
///
/// Source: H. W. Kuhn, *The Hungarian method for the assignment problem*, 1955; in the form with potentials and one
/// shortest path per row.
final class Pairing {

    /// Items on the larger side of a group up to which it is solved exactly: the work grows with the cube.
    static final int EXACT = 400;

    private static final double NEVER = 1e6;

    private Pairing() {}

    /// How alike two items are, by their positions.
    interface Likeness {
        double of(int left, int right);
    }

    /// A possible pair.
    private record Edge(int left, int right, double likeness) {}

    /// For each item of the left list its partner in the right one, or -1.
    ///
    /// @param left texts by which items are the same
    /// @param bound what less is alike is no pair; above 0
    static int[] of(List<String> left, List<String> right, Likeness likeness, double bound) {
        int[] partner = new int[left.size()];
        Arrays.fill(partner, -1);
        boolean[] taken = new boolean[right.size()];
        pairEqualTexts(left, right, partner, taken);
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < partner.length; i++) {
            for (int j = 0; partner[i] < 0 && j < taken.length; j++) {
                double alike = taken[j] ? 0 : likeness.of(i, j);
                if (alike >= bound) {
                    edges.add(new Edge(i, j, alike));
                }
            }
        }
        for (var group : groups(edges, left.size(), right.size())) {
            solve(group, partner);
        }
        return partner;
    }

    private static void pairEqualTexts(List<String> left, List<String> right, int[] partner, boolean[] taken) {
        var onLeft = onlyPositions(left);
        onlyPositions(right).forEach((text, j) -> {
            var i = onLeft.get(text);
            if (j >= 0 && i != null && i >= 0) {
                partner[i] = j;
                taken[j] = true;
            }
        });
    }

    /// Text to its position, or to -1 where it occurs more than once.
    private static Map<String, Integer> onlyPositions(List<String> texts) {
        var positions = new HashMap<String, Integer>();
        for (int i = 0; i < texts.size(); i++) {
            positions.merge(texts.get(i), i, (_, _) -> -1);
        }
        return positions;
    }

    private static List<List<Edge>> groups(List<Edge> edges, int lefts, int rights) {
        int[] root = new int[lefts + rights];
        Arrays.setAll(root, i -> i);
        for (var edge : edges) {
            root[find(root, edge.left())] = find(root, lefts + edge.right());
        }
        var groups = new HashMap<Integer, List<Edge>>();
        for (var edge : edges) {
            groups.computeIfAbsent(find(root, edge.left()), _ -> new ArrayList<>())
                    .add(edge);
        }
        return List.copyOf(groups.values());
    }

    private static int find(int[] root, int item) {
        int at = item;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    private static void solve(List<Edge> group, int[] partner) {
        int[] lefts = group.stream().mapToInt(Edge::left).distinct().sorted().toArray();
        int[] rights = group.stream().mapToInt(Edge::right).distinct().sorted().toArray();
        if (Math.max(lefts.length, rights.length) > EXACT) {
            mostAlikeFirst(group, partner);
            return;
        }
        // Each row may stay alone at no cost, by a column of its own.
        double[][] cost = new double[lefts.length][rights.length + lefts.length];
        for (int i = 0; i < lefts.length; i++) {
            Arrays.fill(cost[i], NEVER);
            cost[i][rights.length + i] = 0;
        }
        for (var edge : group) {
            cost[Arrays.binarySearch(lefts, edge.left())][Arrays.binarySearch(rights, edge.right())] = -edge.likeness();
        }
        int[] column = assignment(cost);
        for (int i = 0; i < lefts.length; i++) {
            if (column[i] < rights.length) {
                partner[lefts[i]] = rights[column[i]];
            }
        }
    }

    private static void mostAlikeFirst(List<Edge> group, int[] partner) {
        var used = new HashMap<Integer, Boolean>();
        group.stream()
                .sorted(Comparator.comparingDouble(Edge::likeness)
                        .reversed()
                        .thenComparingInt(Edge::left)
                        .thenComparingInt(Edge::right))
                .forEach(edge -> {
                    if (partner[edge.left()] < 0 && used.putIfAbsent(edge.right(), true) == null) {
                        partner[edge.left()] = edge.right();
                    }
                });
    }

    /// The column of each row in an assignment of least cost. There are at least as many columns as rows.
    private static int[] assignment(double[][] cost) {
        int rows = cost.length;
        int columns = cost[0].length;
        double[] rowPotential = new double[rows + 1];
        double[] columnPotential = new double[columns + 1];
        int[] rowOf = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            int[] before = new int[columns + 1];
            double[] slack = new double[columns + 1];
            boolean[] done = new boolean[columns + 1];
            Arrays.fill(slack, Double.POSITIVE_INFINITY);
            rowOf[0] = row;
            int at = 0;
            do {
                done[at] = true;
                int next = 0;
                double least = Double.POSITIVE_INFINITY;
                for (int j = 1; j <= columns; j++) {
                    if (done[j]) {
                        continue;
                    }
                    double reduced = cost[rowOf[at] - 1][j - 1] - rowPotential[rowOf[at]] - columnPotential[j];
                    if (reduced < slack[j]) {
                        slack[j] = reduced;
                        before[j] = at;
                    }
                    if (slack[j] < least) {
                        least = slack[j];
                        next = j;
                    }
                }
                for (int j = 0; j <= columns; j++) {
                    if (done[j]) {
                        rowPotential[rowOf[j]] += least;
                        columnPotential[j] -= least;
                    } else {
                        slack[j] -= least;
                    }
                }
                at = next;
            } while (rowOf[at] != 0);
            while (at != 0) {
                rowOf[at] = rowOf[before[at]];
                at = before[at];
            }
        }
        int[] column = new int[rows];
        for (int j = 1; j <= columns; j++) {
            if (rowOf[j] > 0) {
                column[rowOf[j] - 1] = j - 1;
            }
        }
        return column;
    }
}
