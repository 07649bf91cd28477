package org.fram.app.practice;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.EngagementId;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The facts of an engagement, as whoever asks may see them. Is asked within a transaction.
@Component
public class Facts {

    private final ObjectProvider<FactSource> sources;
    private final Engagements engagements;

    /// Sources stand on this module, so they are asked for when facts are.
    Facts(ObjectProvider<FactSource> sources, Engagements engagements) {
        this.sources = sources;
        this.engagements = engagements;
    }

    /// All that modules know.
    public FactsDocument of(EngagementId engagement) {
        return upTo(engagement, Integer.MAX_VALUE);
    }

    /// What the modules know whose order is below this.
    public FactsDocument upTo(EngagementId engagement, int order) {
        var facts = FactsDocumentBuilder.builder()
                .version(FactsDocument.VERSION)
                .asOf(today(engagement))
                .build();
        for (var source : inOrder()) {
            if (source.order() < order) {
                facts = source.add(facts, engagement);
            }
        }
        return facts;
    }

    /// These facts with what the modules know whose order is above this.
    public FactsDocument after(FactsDocument facts, EngagementId engagement, int order) {
        var all = facts;
        for (var source : inOrder()) {
            if (source.order() > order) {
                all = source.add(all, engagement);
            }
        }
        return all;
    }

    /// The day that it is where the engagement is.
    public LocalDate today(EngagementId engagement) {
        return engagements.today(engagement);
    }

    private List<FactSource> inOrder() {
        return sources.stream()
                .sorted(Comparator.comparingInt(FactSource::order))
                .toList();
    }
}
