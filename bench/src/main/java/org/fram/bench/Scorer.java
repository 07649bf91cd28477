package org.fram.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.fram.bench.Score.Found;
import org.fram.bench.Score.Right;
import org.fram.review.Review;
import org.jspecify.annotations.Nullable;

/// Scores a review against labels.
///
/// Quotes are matched one to one, greedily by Jaccard's index of their [Words], the best pairs first: obligations at
/// 0.60, contradictions at 0.40 for both quotes, everything else at 0.50. Of pairs equally alike those go first whose
/// label counts, then those that agree on who is accountable, then the ones that come first in the document: so a
/// sentence that binds two parties, and is labelled once for each, is not scored by the order of the two.
///
/// An obligation that is optional, or a row of KPIs, counts neither way, and nor does a prediction that is like one of
/// them or like the quote of a KPI. What is left over without a match is false, also a second copy of what is matched.
final class Scorer {

    static final double OBLIGATION = 0.60;
    static final double QUOTE = 0.50;
    static final double CONTRADICTION = 0.40;

    private final Labels labels;
    private final Review review;
    private final Map<Found, Tally> found = new EnumMap<>(Found.class);
    private final Map<Right, Share> right = new EnumMap<>(Right.class);
    private final List<Score.Disagreement> errors = new ArrayList<>();

    private Scorer(Labels labels, Review review) {
        this.labels = labels;
        this.review = review;
    }

    static Score score(Labels labels, Review review) {
        var scorer = new Scorer(labels, review);
        scorer.obligations();
        scorer.missingTopics();
        scorer.quotes(Found.VAGUE, labels.vague(), review.vague(), Review.Vague::quote);
        scorer.quotes(Found.BOILERPLATE, labels.boilerplate(), review.boilerplate(), Review.Boilerplate::quote);
        scorer.quotes(Found.ASSUMPTIONS, labels.assumptions(), review.assumptions(), Review.Assumption::quote);
        scorer.quotes(Found.OBJECTIVES, labels.objectives(), review.objectives(), Review.Objective::quote);
        var kpis = labels.kpis().stream().map(Labels.Kpi::quote).toList();
        scorer.quotes(Found.KPIS, kpis, review.kpis(), Review.Kpi::quote);
        scorer.contradictions();
        scorer.price();
        scorer.parties();
        return new Score(scorer.found, scorer.right, List.copyOf(scorer.errors));
    }

    private void obligations() {
        var gold = labels.obligations();
        var predicted = review.obligations();
        var goldWords = gold.stream().map(item -> Words.of(item.quote())).toList();
        var words = predicted.stream().map(item -> Words.of(item.quote())).toList();
        var matching = Matching.greedy(
                gold.size(),
                predicted.size(),
                OBLIGATION,
                (label, prediction) -> Words.alike(goldWords.get(label), words.get(prediction)),
                (label, prediction) -> (gold.get(label).counts() ? 2 : 0)
                        + (sameParty(
                                        gold.get(label).accountable(),
                                        predicted.get(prediction).accountable())
                                ? 1
                                : 0));

        for (int label = 0; label < gold.size(); label++) {
            var item = gold.get(label);
            if (!item.counts()) {
                continue;
            }
            int prediction = matching.predictionOf(label);
            if (prediction < 0) {
                error("missed obligation", item.quote() + "  [" + item.id() + ", " + item.accountable() + "]");
            } else {
                matchedObligation(item, predicted.get(prediction));
            }
        }
        var optional = new ArrayList<Set<String>>();
        var kpis = new ArrayList<Set<String>>();
        labels.kpis().forEach(kpi -> kpis.add(Words.of(kpi.quote())));
        for (int label = 0; label < gold.size(); label++) {
            if (gold.get(label).optional()) {
                optional.add(goldWords.get(label));
            } else if (gold.get(label).kpiRow()) {
                kpis.add(goldWords.get(label));
            }
        }
        var matched = new HashSet<Set<String>>();
        var leftOver = new ArrayList<Integer>();
        for (int prediction = 0; prediction < predicted.size(); prediction++) {
            if (matching.labelOf(prediction) >= 0) {
                matched.add(words.get(prediction));
            } else if (!likeOneOf(optional, words.get(prediction))) {
                leftOver.add(prediction);
            }
        }
        int unlikeKpis = 0;
        for (int prediction : leftOver) {
            if (!likeOneOf(kpis, words.get(prediction))) {
                unlikeKpis++;
                boolean copy = matched.contains(words.get(prediction));
                error(
                        copy ? "false obligation (a copy)" : "false obligation",
                        predicted.get(prediction).quote());
            }
        }
        found.put(Found.OBLIGATIONS, tally(gold, matching, Labels.Obligation::counts, unlikeKpis));
        found.put(Found.OBLIGATIONS_AND_KPI_ROWS, tally(gold, matching, item -> !item.optional(), leftOver.size()));
    }

