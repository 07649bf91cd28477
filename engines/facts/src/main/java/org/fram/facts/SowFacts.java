package org.fram.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The statement of work: who is in it, who is obliged to what, what it takes for granted, and what it leaves open.
///
/// @param document the file's name, or the title of a statement of work that Fram keeps
/// @param reviewed the day of the review, or null where it is not known
/// @param topicsCovered ids of the topics that it says something of substance about
/// @param topicsMissing ids of the topics that it says nothing about
public record SowFacts(
        String document,
        @Nullable LocalDate reviewed,
        List<PartyFact> parties,
        List<ObligationFact> obligations,
        List<AssumptionFact> assumptions,
        List<ObjectiveFact> objectives,
        List<KpiFact> kpis,
        @Nullable PriceFact price,
        List<String> topicsCovered,
        List<String> topicsMissing,
        List<RemarkFact> vague,
        List<RemarkFact> boilerplate,
        List<ContradictionFact> contradictions) {

    public SowFacts {
        parties = List.copyOf(parties);
        obligations = List.copyOf(obligations);
        assumptions = List.copyOf(assumptions);
        objectives = List.copyOf(objectives);
        kpis = List.copyOf(kpis);
        topicsCovered = List.copyOf(topicsCovered);
        topicsMissing = List.copyOf(topicsMissing);
        vague = List.copyOf(vague);
        boilerplate = List.copyOf(boilerplate);
        contradictions = List.copyOf(contradictions);
    }

    /// An organisation in the engagement.
    ///
    /// @param side `buyer`, `vendor`, `carrier`, `partner`, `outsourcer` or `other`
    public record PartyFact(String name, List<String> aliases, String side) {}

    /// A promise.
    ///
    /// @param id stable within the statement of work
    /// @param text as written
    /// @param section the heading above it, with its number
    /// @param accountable name of a party, or null where nobody is named
    /// @param responsible names of parties
    /// @param raci letters by party's name, where a responsibility table says so
    /// @param kind `deliverable`, `service`, `duty`, `report`, `payment` or `term`
    /// @param topic id of a topic
    /// @param due as written, or null
    /// @param quantity as written, or null
    /// @param amount as written, or null
    public record ObligationFact(
            String id,
            String text,
            String section,
            @Nullable String accountable,
            List<String> responsible,
            Map<String, String> raci,
            String kind,
            String topic,
            @Nullable String due,
            @Nullable String quantity,
            @Nullable String amount) {}

    /// Something priced or planned as true.
    ///
    /// @param owner name of the person or role that validates it, or null
    /// @param validateBy day by which it is validated, or null
    public record AssumptionFact(
            String text, @Nullable String owner, @Nullable LocalDate validateBy) {}

    /// A success measure of the senior level.
    ///
    /// @param confirmedBy the executive who confirmed it, or null
    public record ObjectiveFact(String text, @Nullable String confirmedBy) {}

    /// A measure with its target.
    ///
    /// @param target as written; empty where it is left open
    public record KpiFact(String name, String target, String text) {}

    /// The prices.
    ///
    /// @param statedTotal as written, or null where none is stated
    /// @param addsUp whether the lines sum to the stated total, or null where nothing can be added
    public record PriceFact(
            List<PriceLineFact> lines,
            @Nullable String statedTotal,
            @Nullable Boolean addsUp) {
        public PriceFact {
            lines = List.copyOf(lines);
        }
    }

    /// A line of a price table.
    ///
    /// @param amount as written
    /// @param money the amount exactly, or null where it is open ("TBD") or names no currency
    public record PriceLineFact(
            String text, String amount, @Nullable MoneyFact money) {}

    /// An exact amount of money.
    ///
    /// @param minorUnits of the currency (cents for USD), so that it is a whole number
    /// @param currency ISO 4217 code
    public record MoneyFact(long minorUnits, String currency) {}

    /// A statement with something the matter, and what it is.
    public record RemarkFact(String text, String reason) {}

    /// Two statements that cannot both hold.
    ///
    /// @param about what they disagree on, with both values
    public record ContradictionFact(String a, String b, String about) {}
}
