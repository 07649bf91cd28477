package org.fram.app.engagement.rest;

import java.util.List;
import java.util.function.Supplier;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Sites;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.api.Api;
import org.fram.app.platform.api.ApiController;
import org.fram.app.platform.api.ApiToken;
import org.fram.app.platform.api.Operation;
import org.fram.app.platform.api.Page;
import org.fram.app.platform.api.PageWish;
import org.fram.app.platform.api.Version;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Engagements with their parties, people and sites.
@ApiController(path = Api.ROOT + "/engagements", about = "Engagements")
class EngagementResources {

    private final Transactions transactions;
    private final Authority authority;
    private final Engagements engagements;
    private final Members members;
    private final Sites sites;

    EngagementResources(
            Transactions transactions, Authority authority, Engagements engagements, Members members, Sites sites) {
        this.transactions = transactions;
        this.authority = authority;
        this.engagements = engagements;
        this.members = members;
        this.sites = sites;
    }

    @GetMapping
    @Operation(value = "Engagements", more = "Those of the person, as far as the token is good for them.", paged = true)
    ResponseEntity<Page<EngagementJson>> listEngagements(Actor.Person me, ApiToken token, PageWish page) {
        var all = transactions.<List<EngagementJson>>as(
                me,
                () -> engagements.all().stream()
                        .filter(engagement -> token.covers(engagement.id()))
                        .map(EngagementJson::of)
                        .toList());
        return page.of(all, one -> one.id().toString());
    }

    @GetMapping("/{engagement}")
    @Operation(value = "An engagement", versioned = true)
    ResponseEntity<EngagementJson> readEngagement(Actor.Person me, @PathVariable EngagementId engagement) {
        var one = seen(me, engagement, () -> EngagementJson.of(engagements.get(engagement)));
        return ResponseEntity.ok().eTag(Version.tag(one.version())).body(one);
    }

    @GetMapping("/{engagement}/parties")
    @Operation(value = "Parties", more = "In the order of sides and names.", paged = true)
    ResponseEntity<Page<PartyJson>> listParties(Actor.Person me, @PathVariable EngagementId engagement, PageWish page) {
        var all = seen(
                me,
                engagement,
                () -> engagements.parties(engagement).stream()
                        .map(PartyJson::of)
                        .toList());
        return page.of(all, one -> one.id().toString());
    }

    @GetMapping("/{engagement}/people")
    @Operation(value = "People", more = "By name.", paged = true)
    ResponseEntity<Page<PersonJson>> listPeople(Actor.Person me, @PathVariable EngagementId engagement, PageWish page) {
        var all = seen(
                me,
                engagement,
                () -> members.of(engagement).stream().map(PersonJson::of).toList());
        return page.of(all, one -> one.id().toString());
    }

    @GetMapping("/{engagement}/sites")
    @Operation(value = "Sites", more = "By name.", paged = true)
    ResponseEntity<Page<SiteJson>> listSites(Actor.Person me, @PathVariable EngagementId engagement, PageWish page) {
        var all = seen(
                me,
                engagement,
                () -> sites.of(engagement).stream().map(SiteJson::of).toList());
        return page.of(all, one -> one.id().toString());
    }

    private <T> T seen(Actor.Person me, EngagementId engagement, Supplier<T> question) {
        return transactions.<T>as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            return question.get();
        });
    }
}
