package org.fram.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How well one review, or several, agree with the labels.
///
/// @param found what is found, missed and made up; without an entry where the labels say nothing of the kind
/// @param right what is right of all that is matched; without an entry where the labels say nothing of the kind
/// @param errors one line each, in the order in which a person works them off
record Score(Map<Found, Tally> found, Map<Right, Share> right, List<Disagreement> errors) {

    /// What a review finds.
    enum Found {
        OBLIGATIONS("obligations"),
        /// The same with the rows of KPIs counted as any other obligation: for who reads the rule in that way.
        OBLIGATIONS_AND_KPI_ROWS("obligations, KPI rows counted"),
        MISSING_TOPICS("missing topics"),
        VAGUE("vague"),
        BOILERPLATE("boilerplate"),
        ASSUMPTIONS("assumptions"),
        OBJECTIVES("objectives"),
        KPIS("KPIs"),
        CONTRADICTIONS("contradictions"),
        PRICE_LINES("price lines"),
        PARTIES("parties");

        final String title;

        Found(String title) {
            this.title = title;
        }
    }

    /// What a review says of what it found.
    enum Right {
        ACCOUNTABLE("accountable"),
        KIND("kind"),
        TOPIC("topic"),
        DUE("due, exactly"),
        DUE_OVERLAPS("due, overlapping"),
        QUANTITY("quantity, exactly"),
        QUANTITY_OVERLAPS("quantity, overlapping"),
        AMOUNT("amount, exactly"),
        AMOUNT_OVERLAPS("amount, overlapping"),
        SIDE("side of party"),
        STATED_TOTAL("stated total"),
        ADDS_UP("price adds up");

        final String title;

        Right(String title) {
            this.title = title;
        }
    }

    /// A disagreement between a review and the labels.
    ///
    /// @param what kind of it, such as `missed obligation`
    /// @param text the quote or topic, and where it matters both values
    record Disagreement(String what, String text) {}

    static Score sum(List<Score> scores) {
        var found = new EnumMap<Found, Tally>(Found.class);
        var right = new EnumMap<Right, Share>(Right.class);
        for (var score : scores) {
            score.found.forEach((what, tally) -> found.merge(what, tally, Tally::plus));
            score.right.forEach((what, share) -> right.merge(what, share, Share::plus));
        }
        return new Score(
                found,
                right,
                scores.stream().flatMap(score -> score.errors.stream()).toList());
    }
}
