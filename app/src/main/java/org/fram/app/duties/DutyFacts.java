package org.fram.app.duties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.practice.FactSource;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.PeopleFacts.ActivityOwnerFact;
import org.fram.facts.PeopleFacts.DutyFact;
import org.fram.facts.PeopleFactsBuilder;
import org.fram.facts.SowFacts;
import org.fram.facts.SowFacts.RaciRowFact;
import org.fram.facts.SowFactsBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What people confirmed in the table of responsibilities and what is assigned to them, as their part
/// of the facts. A table in which nobody confirmed anything says nothing.
///
/// A confirmed row takes the place of one of the document about the same activity, as the words stand;
/// all others of the document stay. Who of IT and the contact center owns what they divide is whoever
/// of the two answers for it, or does it where somebody else answers.
@Component
class DutyFacts implements FactSource {

    static final int ORDER = 40;

    private final Grids grids;
    private final DutyList duties;
    private final Members members;
    private final Engagements engagements;

    DutyFacts(Grids grids, DutyList duties, Members members, Engagements engagements) {
        this.grids = grids;
        this.duties = duties;
        this.members = members;
        this.engagements = engagements;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public FactsDocument add(FactsDocument facts, EngagementId engagement) {
        var grid = grids.of(engagement);
        var confirmed = grid.confirmed();
        var added = FactsDocumentBuilder.builder(facts);
        if (!confirmed.isEmpty()) {
            added.sow(sow(facts.sow(), confirmed));
        }
        var owners = owners(grid, confirmed);
        var assigned = assigned(engagement);
        if (!owners.isEmpty() || !assigned.isEmpty()) {
            var before = facts.people();
            var people = before == null ? PeopleFactsBuilder.builder() : PeopleFactsBuilder.builder(before);
            if (!owners.isEmpty()) {
                people.activityOwners(owners);
            }
            if (!assigned.isEmpty()) {
                people.duties(assigned);
            }
            added.people(people.build());
        }
        return added.build();
    }

    /// What is assigned to people by name. An objection is no yes.
    private List<DutyFact> assigned(EngagementId engagement) {
        var zone = engagements.get(engagement).timeZone();
        var facts = new ArrayList<DutyFact>();
        var people = members.of(engagement);
        var lists = duties.of(engagement, people);
        for (var member : people) {
            for (var line : lists.getOrDefault(member.person(), List.of())) {
                var given = line.given();
                facts.add(new DutyFact(
                        "%s (%s)".formatted(line.duty().ref(), member.name()),
                        line.duty().text(),
                        member.name(),
                        given == null || line.standing() != DutyLine.Standing.TAKEN
                                ? null
                                : LocalDate.ofInstant(given, zone)));
            }
        }
        return facts;
    }

    private static SowFacts sow(@Nullable SowFacts before, List<Activity> confirmed) {
        var sow = before == null ? SowFactsBuilder.builder() : SowFactsBuilder.builder(before);
        var known = confirmed.stream().map(row -> Activity.words(row.text())).collect(Collectors.toSet());
        var stated = before == null ? null : before.raci();
        return sow.raci(Stream.concat(
                                confirmed.stream().map(DutyFacts::row),
                                Objects.requireNonNullElse(stated, List.<RaciRowFact>of()).stream()
                                        .filter(row -> !known.contains(Activity.words(row.activity()))))
                        .toList())
                .build();
    }

    private static RaciRowFact row(Activity row) {
        return new RaciRowFact(
                row.ref(), row.text(), row.responsible(), row.accountable(), row.consulted(), row.informed());
    }

    private static List<ActivityOwnerFact> owners(Grid grid, List<Activity> confirmed) {
        var owners = new ArrayList<ActivityOwnerFact>();
        for (var row : confirmed) {
            var divided = row.divided();
            if (divided != null) {
                owners.add(new ActivityOwnerFact(divided, owner(grid, row).orElse(null)));
            }
        }
        return owners;
    }

    private static Optional<String> owner(Grid grid, Activity row) {
        var dividing = grid.columns().stream()
                .filter(Participant::divides)
                .map(Participant::name)
                .collect(Collectors.toSet());
        return Stream.concat(row.accountable().stream(), row.responsible().stream())
                .filter(dividing::contains)
                .findFirst();
    }
}
