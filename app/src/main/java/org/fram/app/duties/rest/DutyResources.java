package org.fram.app.duties.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fram.app.duties.Acknowledging;
import org.fram.app.duties.DutyList;
import org.fram.app.duties.Grids;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.api.Api;
import org.fram.app.platform.api.ApiController;
import org.fram.app.platform.api.Operation;
import org.fram.app.platform.api.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// The table of responsibilities, and what the person answers for.
@ApiController(path = Api.ROOT + "/engagements/{engagement}", about = "Duties")
class DutyResources {

    private final Transactions transactions;
    private final Authority authority;
    private final Members members;
    private final Grids grids;
    private final DutyList duties;
    private final Acknowledging acknowledging;

    DutyResources(
            Transactions transactions,
            Authority authority,
            Members members,
            Grids grids,
            DutyList duties,
            Acknowledging acknowledging) {
        this.transactions = transactions;
        this.authority = authority;
        this.members = members;
        this.grids = grids;
        this.duties = duties;
        this.acknowledging = acknowledging;
    }

    @GetMapping("/responsibilities")
    @Operation(
            value = "The table of responsibilities",
            more = "Its rows are added, changed and confirmed as those of the register “responsibilities”.")
    ResponseEntity<GridJson> readResponsibilities(Actor.Person me, @PathVariable EngagementId engagement) {
        return ResponseEntity.ok(transactions.as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            return GridJson.of(grids.of(engagement));
        }));
    }

    @GetMapping("/duties")
    @Operation(value = "What the person answers for", more = "With what they said to it.")
    ResponseEntity<DutyListJson> readDuties(Actor.Person me, @PathVariable EngagementId engagement) {
        return ResponseEntity.ok(list(me, engagement));
    }

    @PostMapping(path = "/duties", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            value = "Acknowledge duties",
            more = "The person takes on all that is on the list whose digest is named, but for what they object to.")
    ResponseEntity<DutyListJson> acknowledgeDuties(
            Actor.Person me, @PathVariable EngagementId engagement, @RequestBody AcknowledgementJson said) {
        var objections = new LinkedHashMap<String, String>();
        Objects.requireNonNullElse(said.objections(), List.<AcknowledgementJson.Objection>of())
                .forEach(one -> objections.put(one.key(), one.reason()));
        return switch (acknowledging.acknowledge(me, engagement, Objects.toString(said.sha256(), ""), objections)) {
            case Acknowledging.Outcome.Done _ -> ResponseEntity.ok(list(me, engagement));
            case Acknowledging.Outcome.Refused(var reason) ->
                throw ProblemException.refused(Map.of("#/sha256", reason));
        };
    }

    private DutyListJson list(Actor.Person me, EngagementId engagement) {
        return transactions.as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            var member = members.find(engagement, me.id()).orElseThrow(NotFoundException::new);
            return DutyListJson.of(duties.of(engagement, member));
        });
    }
}
