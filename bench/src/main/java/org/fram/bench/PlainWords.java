package org.fram.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fram.facts.EngagementKind;
import org.fram.facts.ObligationKind;
import org.fram.facts.Side;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Place;
import org.fram.review.Review;

/// A peer to compare with: what plain words reach. Each sentence with "shall", "will" or "must" is an obligation of its
/// first words; a row of a table is one when it holds such a word; nothing else is found.
final class PlainWords {

    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})|\\n");
    private static final Pattern MODAL = Pattern.compile("(?i)^(.*?)\\b(shall|will|must)\\b.*");

    private PlainWords() {}

    static Review review(Document document) {
        var obligations = new ArrayList<Review.Obligation>();
        var subjects = new LinkedHashSet<String>();
        var section = "";
        for (var block : document.blocks()) {
            switch (block) {
                case Block.Heading heading -> section = (heading.number() + " " + heading.text()).strip();
                case Block.Paragraph paragraph ->
                    sentences(paragraph.text(), section, paragraph.place(), obligations, subjects);
                case Block.ListItem item -> sentences(item.text(), section, item.place(), obligations, subjects);
                case Block.Footnote footnote ->
                    sentences(footnote.text(), section, footnote.place(), obligations, subjects);
                case Block.Table table -> {
                    for (var row : table.rows()) {
                        obligation(row.quote(), section, row.place(), obligations, subjects);
                    }
                }
            }
        }
        return new Review(
                document.name(),
                "en",
                EngagementKind.TECHNOLOGY_PROJECT,
                null,
                List.of(),
                subjects.stream()
                        .map(name -> new Review.Party(name, List.of(), Side.OTHER))
                        .toList(),
                obligations,
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

    private static void sentences(
            String text, String section, Place place, List<Review.Obligation> obligations, Set<String> subjects) {
        for (var sentence : END.split(text)) {
            obligation(sentence.strip(), section, place, obligations, subjects);
        }
    }

    private static void obligation(
            String quote, String section, Place place, List<Review.Obligation> obligations, Set<String> subjects) {
        var modal = MODAL.matcher(quote);
        if (!modal.matches()) {
            return;
        }
        var subject = modal.group(1).strip();
        var named = subject.toLowerCase(Locale.ROOT).startsWith("the ") ? subject.substring(4) : subject;
        var accountable =
                named.isEmpty() || named.chars().filter(Character::isWhitespace).count() > 2 ? null : named;
        if (accountable != null) {
            subjects.add(accountable);
        }
        obligations.add(new Review.Obligation(
                "O-%03d".formatted(obligations.size() + 1),
                quote,
                section,
                accountable,
                List.of(),
                Map.of(),
                ObligationKind.SERVICE,
                "scope",
                null,
                null,
                null,
                null,
                1,
                place));
    }
}
