package org.fram.app.sow;

import java.util.List;
import java.util.Map;
import org.fram.facts.ActivityArea;
import org.fram.facts.ObligationKind;
import org.fram.office.Place;
import org.fram.review.Review;
import org.jspecify.annotations.Nullable;

/// What an obligation says: the part that people read and correct.
///
/// @param text what is promised
/// @param section the heading above, with its number; may be empty
/// @param accountable the party that answers for it, or null while nobody does
/// @param responsible the parties that do it
/// @param raci letters by party, where a table of the document has them
/// @param topic an id of the list of topics
/// @param area the kind of work, or null where it is none
/// @param due when, in words, or null
/// @param quantity how much, in words, or null
/// @param amount for how much money, in words, or null
public record Promise(
        String text,
        String section,
        @Nullable String accountable,
        List<String> responsible,
        Map<String, String> raci,
        ObligationKind kind,
        String topic,
        @Nullable ActivityArea area,
        @Nullable String due,
        @Nullable String quantity,
        @Nullable String amount) {

    /// The longest text that is kept.
    static final int LONGEST_TEXT = 20_000;

    public Promise {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A promise says something.");
        }
        text = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        accountable = blankToNull(accountable);
        responsible = responsible.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        raci = Map.copyOf(raci);
        due = blankToNull(due);
        quantity = blankToNull(quantity);
        amount = blankToNull(amount);
    }

    /// As the review found it.
    static Promise of(Review.Obligation found) {
        return new Promise(
                found.quote(),
                found.section(),
                found.accountable(),
                found.responsible(),
                found.raci(),
                found.kind(),
                found.topic(),
                found.area(),
                found.due(),
                found.quantity(),
                found.amount());
    }

    /// The same promise with other words.
    Promise withText(String other) {
        return new Promise(other, section, accountable, responsible, raci, kind, topic, area, due, quantity, amount);
    }

    /// As the review would have found it.
    ///
    /// @param id within the review
    /// @param original what the review did find, or null where somebody added it
    Review.Obligation asFound(String id, Review.@Nullable Obligation original) {
        return new Review.Obligation(
                id,
                text,
                section,
                accountable,
                responsible,
                raci,
                kind,
                topic,
                area,
                due,
                quantity,
                amount,
                original == null ? 1 : original.confidence(),
                original == null ? Place.paragraph(0, 0) : original.place());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
