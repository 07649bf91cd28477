package org.fram.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fram.review.ObligationModel;
import org.fram.review.ObligationModel.Sample;
import org.fram.review.Reviewer;
import org.fram.review.Reviewer.Candidate;

/// Fitting the obligation model to labels: a statement is a positive sample where an obligation that counts is matched
/// to it, no sample where an optional one or a row of a KPI is, and a negative one otherwise.
final class Fitting {

    private static final double ALIKE = 0.6;
    private static final double PENALTY = 0.002;

    private Fitting() {}

    /// The weights that fit all labelled documents but some statements of work.
    static ObligationModel of(ReviewRun run, Set<String> heldOut) {
        var samples = new ArrayList<Sample>();
        for (var labelled : run.documents()) {
            if (!heldOut.contains(labelled.labels().name())) {
                samples.addAll(samples(labelled.labels(), Reviewer.candidates(labelled.document())));
            }
        }
        return ObligationModel.fit(samples, PENALTY);
    }

    private static List<Sample> samples(Labels labels, List<Candidate> candidates) {
        var quotes = labels.obligations().stream()
                .map(obligation -> Words.of(obligation.quote()))
                .toList();
        var samples = new ArrayList<Sample>();
        for (var candidate : candidates) {
            Set<String> words = Words.of(candidate.quote());
            double best = 0;
            boolean counts = true;
            for (int i = 0; i < quotes.size(); i++) {
                double alike = Words.alike(quotes.get(i), words);
                if (alike > best) {
                    best = alike;
                    counts = labels.obligations().get(i).counts();
                }
            }
            if (best < ALIKE || counts) {
                samples.add(new Sample(candidate.signals(), best >= ALIKE));
            }
        }
        return samples;
    }
}
