package org.fram.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Greedy one-to-one matching of predictions to labels: of all pairs that are alike enough, the best first, and no
/// label or prediction twice.
final class Matching {

    private final int[] predictionOf;
    private final int[] labelOf;

    private Matching(int[] predictionOf, int[] labelOf) {
        this.predictionOf = predictionOf;
        this.labelOf = labelOf;
    }

    /// How alike a label and a prediction are, 0..1.
    @FunctionalInterface
    interface Likeness {
        double of(int label, int prediction);
    }

    /// What decides between pairs that are equally alike; the larger goes first. Where that is equal too, the label and
    /// then the prediction that come first in the document.
    @FunctionalInterface
    interface Preference {
        int of(int label, int prediction);
    }

    private record Pair(int label, int prediction, double alike, int preferred) {}

    /// Matches `labels` labels and `predictions` predictions whose likeness is at least `threshold`.
    static Matching greedy(int labels, int predictions, double threshold, Likeness likeness, Preference preference) {
        var pairs = new ArrayList<Pair>();
        for (int label = 0; label < labels; label++) {
            for (int prediction = 0; prediction < predictions; prediction++) {
                double alike = likeness.of(label, prediction);
                if (alike >= threshold) {
                    pairs.add(new Pair(label, prediction, alike, preference.of(label, prediction)));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::alike)
                .thenComparingInt(Pair::preferred)
                .reversed()
                .thenComparingInt(Pair::label)
                .thenComparingInt(Pair::prediction));
        var predictionOf = new int[labels];
        var labelOf = new int[predictions];
        Arrays.fill(predictionOf, -1);
        Arrays.fill(labelOf, -1);
        for (var pair : pairs) {
            if (predictionOf[pair.label] < 0 && labelOf[pair.prediction] < 0) {
                predictionOf[pair.label] = pair.prediction;
                labelOf[pair.prediction] = pair.label;
            }
        }
        return new Matching(predictionOf, labelOf);
    }

    /// Matches quotes by their words.
    static Matching ofQuotes(List<String> labels, List<String> predictions, double threshold) {
        var labelWords = labels.stream().map(Words::of).toList();
        var predictedWords = predictions.stream().map(Words::of).toList();
        return greedy(
                labels.size(),
                predictions.size(),
                threshold,
                (label, prediction) -> Words.alike(labelWords.get(label), predictedWords.get(prediction)),
                (label, prediction) -> 0);
    }

    /// The prediction matched to a label, or -1.
    int predictionOf(int label) {
        return predictionOf[label];
    }

    /// The label matched to a prediction, or -1.
    int labelOf(int prediction) {
        return labelOf[prediction];
    }

    /// How many labels and predictions have found each other, and how many have not.
    Tally tally() {
        int right = (int) Arrays.stream(predictionOf).filter(at -> at >= 0).count();
        return new Tally(right, predictionOf.length - right, labelOf.length - right);
    }
}
