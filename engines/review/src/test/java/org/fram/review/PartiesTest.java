package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fram.facts.Side;
import org.fram.review.Parties.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartiesTest {

    private static final Parties THREE = parties("""
            This statement is made between Brackenfield Power (“Brackenfield” or “the Customer”) and Osprey Voice Limited (“Osprey”, “we”).
            Silverline Telephone ("the Carrier") will install the circuits.
            Brackenfield's billing team will answer questions. Osprey will configure the queues.
            """);

    @Test
    void partiesAreFoundWithTheirNamesAndSides() {
        assertThat(THREE.all())
                .extracting(Review.Party::name)
                .containsExactlyInAnyOrder("Brackenfield Power", "Osprey Voice Limited", "Silverline Telephone");
        assertThat(THREE.sideOf("Brackenfield Power")).isEqualTo(Side.BUYER);
        assertThat(THREE.sideOf("Osprey Voice Limited")).isEqualTo(Side.VENDOR);
        assertThat(THREE.sideOf("Silverline Telephone")).isEqualTo(Side.CARRIER);
    }

    @ParameterizedTest
    @CsvSource({
        "Brackenfield, Brackenfield Power",
        "the Customer, Brackenfield Power",
        "Brackenfield's three trainers, Brackenfield Power",
        "The billing team, Brackenfield Power",
        "We, Osprey Voice Limited",
        "Two of our engineers, Osprey Voice Limited",
        "Two Osprey engineers, Osprey Voice Limited",
        "The Carrier, Silverline Telephone"
    })
    void aSubjectStandsForTheParty(String subject, String party) {
        assertThat(THREE.subject(subject)).isEqualTo(new Actor.Named(party));
    }

    @Test
    void bothSidesTogetherAreNobodyAlone() {
        assertThat(THREE.subject("Each party")).isEqualTo(new Actor.Joint());
        assertThat(THREE.subject("The parties")).isEqualTo(new Actor.Joint());
    }

    @Test
    void whoIsNotKnownIsNobody() {
        assertThat(THREE.subject("The old equipment")).isEqualTo(new Actor.Nobody());
        assertThat(THREE.subject("A letter to Brackenfield")).isEqualTo(new Actor.Nobody());
    }

    @Test
    void rolesAreThePartiesWhereNoCompanyIsNamed() {
        var parties = parties("""
                The Contractor shall furnish two technicians. The Contractor shall keep a log.
                The Government will provide badges. The COR will inspect the work.
                """);

        assertThat(parties.all()).extracting(Review.Party::name).containsExactlyInAnyOrder("Contractor", "Government");
        assertThat(parties.subject("The COR")).isEqualTo(new Actor.Named("Government"));
        assertThat(parties.subject("Contractor personnel")).isEqualTo(new Actor.Named("Contractor"));
    }

    @Test
    void labelsInFrontNameTheParties() {
        var parties = parties("""
                Client: Ferncliff Clinics
                Vendor: Hollow Oak Digital
                Vendor builds the menu. Client signs it.
                """);

        assertThat(parties.subject("Vendor")).isEqualTo(new Actor.Named("Hollow Oak Digital"));
        assertThat(parties.subject("Ferncliff")).isEqualTo(new Actor.Named("Ferncliff Clinics"));
        assertThat(parties.sideOf("Ferncliff Clinics")).isEqualTo(Side.BUYER);
    }

    @Test
    void abbreviationsOfThingsAreNoParties() {
        var parties = parties("""
                The Contractor shall write a Quality Control Plan (QCP). The QCP shall be reviewed. The QCP shall be kept.
                The Contractor shall update the Quality Control Plan (QCP).
                """);

        assertThat(parties.all()).extracting(Review.Party::name).containsExactly("Contractor");
    }

    @Test
    void whoseOfficialsTheVendorHasToDoWithIsTheBuyerWhereNothingIntroducesIt() {
        var parties = parties("""
                The Port Lantern Harbor Board (PLHB) runs two call centers.
                The Contractor shall send the report to the PLHB Project Officer. The Contractor shall keep a log.
                The PLHB Contracting Officer receives a copy. The Contractor shall replace faulty headsets.
                """);

        assertThat(parties.on(Side.BUYER)).isEqualTo("Port Lantern Harbor Board");
        assertThat(parties.exactly("PLHB")).isEqualTo("Port Lantern Harbor Board");
    }

    private static Parties parties(String text) {
        return Parties.of(List.copyOf(Statements.of(Reading.document(text))));
    }
}
