package org.fram.review;

import java.util.List;
import java.util.Map;
import org.fram.facts.EngagementKind;
import org.fram.facts.ObligationKind;
import org.fram.facts.Severity;
import org.fram.facts.Side;
import org.fram.facts.SowFacts.RemarkKind;
import org.fram.office.Place;

/// Reviews for tests.
final class Reviews {

    private Reviews() {}

    /// A review that uses every field of the format at least once, and each optional field both ways.
    static Review complete() {
        var here = Place.paragraph(1, 4);
        var cell = new Place(2, 9, 1, 3, 2);
        return new Review(
                "lakeside.docx",
                "en",
                EngagementKind.TECHNOLOGY_PROJECT,
                null,
                List.of("Page 7 has no text."),
                List.of(
                        new Review.Party("Lakeside Parks", List.of("the Client"), Side.BUYER),
                        new Review.Party("Orlo Systems", List.of("Orlo", "we"), Side.VENDOR)),
                List.of(
                        new Review.Obligation(
                                "O-001",
                                "Orlo will install 40 headsets by 3 May for $1,200.",
                                "2 Delivery",
                                "Orlo Systems",
                                List.of("Orlo Systems"),
                                Map.of("Lakeside Parks", "C", "Orlo Systems", "AR"),
                                ObligationKind.DELIVERABLE,
                                "desktop-equipment",
                                null,
                                "by 3 May",
                                "40 headsets",
                                "$1,200",
                                0.94,
                                cell),
                        new Review.Obligation(
                                "O-002",
                                "Training will be provided.",
                                "3 Training",
                                null,
                                List.of(),
                                Map.of(),
                                ObligationKind.SERVICE,
                                "training",
                                null,
                                null,
                                null,
                                null,
                                0.7,
                                here)),
                List.of(new Review.Assumption("The cabling exists.", here)),
                List.of(new Review.Objective("Callers wait half as long.", here)),
                List.of(new Review.Kpi("Service level", "80 % in 20 s", "Service level | 80 % in 20 s", cell)),
                List.of("training"),
                List.of("rollback", "number-porting"),
                List.of(new Review.Vague("Training will be provided.", RemarkKind.NO_MEASURE, "no actor", here)),
                List.of(new Review.Boilerplate(
                        "[Insert name] is a leader.", RemarkKind.STANDARD_CLAUSE, "blank field", here)),
                List.of(),
                List.of(new Review.Contradiction("Go-live is 3 May.", "Go-live is 9 May.", "go-live date", here, cell)),
                new Review.Price(List.of(new Review.Price.Line("Headsets | $1,200", "$1,200", cell)), "$1,250", false),
                List.of(),
                List.of(
                        new Review.Finding(
                                "SOW-02",
                                "Title.",
                                Severity.BLOCKER,
                                "Nobody is accountable. Name a party.",
                                "",
                                null,
                                "Training will be provided.",
                                here),
                        new Review.Finding(
                                "SOW-01",
                                "Title.",
                                Severity.WARNING,
                                "Nothing on rollback. Add it.",
                                "",
                                null,
                                "",
                                null)));
    }
}
