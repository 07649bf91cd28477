package org.fram.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fram.facts.EngagementKind;
import org.fram.facts.Severity;
import org.fram.facts.SowFacts.RemarkKind;
import org.fram.office.Place;
import org.fram.review.Review.Boilerplate;
import org.fram.review.Review.Contradiction;
import org.fram.review.Review.Finding;
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
                            "",
                            severity,
                            "Nothing is said about “%s”.".formatted(topic.title()),
                            topic.ask(),
                            id,
                            "",
                            null)));
        }
    }

    void vague(List<Vague> vague) {
        for (var one : vague) {
            switch (one.kind()) {
                case NO_ACTOR ->
                    add(
                            "SOW-02",
                            Severity.BLOCKER,
                            "Nobody is named who does this.",
                            "Name the party that is accountable.",
                            one.quote(),
                            one.place());
                case BLANK, LEFT_OPEN ->
                    add(
                            one.kind() == RemarkKind.BLANK ? "SOW-11" : "SOW-12",
                            Severity.WARNING,
                            "This is %s.".formatted(one.reason()),
                            "Fill it in before signing, or say who decides it by when.",
                            one.quote(),
                            one.place());
                default ->
                    add(
                            "SOW-12",
                            Severity.WARNING,
                            "This cannot be checked: %s.".formatted(one.reason()),
                            "Say how much, by when, or by which standard.",
                            one.quote(),
                            one.place());
            }
        }
    }

    void boilerplate(List<Boilerplate> boilerplate) {
        boilerplate.forEach(one -> add(
                "SOW-11",
                Severity.WARNING,
                "This is %s.".formatted(one.reason()),
                "Strike it, or replace it by what this engagement needs.",
                one.quote(),
                one.place()));
    }

    void contradictions(List<Contradiction> contradictions) {
        contradictions.forEach(one -> add(
                "SOW-17",
                Severity.WARNING,
                "Two statements disagree: %s. The other one says: “%s”.".formatted(one.about(), one.b()),
                "Decide which holds, and correct the other.",
                one.a(),
                one.aPlace()));
    }

    void flaws(List<Review.Flaw> flaws) {
        flaws.forEach(one -> add(
                "SOW-08",
                Severity.BLOCKER,
                one.reason() + ".",
                "Correct the figures before anybody signs.",
                one.quote(),
                one.place()));
    }

    void unclear(List<Review.Unclear> unclear) {
        for (var one : unclear) {
            boolean light = one.kind() == RemarkKind.ATTACHMENT || one.kind() == RemarkKind.UNUSED_TERM;
            add(
                    one.kind() == RemarkKind.NAME ? "SOW-11" : "SOW-12",
                    light ? Severity.INFORMATION : Severity.WARNING,
                    one.reason() + ".",
                    switch (one.kind()) {
                        case ATTACHMENT -> "See that it is attached when the document is signed.";
                        case REFERENCE -> "Correct the reference, or add what is missing.";
                        case NAME -> "Put in the name of the party that is meant, or introduce this one.";
                        default -> "Define the term once, or write out what is meant.";
                    },
                    one.quote(),
                    one.place());
        }
    }

    private void add(String practice, Severity severity, String seen, String fix, String quote, Place place) {
        findings.add(new Finding(practice, "", severity, seen, fix, null, quote, place));
    }

    List<Finding> sorted() {
        return findings.stream()
                .distinct()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }
}
