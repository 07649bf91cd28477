package org.fram.app.engagement;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Saying what an engagement is: its terms, parties and sites.
@Component
public class ShapingEngagement {

    private final Transactions transactions;
    private final Authority authority;
    private final Engagements engagements;
    private final Sites sites;
    private final Ledger ledger;

    ShapingEngagement(
            Transactions transactions, Authority authority, Engagements engagements, Sites sites, Ledger ledger) {
        this.transactions = transactions;
        this.authority = authority;
        this.engagements = engagements;
        this.sites = sites;
        this.ledger = ledger;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Done() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Changes the terms, unless somebody else did in the meantime.
    public Outcome change(Actor.Person me, EngagementId id, Terms terms) {
        return shape(me, Act.SHAPE, id, EngagementRules.refuse(terms), () -> {
            var changed = new Engagement(
                    id,
                    terms.name().strip(),
                    terms.kind(),
                    terms.summary().strip(),
                    terms.sourcing(),
                    terms.seats(),
                    terms.peakSeats(),
                    terms.targetGoLive(),
                    terms.timeZone(),
                    terms.version());
            var before = engagements.get(id).targetGoLive();
            if (!engagements.store(changed)) {
                return Optional.of(Text.of("engagement.refused.changedMeanwhile"));
            }
            if (!Objects.equals(before, changed.targetGoLive())) {
                var what = new HashMap<String, @Nullable Object>();
                what.put("date", changed.targetGoLive());
                what.put("before", before);
                ledger.record(me, id, null, Deed.of("go-live-date-set", id.value(), what));
            }
            return Optional.empty();
        });
    }

    /// Adds a party.
    public Outcome addParty(Actor.Person me, EngagementId id, String name, Side side) {
        return shape(me, Act.SHAPE, id, EngagementRules.refusePartyName(name), () -> {
            if (engagements.parties(id).stream().anyMatch(party -> party.name().equalsIgnoreCase(name.strip()))) {
                return Optional.of(Text.of("engagement.refused.partyExists", name.strip()));
            }
            engagements.add(id, new Party(PartyId.next(), name.strip(), side, List.of(), 0));
            return Optional.empty();
        });
    }

    /// Says which domains the e-mail addresses of a party have. Managers say so of their own party, owners of all.
    ///
    /// @param written separated by commas or spaces
    public Outcome giveDomains(Actor.Person me, EngagementId id, PartyId party, String written) {
        var domains = EngagementRules.domains(written);
        return transactions.<Outcome>as(me, () -> {
            var mine = authority.require(me, Act.SHAPE, id);
            if (!mine.mayManagePeopleOf(party)) {
                throw new NotAllowedException(Act.MANAGE_ALL_PEOPLE);
            }
            var refusal = EngagementRules.refuseDomains(domains);
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            for (var other : engagements.parties(id)) {
                var taken = domains.stream().filter(other.domains()::contains).findFirst();
                if (!other.id().equals(party) && taken.isPresent()) {
                    return new Outcome.Refused(Text.of("engagement.refused.domainTaken", taken.get(), other.name()));
                }
            }
            engagements.giveDomains(id, party, domains);
            ledger.record(
                    me,
                    id,
                    null,
                    Deed.of(
                            "party-domains-set",
                            party.value(),
                            Map.of("party", party, "domains", String.join(", ", domains))));
            return new Outcome.Done();
        });
    }

    /// Adds a site.
    public Outcome addSite(Actor.Person me, EngagementId id, String name, ZoneId timeZone, @Nullable Integer seats) {
        return shape(me, Act.SHAPE, id, EngagementRules.refuseSite(name, seats), () -> {
            if (sites.of(id).stream().anyMatch(site -> site.name().equalsIgnoreCase(name.strip()))) {
                return Optional.of(Text.of("engagement.refused.siteExists", name.strip()));
            }
            sites.add(id, new Site(Ids.next(), name.strip(), timeZone, seats));
            return Optional.empty();
        });
    }

    /// Removes a site; one that is gone already is as good.
    public Outcome removeSite(Actor.Person me, EngagementId id, UUID site) {
        return shape(me, Act.SHAPE, id, Optional.empty(), () -> {
            sites.remove(id, site);
            return Optional.empty();
        });
    }

    private Outcome shape(Actor.Person me, Act act, EngagementId id, Optional<Text> refusal, Refusable work) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, act, id);
            return refusal.or(work::refuseOrDo)
                    .<Outcome>map(Outcome.Refused::new)
                    .orElseGet(Outcome.Done::new);
        });
    }

    /// Does something, or says why not.
    private interface Refusable {
        Optional<Text> refuseOrDo();
    }
}
