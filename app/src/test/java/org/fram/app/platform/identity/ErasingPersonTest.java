package org.fram.app.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class ErasingPersonTest {

    private static final RunningApp APP = RunningApp.shared();

    private final ErasingPerson erasing = APP.get(ErasingPerson.class);
    private final TestPerson administrator = APP.administrator("Administrator");
    private final TestPerson person = APP.person("Somebody");

    @Test
    void whoIsErasedIsNobodyAnyMoreAndTheLedgerHolds() throws Exception {
        var engagement = TestEngagement.create();
        APP.get(ManagingPeople.class)
                .add(
                        engagement.customer().actor(),
                        engagement.id(),
                        person.email(),
                        person.name(),
                        new ManagingPeople.Place(engagement.vendorParty(), Role.MANAGER, Set.of()));
        var browser = HttpBrowser.signedIn(person);

        assertThat(erasing.erase(administrator.actor(), person.id(), person.email()))
                .isEqualTo(new ErasingPerson.Outcome.Erased());

        assertThat(browser.get("/account").uri().getPath()).isEqualTo("/sign-in");
        assertThatThrownBy(() -> HttpBrowser.signedIn(person)).isInstanceOf(IllegalStateException.class);
        assertThat(administrator.asks(() -> APP.get(People.class).byEmail(person.email())))
                .isEmpty();
        assertThat(engagement.customer().asks(() -> APP.get(Members.class).of(engagement.id())))
                .noneMatch(member -> member.person().equals(person.id()));
        assertThat(HttpBrowser.signedIn(engagement.customer())
                        .get(engagement.path("ledger"))
                        .body())
                .contains("Somebody who is not here any more");
        List<String> lines =
                engagement.customer().asks(() -> APP.get(Ledger.class).from(engagement.id(), 1, 100)).stream()
                        .map(entry -> entry.line())
                        .toList();
        assertThat(lines).isNotEmpty();
        assertThat(String.join("\n", lines)).doesNotContain(person.email(), "\"Somebody\"");
    }

    @Test
    void erasingIsMeantAndIsAnotherAdministratorsDeed() {
        assertThat(erasing.erase(administrator.actor(), person.id(), "other@fram.example"))
                .isInstanceOf(ErasingPerson.Outcome.Refused.class);
        assertThat(erasing.erase(administrator.actor(), administrator.id(), administrator.email()))
                .isInstanceOf(ErasingPerson.Outcome.Refused.class);
        assertThatThrownBy(() -> erasing.erase(person.actor(), administrator.id(), administrator.email()))
                .isInstanceOf(NotFoundException.class);
        // The database asks again.
        assertThatThrownBy(() -> person.asks(() -> APP.get(DSLContext.class)
                        .fetch(
                                "select identity.erase({0}, {1})",
                                DSL.val(administrator.id().value()), DSL.val(Instant.now()))))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("administrator");
    }

    @Test
    void whoAloneOwnsAnEngagementIsNotErased() {
        var engagement = TestEngagement.create();

        assertThat(erasing.erase(
                        administrator.actor(),
                        engagement.customer().id(),
                        engagement.customer().email()))
                .isInstanceOf(ErasingPerson.Outcome.Refused.class);
    }
}
