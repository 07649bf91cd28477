package org.fram.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.facts.EngagementKind;
import org.fram.facts.Side;
import org.fram.office.Document;

/// The review of a statement of work. Holds the language models and word lists, so make one and use it for many
/// documents; it is safe to use from several threads.
public final class Reviewer {

    private static final Pattern OUTSOURCING = Pattern.compile(
            "(?i)\\b(outsourc\\w+|bpo|staff(s|ed|ing)? (the )?(agents?|service|queues?|lines?)|productive hours?|attrition|service credits?|forecast(ed)? (volume|contacts|calls)|contacts handled|agent hours|headcount)\\b");

    private final ReviewSettings settings;
    private final ObligationModel model;
    private final Topics topics = Topics.load();
    private final TopicClassifier classifier = new TopicClassifier(topics);

    /// With the settings and weights of `library/review/`.
    public Reviewer() {
        this(ReviewSettings.standard(), ObligationModel.standard());
    }

    /// With settings of one's own, for measuring.
    public Reviewer(ReviewSettings settings) {
        this(settings, ObligationModel.standard());
    }

    /// With settings and weights of one's own, for measuring.
    public Reviewer(ReviewSettings settings, ObligationModel model) {
        this.settings = settings;
        this.model = model;
    }

    /// Reads the document's statements and says what they oblige whom to and what is the matter with them. Findings are
    /// none: what the matter weighs, practices say, which look at the facts of the review.
    public Review review(Document document) {
        var statements = Statements.of(document);
        SentenceEmbedding.prepare();
        var tellingLanguage = CompletableFuture.supplyAsync(() -> Language.of(statements));
        var parties = Parties.of(statements);
        var tellingUnclear = CompletableFuture.supplyAsync(() -> unclear(document, statements, parties));
        var pricing = Pricing.of(statements);
        var contexts = contexts(statements, parties);
        var obligations = new Obligations(parties, model, settings.value("obligation"), pricing, classifier);
        var found = obligations.in(contexts);
        var vague = Vagueness.of(contexts, found);
        var boilerplate = Boilerplates.of(contexts);
        var assumptions = Measures.assumptions(contexts);
        var kpis = Measures.kpis(contexts);
        var coverage = coverage(contexts, found, vague, pricing, assumptions, kpis, parties);
        var contradictions = Contradictions.of(
                statements,
                pricing,
                parties.all(),
                found.stream().map(Obligations.Found::obligation).toList());
        var kind = kind(statements);
        var language = tellingLanguage.join();
        return new Review(
                document.name(),
                language,
                kind,
                Sourcing.of(statements),
                Stream.concat(Language.note(language).stream(), Statements.note(statements).stream())
                        .toList(),
                parties.all(),
                found.stream().map(Obligations.Found::obligation).toList(),
                assumptions,
                Measures.objectives(contexts),
                kpis,
                coverage.covered(),
                coverage.missing(),
                vague,
                boilerplate,
                tellingUnclear.join(),
                contradictions,
                pricing.price(),
                pricing.errors(),
                List.of());
    }

    private static List<Review.Unclear> unclear(Document document, List<Statement> statements, Parties parties) {
        var unclear = new ArrayList<>(CrossReferences.of(document, statements));
        unclear.addAll(DefinedTerms.of(statements));
        unclear.addAll(ForeignNames.of(statements, parties.all()));
        return List.copyOf(unclear);
    }

    private Coverage coverage(
            List<Context> contexts,
            List<Obligations.Found> found,
            List<Review.Vague> vague,
            Pricing pricing,
            List<Review.Assumption> assumptions,
            List<Review.Kpi> kpis,
            Parties parties) {
        var promised = found.stream()
                .collect(Collectors.toMap(
                        one -> one.context().statement().index(), Obligations.Found::topics, (first, _) -> first));
        var unchecked = vague.stream().map(Review.Vague::quote).collect(Collectors.toSet());
        var said = contexts.parallelStream()
                .map(context -> {
                    var statement = context.statement();
                    var topicsOfPromise = promised.get(statement.index());
                    return new Coverage.Said(
                            statement,
                            standing(context, topicsOfPromise != null),
                            unchecked.contains(statement.quote()),
                            topicsOfPromise != null ? topicsOfPromise : classifier.rankByWords(statement));
                })
                .toList();
        var buyer = parties.on(Side.BUYER);
        var structure = new Coverage.Structure(
                pricing.price() != null,
                contexts.stream()
                        .anyMatch(context -> context.table() == TableKind.RACI || context.table() == TableKind.DUTIES),
                !kpis.isEmpty(),
                !assumptions.isEmpty(),
                buyer != null
                        && found.stream()
                                .anyMatch(one -> buyer.equals(one.obligation().accountable())));
        return Coverage.of(said, structure, topics);
    }

    private static Coverage.Standing standing(Context context, boolean promised) {
        if (promised) {
            return Coverage.Standing.OBLIGATION;
        }
        return switch (context.section()) {
            case BACKGROUND, DEFINITIONS, SIGNATURES, OBJECTIVES -> Coverage.Standing.ASIDE;
            default ->
                context.signals().contains(Signal.PRAISES) ? Coverage.Standing.ASIDE : Coverage.Standing.STATEMENT;
        };
    }

    /// What a document is for: an outsourced service says so, in the words of people who staff and take contacts.
    private static EngagementKind kind(List<Statement> statements) {
        long service = statements.stream()
                .filter(statement -> OUTSOURCING.matcher(statement.quote()).find())
                .count();
        return service >= Math.max(3, statements.size() / 25)
                ? EngagementKind.OUTSOURCED_SERVICE
                : EngagementKind.TECHNOLOGY_PROJECT;
    }

    /// A statement as the model of obligations sees it.
    ///
    /// @param signals the names of what can be seen of it
    public record Candidate(String quote, Set<String> signals) {}

    /// The statements of a document that may be obligations, for fitting an [ObligationModel] to labels.
    public static List<Candidate> candidates(Document document) {
        var statements = Statements.of(document);
        return Obligations.candidates(contexts(statements, Parties.of(statements)), Pricing.of(statements)).stream()
                .map(candidate -> new Candidate(
                        candidate.getKey(),
                        candidate.getValue().stream().map(Signal::name).collect(Collectors.toUnmodifiableSet())))
                .toList();
    }

    private static List<Context> contexts(List<Statement> statements, Parties parties) {
        return statements.parallelStream()
                .map(statement -> Context.of(statement, parties))
                .toList();
    }
}
