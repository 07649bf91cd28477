package org.fram.app.sow;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Party;
import org.fram.app.engagement.Side;
import org.fram.app.engagement.Site;
import org.fram.app.engagement.Sites;
import org.fram.app.engagement.Sourcing;
import org.fram.app.engagement.StatedObjectives;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.drafting.Answers;
import org.fram.drafting.Known;
import org.fram.drafting.SowTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What an engagement answers of a template's questions before anybody is asked. Is asked within a
/// transaction.
@Component
class KnownAnswers {

    private final Engagements engagements;
    private final Sites sites;
    private final StatedObjectives objectives;

    KnownAnswers(Engagements engagements, Sites sites, StatedObjectives objectives) {
        this.engagements = engagements;
        this.sites = sites;
        this.objectives = objectives;
    }

    /// The answers that fit their questions; what does not is left for people.
    ///
    /// @param privateTo the party that alone sees the answers, or null: what is private to a party goes
    /// into no answer that others see
    Answers of(EngagementId engagement, SowTemplate template, @Nullable PartyId privateTo) {
        var known = known(engagements.get(engagement), engagements.parties(engagement), engagement, privateTo);
        var typed = new LinkedHashMap<String, List<String>>();
        for (var question : template.questions()) {
            var answer = question.known() == null ? null : known.get(question.known());
            if (answer != null && !answer.isEmpty()) {
                typed.put(question.id(), answer);
            }
        }
        return Answers.read(template, typed).answers();
    }

    private Map<Known, List<String>> known(
            Engagement engagement, List<Party> parties, EngagementId id, @Nullable PartyId privateTo) {
        var known = new EnumMap<Known, List<String>>(Known.class);
        known.put(Known.TITLE, List.of(engagement.name()));
        known.put(Known.CUSTOMER, first(parties, Side.BUYER));
        var outsourcer = first(parties, Side.OUTSOURCER);
        known.put(Known.VENDOR, outsourcer.isEmpty() ? first(parties, Side.VENDOR) : outsourcer);
        known.put(Known.SITES, sites.of(id).stream().map(Site::name).toList());
        var sourcing = engagement.sourcing();
        if (sourcing != null) {
            known.put(Known.SOURCING, List.of(word(sourcing)));
        }
        var goLive = engagement.targetGoLive();
        if (goLive != null) {
            known.put(Known.GO_LIVE, List.of(goLive.toString()));
        }
        known.put(
                Known.OBJECTIVES,
                objectives.of(id).stream()
                        .filter(one -> !one.ours() || privateTo != null)
                        .map(StatedObjectives.Stated::text)
                        // Semicolons part the columns of a line.
                        .map(text -> text.replace(';', ',').replace('\n', ' '))
                        .toList());
        return known;
    }

    private static List<String> first(List<Party> parties, Side side) {
        return parties.stream()
                .filter(party -> party.side() == side)
                .map(Party::name)
                .limit(1)
                .toList();
    }

    private static String word(Sourcing sourcing) {
        return switch (sourcing) {
            case ON_PREMISES -> "premises";
            case HOSTED -> "hosted";
            case CLOUD -> "cloud";
        };
    }
}
