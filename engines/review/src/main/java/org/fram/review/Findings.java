package org.fram.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fram.review.Review.Boilerplate;
import org.fram.review.Review.Contradiction;
import org.fram.review.Review.Finding;
import org.fram.review.Review.Severity;
import org.fram.review.Review.Vague;

/// What was found, by practice, with what to do: the heaviest first, then in reading order.
final class Findings {

    private final List<Finding> findings = new ArrayList<>();

    void missing(List<String> topics, Topics library, EngagementKind kind) {
        for (var id : topics) {
            var topic = library.topic(id);
            topic.askedBy(kind)
                    .forEach((practice, severity) -> findings.add(new Finding(
                            practice,
                            severity,
                            "Nothing is said about “%s”. %s".formatted(topic.title(), topic.ask()),
                            "",
                            null)));
        }
    }

    void vague(List<Vague> vague) {
        for (var one : vague) {
            var message = switch (one.reason()) {
                case "no actor" -> "Nobody is named who does this. Name the party that is accountable.";
                default ->
                    one.reason().startsWith("left open")
                            ? "This is %s. Fill it in before signing, or say who decides it by when."
                                    .formatted(one.reason())
                            : "This cannot be checked: %s. Say how much, by when, or by which standard."
                                    .formatted(one.reason());
            };
            var practice = one.reason().startsWith("left open: “[")
                    ? "SOW-11"
                    : one.reason().equals("no actor") ? "SOW-02" : "SOW-12";
            findings.add(new Finding(
                    practice,
                    practice.equals("SOW-02") ? Severity.BLOCKER : Severity.WARNING,
                    message,
                    one.quote(),
                    one.place()));
        }
    }

    void boilerplate(List<Boilerplate> boilerplate) {
        for (var one : boilerplate) {
            findings.add(new Finding(
                    "SOW-11",
                    Severity.WARNING,
                    "This is %s. Strike it, or replace it by what this engagement needs.".formatted(one.reason()),
                    one.quote(),
                    one.place()));
        }
    }

    void contradictions(List<Contradiction> contradictions) {
        for (var one : contradictions) {
            findings.add(new Finding(
                    "SOW-17",
                    Severity.WARNING,
                    "Two statements disagree: %s. The other one says: “%s”. Decide which holds, and correct the other."
                            .formatted(one.about(), one.b()),
                    one.a(),
                    one.aPlace()));
        }
    }

    void add(List<Finding> more) {
        findings.addAll(more);
    }

    List<Finding> sorted() {
        return findings.stream()
                .distinct()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }
}
