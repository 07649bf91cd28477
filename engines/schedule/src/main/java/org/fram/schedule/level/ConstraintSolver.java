package org.fram.schedule.level;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Calls of CP-SAT, each with an end: an amount of work that is the same on every machine, or a wish to
/// stop.
final class ConstraintSolver {

    private static final int MILLIS_BETWEEN_LOOKS = 20;

    private ConstraintSolver() {}

    /// What came of a call.
    ///
    /// @param improved whether a schedule was found
    /// @param exhausted whether nothing is left to be found
    /// @param bound what no schedule of the model can cost less than
    /// @param work how much was done
    record Outcome(boolean improved, boolean exhausted, double bound, double work) {}

    /// Whether there is one for this machine.
    static boolean available() {
        return Native.LOADED;
    }

    /// Solves a model and offers each schedule that it finds.
    ///
    /// @param work how much it may do, about seconds of one processor; zero for any amount
    /// @param plainly whether it searches at once, without looking for a better form of the model first
    /// @param improving whether schedules are improved forwards and backwards before they are offered
    static Outcome solve(
            ConstraintModel model,
            Problem problem,
            Best best,
            int workers,
            int seed,
            double work,
            boolean plainly,
            boolean improving,
            BooleanSupplier stop) {
        var solver = new CpSolver();
        var parameters = solver.getParameters();
        // Ctrl-C is the program's. The solver would take it for itself, and end the process with its fault when
        // several solve at once.
        parameters.setNumWorkers(workers).setRandomSeed(seed).setCatchSigintSignal(false);
        if (plainly) {
            // For what is short, preparing takes longer than searching.
            parameters
                    .setLinearizationLevel(0)
                    .setCpModelPresolve(false)
                    .setSymmetryLevel(0)
                    .setCpModelProbingLevel(0);
        }
        if (work > 0) {
            parameters.setMaxDeterministicTime(work);
        }
        var found = new Found(model, problem, best, improving);
        var done = new CountDownLatch(1);
        var watch = Thread.ofPlatform().daemon().name("levelling").start(() -> {
            try {
                while (!done.await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                    if (stop.getAsBoolean()) {
                        solver.stopSearch();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        CpSolverStatus status;
        try {
            status = solver.solve(model.model, found);
        } finally {
            done.countDown();
            join(watch);
        }
        boolean exhausted = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.INFEASIBLE;
        return new Outcome(
                found.any,
                exhausted,
                status == CpSolverStatus.INFEASIBLE ? Double.POSITIVE_INFINITY : solver.bestObjectiveBound(),
                solver.response().getDeterministicTime());
    }

    private static void join(Thread watch) {
        boolean interrupted = false;
        while (true) {
            try {
                watch.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Found extends CpSolverSolutionCallback {

        private final ConstraintModel model;
        private final Problem problem;
        private final Best best;
        private final Decoder decoder;
        private final boolean improving;
        private boolean any;

        Found(ConstraintModel model, Problem problem, Best best, boolean improving) {
            this.model = model;
            this.improving = improving;
            this.problem = problem;
            this.best = best;
            this.decoder = Decoder.of(problem);
        }

        @Override
        public void onSolutionCallback() {
            any = true;
            for (int k = 0; k < decoder.size; k++) {
                decoder.start[k] = (int) value(model.start[k]);
                decoder.finish[k] = decoder.start[k] + problem.length[k];
            }
            if (improving) {
                // The same order, put as early as it can be.
                long cost = decoder.forward(decoder.byStart().clone());
                best.offer(decoder.justify(cost), decoder.start);
            } else {
                best.offer(decoder.cost(), decoder.start);
            }
        }
    }

    private static final class Native {

        private static final boolean LOADED = load();

        private static boolean load() {
            try {
                Loader.loadNativeLibraries();
                return true;
            } catch (RuntimeException | LinkageError e) {
                return false;
            }
        }
    }
}
