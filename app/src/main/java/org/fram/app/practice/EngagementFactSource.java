package org.fram.app.practice;

import java.util.List;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Kind;
import org.fram.app.engagement.Sites;
import org.fram.app.engagement.Sourcing;
import org.fram.app.platform.access.EngagementId;
import org.fram.facts.EngagementFacts.PartyFact;
import org.fram.facts.EngagementFacts.SiteFact;
import org.fram.facts.EngagementFactsBuilder;
import org.fram.facts.EngagementKind;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.Side;
import org.fram.facts.SourcingStrategy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is known of the engagement itself: kind, sourcing strategy, parties, sites.
@Component
class EngagementFactSource implements FactSource {

    private final Engagements engagements;
    private final Sites sites;

    EngagementFactSource(Engagements engagements, Sites sites) {
        this.engagements = engagements;
        this.sites = sites;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public FactsDocument add(FactsDocument facts, EngagementId id) {
        Engagement engagement = engagements.get(id);
        var parties = engagements.parties(id).stream()
                .map(party -> new PartyFact(
                        party.name(), List.of(), Side.valueOf(party.side().name())))
                .toList();
        var places = sites.of(id).stream()
                .map(site -> new SiteFact(
                        site.id().toString(), site.name(), site.timeZone().getId()))
                .toList();
        return FactsDocumentBuilder.builder(facts)
                .engagement(EngagementFactsBuilder.builder()
                        .name(engagement.name())
                        .kind(
                                engagement.kind() == Kind.TECHNOLOGY_PROJECT
                                        ? EngagementKind.TECHNOLOGY_PROJECT
                                        : EngagementKind.OUTSOURCED_SERVICE)
                        .sourcingStrategy(strategy(engagement.sourcing()))
                        .parties(parties)
                        .sites(places)
                        .build())
                .build();
    }

    private static @Nullable SourcingStrategy strategy(@Nullable Sourcing sourcing) {
        return switch (sourcing) {
            case null -> null;
            case ON_PREMISES -> SourcingStrategy.PREMISES;
            case HOSTED -> SourcingStrategy.HOSTED;
            case CLOUD -> SourcingStrategy.CLOUD;
        };
    }
}
