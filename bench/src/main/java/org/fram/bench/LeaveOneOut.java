package org.fram.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fram.bench.ReviewRun.Scored;
import org.fram.bench.Score.Found;
import org.fram.bench.Score.Right;
import org.fram.office.Document;
import org.fram.review.Review;
import org.fram.review.ReviewSettings;

/// Scores each statement of work with thresholds that were chosen on the others only. All files of one statement of
/// work (its DOCX and PDF, its text and PDF) are held out together.
///
/// The choice is a coordinate search: from the middle candidate of each threshold, thresholds are gone through in the
/// order of their names, each set to the candidate that is best on the other statements, until a round changes nothing
/// or three are done. Of candidates equally good the one next to the middle wins, so that a standard value chosen with
/// the held-out statement in view has no advantage.
final class LeaveOneOut {

    private static final int ROUNDS = 3;

    private final ReviewRun run;
    private final ReviewSettings standard;
    private final Function<ReviewSettings, Function<Document, Review>> reviewers;
    private final Map<Map<String, Double>, List<Scored>> known = new HashMap<>();

    /// What came out.
    ///
    /// @param scored every document, scored with what was chosen without it, in the run's order
    /// @param chosen the thresholds by statement of work, by name
    record Outcome(List<Scored> scored, Map<String, Map<String, Double>> chosen) {}

    private LeaveOneOut(
            ReviewRun run, ReviewSettings standard, Function<ReviewSettings, Function<Document, Review>> reviewers) {
        this.run = run;
        this.standard = standard;
        this.reviewers = reviewers;
    }

    static Outcome of(
            ReviewRun run, ReviewSettings standard, Function<ReviewSettings, Function<Document, Review>> reviewers)
            throws IOException {
        return new LeaveOneOut(run, standard, reviewers).outcome();
    }

    private Outcome outcome() throws IOException {
        var chosen = new LinkedHashMap<String, Map<String, Double>>();
        for (var labelled : run.documents()) {
            var name = labelled.labels().name();
            if (!chosen.containsKey(name)) {
                chosen.put(name, bestWithout(name));
            }
        }
        var scored = new ArrayList<Scored>();
        for (int at = 0; at < run.documents().size(); at++) {
            var name = run.documents().get(at).labels().name();
            scored.add(scoredWith(chosen.getOrDefault(name, Map.of())).get(at));
        }
        return new Outcome(scored, chosen);
    }

    private Map<String, Double> bestWithout(String heldOut) throws IOException {
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
                double start = middle.getOrDefault(name, 0.0);
                var nearestFirst = candidates(name).stream()
                        .sorted(Comparator.comparingDouble(candidate -> Math.abs(candidate - start)))
                        .toList();
                double bestGoal = Double.NEGATIVE_INFINITY;
                double bestCandidate = start;
                for (double candidate : nearestFirst) {
                    var tried = new TreeMap<>(best);
                    tried.put(name, candidate);
                    double goal = goal(scoredWith(tried), heldOut);
                    if (goal > bestGoal + 1e-9) {
                        bestGoal = goal;
                        bestCandidate = candidate;
                    }
                }
                var before = best.put(name, bestCandidate);
                changed |= before == null || before != bestCandidate;
            }
            if (!changed) {
                break;
            }
        }
        return best;
    }

    private List<Double> candidates(String name) {
        var threshold = standard.thresholds().get(name);
        return threshold == null || threshold.candidates().isEmpty()
                ? List.of(standard.value(name))
                : threshold.candidates();
    }

    private List<Scored> scoredWith(Map<String, Double> values) throws IOException {
        var already = known.get(values);
        if (already != null) {
            return already;
        }
        var settings = standard;
        for (var value : values.entrySet()) {
            settings = settings.with(value.getKey(), value.getValue());
        }
        var scored = run.scored(reviewers.apply(settings));
        known.put(Map.copyOf(values), scored);
        return scored;
    }

    /// What is made as large as possible: the mean over statements of work of the mean over what is defined for them of
    /// the F1 of obligations, accountable, the F1 of missing topics, of vague and of contradictions.
    private static double goal(List<Scored> scored, String heldOut) {
        return scored.stream()
                .filter(one -> !one.of().labels().name().equals(heldOut))
                .collect(Collectors.groupingBy(one -> one.of().labels().name()))
                .values()
                .stream()
                .mapToDouble(files -> files.stream()
                        .mapToDouble(file -> goal(file.score()))
                        .average()
                        .orElse(0))
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
