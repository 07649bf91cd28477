package org.fram.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fram.price.Lines.entry;
import static org.fram.price.Lines.sheet;
import static org.fram.price.Lines.taxed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fram.price.PaymentPlan.Milestone;
import org.fram.price.PaymentPlan.Outcome;
import org.fram.price.PaymentPlan.Payment;
import org.fram.price.Refusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentPlanTest {

    private static final Totals HUNDRED =
            sheet(taxed(entry(Kind.FIXED, null, "100"), "0", "19")).total();

    @Test
    void sharesAndAmountsArePaidAndTheRestIsLeft() {
        var plan = plan(HUNDRED, share("20"), amount("35.50"), share("30"));

        assertThat(plan.payments())
                .extracting(Payment::net)
                .map(BigDecimal::toPlainString)
                .containsExactly("20.00", "35.50", "30.00");
        assertThat(plan.left().net()).isEqualTo("14.50");
        assertThat(plan.payments().getFirst().gross()).isEqualTo("23.80");
    }

    @Test
    void oddSharesAreTheWholeWhenTheyAreAHundredPercent() {
        var plan = plan(
                sheet(entry(Kind.FIXED, null, "0.10")).total(), share("33.3333"), share("33.3333"), share("33.3334"));

        assertThat(plan.payments())
                .extracting(Payment::net)
                .map(BigDecimal::toPlainString)
                .containsExactly("0.03", "0.03", "0.04");
        assertThat(plan.left().gross()).isEqualTo("0.00");
    }

    @Test
    void anAmountIsPaidAsItIsWhateverTheSharesRoundTo() {
        var plan = plan(
                sheet(entry(Kind.FIXED, null, "100.01")).total(),
                share("12.5"),
                amount("50.00"),
                share("12.5"),
                share("25"));

        assertThat(plan.payments().get(1).net()).isEqualTo("50.00");
    }

    @Test
    void morePaidThanAgreedIsRefusedWithTheDifference() {
        assertThat(PaymentPlan.of(HUNDRED, List.of(share("60"), amount("40.01"))))
                .isEqualTo(new Outcome.Refused(
                        List.of(new PriceSheet.At(-1, new Refusal(Reason.PAYMENTS_ABOVE_TOTAL, "0.01")))));
        assertThat(PaymentPlan.of(sheet().total(), List.of(amount("0.01")))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void badMilestonesAreNamedByTheirPosition() {
        var outcome = PaymentPlan.of(
                HUNDRED,
                List.of(
                        share("10"),
                        share("0"),
                        share("-5"),
                        share("100.1"),
                        amount("-1"),
                        amount("0.001"),
                        amount("1e20")));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusals())
                                .extracting(at -> at.position() + " "
                                        + at.refusal().reason().code())
                                .containsExactly(
                                        "1 share-out-of-range",
                                        "2 share-out-of-range",
                                        "3 share-out-of-range",
                                        "4 payment-negative",
                                        "5 payment-too-fine",
                                        "6 payment-too-large"));
    }

    @Test
    void nothingIsPaidForNothing() {
        var plan = plan(sheet().total(), share("50"), share("50"));

        assertThat(plan.payments())
                .extracting(Payment::gross)
                .map(BigDecimal::toPlainString)
                .containsExactly("0.00", "0.00");
        assertThat(plan(HUNDRED).left().gross()).isEqualTo("119.00");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void paymentsAndWhatIsLeftAreTheTotalToTheLastCent(long seed) {
        var random = new Random(seed);
        for (int drawn = 0; drawn < 50; drawn++) {
            var total = sheet("EUR", Lines.drawn(random.nextLong())).total();
            var milestones = new ArrayList<Milestone>();
            int left = 1_000_000;
            for (int many = random.nextInt(1, 9); many > 0 && left > 1; many--) {
                int percent = many == 1 ? left : random.nextInt(1, left);
                left -= percent;
                milestones.add(new Milestone.Share(BigDecimal.valueOf(percent, 4)));
            }

            var plan = plan(total, milestones.toArray(Milestone[]::new));

            var all = new ArrayList<>(plan.payments());
            all.add(plan.left());
            assertThat(sum(all.stream().map(Payment::net).toList())).isEqualTo(total.net());
            assertThat(sum(all.stream().map(Payment::gross).toList())).isEqualTo(total.gross());
            if (left == 0) {
                assertThat(plan.left().gross()).isZero();
            }
            for (int at = 0; at < milestones.size(); at++) {
                var percent = ((Milestone.Share) milestones.get(at)).percent();
                var exact = total.net().multiply(percent).movePointLeft(2);
                assertThat(plan.payments().get(at).net().subtract(exact).abs())
                        .as("within a cent of its share")
                        .isLessThan(new BigDecimal("0.01"));
            }
        }
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Milestone share(String percent) {
        return new Milestone.Share(new BigDecimal(percent));
    }

    private static Milestone amount(String net) {
        return new Milestone.Amount(new BigDecimal(net));
    }

    private static PaymentPlan plan(Totals totals, Milestone... milestones) {
        return switch (PaymentPlan.of(totals, List.of(milestones))) {
            case Outcome.Planned(var plan) -> plan;
            case Outcome.Refused(var refusals) -> throw new AssertionError(refusals.toString());
        };
    }
}
