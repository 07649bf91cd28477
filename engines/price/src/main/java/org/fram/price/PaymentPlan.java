package org.fram.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.fram.price.Limits.Reasons;
import org.fram.price.Refusal.Reason;

/// What is paid at which milestone. Payments and what is left add up to the totals, net and gross.
///
/// Shares are percentages of the net total. Where shares and amounts together are the whole of it, they are paid
/// as the whole of it, whatever thirds it falls into; otherwise something is left, and the plan says how much.
/// Tax goes along with each net payment by largest remainders.
///
/// @param payments as many as there are milestones, in their order
/// @param left of the price that no milestone pays
public record PaymentPlan(Currency currency, List<Payment> payments, Payment left) {

    private static final int DECIMALS_OF_PERCENT = 4;
    private static final Reasons PAYMENT =
            new Reasons(Reason.PAYMENT_NEGATIVE, Reason.PAYMENT_TOO_LARGE, Reason.PAYMENT_TOO_FINE);

    public PaymentPlan {
        payments = List.copyOf(payments);
    }

    /// How much a milestone pays.
    public sealed interface Milestone {

        /// A part of the net total.
        ///
        /// @param percent above 0, up to 100
        record Share(BigDecimal percent) implements Milestone {}

        /// A net amount in the currency of the totals.
        record Amount(BigDecimal net) implements Milestone {}
    }

    /// An amount that is paid, with its tax.
    public record Payment(BigDecimal net, BigDecimal tax) {

        /// Net and tax.
        public BigDecimal gross() {
            return net.add(tax);
        }
    }

    /// What became of some milestones.
    public sealed interface Outcome {

        /// They are a plan.
        record Planned(PaymentPlan plan) implements Outcome {}

        /// They are none.
        record Refused(List<PriceSheet.At> refusals) implements Outcome {

            public Refused {
                refusals = List.copyOf(refusals);
            }
        }
    }

    /// The totals spread over milestones.
    public static Outcome of(Totals totals, List<? extends Milestone> milestones) {
        var refusals = new ArrayList<PriceSheet.At>();
        for (int at = 0; at < milestones.size(); at++) {
            int position = at;
            refusals(milestones.get(at), totals.currency())
                    .forEach(refusal -> refusals.add(new PriceSheet.At(position, refusal)));
        }
        if (!refusals.isEmpty()) {
            return new Outcome.Refused(refusals);
        }
        var parts = new ArrayList<BigDecimal>();
        milestones.forEach(milestone -> parts.add(exact(milestone, totals.net())));
        var left = totals.net().subtract(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        if (left.signum() < 0) {
            var above = left.negate().setScale(totals.currency().getDefaultFractionDigits(), RoundingMode.UP);
            var refusal = new Refusal(Reason.PAYMENTS_ABOVE_TOTAL, Limits.shown(above));
            return new Outcome.Refused(List.of(new PriceSheet.At(-1, refusal)));
        }
        parts.add(left);
        return new Outcome.Planned(plan(totals, parts));
    }

    /// The parts are exact and sum up to the net total; the last is what is left. A part in whole smallest units
    /// has no remainder and stays as it is.
    private static PaymentPlan plan(Totals totals, List<BigDecimal> parts) {
        var nets = Apportionment.of(totals.net(), parts);
        var taxes = Apportionment.of(totals.tax(), nets);
        var payments = IntStream.range(0, nets.size())
                .mapToObj(at -> new Payment(nets.get(at), taxes.get(at)))
                .toList();
        return new PaymentPlan(totals.currency(), payments.subList(0, payments.size() - 1), payments.getLast());
    }

    private static BigDecimal exact(Milestone milestone, BigDecimal net) {
        return switch (milestone) {
            case Milestone.Share(var percent) -> net.multiply(percent).movePointLeft(2);
            case Milestone.Amount(var amount) -> amount;
        };
    }

    private static List<Refusal> refusals(Milestone milestone, Currency currency) {
        var refusals = new ArrayList<Refusal>();
        switch (milestone) {
            case Milestone.Share(var percent) -> {
                var outOfRange = Reasons.all(Reason.SHARE_OUT_OF_RANGE);
                if (Limits.within(percent, Limits.HUNDRED, DECIMALS_OF_PERCENT, outOfRange, refusals)
                        && percent.signum() == 0) {
                    refusals.add(new Refusal(Reason.SHARE_OUT_OF_RANGE, Limits.shown(percent)));
                }
            }
            case Milestone.Amount(var net) -> {
                Limits.within(net, Limits.most(currency), currency.getDefaultFractionDigits(), PAYMENT, refusals);
            }
        }
        return refusals;
    }
}
