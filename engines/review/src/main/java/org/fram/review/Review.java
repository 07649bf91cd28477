package org.fram.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.fram.facts.ActivityArea;
import org.fram.facts.EngagementKind;
import org.fram.facts.ObligationKind;
import org.fram.facts.Severity;
import org.fram.facts.Side;
import org.fram.facts.SourcingStrategy;
import org.fram.facts.SowFacts.RemarkKind;
import org.fram.office.Place;
import org.jspecify.annotations.Nullable;

/// What a review found in one document. Its JSON is the review format: names in snake case, every quote exact text of
/// the document with white space normalised, a row of a table quoted as its non-empty cells joined with ` | `.
///
/// @param document the file's name
/// @param language ISO 639-1 code of the main language; the review knows `en`
/// @param kind what the engagement is about, by the words of the document
/// @param sourcing where the technology runs, by what the document speaks of most; null where it says nothing of it
/// @param notes what the reader should know about this review: another language, no text on some pages
/// @param topicsCovered ids of `library/topics.yaml`, in its order
/// @param topicsMissing ids of `library/topics.yaml`, in its order
/// @param price null where the document has no price table and names no total
/// @param priceErrors figures of prices and payments that do not agree
/// @param findings what the practices found; none before they were asked
public record Review(
        String document,
        String language,
        EngagementKind kind,
        @Nullable SourcingStrategy sourcing,
        List<String> notes,
        List<Party> parties,
        List<Obligation> obligations,
        List<Assumption> assumptions,
        List<Objective> objectives,
        List<Kpi> kpis,
        @JsonProperty("topics_covered") List<String> topicsCovered,
        @JsonProperty("topics_missing") List<String> topicsMissing,
        List<Vague> vague,
        List<Boilerplate> boilerplate,
        List<Unclear> unclear,
        List<Contradiction> contradictions,
        @Nullable Price price,
        @JsonProperty("price_errors") List<Flaw> priceErrors,
        List<Finding> findings) {

    /// An organisation in the engagement.
    ///
    /// @param name its fullest name in the document
    /// @param aliases other ways in which the document names it ("we", "the Contractor", "[CLIENT NAME]")
    public record Party(String name, List<String> aliases, Side side) {}

    /// A promise of the document.
    ///
    /// @param id stable within the document: `O-001` …
    /// @param section the heading above, with its number
    /// @param accountable a party's name, or null where nobody is named
    /// @param responsible parties that do the work, from a responsibility table or the sentence
    /// @param raci party to letters, where a responsibility table says so
    /// @param topic an id of `library/topics.yaml`
    /// @param area the kind of work, or null where it is none
    /// @param due verbatim part of the quote, or null
    /// @param quantity verbatim part of the quote, or null
    /// @param amount verbatim part of the quote, or null
    /// @param confidence that this is an obligation at all, 0..1
    public record Obligation(
            String id,
            String quote,
            String section,
            @Nullable String accountable,
            List<String> responsible,
            Map<String, String> raci,
            ObligationKind kind,
            String topic,
            @Nullable ActivityArea area,
            @Nullable String due,
            @Nullable String quantity,
            @Nullable String amount,
            double confidence,
            Place place) {}

    /// Something priced or planned as true.
    public record Assumption(String quote, Place place) {}

    /// A success measure of the senior level.
    public record Objective(String quote, Place place) {}

    /// A measure with its target.
    ///
    /// @param target as written; empty where the document leaves it open
    public record Kpi(String name, String target, String quote, Place place) {}

    /// A statement that cannot be checked.
    ///
    /// @param reason `no actor`, or what is vague
    public record Vague(String quote, RemarkKind kind, String reason, Place place) {}

    /// A statement that says nothing of this engagement.
    public record Boilerplate(String quote, RemarkKind kind, String reason, Place place) {}

    /// A reference that leads nowhere, a term that does not work, a name that does not belong.
    ///
    /// @param reason a sentence without its full stop
    public record Unclear(String quote, RemarkKind kind, String reason, Place place) {}

    /// Two statements that cannot both hold.
    ///
    /// @param a quote of the first in reading order
    /// @param b quote of the second
    /// @param about what they disagree on, with both values
    public record Contradiction(
            String a,
            String b,
            String about,
            @JsonProperty("a_place") Place aPlace,
            @JsonProperty("b_place") Place bPlace) {}

    /// The prices of a document.
    ///
    /// @param statedTotal as written, or null where none is stated
    /// @param addsUp whether, table by table, the lines sum to the stated total; null where there is nothing to add
    /// up
    public record Price(
            List<Line> lines,
            @JsonProperty("stated_total") @Nullable String statedTotal,
            @JsonProperty("adds_up") @Nullable Boolean addsUp) {

        /// A line of a price table.
        ///
        /// @param text the row as quoted
        /// @param amount as written
        public record Line(String text, String amount, Place place) {}
    }

    /// Figures of a price that do not agree.
    ///
    /// @param reason a sentence without its full stop, with the figures
    public record Flaw(String quote, String reason, Place place) {}

    /// What a practice found.
    ///
    /// @param practice id in the practice catalogue (`SOW-12`)
    /// @param title of the practice
    /// @param message what was seen
    /// @param fix what to do
    /// @param item id of what it is about, as in the facts of the review; null for the whole document
    /// @param quote the text it is about; empty where something is missing from the whole document
    /// @param place null where something is missing from the whole document
    public record Finding(
            String practice,
            String title,
            Severity severity,
            String message,
            String fix,
            @Nullable String item,
            String quote,
            @Nullable Place place) {

        /// What was seen, for where the quote is shown beside it: the message without the quote at its end.
        public String seen() {
            var end = ": “" + quote + "”.";
            return !quote.isEmpty() && message.endsWith(end)
                    ? message.substring(0, message.length() - end.length()) + "."
                    : message;
        }
    }

    /// The same review with what the practices found.
    public Review with(List<Finding> found) {
        return new Review(
                document,
                language,
                kind,
                sourcing,
                notes,
                parties,
                obligations,
                assumptions,
                objectives,
                kpis,
                topicsCovered,
                topicsMissing,
                vague,
                boilerplate,
                unclear,
                contradictions,
                price,
                priceErrors,
                List.copyOf(found));
    }
}
