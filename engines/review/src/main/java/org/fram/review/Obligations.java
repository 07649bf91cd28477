package org.fram.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fram.facts.ObligationKind;
import org.fram.facts.Side;
import org.fram.review.Review.Obligation;
import org.jspecify.annotations.Nullable;

/// The obligations among a document's statements: which they are, who answers for them, what, when and how much.
final class Obligations {

    private static final Pattern RESPONSIBILITIES = Pattern.compile(
            "(?i)\\b(responsibilit\\w+|duties|obligations|tasks|role|roles|shall|will|deliverables|activities|commitments|furnished|provides?|provided)\\b");
    private static final Pattern PRONOUN = Pattern.compile("(?i)^(it|they|he|she|this person|the former)\\b.*");
    private static final Pattern POINTS_BELOW =
            Pattern.compile("(?i)\\b(table|below|following|listed|annex|appendix|schedule|exhibit|attachment)\\b");
    private static final Pattern INCLUDED = Pattern.compile(
            "(?i)\\b(?:is|are) (?:also )?included\\b|\\bpart of (?:our|the) (?:supply|service|price|delivery)\\b|\\bfree of charge\\b");
    private static final Pattern CHARGED = Pattern.compile(
            "(?i)\\b(charged|payable|paid|reimbursed|invoiced|billed|compensated|fee|price|fees|rate)\\b");

    private final Parties parties;
    private final ObligationModel model;
    private final double threshold;
    private final Pricing pricing;
    private final TopicClassifier topics;

    Obligations(Parties parties, ObligationModel model, double threshold, Pricing pricing, TopicClassifier topics) {
        this.pricing = pricing;
        this.parties = parties;
        this.model = model;
        this.threshold = threshold;
        this.topics = topics;
    }

    /// An obligation and the statement that it is read from.
    ///
    /// @param topics what it is about, the likeliest first
    record Found(Obligation obligation, Context context, List<TopicScore> topics) {}

    /// A statement that binds somebody.
    private record Bound(Context context, @Nullable String accountable, double probability, ObligationKind kind) {}

    List<Found> in(List<Context> contexts) {
        var bound = new ArrayList<Bound>();
        for (int i = 0; i < contexts.size(); i++) {
            var context = contexts.get(i);
            double probability = probability(context);
            if (probability < threshold) {
                continue;
            }
            for (var accountable : accountables(context, contexts, i)) {
                var who = accountable.orElse(null);
                bound.add(new Bound(context, who, probability, kind(context, who)));
            }
        }
        var ranked = topics.rank(
                bound.stream().map(one -> one.context().statement()).toList(),
                bound.stream().map(this::favoured).toList());
        var found = new ArrayList<Found>();
        for (int i = 0; i < bound.size(); i++) {
            found.add(new Found(
                    obligation(bound.get(i), ranked.get(i), i + 1), bound.get(i).context(), ranked.get(i)));
        }
        return found;
    }

    /// Topics that who has to act, what is promised and the table speak for.
    private Set<String> favoured(Bound bound) {
        var favoured = new HashSet<String>();
        if (bound.accountable() != null && parties.sideOf(bound.accountable()) == Side.BUYER) {
            favoured.add("buyer-duties");
        }
        if (bound.kind() == ObligationKind.PAYMENT) {
            favoured.add("billing-payment");
        }
        if (bound.context().table() == TableKind.MEASURES) {
            favoured.add("kpi-targets");
        }
        return favoured;
    }

    /// How likely a statement is an obligation.
    private double probability(Context context) {
        return isCandidate(context, pricing) ? model.probability(context.signals()) : 0;
    }

    /// Lines of a price table are no obligations, nor is each thing that a report shall hold.
    private static boolean isCandidate(Context context, Pricing pricing) {
        return !pricing.prices(context.statement()) && !RecordContents.isOne(context);
    }

    private Obligation obligation(Bound bound, List<TopicScore> ranked, int number) {
        var context = bound.context();
        var accountable = bound.accountable();
        var statement = context.statement();
        var raci = context.table() == TableKind.RACI
                ? Responsibility.of(statement, parties)
                : new Responsibility(Map.of(), null, List.of());
        var responsible = raci.responsible().isEmpty()
                ? accountable == null ? context.actors() : List.of(accountable)
                : raci.responsible();
        var details = Details.of(statement);
        return new Obligation(
                "O-%03d".formatted(number),
                statement.quote(),
                statement.section(),
                accountable,
                responsible,
                raci.raci(),
                bound.kind(),
                TopicClassifier.first(ranked),
                topics.area(ranked),
                details.due(),
                details.quantity(),
                details.amount(),
                Math.round(bound.probability() * 100) / 100.0,
                statement.place());
    }

    /// Who answers for a statement: one for each party that it binds, or one unknown.
    private List<java.util.Optional<String>> accountables(Context context, List<Context> contexts, int at) {
        boolean row = context.statement().form() == Statement.Form.ROW;
        if (!context.actors().isEmpty() && !(context.joint() && (row || context.tagged()))) {
            return context.actors().stream().map(java.util.Optional::of).toList();
        }
        return List.of(java.util.Optional.ofNullable(context.joint() ? null : implied(context, contexts, at)));
    }

