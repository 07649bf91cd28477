package org.fram.review;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.fram.office.Place;
import org.fram.review.ReviewFacts.Spot;
import org.jspecify.annotations.Nullable;

/// The items of a review under the ids that its facts have: a letter for the list and a number in it, as obligations
/// have. The same review always gives the same ids.
final class ReviewItems {

    private final Review review;
    private final Map<String, String> obligations = new HashMap<>();

    ReviewItems(Review review) {
        this.review = review;
        review.obligations().forEach(obligation -> obligations.putIfAbsent(obligation.quote(), obligation.id()));
    }

    /// The id of the obligation with this quote, the first where several have it; null where none has.
    @Nullable
    String obligationOf(String quote) {
        return obligations.get(quote);
    }

    /// Rows of responsibility tables, each once, however many parties it binds.
    <F> List<F> raci(BiFunction<String, Review.Obligation, F> fact) {
        var rows = new LinkedHashMap<Spot, Review.Obligation>();
        for (var obligation : review.obligations()) {
            if (!obligation.raci().isEmpty()) {
                rows.putIfAbsent(new Spot(obligation.quote(), obligation.place()), obligation);
            }
        }
        return numbered("R", List.copyOf(rows.values()), fact);
    }

    <F> List<F> assumptions(BiFunction<String, Review.Assumption, F> fact) {
        return numbered("A", review.assumptions(), fact);
    }

    <F> List<F> priceLines(BiFunction<String, Review.Price.Line, F> fact) {
        var price = review.price();
        return numbered("P", price == null ? List.of() : price.lines(), fact);
    }

    <F> List<F> flaws(BiFunction<String, Review.Flaw, F> fact) {
        return numbered("E", review.priceErrors(), fact);
    }

    <F> List<F> vague(BiFunction<String, Review.Vague, F> fact) {
        return numbered("V", review.vague(), fact);
    }

    <F> List<F> boilerplate(BiFunction<String, Review.Boilerplate, F> fact) {
        return numbered("B", review.boilerplate(), fact);
    }

    <F> List<F> unclear(BiFunction<String, Review.Unclear, F> fact) {
        return numbered("U", review.unclear(), fact);
    }

    <F> List<F> contradictions(BiFunction<String, Review.Contradiction, F> fact) {
        return numbered("C", review.contradictions(), fact);
    }

    <F> List<F> objectives(BiFunction<String, Review.Objective, F> fact) {
        return numbered("G", review.objectives(), fact);
    }

    <F> List<F> kpis(BiFunction<String, Review.Kpi, F> fact) {
        return numbered("K", review.kpis(), fact);
    }

    Map<String, Spot> spots() {
        var spots = new HashMap<String, Spot>();
        review.obligations().forEach(one -> put(spots, one.id(), one.quote(), one.place()));
        raci((id, one) -> put(spots, id, one.quote(), one.place()));
        assumptions((id, one) -> put(spots, id, one.quote(), one.place()));
        priceLines((id, one) -> put(spots, id, one.text(), one.place()));
        flaws((id, one) -> put(spots, id, one.quote(), one.place()));
        vague((id, one) -> put(spots, id, one.quote(), one.place()));
        boilerplate((id, one) -> put(spots, id, one.quote(), one.place()));
        unclear((id, one) -> put(spots, id, one.quote(), one.place()));
        contradictions((id, one) -> put(spots, id, one.a(), one.aPlace()));
        objectives((id, one) -> put(spots, id, one.quote(), one.place()));
        kpis((id, one) -> put(spots, id, one.quote(), one.place()));
        return Map.copyOf(spots);
    }

    private static String put(Map<String, Spot> spots, String id, String quote, Place place) {
        spots.put(id, new Spot(quote, place));
        return id;
    }

    private static <T, F> List<F> numbered(String letter, List<T> items, BiFunction<String, T, F> fact) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> fact.apply("%s-%03d".formatted(letter, i + 1), items.get(i)))
                .toList();
    }
}
