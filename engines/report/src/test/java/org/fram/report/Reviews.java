package org.fram.report;

import java.util.List;
import java.util.Map;
import org.fram.facts.EngagementKind;
import org.fram.facts.ObligationKind;
import org.fram.facts.Severity;
import org.fram.facts.Side;
import org.fram.facts.SowFacts.RemarkKind;
import org.fram.office.Place;
import org.fram.review.Review;
import org.fram.review.Review.Finding;
import org.fram.review.Review.Obligation;
import org.fram.review.Review.Party;
import org.fram.review.Review.Price;
import org.jspecify.annotations.Nullable;

/// Reviews for tests of pages.
final class Reviews {

    static final TopicCatalogue TOPICS = new TopicCatalogue(List.of(
            new TopicCatalogue.Entry("hardware", "Hardware", "Network", "Devices.", "A list of devices."),
            new TopicCatalogue.Entry("training", "Training", "People", "Courses.", "Courses by role."),
            new TopicCatalogue.Entry("rollback", "Rollback", "Going live", "A way back.", "A rehearsed way back.")));

    private Reviews() {}

    /// A review with something in each of its parts.
    static Review complete() {
        return saying("Orlo will install 40 headsets by 3 May for $1,200.");
    }

    /// A review in which every text that can come from a document is this one.
    static Review saying(String text) {
        var here = new Place(3, 9, 2, 4, 1);
        return new Review(
                text,
                "en",
                EngagementKind.TECHNOLOGY_PROJECT,
                null,
                List.of(text),
                List.of(
                        new Party(text, List.of(text, "we"), Side.VENDOR),
                        new Party("Lakeside Parks", List.of(), Side.BUYER)),
                List.of(
                        obligation("O-001", text, text, Map.of(text, "A", "Lakeside Parks", "R")),
                        obligation("O-002", "Training follows.", null, Map.of())),
                List.of(new Review.Assumption(text, here)),
                List.of(new Review.Objective(text, here)),
                List.of(new Review.Kpi(text, "", text, here), new Review.Kpi("Service level", "80 %", text, here)),
                List.of("hardware", "training"),
                List.of("rollback", text),
                List.of(new Review.Vague(text + " as needed", RemarkKind.NO_MEASURE, text, here)),
                List.of(new Review.Boilerplate(text + " as usual", RemarkKind.STANDARD_CLAUSE, text, here)),
                List.of(),
                List.of(new Review.Contradiction(text, text, text, here, here)),
                new Price(
                        List.of(new Price.Line(text, "$1,200", here), new Price.Line("Freight | $30", "$30", here)),
                        "$1,250",
                        false),
                List.of(),
                List.of(
                        new Finding(
                                "SOW-02",
                                "An obligation has no accountable party",
                                Severity.BLOCKER,
                                text,
                                "",
                                null,
                                text,
                                here),
                        new Finding(
                                "SOW-01",
                                "Title.",
                                Severity.WARNING,
                                "Nothing is said on rollback.",
                                "Ask for it.",
                                null,
                                "",
                                null),
                        new Finding("X-9", "Title.", Severity.INFORMATION, text, "", null, text, here)));
    }

    /// A review that found nothing at all.
    static Review empty() {
        return new Review(
                "blank.txt",
                "en",
                EngagementKind.TECHNOLOGY_PROJECT,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    static Obligation obligation(String id, String quote, @Nullable String accountable, Map<String, String> raci) {
        return new Obligation(
                id,
                quote,
                quote,
                accountable,
                accountable == null ? List.of() : List.of(accountable, quote + " too"),
                raci,
                ObligationKind.DELIVERABLE,
                accountable == null ? "training" : "hardware",
                null,
                quote,
                quote,
                quote,
                0.6,
                Place.paragraph(2, 5));
    }
}