    private static Tally tally(
            List<Labels.Obligation> gold, Matching matching, Predicate<Labels.Obligation> counts, int wrong) {
        int right = 0;
        int missed = 0;
        for (int label = 0; label < gold.size(); label++) {
            if (counts.test(gold.get(label))) {
                if (matching.predictionOf(label) >= 0) {
                    right++;
                } else {
                    missed++;
                }
            }
        }
        return new Tally(right, missed, wrong);
    }

    private static boolean likeOneOf(List<Set<String>> quotes, Set<String> own) {
        return quotes.stream().anyMatch(quote -> Words.alike(own, quote) >= OBLIGATION);
    }

    private void matchedObligation(Labels.Obligation gold, Review.Obligation predicted) {
        if (gold.accountable() != null) {
            boolean same = sameParty(gold.accountable(), predicted.accountable());
            count(Right.ACCOUNTABLE, same);
            if (!same) {
                error(
                        "wrong accountable",
                        predicted.accountable() + " for " + gold.accountable() + ": " + gold.quote());
            }
        }
        var kind = Objects.toString(predicted.kind()).toLowerCase(java.util.Locale.ROOT);
        count(Right.KIND, kind.equals(gold.kind()));
        if (!kind.equals(gold.kind())) {
            error("wrong kind", kind + " for " + gold.kind() + ": " + gold.quote());
        }
        boolean topic = gold.topics().contains(predicted.topic());
        count(Right.TOPIC, topic);
        if (!topic) {
            error("wrong topic", predicted.topic() + " for " + String.join("/", gold.topics()) + ": " + gold.quote());
        }
        part(Right.DUE, Right.DUE_OVERLAPS, "due", gold.due(), predicted.due(), gold.quote());
        part(Right.QUANTITY, Right.QUANTITY_OVERLAPS, "quantity", gold.quantity(), predicted.quantity(), gold.quote());
        part(Right.AMOUNT, Right.AMOUNT_OVERLAPS, "amount", gold.amount(), predicted.amount(), gold.quote());
    }

    /// A verbatim part of a quote: exactly the same words, or overlapping: one within the other, or 0.50 alike.
    private void part(
            Right exactly,
            Right overlapping,
            String what,
            @Nullable String gold,
            @Nullable String predicted,
            String quote) {
        if (gold == null) {
            return;
        }
        var a = Words.plain(gold);
        var b = predicted == null ? "" : Words.plain(predicted);
        boolean overlaps = !b.isEmpty()
                && ((" " + a + " ").contains(" " + b + " ")
                        || (" " + b + " ").contains(" " + a + " ")
                        || Words.alike(a, b) >= QUOTE);
        count(exactly, a.equals(b));
        count(overlapping, overlaps);
        if (!a.equals(b)) {
            error("wrong " + what, predicted + " for " + gold + (overlaps ? " (overlaps): " : ": ") + quote);
        }
    }

    private void missingTopics() {
        var gold = new TreeSet<>(labels.topicsMissing());
        gold.removeAll(labels.unscoredTopics());
        var predicted = new TreeSet<>(review.topicsMissing());
        predicted.removeAll(labels.unscoredTopics());
        int both = 0;
        for (var topic : gold) {
            if (predicted.contains(topic)) {
                both++;
            } else {
                error("topic taken for covered", topic);
            }
        }
        for (var topic : predicted) {
            if (!gold.contains(topic)) {
                error("topic taken for missing", topic);
            }
        }
        found.put(Found.MISSING_TOPICS, new Tally(both, gold.size() - both, predicted.size() - both));
    }

    private <T> void quotes(Found what, @Nullable List<String> gold, List<T> items, Function<T, String> quote) {
        if (gold == null) {
            return;
        }
        var predicted = items.stream().map(quote).toList();
        var matching = Matching.ofQuotes(gold, predicted, QUOTE);
        for (int label = 0; label < gold.size(); label++) {
            if (matching.predictionOf(label) < 0) {
                error("missed " + what.title, gold.get(label));
            }
        }
        for (int prediction = 0; prediction < predicted.size(); prediction++) {
            if (matching.labelOf(prediction) < 0) {
                error("false " + what.title, predicted.get(prediction));
            }
        }
        found.put(what, matching.tally());
    }

    private void contradictions() {
        var gold = labels.contradictions();
        if (gold == null) {
            return;
        }
        var predicted = review.contradictions();
        var matching = Matching.greedy(
                gold.size(),
                predicted.size(),
                CONTRADICTION,
                (label, prediction) -> alike(gold.get(label), predicted.get(prediction)),
                (label, prediction) -> 0);
        for (int label = 0; label < gold.size(); label++) {
            if (matching.predictionOf(label) < 0) {
                error(
                        "missed contradiction",
                        gold.get(label).a() + "  <>  " + gold.get(label).b());
            }
        }
        for (int prediction = 0; prediction < predicted.size(); prediction++) {
            if (matching.labelOf(prediction) < 0) {
                var item = predicted.get(prediction);
                error("false contradiction", item.about() + ": " + item.a() + "  <>  " + item.b());
            }
        }
        found.put(Found.CONTRADICTIONS, matching.tally());
    }

