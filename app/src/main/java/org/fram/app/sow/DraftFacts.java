package org.fram.app.sow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.practice.FactSource;
import org.fram.app.practice.Facts;
import org.fram.facts.EngagementFacts;
import org.fram.facts.EngagementFacts.PartyFact;
import org.fram.facts.EngagementFactsBuilder;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.SowFactsBuilder;
import org.fram.review.Review;
import org.fram.review.ReviewFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What statements of work say, as their part of the facts: of an engagement's newest one, or of one by
/// itself.
@Component
class DraftFacts implements FactSource {

    private static final int ORDER = 10;

    private final StatementsOfWork statements;
    private final Obligations obligations;
    private final TopicTitles topics;
    private final RegisterFacts registers;

    DraftFacts(StatementsOfWork statements, Obligations obligations, TopicTitles topics, RegisterFacts registers) {
        this.statements = statements;
        this.obligations = obligations;
        this.topics = topics;
        this.registers = registers;
    }

    @Override
    public int order() {
        return ORDER;
    }

    /// With the draft that was begun last, of those that whoever asks may see.
    @Override
    public FactsDocument add(FactsDocument facts, EngagementId engagement) {
        var all = statements.of(engagement);
        return all.isEmpty() ? facts : add(facts, all.getLast(), draft(all.getLast()));
    }

    /// The facts of an engagement with what this review says, what people keep beside it, and what all later
    /// modules know.
    FactsDocument of(Facts facts, StatementOfWork statement, Review living) {
        var engagement = statement.engagement();
        var said = add(facts.upTo(engagement, ORDER), statement, living);
        return facts.after(registers.add(said, engagement), engagement, RegisterFacts.ORDER);
    }

    /// The review of what would be signed today.
    Review draft(StatementOfWork statement) {
        return draft(statement, obligations.of(statement.id()));
    }

    /// The same where its obligations are at hand.
    Review draft(StatementOfWork statement, List<Obligation> all) {
        return LivingReview.ofDraft(newest(statement), all, topics.topics());
    }

    /// The review of the document as it stands.
    Review document(StatementOfWork statement) {
        return document(statement, obligations.of(statement.id()));
    }

    /// The same where its obligations are at hand.
    Review document(StatementOfWork statement, List<Obligation> all) {
        return LivingReview.ofDocument(newest(statement), all, topics.topics());
    }

    private Review newest(StatementOfWork statement) {
        return statements.newest(statement.id()).orElseThrow().review();
    }

    private static FactsDocument add(FactsDocument facts, StatementOfWork statement, Review living) {
        var said = ReviewFacts.of(living);
        var sow = said.sow();
        return FactsDocumentBuilder.builder(facts)
                .unread(joined(facts.unread(), said.unread()))
                .engagement(joined(facts.engagement(), said.engagement()))
                .sow(
                        sow == null
                                ? null
                                : SowFactsBuilder.builder(sow)
                                        .document(statement.title())
                                        .build())
                .measures(said.measures())
                .build();
    }

    private static List<String> joined(@Nullable List<String> one, @Nullable List<String> other) {
        return Stream.of(one == null ? List.<String>of() : one, other == null ? List.<String>of() : other)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /// What people said of the engagement, and the parties that only the document knows.
    private static @Nullable EngagementFacts joined(@Nullable EngagementFacts said, @Nullable EngagementFacts read) {
        if (said == null || read == null) {
            return said == null ? read : said;
        }
        var parties = new ArrayList<PartyFact>(said.parties() == null ? List.of() : said.parties());
        for (var party : read.parties() == null ? List.<PartyFact>of() : read.parties()) {
            if (parties.stream().noneMatch(known -> known.name().equalsIgnoreCase(party.name()))) {
                parties.add(party);
            }
        }
        return EngagementFactsBuilder.builder(said)
                .kind(said.kind() == null ? read.kind() : said.kind())
                .sourcingStrategy(said.sourcingStrategy() == null ? read.sourcingStrategy() : said.sourcingStrategy())
                .parties(parties)
                .build();
    }
}
