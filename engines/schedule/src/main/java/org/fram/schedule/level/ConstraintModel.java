package org.fram.schedule.level;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.HashMap;
import java.util.Map;
import org.fram.schedule.Grid;

/// A problem on one clock as constraints: a variable for the start of each activity, one cumulative
/// constraint for each resource, and the length of the plan, with what it is late, to be made small.
final class ConstraintModel {

    final CpModel model = new CpModel();
    final IntVar[] start;
    private final Problem problem;
    private final Map<Integer, IntervalVar> intervals = new HashMap<>();

    /// @param horizon the tick after which nothing is done
    ConstraintModel(Problem problem, int[] earliest, int[] tail, int horizon) {
        this.problem = problem;
        int size = problem.size;
        start = new IntVar[size];
        for (int k = 0; k < size; k++) {
            int pinned = problem.pinned[k];
            start[k] = pinned != Grid.NONE
                    ? model.newConstant(pinned)
                    : model.newIntVar(earliest[k], Math.max(earliest[k], horizon - tail[k]), "");
        }
        for (int e = 0; e < problem.before.length; e++) {
            link(problem.before[e], problem.after[e], lag(e));
        }
        for (int r = 0; r < problem.resources.length; r++) {
            cumulative(r, horizon);
        }
        objective(horizon);
    }

    /// Ticks between the starts that a link connects.
    private int lag(int e) {
        return problem.lag[e]
                + (problem.fromFinish[e] ? problem.length[problem.before[e]] : 0)
                - (problem.toStart[e] ? 0 : problem.length[problem.after[e]]);
    }

    void link(int before, int after, int ticks) {
        model.addGreaterOrEqual(
                LinearExpr.newBuilder()
                        .add(start[after])
                        .addTerm(start[before], -1)
                        .build(),
                ticks);
    }

    private void cumulative(int r, int horizon) {
        var steps = problem.capacity.get(r);
        int most = steps.stream().mapToInt(Grid.Step::units).max().orElse(0);
        var constraint = model.addCumulative(most);
        for (int k = 0; k < problem.size; k++) {
            int need = problem.need[k * problem.resources.length + r];
            if (need > 0) {
                constraint.addDemand(interval(k), need);
            }
        }
        for (int s = 0; s < steps.size(); s++) {
            int from = steps.get(s).from();
            int to = Math.min(horizon, s + 1 < steps.size() ? steps.get(s + 1).from() : horizon);
            if (from < to && steps.get(s).units() < most) {
                constraint.addDemand(
                        model.newFixedInterval(from, to - from, ""),
                        most - steps.get(s).units());
            }
        }
    }

    private IntervalVar interval(int k) {
        return intervals.computeIfAbsent(k, a -> model.newFixedSizeIntervalVar(start[a], problem.length[a], ""));
    }

    private void objective(int horizon) {
        var last = model.newIntVar(0, horizon, "");
        var cost = LinearExpr.newBuilder().add(last);
        for (int k = 0; k < problem.size; k++) {
            if (problem.outFrom[k] == problem.outFrom[k + 1] || problem.length[k] > 0) {
                model.addGreaterOrEqual(
                        LinearExpr.newBuilder().add(last).addTerm(start[k], -1).build(), problem.length[k]);
            }
            late(cost, k, problem.startDue[k], horizon);
            late(
                    cost,
                    k,
                    problem.finishDue[k] == Integer.MAX_VALUE
                            ? Integer.MAX_VALUE
                            : problem.finishDue[k] - problem.length[k],
                    horizon);
        }
        model.minimize(cost.build());
    }

    private void late(LinearExprBuilder cost, int k, int due, int horizon) {
        if (due == Integer.MAX_VALUE || due >= horizon) {
            return;
        }
        var late = model.newIntVar(0, (long) horizon - Math.min(0, due), "");
        model.addGreaterOrEqual(
                LinearExpr.newBuilder().add(late).addTerm(start[k], -1).build(), -due);
        cost.addTerm(late, Decoder.LATE);
    }
}
