package org.fram.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fram.facts.EngagementKind;
import org.fram.facts.ObligationKind;
import org.fram.facts.Side;
import org.fram.facts.SowFacts.RemarkKind;
import org.fram.office.Place;
import org.fram.review.Review;
import org.jspecify.annotations.Nullable;

/// A review written by hand.
final class Draft {

    static final Place SOMEWHERE = Place.paragraph(0, 1);

    private final List<Review.Party> parties = new ArrayList<>();
    private final List<Review.Obligation> obligations = new ArrayList<>();
    private final List<Review.Vague> vague = new ArrayList<>();
    private final List<Review.Contradiction> contradictions = new ArrayList<>();
    private List<String> topicsMissing = List.of();
    private Review.@Nullable Price price;

    Draft party(String name, Side side, String... aliases) {
        parties.add(new Review.Party(name, List.of(aliases), side));
        return this;
    }

    Draft obligation(String quote, @Nullable String accountable) {
        return obligation(quote, accountable, ObligationKind.SERVICE, "training", null);
    }

    Draft obligation(
            String quote, @Nullable String accountable, ObligationKind kind, String topic, @Nullable String due) {
        obligations.add(new Review.Obligation(
                "O-" + obligations.size(),
                quote,
                "",
                accountable,
                List.of(),
                Map.of(),
                kind,
                topic,
                null,
                due,
                null,
                null,
                1,
                SOMEWHERE));
        return this;
    }

    Draft vague(String quote) {
        vague.add(new Review.Vague(quote, RemarkKind.NO_MEASURE, "no actor", SOMEWHERE));
        return this;
    }

    Draft contradiction(String a, String b) {
        contradictions.add(new Review.Contradiction(a, b, "", SOMEWHERE, SOMEWHERE));
        return this;
    }

    Draft topicsMissing(String... topics) {
        topicsMissing = List.of(topics);
        return this;
    }

    Draft price(@Nullable Boolean addsUp, @Nullable String total, String... rows) {
        var lines = new ArrayList<Review.Price.Line>();
        for (var row : rows) {
            lines.add(new Review.Price.Line(
                    row, row.substring(row.lastIndexOf('|') + 1).strip(), SOMEWHERE));
        }
        price = new Review.Price(lines, total, addsUp);
        return this;
    }

    Review review() {
        return new Review(
                "draft.txt",
                "en",
                EngagementKind.TECHNOLOGY_PROJECT,
                null,
                List.of(),
                parties,
                obligations,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                topicsMissing,
                vague,
                List.of(),
                List.of(),
                contradictions,
                price,
                List.of(),
                List.of());
    }
}
