package org.fram.report;

import java.util.List;

/// A review as text ready to print; the template `review.jte` only lays it out.
///
/// Texts of the document are as they were read and are escaped by the template. Anchors are made of numbers, never of
/// text.
///
/// @param document name of the file
/// @param verdict the review in one line
/// @param ready whether nothing holds the signature
public record ReviewPage(
        String document,
        String verdict,
        boolean ready,
        List<String> notes,
        List<Party> parties,
        List<Figure> figures,
        List<Section> sections,
        List<SeverityGroup> findings,
        List<Wording> wordings,
        List<Clash> clashes,
        List<Area> areas,
        Burden burden,
        Register register,
        Raci raci,
        List<Kpi> kpis,
        List<Evidence> objectives,
        List<Evidence> assumptions,
        Price price) {

    /// A part of the page, for its table of contents.
    ///
    /// @param count how much is in it, or empty
    public record Section(String anchor, String title, String count) {}

    /// An organisation.
    ///
    /// @param aliases joined, or empty
    public record Party(String name, String side, String aliases) {}

    /// One of the few figures at the top, with the bar below it.
    ///
    /// @param detail what it consists of
    /// @param target anchor of its evidence
    /// @param alarming whether it holds the signature
    public record Figure(
            String label, String value, String detail, String target, boolean alarming, List<Segment> bar) {}

    /// A part of a bar.
    ///
    /// @param tone name of a fill of the style sheet
    /// @param start in thousandths of the bar
    /// @param width in thousandths of the bar
    /// @param label said of it
    public record Segment(String tone, int start, int width, String label) {}

    /// A text of the document.
    ///
    /// @param quote empty where something is missing from the whole document
    /// @param where in words, or empty
    public record Evidence(String quote, String where) {}

    /// Findings of one severity.
    public record SeverityGroup(
            String severity, String title, int count, String anchor, List<PracticeGroup> practices) {}

    /// Findings of one practice.
    ///
    /// @param title of the practice; empty where it is not known
    public record PracticeGroup(String practice, String title, int count, List<Message> messages) {}

    /// What is wrong, and the texts in which it is.
    ///
    /// @param advice what to do; empty where it is that of the message before
    public record Message(String seen, String advice, List<Evidence> evidence) {}

    /// Statements whose wording is poor for one reason.
    public record Wording(String title, String reason, List<Evidence> evidence) {}

    /// Two statements that cannot both hold.
    public record Clash(String about, Evidence first, Evidence second) {}

    /// Topics that belong together.
    public record Area(String title, int covered, int all, List<Topic> topics) {}

    /// A topic.
    ///
    /// @param target anchor of its first obligation, or of what is said of its absence; empty where there is none
    /// @param share of the topic with the most obligations, in thousandths
    public record Topic(
            String anchor,
            String title,
            boolean covered,
            String covers,
            String ask,
            int obligations,
            int share,
            String target) {}

    /// Who carries how much of what: obligations by area and party.
    public record Burden(List<String> parties, List<BurdenRow> rows, List<Integer> totals) {}

    /// Obligations of an area.
    ///
    /// @param cells as many as there are parties
    public record BurdenRow(String area, List<BurdenCell> cells, int total) {}

    /// Obligations of an area that one party owes.
    ///
    /// @param share of the largest cell, in thousandths
    /// @param nobody whether it is about obligations that nobody owes
    public record BurdenCell(int count, int share, boolean nobody) {}

    /// All obligations.
    public record Register(List<Choice> parties, List<Choice> topics, List<Choice> kinds, List<RegisterRow> rows) {}

    /// One of the values that a filter offers.
    public record Choice(int value, String label, int count) {}

    /// An obligation.
    ///
    /// @param doubtful in words how sure the review is, where it is not; else empty
    /// @param party value of a [Choice], as are `topicChoice` and `kindChoice`
    public record RegisterRow(
            String anchor,
            String id,
            String quote,
            String where,
            String accountable,
            String responsible,
            String topic,
            String kind,
            String due,
            String quantity,
            String amount,
            String doubtful,
            int party,
            int topicChoice,
            int kindChoice) {}

    /// Letters of responsibility, from the document's tables.
    public record Raci(List<String> parties, List<RaciRow> rows) {}

    /// An obligation with its letters.
    ///
    /// @param task what is to be done, in the document's words
    /// @param letters as many as there are parties, empty where a party has none
    /// @param wrong what is wrong with them, or empty
    public record RaciRow(String target, String task, List<String> letters, String wrong) {}

    /// A measure.
    ///
    /// @param target empty where it is open
    public record Kpi(String name, String target, Evidence evidence) {}

    /// The prices.
    ///
    /// @param judgement whether they add up, in words
    /// @param off whether they do not
    /// @param total as stated, or empty
    /// @param sum of the lines, where it differs from the total and is known; else empty
    public record Price(List<PriceLine> lines, String total, String sum, String judgement, boolean off) {}

    /// A line of a price table.
    public record PriceLine(String text, String amount, String where) {}
}
