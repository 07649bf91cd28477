package org.fram.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Sites;
import org.fram.app.kpi.Measuring;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.SignedIn;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.Device;
import org.fram.app.platform.identity.SigningIn;
import org.fram.app.sow.Assumptions;
import org.fram.app.sow.Obligation;
import org.fram.app.sow.Obligations;
import org.fram.app.sow.Requirements;
import org.fram.app.sow.StatementsOfWork;
import org.fram.app.testing.RunningApp;
import org.junit.jupiter.api.Test;

class LoadingDemoTest {

    private static final RunningApp APP = RunningApp.shared();

    @Test
    void theDemonstrationIsLoadedOnceAndEverybodyOfItSignsIn() {
        var signIns = APP.get(LoadingDemo.class).load();
        assertThat(APP.get(LoadingDemo.class).load()).isEqualTo(signIns);

        for (var signIn : signIns) {
            var person = welcome(signIn.email());
            assertThat(engagements(person)).singleElement().satisfies(engagement -> {
                assertThat(engagement.seats()).isEqualTo(120);
                assertThat(engagement.peakSeats()).isEqualTo(600);
                assertThat(engagement.targetGoLive()).isNotNull();
            });
        }
    }

    @Test
    void theVendorSeesTheSitesButNotWhenTheCustomerWalksAway() {
        APP.get(LoadingDemo.class).load();
        var customer = welcome("pm@demo.example");
        var vendor = welcome("vendor@demo.example");

        assertThat(counts(customer)).isEqualTo("3 sites, 4 objectives");
        assertThat(counts(vendor)).isEqualTo("3 sites, 3 objectives");
    }

    @Test
    void theStatementOfWorkIsReviewedAndHalfOfItAcceptedAndTheSecondVersionLiesReady() {
        APP.get(LoadingDemo.class).load();
        var customer = welcome("pm@demo.example").actor();
        var engagement = engagements(welcome("pm@demo.example")).getFirst().id();

        var sow = as(customer, () -> APP.get(StatementsOfWork.class).of(engagement))
                .getFirst();
        var counts = as(customer, () -> APP.get(Obligations.class).count(sow.id()));
        assertThat(counts.get(Obligation.State.ACCEPTED)).isGreaterThan(10);
        assertThat(counts.get(Obligation.State.PROPOSED)).isGreaterThan(10);
        assertThat(APP.get(LoadingDemo.class).documents())
                .isDirectoryContaining("glob:**version 1.docx")
                .isDirectoryContaining("glob:**version 2.docx");
    }

    @Test
    void requirementsAndAssumptionsHaveTheGapsOfRealListsAndTheVendorsOwnStaysItsOwn() {
        APP.get(LoadingDemo.class).load();
        var customer = welcome("pm@demo.example").actor();
        var vendor = welcome("vendor@demo.example").actor();
        var engagement = engagements(welcome("pm@demo.example")).getFirst().id();

        var requirements = as(customer, () -> APP.get(Requirements.class).facts(engagement));
        assertThat(requirements).hasSize(8);
        assertThat(requirements)
                .filteredOn(
                        one -> one.obligations() != null && !one.obligations().isEmpty())
                .hasSize(5)
                .allSatisfy(one -> assertThat(one.obligations()).allMatch(name -> name.matches("O-\\d{3}")));
        assertThat(as(customer, () -> APP.get(Assumptions.class).facts(engagement)))
                .hasSize(5)
                .anyMatch(one -> one.owner() == null);
        assertThat(as(vendor, () -> APP.get(Assumptions.class).facts(engagement)))
                .hasSize(6);
    }

    private static <T> T as(Actor.Person person, Supplier<T> look) {
        return APP.get(Transactions.class).as(person, look);
    }

    private static SignedIn welcome(String email) {
        return ((SigningIn.Outcome.Welcome)
                        APP.get(SigningIn.class).signIn(email, LoadingDemo.PASSWORD, new Device("test", "")))
                .person();
    }

    private static List<Engagement> engagements(SignedIn person) {
        return APP.get(Transactions.class)
                .as(person.actor(), () -> APP.get(Engagements.class).all());
    }

    private static String counts(SignedIn person) {
        var id = engagements(person).getFirst().id();
        return APP.get(Transactions.class)
                .as(
                        person.actor(),
                        () -> "%d sites, %d objectives"
                                .formatted(
                                        APP.get(Sites.class).of(id).size(),
                                        APP.get(Measuring.class).objectives(id).size()));
    }
}
