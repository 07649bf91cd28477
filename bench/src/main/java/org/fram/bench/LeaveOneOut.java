package org.fram.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.fram.bench.ReviewRun.Scored;
import org.fram.bench.Score.Found;
import org.fram.bench.Score.Right;
import org.fram.office.Document;
import org.fram.review.Review;
import org.fram.review.ReviewSettings;

/// Scores each statement of work with what was learned from the others only. All files of one statement of work (its
/// DOCX and PDF, its text and PDF) are held out together.
///
/// Weights are fitted without the held-out statement. Thresholds are chosen on the others, of each its first file,
/// scored
/// with weights that were fitted without it, too. The choice is a coordinate search: from the middle candidate of each
/// threshold, thresholds are gone through in the order of their names, each moved from candidate to candidate as long
/// as
/// that is better, until a round changes nothing or three are done. It begins in the middle so that a standard value
/// chosen with the held-out statement in view has no advantage.
final class LeaveOneOut {

    private static final int ROUNDS = 3;

    private final ReviewRun run;
    private final ReviewSettings standard;
    private final Learning learning;
    private final Map<Trial, Scored> known = new HashMap<>();

    /// Makes a review that has learned nothing from some statements of work.
    @FunctionalInterface
    interface Learning {
        Function<Document, Review> without(Set<String> heldOut, ReviewSettings settings);
    }

    /// What came out.
    ///
    /// @param scored every document, scored with what was learned without it, in the run's order
    /// @param chosen the thresholds by statement of work, by name
    record Outcome(List<Scored> scored, Map<String, Map<String, Double>> chosen) {}

    private record Trial(int document, Set<String> heldOut, Map<String, Double> thresholds) {}

    private LeaveOneOut(ReviewRun run, ReviewSettings standard, Learning learning) {
        this.run = run;
        this.standard = standard;
        this.learning = learning;
    }

    static Outcome of(ReviewRun run, ReviewSettings standard, Learning learning) {
        return new LeaveOneOut(run, standard, learning).outcome();
    }

    private Outcome outcome() {
        var chosen = new LinkedHashMap<String, Map<String, Double>>();
        for (var name : statements()) {
            chosen.put(name, bestWithout(name));
        }
        var scored = new ArrayList<Scored>();
        for (int document = 0; document < run.documents().size(); document++) {
            var name = statement(document);
            scored.add(scored(new Trial(document, Set.of(name), chosen.getOrDefault(name, Map.of()))));
        }
        return new Outcome(scored, chosen);
    }

    private List<String> statements() {
        return run.documents().stream()
                .map(one -> one.labels().name())
                .distinct()
                .toList();
    }

    private String statement(int document) {
        return run.documents().get(document).labels().name();
    }

    private Map<String, Double> bestWithout(String heldOut) {
        var names = standard.names().stream().sorted().toList();
        var middle = new TreeMap<String, Double>();
        for (var name : names) {
            var candidates = candidates(name);
            middle.put(name, candidates.get(candidates.size() / 2));
        }
        var best = new TreeMap<>(middle);
        for (int round = 0; round < ROUNDS; round++) {
            boolean changed = false;
            for (var name : names) {
                double before = best.getOrDefault(name, 0.0);
                double climbed = climbed(name, best, heldOut);
                best.put(name, climbed);
                changed |= before != climbed;
            }
            // With one threshold there is nothing that the next round could see otherwise.
            if (!changed || names.size() == 1) {
                break;
            }
        }
        return best;
    }

    /// The candidate that one comes to by going up from the present one.
    private double climbed(String name, Map<String, Double> from, String heldOut) {
        var candidates = candidates(name);
        int at = Math.max(0, candidates.indexOf(from.get(name)));
        double height = height(name, candidates.get(at), from, heldOut);
        for (int direction : new int[] {1, -1}) {
            int steps = 0;
            while (at + direction >= 0 && at + direction < candidates.size()) {
                double next = height(name, candidates.get(at + direction), from, heldOut);
                if (!(next > height + 1e-9)) {
                    break;
                }
                at += direction;
                height = next;
                steps++;
            }
            if (steps > 0) {
                break;
            }
        }
        return candidates.get(at);
    }

    private double height(String name, double candidate, Map<String, Double> from, String heldOut) {
        var tried = new TreeMap<>(from);
        tried.put(name, candidate);
        return goal(tried, heldOut);
    }

    private List<Double> candidates(String name) {
        var threshold = standard.thresholds().get(name);
        return threshold == null || threshold.candidates().isEmpty()
                ? List.of(standard.value(name))
                : threshold.candidates();
    }

    private Scored scored(Trial trial) {
        return known.computeIfAbsent(trial, one -> {
            var settings = standard;
            for (var value : one.thresholds.entrySet()) {
                settings = settings.with(value.getKey(), value.getValue());
            }
            var labelled = run.documents().get(one.document);
            var review = learning.without(one.heldOut, settings).apply(labelled.document());
            return ReviewRun.score(labelled, review);
        });
    }

    /// What is made as large as possible: the mean over statements of work of the mean over what is defined for them of
    /// the F1 of obligations, accountable, the F1 of missing topics, of vague and of contradictions.
    private double goal(Map<String, Double> thresholds, String heldOut) {
        var goals = new LinkedHashMap<String, Double>();
        for (int document = 0; document < run.documents().size(); document++) {
            var name = statement(document);
            if (!name.equals(heldOut) && !goals.containsKey(name)) {
                var trial = new Trial(document, Set.of(heldOut, name), Map.copyOf(thresholds));
                goals.put(name, goal(scored(trial).score()));
            }
        }
        return goals.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    private static double goal(Score score) {
        return List.of(
                        ScoreTables.f1(Found.OBLIGATIONS),
                        ScoreTables.share(Right.ACCOUNTABLE),
                        ScoreTables.f1(Found.MISSING_TOPICS),
                        ScoreTables.f1(Found.VAGUE),
                        ScoreTables.f1(Found.CONTRADICTIONS))
                .stream()
                .map(measure -> measure.apply(score))
                .filter(value -> value.isPresent())
                .mapToDouble(value -> value.getAsDouble())
                .average()
                .orElse(0);
    }
}
