package org.fram.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How likely a statement is an obligation, from its [Signal]s: a logistic model, whose weights are data.
///
/// ```
/// p = 1 / (1 + exp(-(bias + Σ weight(signal))))
/// ```
///
/// The weights are fitted to labelled documents with an L2 penalty, by full gradient steps from zero: the same samples
/// give the same weights.
///
/// @param bias of the sum
/// @param weights of the signals; a signal without a weight counts nothing
public record ObligationModel(double bias, Map<String, Double> weights) {

    private static final int STEPS = 4000;
    private static final double RATE = 0.5;

    public ObligationModel {
        weights = Map.copyOf(weights);
    }

    /// A statement of a labelled document.
    ///
    /// @param signals their names
    /// @param obligation whether the label says so
    public record Sample(Set<String> signals, boolean obligation) {}

    /// The weights of `library/review/obligation-weights.json`.
    static ObligationModel standard() {
        try (InputStream in = Library.open("review/obligation-weights.json")) {
            return JsonMapper.shared().readValue(in, new TypeReference<ObligationModel>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double probability(Set<Signal> signals) {
        double sum = bias;
        for (var signal : signals) {
            sum += weights.getOrDefault(signal.name(), 0.0);
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /// Fits weights to samples.
    ///
    /// @param penalty of squared weights, relative to the mean loss of a sample; above 0
    public static ObligationModel fit(List<Sample> samples, double penalty) {
        var names = List.of(Signal.values());
        var index = new HashMap<String, Integer>();
        names.forEach(signal -> index.put(signal.name(), index.size()));
        var rows = new ArrayList<int[]>();
        for (var sample : samples) {
            rows.add(sample.signals().stream()
                    .mapToInt(name -> Objects.requireNonNull(index.get(name)))
                    .toArray());
        }
        double[] weights = new double[names.size()];
        double bias = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[weights.length];
            double biasGradient = 0;
            for (int i = 0; i < rows.size(); i++) {
                double sum = bias;
                for (int signal : rows.get(i)) {
                    sum += weights[signal];
                }
                double error = 1 / (1 + Math.exp(-sum)) - (samples.get(i).obligation() ? 1 : 0);
                biasGradient += error;
                for (int signal : rows.get(i)) {
                    gradient[signal] += error;
                }
            }
            bias -= RATE * biasGradient / rows.size();
            for (int w = 0; w < weights.length; w++) {
                weights[w] -= RATE * (gradient[w] / rows.size() + penalty * weights[w]);
            }
        }
        var named = new TreeMap<String, Double>();
        for (int w = 0; w < weights.length; w++) {
            if (weights[w] != 0) {
                named.put(names.get(w).name(), Math.round(weights[w] * 1000) / 1000.0);
            }
        }
        return new ObligationModel(Math.round(bias * 1000) / 1000.0, named);
    }
}
