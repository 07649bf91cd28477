package org.fram.cli;

import java.util.List;
import java.util.Map;
import org.fram.facts.EngagementKind;
import org.fram.facts.ObligationKind;
import org.fram.facts.Severity;
import org.fram.facts.Side;
import org.fram.office.Place;
import org.fram.review.Review;
import org.fram.review.Review.Finding;
import org.fram.review.Review.Obligation;

/// Reviews for tests of the commands.
final class Reviews {

    private static final Place HERE = Place.paragraph(0, 2);

    private Reviews() {}

    /// Finds nothing wrong.
    static Review clean(String document) {
        return of(document, List.of());
    }

    /// Finds something that holds the signature.
    static Review blocked(String document) {
        return of(
                document,
                List.of(
                        new Finding(
                                "SOW-02",
                                "Title.",
                                Severity.BLOCKER,
                                "Nobody is accountable. Name a party.",
                                "",
                                null,
                                "Training follows.",
                                HERE),
                        new Finding(
                                "SOW-01",
                                "Title.",
                                Severity.WARNING,
                                "Nothing is said on rollback. Add it.",
                                "",
                                null,
                                "",
                                null)));
    }

    /// Finds something that should be settled, and nothing worse.
    static Review warned(String document) {
        return of(
                document,
                List.of(new Finding(
                        "SOW-12",
                        "Title.",
                        Severity.WARNING,
                        "This cannot be checked. Say how many.",
                        "",
                        null,
                        "Some help.",
                        HERE)));
    }

    static Review of(String document, List<Finding> findings) {
        return new Review(
                document,
                "en",
                EngagementKind.TECHNOLOGY_PROJECT,
                null,
                List.of(),
                List.of(
                        new Review.Party("Lakeside Parks", List.of("the Client"), Side.BUYER),
                        new Review.Party("Orlo Systems", List.of("Orlo"), Side.VENDOR)),
                List.of(
                        obligation("O-001", "Orlo will install 40 headsets.", "Orlo Systems"),
                        obligation("O-002", "The Client pays within 30 days.", "Lakeside Parks"),
                        new Obligation(
                                "O-003",
                                "Training follows.",
                                "2 Delivery",
                                null,
                                List.of(),
                                Map.of(),
                                ObligationKind.SERVICE,
                                "training",
                                null,
                                null,
                                null,
                                null,
                                0.8,
                                HERE)),
                List.of(),
                List.of(),
                List.of(new Review.Kpi("Service level", "80 % in 20 s", "Service level | 80 % in 20 s", HERE)),
                List.of("training", "hardware"),
                List.of("rollback"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                findings);
    }

    static Obligation obligation(String id, String quote, String accountable) {
        return new Obligation(
                id,
                quote,
                "2 Delivery",
                accountable,
                List.of(accountable),
                Map.of(),
                ObligationKind.DELIVERABLE,
                "hardware",
                null,
                null,
                null,
                null,
                0.9,
                HERE);
    }
}
