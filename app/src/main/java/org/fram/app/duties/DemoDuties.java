package org.fram.app.duties;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.fram.app.duties.KeepingGrid.Wish;
import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.engagement.Side;
import org.fram.app.engagement.Sourcing;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.facts.ActivityArea;
import org.springframework.stereotype.Component;

/// The demonstration's table of responsibilities, half of it confirmed, and a person who has said yes
/// to their part of it.
@Component
class DemoDuties implements DemoPart {

    /// What both sides have gone through already.
    private static final Set<ActivityArea> SETTLED = EnumSet.of(
            ActivityArea.REQUIREMENTS_AND_DESIGN,
            ActivityArea.CONFIGURATION,
            ActivityArea.INTEGRATION,
            ActivityArea.NETWORK_CONNECTIVITY,
            ActivityArea.NETWORK_SERVICES);

    private final Transactions transactions;
    private final Engagements engagements;
    private final Members members;
    private final Grids grids;
    private final AddingProposal proposal;
    private final KeepingGrid keeping;
    private final NamingParticipants naming;
    private final DutyList duties;
    private final Acknowledging acknowledging;

    DemoDuties(
            Transactions transactions,
            Engagements engagements,
            Members members,
            Grids grids,
            AddingProposal proposal,
            KeepingGrid keeping,
            NamingParticipants naming,
            DutyList duties,
            Acknowledging acknowledging) {
        this.transactions = transactions;
        this.engagements = engagements;
        this.members = members;
        this.grids = grids;
        this.proposal = proposal;
        this.keeping = keeping;
        this.naming = naming;
        this.duties = duties;
        this.acknowledging = acknowledging;
    }

    @Override
    public Stage stage() {
        return Stage.PEOPLE;
    }

    @Override
    public void add(Demo demo) {
        var sourcing = Objects.requireNonNullElse(
                transactions
                        .as(demo.customer(), () -> engagements.get(demo.engagement()))
                        .sourcing(),
                Sourcing.CLOUD);
        proposal.add(demo.customer(), demo.engagement(), sourcing);
        var grid = grid(demo);
        var wishes = grid.rows().stream()
                .filter(row -> SETTLED.contains(row.area()))
                .map(row -> new Wish(row.id(), row.version(), Map.of(), Map.of(), true))
                .toList();
        var outcome = keeping.keep(demo.customer(), demo.engagement(), wishes);
        if (!outcome.problems().isEmpty()) {
            throw new IllegalStateException("A row of the demonstration is refused: " + outcome);
        }
        standsFor(demo, column -> column.function().equals(Participant.IT), ProjectRole.IT_LEAD);
        standsFor(demo, column -> column.function().equals(Participant.CENTER), ProjectRole.CONTACT_CENTER_LEAD);
        standsFor(demo, column -> column.side() == Side.VENDOR, ProjectRole.PROJECT_MANAGER);
        acknowledge(demo);
    }

    private void standsFor(Demo demo, Predicate<Participant> which, ProjectRole does) {
        for (var column : grid(demo).columns()) {
            if (which.test(column)) {
                transactions.as(demo.customer(), () -> members.of(demo.engagement())).stream()
                        .filter(member -> member.party().equals(column.party())
                                && member.does().contains(does))
                        .findFirst()
                        .ifPresent(member ->
                                naming.name(demo.customer(), demo.engagement(), column.key(), member.person()));
            }
        }
    }

    /// Whoever stands for IT takes on what they answer for.
    private void acknowledge(Demo demo) {
        grid(demo).columns().stream()
                .filter(column -> column.function().equals(Participant.IT))
                .flatMap(column -> Optional.ofNullable(column.person()).stream())
                .findFirst()
                .ifPresent(person -> acknowledge(demo, person));
    }

    private void acknowledge(Demo demo, PersonId person) {
        var lead = new Actor.Person(person);
        String seen = transactions.as(
                lead,
                () -> DutyList.digest(duties.of(
                        demo.engagement(),
                        members.find(demo.engagement(), person).orElseThrow())));
        acknowledging.acknowledge(lead, demo.engagement(), seen, Map.of());
    }

    private Grid grid(Demo demo) {
        return transactions.as(demo.customer(), () -> grids.of(demo.engagement()));
    }
}
