package org.fram.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fram.app.duties.Proposal.Taker;
import org.fram.app.engagement.Side;
import org.fram.app.engagement.Sourcing;
import org.fram.app.platform.access.PartyId;
import org.fram.facts.ActivityArea;
import org.fram.facts.PeopleFacts.DividedActivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a table of responsibilities may begin with.
class ProposalTest {

    @ParameterizedTest
    @EnumSource(Sourcing.class)
    void eachRowHasOneWhoAnswersAndSomebodyWhoDoesItEvenWithoutThirdParties(Sourcing sourcing) {
        for (var one : Proposal.of(sourcing)) {
            assertThat(one.who().values().stream().filter(Letters::accountable))
                    .as(one.text())
                    .hasSize(1);
            assertThat(one.who().entrySet().stream()
                            .filter(cell -> cell.getKey() != Taker.CARRIER
                                    && cell.getKey() != Taker.PARTNER
                                    && cell.getKey() != Taker.TESTER)
                            .filter(cell -> cell.getValue().responsible()))
                    .as(one.text())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Sourcing.class)
    void whatItAndContactCenterDivideIsOwnedByOneOfThem(Sourcing sourcing) {
        var divided = Proposal.of(sourcing).stream()
                .filter(one -> one.divided() != null)
                .toList();

        assertThat(divided)
                .extracting(one -> Objects.requireNonNull(one.divided()))
                .containsExactlyInAnyOrder(DividedActivity.values());
        assertThat(divided)
                .allMatch(one -> one.who().getOrDefault(Taker.IT, Letters.NONE).accountable()
                        || one.who().getOrDefault(Taker.CENTER, Letters.NONE).accountable());
    }

    @ParameterizedTest
    @EnumSource(Sourcing.class)
    void sharedKindsOfWorkNameBothSides(Sourcing sourcing) {
        var kinds = Proposal.of(sourcing).stream().map(Proposal.Suggested::area).collect(Collectors.toSet());
        var all = EnumSet.allOf(ActivityArea.class);
        all.remove(ActivityArea.OTHER);
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(all);
        for (var area : List.of(ActivityArea.INTEGRATION, ActivityArea.TESTING, ActivityArea.TRAINING)) {
            assertThat(Proposal.of(sourcing).stream().filter(one -> one.area() == area))
                    .anyMatch(one ->
                            one.who().getOrDefault(Taker.VENDOR, Letters.NONE).responsible())
                    .anyMatch(one ->
                            one.who().getOrDefault(Taker.IT, Letters.NONE).responsible()
                                    || one.who()
                                            .getOrDefault(Taker.CENTER, Letters.NONE)
                                            .responsible());
        }
    }

    @Test
    void whereTheTechnologyRunsMovesResponsibilities() {
        assertThat(answering(Sourcing.ON_PREMISES, "Test failover")).isEqualTo(Taker.IT);
        assertThat(answering(Sourcing.CLOUD, "Test failover")).isEqualTo(Taker.VENDOR);
        assertThat(Proposal.of(Sourcing.ON_PREMISES)).anyMatch(one -> one.text().contains("rack and power"));
        assertThat(Proposal.of(Sourcing.CLOUD)).noneMatch(one -> one.text().contains("rack and power"));
    }

    @Test
    void noActivityIsThereTwice() {
        for (var sourcing : Sourcing.values()) {
            assertThat(Proposal.of(sourcing))
                    .extracting(one -> Activity.words(one.text()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void thirdPartiesStayEmptyWhereThereAreNone() {
        var vendor = new Participant("v", "Vendor", PartyId.next(), "Vendor", Side.VENDOR, "", false, null);
        var carrier = new Participant("c", "Carrier", PartyId.next(), "Carrier", Side.CARRIER, "", false, null);
        var ports = Proposal.of(Sourcing.CLOUD).stream()
                .filter(one -> one.text().startsWith("Port or redirect"))
                .findFirst()
                .orElseThrow();

        assertThat(ports.in(List.of(vendor))).containsOnlyKeys("Vendor");
        assertThat(ports.in(List.of(vendor, carrier))).containsEntry("Carrier", Letters.RESPONSIBLE);
    }

    private static Taker answering(Sourcing sourcing, String text) {
        var row = Proposal.of(sourcing).stream()
                .filter(one -> one.text().startsWith(text))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(Taker.values())
                .filter(taker -> row.who().getOrDefault(taker, Letters.NONE).accountable())
                .findFirst()
                .orElseThrow();
    }
}
