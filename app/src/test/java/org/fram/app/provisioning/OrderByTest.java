package org.fram.app.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.fram.app.provisioning.OrderBy.Known;
import org.fram.app.provisioning.OrderBy.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// By when something has to be ordered. Today is Monday, 1 March 2027.
class OrderByTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final LeadTime THIRTY = new LeadTime(20, 30, 60, LeadDays.CALENDAR, true);

    @ParameterizedTest
    @CsvSource({
        // Of thirty days as a rule and sixty at worst.
        "2027-03-30, TOO_LATE, 2027-02-28, -1",
        "2027-03-31, ORDER_NOW, 2027-03-01, 0",
        "2027-04-14, ORDER_NOW, 2027-03-15, 14",
        // Sixty days from today: it comes in time only if all goes as a rule.
        "2027-04-30, ORDER_NOW, 2027-03-31, 30",
        "2027-05-01, LATER, 2027-04-01, 31"
    })
    void whatIsNotOrderedHasALastDay(LocalDate need, State state, LocalDate last, int slack) {
        var by = OrderBy.of(open(need, THIRTY), TODAY);

        assertThat(by.state()).isEqualTo(state);
        assertThat(by.orderBy()).contains(last);
        assertThat(by.safeBy()).contains(need.minusDays(60));
        assertThat(by.slack()).contains(slack);
        assertThat(by.expected()).isEmpty();
    }

    @Test
    void withoutSpreadItIsToBeOrderedFromTwoWeeksBefore() {
        var exactly = new LeadTime(30, 30, 30, LeadDays.CALENDAR, true);

        assertThat(OrderBy.of(open(TODAY.plusDays(44), exactly), TODAY).state()).isEqualTo(State.ORDER_NOW);
        assertThat(OrderBy.of(open(TODAY.plusDays(45), exactly), TODAY).state()).isEqualTo(State.LATER);
    }

    @Test
    void workingDaysAreCountedWithoutWeekends() {
        var ten = new LeadTime(10, 10, 10, LeadDays.WORKING, false);
        var sunday = LocalDate.of(2027, 3, 14);

        var by = OrderBy.of(open(sunday, ten), TODAY);

        // Ten working days before Friday the 12th.
        assertThat(by.orderBy()).contains(LocalDate.of(2027, 2, 26));
        assertThat(by.state()).isEqualTo(State.TOO_LATE);
    }

    @Test
    void whatTakesNoTimeIsOrderedOnTheDayItself() {
        var none = new LeadTime(0, 0, 0, LeadDays.CALENDAR, true);

        assertThat(OrderBy.of(open(TODAY, none), TODAY).state()).isEqualTo(State.ORDER_NOW);
        assertThat(OrderBy.of(open(TODAY, none), TODAY).slack()).contains(0);
        assertThat(OrderBy.of(open(TODAY.minusDays(1), none), TODAY).state()).isEqualTo(State.TOO_LATE);
    }

    @Test
    void withoutANeedDateThereIsNoLastDay() {
        var by = OrderBy.of(open(null, THIRTY), TODAY);

        assertThat(by.state()).isEqualTo(State.NO_NEED_DATE);
        assertThat(by.orderBy()).isEmpty();
        assertThat(by.safeBy()).isEmpty();
        assertThat(by.slack()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2027-03-22, ORDERED_TOO_LATE, -1", "2027-03-23, ORDERED, 0", "2027-04-02, ORDERED, 10"})
    void whatIsOrderedComesAfterItsLeadTime(LocalDate need, State state, int slack) {
        var by = OrderBy.of(ordered(need, null, false), TODAY);

        assertThat(by.state()).isEqualTo(state);
        assertThat(by.expected()).contains(LocalDate.of(2027, 3, 23));
        assertThat(by.slack()).contains(slack);
    }

    @Test
    void aDateOfTheSupplierTakesThePlaceOfTheLeadTime() {
        var need = LocalDate.of(2027, 4, 1);

        assertThat(OrderBy.of(ordered(need, need.plusDays(1), false), TODAY).state())
                .isEqualTo(State.ORDERED_TOO_LATE);
        assertThat(OrderBy.of(ordered(need, need, false), TODAY).state()).isEqualTo(State.ORDERED);
        assertThat(OrderBy.of(ordered(need, need, true), TODAY).state()).isEqualTo(State.FIRM);
        assertThat(OrderBy.of(ordered(need, need.plusDays(1), true), TODAY).state())
                .isEqualTo(State.ORDERED_TOO_LATE);
    }

    @Test
    void aDateThatPassedIsNotFirm() {
        var by = OrderBy.of(ordered(TODAY.plusDays(3), TODAY.minusDays(2), true), TODAY);

        assertThat(by.state()).isEqualTo(State.ORDERED);
        assertThat(by.expected()).contains(TODAY);
        assertThat(by.slack()).contains(3);
    }

    @Test
    void anOrderWithoutNeedDateIsNeitherLateNorEarly() {
        var by = OrderBy.of(ordered(null, TODAY.plusDays(5), true), TODAY);

        assertThat(by.state()).isEqualTo(State.FIRM);
        assertThat(by.slack()).isEmpty();
    }

    @Test
    void whatCameIsDone() {
        var known = new Known(TODAY.minusDays(9), THIRTY, null, null, false, TODAY.minusDays(2));

        assertThat(OrderBy.of(known, TODAY).state()).isEqualTo(State.DELIVERED);
        assertThat(OrderBy.of(known, TODAY).expected()).contains(TODAY.minusDays(2));
    }

    @Test
    void aLeadTimeIsInOrderAndNotBelowZero() {
        assertThatThrownBy(() -> new LeadTime(5, 4, 6, LeadDays.CALENDAR, true)).hasMessageContaining("5, 4 and 6");
        assertThatThrownBy(() -> new LeadTime(0, 7, 6, LeadDays.CALENDAR, true)).hasMessageContaining("0, 7 and 6");
        assertThatThrownBy(() -> new LeadTime(-1, 0, 0, LeadDays.CALENDAR, true))
                .hasMessageContaining("-1, 0 and 0");
    }

    @Test
    void theLibraryHasALeadTimeForEachKindAndCarriersConfirmAsPracticesHaveIt() {
        var library = LeadTimes.library();

        for (var kind : OrderKind.values()) {
            assertThat(library.of(kind).own()).as(kind.code()).isFalse();
            assertThat(library.confirm(kind).isPresent()).as(kind.code()).isEqualTo(kind.isNetworkService());
        }
        assertThat(library.confirm(OrderKind.CIRCUIT)).hasValue(10);
        assertThat(library.confirm(OrderKind.NUMBER_PORT)).hasValue(5);
        assertThat(library.confirm(OrderKind.SIP_TRUNK)).hasValue(5);
    }

    private static Known open(@Nullable LocalDate need, LeadTime leadTime) {
        return new Known(need, leadTime, null, null, false, null);
    }

    /// Ordered on 21 February.
    private static Known ordered(@Nullable LocalDate need, @Nullable LocalDate supplierDate, boolean confirmed) {
        return new Known(need, THIRTY, LocalDate.of(2027, 2, 21), supplierDate, confirmed, null);
    }
}