    private @Nullable String implied(Context context, List<Context> contexts, int at) {
        var promises = context.promises();
        boolean passive = promises.stream().anyMatch(Clause::passive);
        boolean imperative = promises.stream().anyMatch(clause -> clause.mode() == Clause.Mode.IMPERATIVE);
        boolean ownSubject = !promises.isEmpty() && !imperative;
        if (context.statement().form() == Statement.Form.ROW) {
            return ofRow(context, contexts, at);
        }
        if (context.leadInBinds() && context.leadInActor() != null && !ownSubject) {
            return context.leadInActor();
        }
        if (!promises.isEmpty()
                && PRONOUN.matcher(promises.getFirst().subject()).matches()
                && at > 0) {
            var before = contexts.get(at - 1);
            if (before.actors().size() == 1
                    && before.statement().place().equals(context.statement().place())) {
                return before.actors().getFirst();
            }
        }
        if (INCLUDED.matcher(context.statement().quote()).find()) {
            return parties.on(Side.VENDOR);
        }
        boolean money =
                context.section() == SectionKind.MONEY || context.signals().contains(Signal.PRICED);
        if (money && CHARGED.matcher(context.statement().quote()).find()) {
            return parties.on(Side.BUYER);
        }
        var heading = partyOfHeading(context.statement());
        if (heading != null && (!ownSubject || passive)) {
            return heading;
        }
        if (imperative && !context.statement().form().equals(Statement.Form.LABEL)) {
            return parties.on(Side.VENDOR);
        }
        boolean system = promises.stream().anyMatch(clause -> !clause.passive() && Signals.isSystem(clause.subject()));
        return system ? parties.on(Side.VENDOR) : null;
    }

    /// A row without an owner: whoever the sentence above the table says, else the side that such tables bind.
    private @Nullable String ofRow(Context context, List<Context> contexts, int at) {
        if (context.table() == TableKind.OWNED || context.table() == TableKind.RACI) {
            return null;
        }
        if (context.table() == TableKind.MILESTONES) {
            return parties.on(Side.BUYER);
        }
        var leadInActor = context.leadInActor();
        if (leadInActor != null) {
            return leadInActor;
        }
        var row = context.statement().row();
        for (int i = at - 1; i >= 0 && row != null && i > at - 40; i--) {
            var above = contexts.get(i);
            var aboveRow = above.statement().row();
            if (aboveRow != null && aboveRow.table() == row.table()) {
                continue;
            }
            if (!above.statement().section().equals(context.statement().section()) || aboveRow != null) {
                break;
            }
            if (!above.actors().isEmpty()
                    && POINTS_BELOW.matcher(above.statement().quote()).find()) {
                return above.actors().getFirst();
            }
        }
        var heading = partyOfHeading(context.statement());
        return heading != null ? heading : context.table() == TableKind.PAIRS ? null : parties.on(Side.VENDOR);
    }

    /// "Customer responsibilities", "Government furnished property": the party of a heading about duties.
    private @Nullable String partyOfHeading(Statement statement) {
        for (var heading : statement.headings().reversed()) {
            var named = parties.mentionedIn(heading);
            if (named.size() == 1 && RESPONSIBILITIES.matcher(heading).find()) {
                return named.getFirst();
            }
        }
        return null;
    }

    private ObligationKind kind(Context context, @Nullable String accountable) {
        var quote = context.statement().quote().toLowerCase(Locale.ROOT);
        if (context.table() == TableKind.MILESTONES
                || quote.matches(
                        "(?s).*\\b(pays?|invoices?|reimburse[sd]?|payable|be paid|be charged|be billed|billed|falls? due|net \\d+)\\b.*")
                || (context.section() == SectionKind.MONEY
                        && quote.matches("(?s).*([$£€]|\\b(price|fee|charge|rate|cost)s?\\b).*"))) {
            return ObligationKind.PAYMENT;
        }
        if (quote.matches(
                        "(?s).*\\b(liab\\w+|indemnif\\w+|warrants?|warranty|insurance|terminat\\w+|confidential|governing law|prevails?|is accepted|acceptance follows|not acceptance|takes effect|deemed|force majeure)\\b.*")
                && (context.section() == SectionKind.TERMS
                        || context.section() == SectionKind.ACCEPTANCE
                        || context.section() == SectionKind.NONE)) {
            return ObligationKind.TERM;
        }
        if (quote.matches("(?s).*\\b(status report|reports?|minutes|notes|summary|dashboard|survey)\\b.*")
                && quote.matches(
                        "(?s).*\\b(issue|submit|send|provide|deliver|prepare|report|publish|notify|weekly|monthly|daily)\\w*\\b.*")
                && !quote.matches("(?s).*\\b(configure|build|reproduce)\\w*\\b.*")) {
            return ObligationKind.REPORT;
        }
        if (accountable != null && parties.sideOf(accountable) == Side.BUYER) {
            return ObligationKind.DUTY;
        }
        if (quote.matches(
                        "(?s).*\\b(plan|document|specification|design|guide|manual|runbook|procedure|checklist|diagram|source code|documentation|licen[cs]es?|report|matrix|card|brief|content|materials?)\\b.*")
                && quote.matches(
                        "(?s).*\\b(deliver\\w*|write|writes|provide\\w*|prepare\\w*|produce\\w*|submit\\w*|hand\\w*|supply|draft\\w*|develop\\w*|issue\\w*|furnish\\w*|create\\w*|receive)\\b.*")) {
            return ObligationKind.DELIVERABLE;
        }
        if (quote.matches(
                "(?s).*\\b(comply|complies|adhere|observe|ensure|obtain|maintain|notify|escort|protect|keep|cooperate|attend)\\w*\\b.*")) {
            return ObligationKind.DUTY;
        }
        return context.section() == SectionKind.TERMS && accountable == null
                ? ObligationKind.TERM
                : ObligationKind.SERVICE;
    }

    /// The statements as the model sees them, for fitting it to labels.
    static List<Map.Entry<String, Set<Signal>>> candidates(List<Context> contexts, Pricing pricing) {
        return contexts.stream()
                .filter(context -> isCandidate(context, pricing))
                .map(context -> Map.entry(context.statement().quote(), context.signals()))
                .toList();
    }
}
