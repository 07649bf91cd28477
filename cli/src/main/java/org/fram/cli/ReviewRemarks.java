package org.fram.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Place;
import org.fram.office.Remark;
import org.fram.report.Verdict;
import org.fram.report.Whereabouts;
import org.fram.review.Review;
import org.fram.review.Review.Finding;
import org.jspecify.annotations.Nullable;

/// A review as comments in the very document: one at each text that something is wrong with, and one at its beginning
/// for what is missing from the whole.
final class ReviewRemarks {

    private static final String AUTHOR = "Fram";

    /// Where a comment goes.
    private record Spot(Place place, String quote) {}

    private final Review review;
    private final Whereabouts whereabouts;

    /// What is said at each spot, in the order in which it was found.
    private final Map<Spot, List<String>> said = new LinkedHashMap<>();

    private ReviewRemarks(Review review, Document document) {
        this.review = review;
        this.whereabouts = Whereabouts.in(document);
    }

    /// The remarks for a document.
    static List<Remark> of(Review review, Document document) {
        var remarks = new ReviewRemarks(review, document);
        remarks.findings();
        remarks.wording();
        remarks.contradictions();
        var all = new ArrayList<Remark>();
        remarks.overview(document).ifPresent(all::add);
        remarks.said.forEach(
                (spot, texts) -> all.add(new Remark(spot.place(), spot.quote(), AUTHOR, String.join("\n\n", texts))));
        return List.copyOf(all);
    }

    private void findings() {
        for (var finding : review.findings()) {
            if (finding.place() != null) {
                say(finding.place(), finding.quote(), text(finding));
            }
        }
    }

    /// Vague and boilerplate statements, where no finding says so already.
    private void wording() {
        var told = quotesOfFindings("SOW-11", "SOW-12");
        for (var vague : review.vague()) {
            if (!told.contains(vague.quote())) {
                say(
                        vague.place(),
                        vague.quote(),
                        "Vague: %s. Say who, what, how much and by when.".formatted(vague.reason()));
            }
        }
        for (var boilerplate : review.boilerplate()) {
            if (!told.contains(boilerplate.quote())) {
                say(
                        boilerplate.place(),
                        boilerplate.quote(),
                        "Boilerplate: %s. Replace it by what this engagement needs, or strike it."
                                .formatted(boilerplate.reason()));
            }
        }
    }

    /// At both statements, so that whoever reads one learns of the other.
    private void contradictions() {
        var told = quotesOfFindings("SOW-17");
        for (var found : review.contradictions()) {
            if (!told.contains(found.a())) {
                say(found.aPlace(), found.a(), contradiction(found.about(), found.b(), found.bPlace()));
            }
            if (!told.contains(found.b())) {
                say(found.bPlace(), found.b(), contradiction(found.about(), found.a(), found.aPlace()));
            }
        }
    }

    private String contradiction(String about, String other, Place place) {
        var where = whereabouts.describe(place);
        return "Contradiction: %s.\nAgainst%s: “%s”\nDecide which one holds."
                .formatted(about, where.isEmpty() ? "" : " " + where, other);
    }

    private Set<String> quotesOfFindings(String... practices) {
        var quotes = new HashSet<String>();
        for (var finding : review.findings()) {
            if (List.of(practices).contains(finding.practice()) && finding.place() != null) {
                quotes.add(finding.quote());
            }
        }
        return quotes;
    }

    private void say(Place place, String quote, String text) {
        var texts = said.computeIfAbsent(new Spot(place, quote), _ -> new ArrayList<>());
        if (!texts.contains(text)) {
            texts.add(text);
        }
    }

    /// What the review comes to, and what is missing from the whole document, at its first text.
    private Optional<Remark> overview(Document document) {
        var first = firstText(document);
        if (first == null) {
            return Optional.empty();
        }
        var text = new StringBuilder(Verdict.of(review).line());
        for (var finding : review.findings()) {
            if (finding.place() == null) {
                text.append("\n• ").append(text(finding));
            }
        }
        return Optional.of(new Remark(first.place(), first.quote(), AUTHOR, text.toString()));
    }

    private static @Nullable Spot firstText(Document document) {
        for (var block : document.blocks()) {
            var quote = switch (block) {
                case Block.Heading heading -> heading.text();
                case Block.Paragraph paragraph -> paragraph.text();
                case Block.ListItem item -> item.text();
                case Block.Footnote _, Block.Table _ -> "";
            };
            if (!quote.isBlank()) {
                return new Spot(block.place(), quote);
            }
        }
        return null;
    }

    private static String text(Finding finding) {
        return "%s (%s): %s"
                .formatted(
                        finding.practice(),
                        finding.severity().name().toLowerCase(Locale.ROOT),
                        (finding.seen() + " " + finding.fix()).strip());
    }
}
