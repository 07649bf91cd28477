package org.fram.report;

import static org.fram.report.Phrases.capitalised;
import static org.fram.report.Phrases.counted;
import static org.fram.report.Phrases.joined;
import static org.fram.report.Phrases.word;
import static org.fram.report.Verdict.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fram.facts.ObligationKind;
import org.fram.facts.Severity;
import org.fram.office.Place;
import org.fram.report.ReviewPage.Area;
import org.fram.report.ReviewPage.Burden;
import org.fram.report.ReviewPage.BurdenCell;
import org.fram.report.ReviewPage.BurdenRow;
import org.fram.report.ReviewPage.Choice;
import org.fram.report.ReviewPage.Clash;
import org.fram.report.ReviewPage.Evidence;
import org.fram.report.ReviewPage.Figure;
import org.fram.report.ReviewPage.Message;
import org.fram.report.ReviewPage.PracticeGroup;
import org.fram.report.ReviewPage.Raci;
import org.fram.report.ReviewPage.RaciRow;
import org.fram.report.ReviewPage.Register;
import org.fram.report.ReviewPage.RegisterRow;
import org.fram.report.ReviewPage.Section;
import org.fram.report.ReviewPage.SeverityGroup;
import org.fram.report.ReviewPage.Topic;
import org.fram.report.ReviewPage.Wording;
import org.fram.review.Review;
import org.fram.review.Review.Finding;
import org.fram.review.Review.Obligation;
import org.jspecify.annotations.Nullable;

/// Makes the page of one review.
final class ReviewPages {

    static final String NOBODY = "Nobody named";

    /// Below this the register says how sure the review is.
    private static final double SURE = 0.7;

    /// Columns of the picture of who carries what; smaller parties share the last one.
    private static final int MOST_PARTIES = 5;

    private final Review review;
    private final Whereabouts whereabouts;
    private final TopicCatalogue topics;
    private final Verdict verdict;

    /// Parties that owe something, the one that owes most first; [#NOBODY] last, where there are such obligations.
    private final List<String> owners;

    ReviewPages(Review review, Whereabouts whereabouts, TopicCatalogue topics) {
        this.review = review;
        this.whereabouts = whereabouts;
        this.topics = topics;
        this.verdict = Verdict.of(review);
        this.owners = owners(review.obligations());
    }

    ReviewPage page() {
        var findings = findings();
        var wordings = wordings();
        var clashes = review.contradictions().stream()
                .map(found -> new Clash(
                        found.about(), evidence(found.a(), found.aPlace()), evidence(found.b(), found.bPlace())))
                .toList();
        var raci = raci();
        return new ReviewPage(
                review.document(),
                verdict.line(),
                verdict.ready(),
                review.notes(),
                review.parties().stream()
                        .map(party -> new ReviewPage.Party(
                                party.name(), capitalised(word(party.side())), String.join(" · ", otherNames(party))))
                        .toList(),
                figures(),
                sections(wordings, raci),
                findings,
                wordings,
                clashes,
                areas(),
                burden(),
                register(),
                raci,
                review.kpis().stream()
                        .map(kpi -> new ReviewPage.Kpi(kpi.name(), kpi.target(), evidence(kpi.quote(), kpi.place())))
                        .toList(),
                review.objectives().stream()
                        .map(objective -> evidence(objective.quote(), objective.place()))
                        .toList(),
                review.assumptions().stream()
                        .map(assumption -> evidence(assumption.quote(), assumption.place()))
                        .toList(),
                price());
    }

