package org.fram.app.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fram.app.duties.KeepingGrid.Wish;
import org.fram.app.engagement.ShapingEngagement;
import org.fram.app.engagement.Side;
import org.fram.app.engagement.Sourcing;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.Change;
import org.fram.app.platform.register.Changes;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.UndoingChanges;
import org.fram.app.platform.texts.Text;
import org.fram.app.platform.texts.Texts;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.fram.facts.ActivityArea;
import org.junit.jupiter.api.Test;

/// Keeping the table of responsibilities.
class KeepingGridTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final Frame FRAME = new Frame(Texts.in(Locale.UK), null, "", "", false, () -> 0);

    private final TestEngagement engagement = TestEngagement.create();
    private final KeepingGrid keeping = APP.get(KeepingGrid.class);
    private final TestPerson customer = engagement.customer();

    @Test
    void columnsAreTheVendorTheTwoPartsOfTheCustomerAndThirdParties() {
        APP.get(ShapingEngagement.class).addParty(customer.actor(), engagement.id(), "Carrier, Ltd.", Side.CARRIER);

        assertThat(grid().columns())
                .extracting(Participant::name)
                .containsExactly(
                        "Cloud Vendor", "Harbour Authority: IT", "Harbour Authority: contact center", "Carrier Ltd.");
    }

    @Test
    void aProposalCountsForNothingUntilItIsConfirmed() {
        int added = APP.get(AddingProposal.class).add(customer.actor(), engagement.id(), Sourcing.CLOUD);

        assertThat(added).isGreaterThan(40);
        assertThat(grid().confirmed()).isEmpty();
        assertThat(APP.get(AddingProposal.class).add(customer.actor(), engagement.id(), Sourcing.CLOUD))
                .isZero();
        assertThat(grid().rows()).allMatch(row -> grid().flaws(row).isEmpty());
    }

    @Test
    void aCellThatSomebodyElseChangedStaysAsTheyLeftIt() {
        var row = row("Test under load");
        var seen = row;
        assertThat(set(engagement.vendor(), row, "Cloud Vendor", Letters.BOTH).problems())
                .isEmpty();

        var late = set(customer, seen, "Cloud Vendor", Letters.INFORMED);
        var other = set(customer, seen, "Harbour Authority: IT", Letters.CONSULTED);

        assertThat(late.overtaken()).isTrue();
        assertThat(reasons(late)).containsExactly("duties.overtaken.cell");
        assertThat(late.changed()).isZero();
        // Another cell of the same row is nobody else’s.
        assertThat(other.problems()).isEmpty();
        var now = grid().row(row.id()).orElseThrow();
        assertThat(now.letters("Cloud Vendor")).isEqualTo(Letters.BOTH);
        assertThat(now.letters("Harbour Authority: IT")).isEqualTo(Letters.CONSULTED);
    }

    @Test
    void whoAnswersAloneAndSomebodyWhoDoesItCanBeConfirmed() {
        var row = row("Test under load");
        assertThat(reasons(confirm(customer, row))).containsExactly("duties.flaw.nobody");
        set(customer, row, "Cloud Vendor", Letters.ACCOUNTABLE);
        assertThat(reasons(confirm(customer, now(row)))).containsExactly("duties.flaw.noResponsible");
        set(customer, now(row), "Harbour Authority: IT", Letters.BOTH);
        assertThat(reasons(confirm(customer, now(row)))).containsExactly("duties.flaw.several");
        set(customer, now(row), "Cloud Vendor", Letters.NONE);

        assertThat(confirm(customer, now(row)).confirmed()).isEqualTo(1);
        assertThat(grid().confirmed()).hasSize(1);
    }

    @Test
    void nobodyConfirmsWhatTheyHaveNotSeen() {
        var row = row("Test under load");
        set(customer, row, "Cloud Vendor", Letters.BOTH);
        var seen = now(row);
        set(engagement.vendor(), seen, "Harbour Authority: IT", Letters.RESPONSIBLE);

        var outcome = confirm(customer, seen);

        assertThat(outcome.overtaken()).isTrue();
        assertThat(grid().confirmed()).isEmpty();
    }

    @Test
    void whatIsChangedAfterItWasConfirmedIsAProposalAgainAndUndoBringsItBack() {
        var row = row("Test under load");
        set(customer, row, "Cloud Vendor", Letters.BOTH);
        confirm(customer, now(row));

        set(customer, now(row), "Harbour Authority: IT", Letters.CONSULTED);
        assertThat(now(row).confirmed()).isFalse();
        undo();

        assertThat(now(row).confirmed()).isTrue();
        assertThat(now(row).letters("Harbour Authority: IT")).isEqualTo(Letters.NONE);
        undo();
        assertThat(now(row).confirmed()).isFalse();
    }

    @Test
    void oneFormIsUndoneAsOneAndItsHistoryIsKept() {
        var first = row("Test under load");
        var second = row("Test failover");
        var wishes = List.of(
                wish(first, "Cloud Vendor", Letters.BOTH, true), wish(second, "Cloud Vendor", Letters.BOTH, true));
        assertThat(keeping.keep(customer.actor(), engagement.id(), wishes).confirmed())
                .isEqualTo(2);

        undo();

        assertThat(grid().rows()).allMatch(row -> row.named().isEmpty() && !row.confirmed());
        assertThat(customer.asks(() -> APP.get(Changes.class).of(engagement.id(), first.id(), 10)))
                .extracting(Change::origin)
                .contains("undo");
    }

    @Test
    void aFunctionIsAColumnUntilItIsRemovedAndNotWhileItHasLetters() {
        var naming = APP.get(NamingParticipants.class);
        var actor = customer.actor();
        assertThat(naming.add(actor, engagement.id(), engagement.customerParty(), "Legal"))
                .isInstanceOf(NamingParticipants.Outcome.Done.class);
        assertThat(naming.add(actor, engagement.id(), engagement.customerParty(), "legal"))
                .isInstanceOf(NamingParticipants.Outcome.Refused.class);
        assertThat(naming.add(actor, engagement.id(), engagement.customerParty(), "it"))
                .isInstanceOf(NamingParticipants.Outcome.Refused.class);
        var legal =
                grid().columns().stream().filter(Participant::added).findFirst().orElseThrow();
        assertThat(legal.name()).isEqualTo("Harbour Authority: Legal");
        var row = row("Approve the contract");
        set(customer, row, legal.name(), Letters.CONSULTED);

        assertThat(naming.remove(actor, engagement.id(), legal.key()))
                .isInstanceOf(NamingParticipants.Outcome.Refused.class);
        set(customer, now(row), legal.name(), Letters.NONE);
        assertThat(naming.remove(actor, engagement.id(), legal.key()))
                .isInstanceOf(NamingParticipants.Outcome.Done.class);
        assertThat(grid().columns()).noneMatch(Participant::added);
    }

    @Test
    void onlySomebodyOfItsPartyStandsForAColumn() {
        var naming = APP.get(NamingParticipants.class);
        var vendors = grid().columns().getFirst();

        assertThat(naming.name(customer.actor(), engagement.id(), vendors.key(), customer.id()))
                .isInstanceOf(NamingParticipants.Outcome.Refused.class);
        naming.name(
                customer.actor(),
                engagement.id(),
                vendors.key(),
                engagement.vendor().id());

        assertThat(grid().columns().getFirst().person())
                .isEqualTo(engagement.vendor().id());
        naming.name(customer.actor(), engagement.id(), vendors.key(), null);
        assertThat(grid().columns().getFirst().person()).isNull();
    }

    @Test
    void whoDoesNotBelongToTheEngagementHasNoTable() {
        var row = row("Test under load");
        assertThatThrownBy(() -> confirm(engagement.stranger(), row)).isInstanceOf(NotFoundException.class);
    }

    private Grid grid() {
        return customer.asks(() -> APP.get(Grids.class).of(engagement.id()));
    }

    private Activity row(String text) {
        keeping.add(customer.actor(), engagement.id(), ActivityArea.TESTING, text);
        return grid().rows().stream()
                .filter(row -> row.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private Activity now(Activity row) {
        return grid().row(row.id()).orElseThrow();
    }

    private KeepingGrid.Outcome set(TestPerson person, Activity seen, String column, Letters letters) {
        return keeping.keep(person.actor(), engagement.id(), List.of(wish(seen, column, letters, false)));
    }

    private Wish wish(Activity seen, String column, Letters letters, boolean confirm) {
        String key = grid().columns().stream()
                .filter(one -> one.name().equals(column))
                .findFirst()
                .orElseThrow()
                .key();
        return new Wish(seen.id(), seen.version(), Map.of(key, seen.letters(column)), Map.of(key, letters), confirm);
    }

    private KeepingGrid.Outcome confirm(TestPerson person, Activity seen) {
        return keeping.keep(
                person.actor(),
                engagement.id(),
                List.of(new Wish(seen.id(), seen.version(), Map.of(), Map.of(), true)));
    }

    private void undo() {
        var register = APP.all(Register.class).stream()
                .filter(one -> one.name().equals("responsibilities"))
                .findFirst()
                .orElseThrow();
        APP.get(UndoingChanges.class).undoLast(FRAME, register, customer.actor(), engagement.id());
    }

    private static List<String> reasons(KeepingGrid.Outcome outcome) {
        return outcome.problems().stream()
                .map(KeepingGrid.Problem::reason)
                .map(Text::key)
                .toList();
    }
}
