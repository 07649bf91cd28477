package org.fram.report;

import java.util.List;
import java.util.Map;
import org.fram.office.Place;
import org.fram.review.Review;
import org.fram.review.Review.Finding;
import org.fram.review.Review.Kind;
import org.fram.review.Review.Obligation;
import org.fram.review.Review.Party;
import org.fram.review.Review.Price;
import org.fram.review.Review.Severity;
import org.fram.review.Review.Side;
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
                List.of(new Review.Vague(text + " as needed", text, here)),
                List.of(new Review.Boilerplate(text + " as usual", text, here)),
                List.of(new Review.Contradiction(text, text, text, here, here)),
                new Price(
                        List.of(new Price.Line(text, "$1,200", here), new Price.Line("Freight | $30", "$30", here)),
                        "$1,250",
                        false),
                List.of(
                        new Finding("SOW-02", Severity.BLOCKER, text, text, here),
                        new Finding("SOW-01", Severity.WARNING, "Nothing is said on rollback. Ask for it.", "", null),
                        new Finding("X-9", Severity.INFORMATION, text, text, here)));
    }

    /// A review that found nothing at all.
    static Review empty() {
        return new Review(
                "blank.txt",
                "en",
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
                Kind.DELIVERABLE,
                accountable == null ? "training" : "hardware",
                quote,
                quote,
                quote,
                0.6,
                Place.paragraph(2, 5));
    }
}