    private List<Section> sections(List<Wording> wordings, Raci raci) {
        var price = review.price();
        var all = List.of(
                new Section("findings", "Findings", number(review.findings().size())),
                new Section(
                        "contradictions",
                        "Contradictions",
                        number(review.contradictions().size())),
                new Section(
                        "wording",
                        "Wording",
                        number(wordings.stream()
                                .mapToInt(w -> w.evidence().size())
                                .sum())),
                new Section("topics", "Topics", number(verdict.topics())),
                new Section("burden", "Who carries what", number(owners.size())),
                new Section(
                        "register", "Obligations", number(review.obligations().size())),
                new Section("raci", "Responsibilities", number(raci.rows().size())),
                new Section("kpis", "KPIs", number(review.kpis().size())),
                new Section(
                        "objectives", "Objectives", number(review.objectives().size())),
                new Section(
                        "assumptions",
                        "Assumptions",
                        number(review.assumptions().size())),
                new Section(
                        "price",
                        "Price",
                        price == null ? "" : number(price.lines().size())));
        return all.stream()
                .filter(section ->
                        !section.count().isEmpty() || section.anchor().equals("findings"))
                .toList();
    }

    /// The number, or nothing for none.
    private static String number(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }

    // ---- the figures at the top

    private List<Figure> figures() {
        int findings = review.findings().size();
        var severities = List.of(verdict.blockers(), verdict.warnings(), verdict.information());
        var byOwner =
                review.obligations().stream().collect(Collectors.groupingBy(ReviewPages::owner, Collectors.counting()));
        var owed = owners.stream()
                .map(owner -> byOwner.getOrDefault(owner, 0L).intValue())
                .toList();
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(
                "Findings",
                Integer.toString(findings),
                findings == 0
                        ? "none"
                        : joined(
                                counted(verdict.blockers(), "blocker", "blockers"),
                                counted(verdict.warnings(), "warning", "warnings"),
                                counted(verdict.information(), "note", "notes")),
                "findings",
                verdict.blockers() > 0,
                Bar.of(severities, List.of("accent", "mid", "light"), List.of("blockers", "warnings", "notes"))));
        figures.add(new Figure(
                "Obligations",
                Integer.toString(review.obligations().size()),
                IntStream.range(0, owners.size())
                        .mapToObj(i -> owners.get(i) + " " + owed.get(i))
                        .limit(4)
                        .collect(Collectors.joining(" · ")),
                review.obligations().isEmpty() ? "register" : "burden",
                false,
                Bar.of(owed, owners.stream().map(this::tone).toList(), owners)));
        if (verdict.topics() > 0) {
            figures.add(new Figure(
                    "Topics covered",
                    "%d of %d".formatted(review.topicsCovered().size(), verdict.topics()),
                    verdict.topicsMissing() == 0 ? "none is missing" : verdict.topicsMissing() + " missing",
                    "topics",
                    false,
                    Bar.of(
                            List.of(review.topicsCovered().size(), verdict.topicsMissing()),
                            List.of("ink", "hollow"),
                            List.of("covered", "missing"))));
        }
        var price = price();
        figures.add(new Figure("Price", priceInAWord(), price.judgement(), "price", price.off(), List.of()));
        return List.copyOf(figures);
    }

    private String priceInAWord() {
        var price = review.price();
        if (price == null) {
            return "None";
        }
        if (price.addsUp() != null) {
            return price.addsUp() ? "Adds up" : "Is off";
        }
        return price.statedTotal() == null ? "No total" : price.statedTotal();
    }

    private String tone(String owner) {
        if (owner.equals(NOBODY)) {
            return "hollow";
        }
        return switch (owners.indexOf(owner)) {
            case 0 -> "ink";
            case 1 -> "mid";
            case 2 -> "light";
            default -> "faint";
        };
    }

    // ---- findings

    private List<SeverityGroup> findings() {
        var bySeverity = new TreeMap<Severity, List<Finding>>();
        review.findings()
                .forEach(found -> bySeverity
                        .computeIfAbsent(found.severity(), _ -> new ArrayList<>())
                        .add(found));
        return bySeverity.entrySet().stream()
                .map(entry -> new SeverityGroup(
                        word(entry.getKey()),
                        switch (entry.getKey()) {
                            case BLOCKER -> "Blockers";
                            case WARNING -> "Warnings";
                            case INFORMATION -> "Notes";
                        },
                        entry.getValue().size(),
                        "findings-" + word(entry.getKey()),
                        practices(entry.getValue())))
                .toList();
    }

    /// The practice that found most comes first.
    private List<PracticeGroup> practices(List<Finding> findings) {
        return grouped(findings, Finding::practice).entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, List<Finding>>>comparingInt(
                                entry -> -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> new PracticeGroup(
                        entry.getKey(),
                        entry.getValue().getFirst().title(),
                        entry.getValue().size(),
                        messages(entry.getValue())))
                .toList();
    }

    /// What was seen, with its texts; what to do stands once, at the first of those that it is the answer to.
    private List<Message> messages(List<Finding> findings) {
        var messages = new ArrayList<Message>();
        grouped(findings, Finding::fix).forEach((fix, sameAnswer) -> {
            var advice = fix;
            for (var entry : grouped(sameAnswer, Finding::seen).entrySet()) {
                messages.add(new Message(
                        entry.getKey(),
                        advice,
                        entry.getValue().stream()
                                .filter(found -> !found.quote().isEmpty() || found.place() != null)
                                .map(found -> evidence(found.quote(), found.place()))
                                .toList()));
                advice = "";
            }
        });
        return List.copyOf(messages);
    }

    /// Vague and boilerplate statements on which no finding stands already, by their reason.
    private List<Wording> wordings() {
        Set<String> told = new HashSet<>();
        review.findings().forEach(found -> told.add(found.quote()));
        var wordings = new ArrayList<Wording>();
        grouped(review.vague(), Review.Vague::reason).forEach((reason, statements) -> {
            var evidence = statements.stream()
                    .filter(statement -> !told.contains(statement.quote()))
                    .map(statement -> evidence(statement.quote(), statement.place()))
                    .toList();
            if (!evidence.isEmpty()) {
                wordings.add(new Wording("Vague", reason, evidence));
            }
        });
        grouped(review.boilerplate(), Review.Boilerplate::reason).forEach((reason, statements) -> {
            var evidence = statements.stream()
                    .filter(statement -> !told.contains(statement.quote()))
                    .map(statement -> evidence(statement.quote(), statement.place()))
                    .toList();
            if (!evidence.isEmpty()) {
                wordings.add(new Wording("Boilerplate", reason, evidence));
            }
        });
        return List.copyOf(wordings);
    }

    // ---- topics

    private List<Area> areas() {
        var covered = new HashSet<>(review.topicsCovered());
        var firsts = new LinkedHashMap<String, Integer>();
        var counts = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < review.obligations().size(); i++) {
            var topic = review.obligations().get(i).topic();
            firsts.putIfAbsent(topic, i);
            counts.merge(topic, 1, Integer::sum);
        }
        int most = counts.values().stream().mapToInt(number -> number).max().orElse(1);
        var all = Stream.concat(review.topicsCovered().stream(), review.topicsMissing().stream())
                .distinct()
                .sorted(topics.inOrder())
                .map(topics::entry)
                .toList();
        return grouped(all, TopicCatalogue.Entry::area).entrySet().stream()
                .map(area -> {
                    var shown = area.getValue().stream()
                            .map(topic -> topic(topic, covered, firsts, counts.getOrDefault(topic.id(), 0), most))
                            .toList();
                    int there = (int) shown.stream().filter(Topic::covered).count();
                    return new Area(area.getKey(), there, shown.size(), shown);
                })
                .toList();
    }

    private Topic topic(
            TopicCatalogue.Entry topic, Set<String> covered, Map<String, Integer> firsts, int obligations, int most) {
        boolean there = covered.contains(topic.id());
        var first = firsts.get(topic.id());
        var anchor = "topic-" + topics.position(topic.id());
        var target = there ? (first == null ? "" : obligationAnchor(first)) : anchor;
        return new Topic(
                anchor,
                topic.title(),
                there,
                topic.covers(),
                topic.ask(),
                obligations,
                share(obligations, most),
                target);
    }

    // ---- who carries what

    private Burden burden() {
        var columns = columns();
        var rows = new LinkedHashMap<String, int[]>();
        review.obligations().stream()
                .sorted(Comparator.comparing(Obligation::topic, topics.inOrder()))
                .forEach(obligation -> rows.computeIfAbsent(
                                topics.entry(obligation.topic()).area(), _ -> new int[columns.size()])[
                        column(columns, owner(obligation))]++);
        int most = rows.values().stream().flatMapToInt(IntStream::of).max().orElse(1);
        return new Burden(
                columns,
                rows.entrySet().stream()
                        .map(row -> new BurdenRow(
                                row.getKey(),
                                IntStream.range(0, columns.size())
                                        .mapToObj(i -> new BurdenCell(
                                                row.getValue()[i],
                                                share(row.getValue()[i], most),
                                                columns.get(i).equals(NOBODY)))
                                        .toList(),
                                IntStream.of(row.getValue()).sum()))
                        .toList(),
                IntStream.range(0, columns.size())
                        .mapToObj(i ->
                                rows.values().stream().mapToInt(row -> row[i]).sum())
                        .toList());
    }

    private List<String> columns() {
        if (owners.size() <= MOST_PARTIES) {
            return owners;
        }
        var columns = new ArrayList<>(owners.stream()
                .filter(owner -> !owner.equals(NOBODY))
                .limit(MOST_PARTIES - 2)
                .toList());
        columns.add("Others");
        if (owners.contains(NOBODY)) {
            columns.add(NOBODY);
        }
        return List.copyOf(columns);
    }

    private static int column(List<String> columns, String owner) {
        int column = columns.indexOf(owner);
        return column >= 0 ? column : columns.indexOf("Others");
    }

    // ---- the register

    private Register register() {
        var obligations = review.obligations();
        var topicIds = obligations.stream()
                .map(Obligation::topic)
                .distinct()
                .sorted(topics.inOrder())
                .toList();
        var kinds =
                obligations.stream().map(Obligation::kind).distinct().sorted().toList();
        return new Register(
                choices(owners, Function.identity(), ReviewPages::owner),
                choices(topicIds, id -> topics.entry(id).title(), Obligation::topic),
                choices(kinds, kind -> capitalised(word(kind)), Obligation::kind),
                IntStream.range(0, obligations.size())
                        .mapToObj(i -> row(i, obligations.get(i), topicIds, kinds))
                        .toList());
    }

    private RegisterRow row(int index, Obligation obligation, List<String> topicIds, List<ObligationKind> kinds) {
        var responsible = obligation.responsible().stream()
                .filter(party -> !party.equals(obligation.accountable()))
                .toList();
        return new RegisterRow(
                obligationAnchor(index),
                obligation.id(),
                obligation.quote(),
                Whereabouts.describe(obligation.section(), obligation.place()),
                owner(obligation),
                String.join(", ", responsible),
                topics.entry(obligation.topic()).title(),
                capitalised(word(obligation.kind())),
                orEmpty(obligation.due()),
                orEmpty(obligation.quantity()),
                orEmpty(obligation.amount()),
                obligation.confidence() < SURE ? "%d %% sure".formatted(Math.round(obligation.confidence() * 100)) : "",
                owners.indexOf(owner(obligation)),
                topicIds.indexOf(obligation.topic()),
                kinds.indexOf(obligation.kind()));
    }

    private <T> List<Choice> choices(List<T> values, Function<T, String> label, Function<Obligation, T> of) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> new Choice(i, label.apply(values.get(i)), (int) review.obligations().stream()
                        .filter(obligation -> of.apply(obligation).equals(values.get(i)))
                        .count()))
                .toList();
    }

    private static String obligationAnchor(int index) {
        return "obligation-" + (index + 1);
    }

    // ---- responsibilities

    private Raci raci() {
        var obligations = review.obligations();
        var parties = obligations.stream()
                .flatMap(obligation -> obligation.raci().keySet().stream())
                .distinct()
                .sorted(Comparator.comparingInt(this::partyPosition).thenComparing(Comparator.naturalOrder()))
                .toList();
        var rows = IntStream.range(0, obligations.size())
                .filter(i -> !obligations.get(i).raci().isEmpty())
                .mapToObj(i -> {
                    var raci = obligations.get(i).raci();
                    return new RaciRow(
                            obligationAnchor(i),
                            task(obligations.get(i).quote()),
                            parties.stream()
                                    .map(party -> raci.getOrDefault(party, ""))
                                    .toList(),
                            wrong(raci.values()));
                })
                .toList();
        return new Raci(parties, rows);
    }

    /// Of a row of a table the cell that says most, as the letters stand beside it.
    private static String task(String quote) {
        return Stream.of(quote.split(" \\| ", -1))
                .max(Comparator.comparingInt(String::length))
                .orElse(quote);
    }

    private int partyPosition(String party) {
        int position =
                review.parties().stream().map(Review.Party::name).toList().indexOf(party);
        return position < 0 ? Integer.MAX_VALUE : position;
    }

    private static String wrong(Collection<String> letters) {
        long accountable = letters.stream()
                .filter(letter -> letter.toUpperCase(Locale.ROOT).contains("A"))
                .count();
        if (accountable == 1) {
            return "";
        }
        return accountable == 0 ? "nobody accountable" : accountable + " accountable";
    }

    // ---- price

    private ReviewPage.Price price() {
        var price = review.price();
        if (price == null) {
            return new ReviewPage.Price(List.of(), "", "", "no price table and no total", false);
        }
        var lines = price.lines().stream()
                .map(line -> new ReviewPage.PriceLine(line.text(), line.amount(), whereabouts.describe(line.place())))
                .toList();
        var total = orEmpty(price.statedTotal());
        if (!Boolean.FALSE.equals(price.addsUp())) {
            var judgement = price.addsUp() == null
                    ? (total.isEmpty() ? "no total is stated" : "nothing to add up")
                    : count(lines.size(), "line", "lines") + " sum to " + (total.isEmpty() ? "their total" : total);
            return new ReviewPage.Price(lines, total, "", judgement, false);
        }
        return PriceGap.of(price)
                .map(gap -> new ReviewPage.Price(
                        lines,
                        total,
                        gap.sum(),
                        "the lines sum to %s, %s".formatted(gap.sum(), gap.difference()),
                        true))
                .orElseGet(
                        () -> new ReviewPage.Price(lines, total, "", "the lines do not sum to the stated total", true));
    }

    // ---- words

    private Evidence evidence(String quote, @Nullable Place place) {
        return new Evidence(quote, whereabouts.describe(place));
    }

    /// The aliases that differ from the name in more than case.
    private static List<String> otherNames(Review.Party party) {
        return party.aliases().stream()
                .filter(alias -> !alias.equalsIgnoreCase(party.name()))
                .toList();
    }

    private static List<String> owners(List<Obligation> obligations) {
        var counts = obligations.stream().collect(Collectors.groupingBy(ReviewPages::owner, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Long>>comparingInt(
                                entry -> entry.getKey().equals(NOBODY) ? 1 : 0)
                        .thenComparingLong(entry -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String owner(Obligation obligation) {
        return obligation.accountable() == null ? NOBODY : obligation.accountable();
    }

    private static <T> Map<String, List<T>> grouped(List<T> items, Function<T, String> by) {
        return items.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }

    private static int share(int part, int whole) {
        return whole == 0 ? 0 : part * 1000 / whole;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
