package org.fram.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fram.office.Document;

/// The review of a statement of work. Holds the language models and word lists, so make one and use it for many
/// documents; it is safe to use from several threads.
public final class Reviewer {

    private final ReviewSettings settings;
    private final ObligationModel model;

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

    /// Reads the document's statements and says what they oblige whom to and what is wrong with them.
    public Review review(Document document) {
        var statements = Statements.of(document);
        var parties = Parties.of(statements);
        var contexts = contexts(statements, parties);
        var found = new Obligations(parties, model, settings.value("obligation"), _ -> "scope").in(contexts);
        var vague = Vagueness.of(contexts, found);
        return new Review(
                document.name(),
                "en",
                List.of(),
                parties.all(),
                found.stream().map(Obligations.Found::obligation).toList(),
                Measures.assumptions(contexts),
                Measures.objectives(contexts),
                Measures.kpis(contexts),
                List.of(),
                List.of(),
                vague,
                Boilerplates.of(contexts),
                List.of(),
                null,
                List.of());
    }

    /// A statement as the model of obligations sees it.
    ///
    /// @param signals the names of what can be seen of it
    public record Candidate(String quote, Set<String> signals) {}

    /// The statements of a document that may be obligations, for fitting an [ObligationModel] to labels.
    public static List<Candidate> candidates(Document document) {
        var statements = Statements.of(document);
        return Obligations.candidates(contexts(statements, Parties.of(statements))).stream()
                .map(candidate -> new Candidate(
                        candidate.getKey(),
                        candidate.getValue().stream().map(Signal::name).collect(Collectors.toUnmodifiableSet())))
                .toList();
    }

    private static List<Context> contexts(List<Statement> statements, Parties parties) {
        var contexts = new ArrayList<Context>();
        statements.forEach(statement -> contexts.add(Context.of(statement, parties)));
        return contexts;
    }
}