    private static double alike(Labels.Contradiction gold, Review.Contradiction predicted) {
        double straight = Math.min(Words.alike(gold.a(), predicted.a()), Words.alike(gold.b(), predicted.b()));
        double crossed = Math.min(Words.alike(gold.a(), predicted.b()), Words.alike(gold.b(), predicted.a()));
        return Math.max(straight, crossed);
    }

    private void price() {
        var gold = labels.price();
        if (gold == null) {
            return;
        }
        var predicted = Optional.ofNullable(review.price());
        var addsUp = predicted.map(Review.Price::addsUp).orElse(null);
        boolean sameVerdict = Objects.equals(gold.addsUp(), addsUp);
        count(Right.ADDS_UP, sameVerdict);
        if (!sameVerdict) {
            error("wrong price verdict", "adds_up " + addsUp + " for " + gold.addsUp());
        }
        var total = predicted.map(Review.Price::statedTotal).orElse(null);
        boolean sameTotal = Objects.equals(figure(gold.statedTotal()), figure(total));
        count(Right.STATED_TOTAL, sameTotal);
        if (!sameTotal) {
            error("wrong stated total", total + " for " + gold.statedTotal());
        }
        var lines = predicted.map(Review.Price::lines).orElse(List.of());
        var matching = Matching.greedy(
                gold.lines().size(),
                lines.size(),
                QUOTE,
                (label, prediction) -> {
                    var a = gold.lines().get(label);
                    var b = lines.get(prediction);
                    return Objects.equals(figure(a.amount()), figure(b.amount())) ? Words.alike(a.text(), b.text()) : 0;
                },
                (label, prediction) -> 0);
        for (int label = 0; label < gold.lines().size(); label++) {
            if (matching.predictionOf(label) < 0) {
                error("missed price line", gold.lines().get(label).text());
            }
        }
        for (int prediction = 0; prediction < lines.size(); prediction++) {
            if (matching.labelOf(prediction) < 0) {
                error("false price line", lines.get(prediction).text());
            }
        }
        found.put(Found.PRICE_LINES, matching.tally());
    }

    /// An amount without currency, separators and case, as two writings of one amount are equal.
    private static @Nullable String figure(@Nullable String amount) {
        if (amount == null) {
            return null;
        }
        var digits = amount.replaceAll("[^0-9.]", "").replaceAll("\\.0*$", "");
        return digits.isEmpty() ? Words.plain(amount) : digits;
    }

    private void parties() {
        int both = 0;
        var used = new HashSet<Review.Party>();
        for (var gold : labels.parties()) {
            var predicted = review.parties().stream()
                    .filter(party -> !used.contains(party) && isOneOf(gold, party))
                    .findFirst();
            if (predicted.isEmpty()) {
                error("missed party", gold.name());
                continue;
            }
            used.add(predicted.get());
            both++;
            var side = Objects.toString(predicted.get().side()).toLowerCase(java.util.Locale.ROOT);
            count(Right.SIDE, side.equals(gold.side()));
            if (!side.equals(gold.side())) {
                error("wrong side", gold.name() + ": " + side + " for " + gold.side());
            }
        }
        for (var party : review.parties()) {
            if (!used.contains(party)) {
                error("false party", party.name() + " " + party.aliases());
            }
        }
        found.put(
                Found.PARTIES,
                new Tally(both, labels.parties().size() - both, review.parties().size() - both));
    }

    private static boolean isOneOf(Labels.Party gold, Review.Party predicted) {
        return gold.isNamed(predicted.name()) || predicted.aliases().stream().anyMatch(gold::isNamed);
    }

    /// Whether a predicted name stands for the labelled party: by the labels' names and aliases, or by the aliases that
    /// the review itself gives that party. Null stands for nobody.
    private boolean sameParty(@Nullable String gold, @Nullable String predicted) {
        if (gold == null || predicted == null) {
            return gold == null && predicted == null;
        }
        if (Labels.bare(gold).equals(Labels.bare(predicted))) {
            return true;
        }
        var meant = labels.party(gold);
        if (meant == null) {
            return false;
        }
        var said = labels.party(predicted);
        if (said != null) {
            return said.equals(meant);
        }
        return review.parties().stream()
                .filter(party -> Labels.bare(party.name()).equals(Labels.bare(predicted))
                        || party.aliases().stream()
                                .anyMatch(alias -> Labels.bare(alias).equals(Labels.bare(predicted))))
                .anyMatch(party -> isOneOf(meant, party));
    }

    private void count(Right what, boolean isRight) {
        right.merge(what, Share.NONE.plus(isRight), Share::plus);
    }

    private void error(String what, String text) {
        errors.add(new Score.Disagreement(what, text));
    }
}
