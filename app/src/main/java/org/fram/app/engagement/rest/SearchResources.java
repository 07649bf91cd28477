package org.fram.app.engagement.rest;

import java.util.Locale;
import org.fram.app.engagement.Searching;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.api.Api;
import org.fram.app.platform.api.ApiController;
import org.fram.app.platform.api.Operation;
import org.fram.app.platform.api.Page;
import org.fram.app.platform.texts.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Finding things of an engagement by their words.
@ApiController(path = Api.ROOT + "/engagements/{engagement}/search", about = "Engagements")
class SearchResources {

    private final Transactions transactions;
    private final Authority authority;
    private final Searching searching;
    private final Texts texts = Texts.in(Locale.UK);

    SearchResources(Transactions transactions, Authority authority, Searching searching) {
        this.transactions = transactions;
        this.authority = authority;
        this.searching = searching;
    }

    @GetMapping
    @Operation(
            value = "Find things by their words",
            more = "Obligations, people and rows of all registers that have all of the words, by kind.")
    ResponseEntity<Page<FoundJson>> findThings(
            Actor.Person me, @PathVariable EngagementId engagement, @RequestParam(defaultValue = "") String q) {
        var found = transactions.as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            return searching.find(me, engagement, Searching.words(q)).stream()
                    .map(group -> FoundJson.of(texts, group))
                    .toList();
        });
        return ResponseEntity.ok(new Page<>(found, null));
    }
}
