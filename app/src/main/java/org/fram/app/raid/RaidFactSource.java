package org.fram.app.raid;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.practice.FactSource;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.RaidFacts;
import org.fram.facts.RaidFacts.DecisionFact;
import org.fram.facts.RaidFacts.IssueFact;
import org.fram.facts.RaidFacts.RiskFact;
import org.fram.facts.RaidFactsBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Risks, when people went through them, issues and decisions, as their part of the facts of whoever
/// looks. A register without rows says nothing: what it is about is then as unknown as before. What is
/// still to be decided is no decision.
@Component
class RaidFactSource implements FactSource {

    /// Behind prices and changes, which say what was approved.
    static final int ORDER = 45;

    private static final double HUNDRED = 100;

    private final RaidItems items;
    private final RaidLinks links;
    private final RiskReviews reviews;

    RaidFactSource(RaidItems items, RaidLinks links, RiskReviews reviews) {
        this.items = items;
        this.links = links;
        this.reviews = reviews;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public FactsDocument add(FactsDocument facts, EngagementId engagement) {
        var risks = items.of(engagement, ThingKind.RISK);
        var issues = items.of(engagement, ThingKind.ISSUE);
        var decisions = items.of(engagement, ThingKind.DECISION).stream()
                .filter(decision -> !decision.open())
                .toList();
        var last = reviews.last(engagement);
        var considered = reviews.considered(engagement);
        if (risks.isEmpty() && issues.isEmpty() && decisions.isEmpty() && last.isEmpty() && considered.isEmpty()) {
            return facts;
        }
        var before = facts.raid();
        var raid = before == null ? RaidFactsBuilder.builder() : RaidFactsBuilder.builder(before);
        if (!risks.isEmpty()) {
            var scale = RiskScale.of(facts);
            raid.risks(risks.stream().map(risk -> fact(risk, scale)).toList());
        }
        if (!risks.isEmpty() || !considered.isEmpty()) {
            raid.categoriesConsidered(categories(risks, considered));
        }
        last.ifPresent(raid::risksReviewed);
        reviews.stakeholders(engagement).ifPresent(raid::stakeholdersInRiskWorkshop);
        if (!issues.isEmpty()) {
            raid.issues(issues.stream().map(RaidFactSource::issue).toList());
        }
        if (!decisions.isEmpty()) {
            var followers = followers(engagement);
            raid.decisions(decisions.stream()
                    .map(decision -> decision(
                            decision, followers.getOrDefault(decision.row().id(), List.of())))
                    .toList());
        }
        return FactsDocumentBuilder.builder(facts).raid(raid.build()).build();
    }

    /// Those with a risk, and those that somebody considered without finding one.
    private static List<RaidFacts.RiskCategory> categories(List<RaidItem> risks, List<Considered> considered) {
        return Stream.concat(
                        risks.stream()
                                .map(risk -> risk.words("category"))
                                .filter(category -> !category.isEmpty())
                                .map(category -> Code.of(RiskCategory.class, category)),
                        considered.stream().map(Considered::category))
                .distinct()
                .sorted()
                .map(RiskCategory::fact)
                .toList();
    }

    private static RiskFact fact(RaidItem risk, RiskScale scale) {
        return new RiskFact(
                risk.ref(),
                risk.text(),
                risk.row().get("category") instanceof String category
                        ? Code.of(RiskCategory.class, category).fact()
                        : null,
                words(risk, "owner"),
                words(risk, "response"),
                risk.row().get("probability") instanceof BigDecimal percent ? percent.doubleValue() / HUNDRED : null,
                scale.before(risk.row()).orElse(null),
                words(risk, "contingencyPlan"),
                words(risk, "trigger"),
                risk.day("exercised"),
                !risk.open());
    }

    private static IssueFact issue(RaidItem issue) {
        return new IssueFact(
                issue.ref(),
                issue.text(),
                words(issue, "owner"),
                issue.day("due"),
                issue.day("escalateBy"),
                issue.day("escalated"),
                issue.day("closed"));
    }

    private static DecisionFact decision(RaidItem decision, List<String> followedBy) {
        return new DecisionFact(
                decision.ref(),
                decision.text(),
                decision.day("decided"),
                followedBy.isEmpty() ? null : followedBy,
                words(decision, "noFollowUp"));
    }

    /// What follows from each decision, as people call it.
    private Map<UUID, List<String>> followers(EngagementId engagement) {
        Map<UUID, List<String>> followers = new HashMap<>();
        for (var link : links.of(engagement)) {
            if (link.fromKind() == ThingKind.DECISION && link.relation() == Relation.LED_TO) {
                followers.merge(link.from(), List.of(link.toName()), RaidFactSource::joined);
            } else if (link.toKind() == ThingKind.DECISION && link.relation() == Relation.FOLLOWS_FROM) {
                items.find(engagement, link.fromKind(), link.from())
                        .ifPresent(item -> followers.merge(
                                UUID.fromString(link.toName()), List.of(item.ref()), RaidFactSource::joined));
            }
        }
        return followers;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static @Nullable String words(RaidItem item, String column) {
        String words = item.words(column);
        return words.isEmpty() ? null : words;
    }
}
