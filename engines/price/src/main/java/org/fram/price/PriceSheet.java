package org.fram.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.fram.price.Refusal.Reason;
import org.fram.price.Totals.LineTotal;
import org.fram.price.Totals.TaxTotal;

/// Lines in one currency, added up.
///
/// A line's net amount is exact until it is rounded, half to even, to the currency's smallest unit, once. What
/// is taxed at a rate is the sum of these, and the tax is computed on that sum and rounded once: the breakdown
/// by rate that EN 16931 asks of invoices (its rules BR-CO-10, BR-CO-14, BR-CO-15 and BR-CO-17). Each line's
/// share of the tax is apportioned by largest remainders, so that nothing is lost between lines and totals.
/// Which line stands where changes no amount.
public final class PriceSheet {

    private final Currency currency;
    private final List<PriceLine> lines;
    private final List<BigDecimal> nets;

    private PriceSheet(Currency currency, List<PriceLine> lines, List<BigDecimal> nets) {
        this.currency = currency;
        this.lines = lines;
        this.nets = nets;
    }

    /// What became of some lines.
    public sealed interface Outcome {

        /// They add up.
        record Added(PriceSheet sheet) implements Outcome {}

        /// They do not.
        record Refused(List<At> refusals) implements Outcome {

            public Refused {
                refusals = List.copyOf(refusals);
            }
        }
    }

    /// Something that stands against a line of the sheet, or against all.
    ///
    /// @param position of the line; -1 for all together
    public record At(int position, Refusal refusal) {}

    /// The lines added up. Those in another currency than the sheet's need a [Conversion]; that of a line in
    /// the sheet's own is not looked at.
    public static Outcome of(Currency currency, List<PriceLine> lines) {
        if (currency.getDefaultFractionDigits() < 0) {
            return new Outcome.Refused(
                    List.of(new At(-1, new Refusal(Reason.CURRENCY_WITHOUT_UNIT, currency.getCurrencyCode()))));
        }
        var most = Limits.most(currency);
        var nets = new ArrayList<BigDecimal>();
        var refusals = new ArrayList<At>();
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            boolean foreign = !line.currency().equals(currency);
            if (foreign && line.conversion().isEmpty()) {
                refusals.add(new At(
                        at, new Refusal(Reason.RATE_MISSING, line.currency().getCurrencyCode())));
                continue;
            }
            var rate = foreign ? line.conversion().map(Conversion::rate).orElseThrow() : BigDecimal.ONE;
            var net = Limits.rounded(line.exact().multiply(rate), currency);
            if (net.compareTo(most) > 0) {
                refusals.add(new At(at, new Refusal(Reason.AMOUNT_TOO_LARGE, Limits.shown(net))));
            }
            nets.add(net);
        }
        if (!refusals.isEmpty()) {
            return new Outcome.Refused(refusals);
        }
        var sheet = new PriceSheet(currency, List.copyOf(lines), List.copyOf(nets));
        var gross = sheet.withOptions().gross();
        return gross.compareTo(most) > 0
                ? new Outcome.Refused(List.of(new At(-1, new Refusal(Reason.TOTAL_TOO_LARGE, Limits.shown(gross)))))
                : new Outcome.Added(sheet);
    }

    /// The currency of all amounts.
    public Currency currency() {
        return currency;
    }

    /// The lines that were added up, by position.
    public List<PriceLine> lines() {
        return lines;
    }

    /// What is agreed: all lines but the options that were not invoked.
    public Totals total() {
        return totals(line -> line.standing().counts());
    }

    /// What the options come to that were not invoked, by themselves.
    public Totals options() {
        return totals(line -> !line.standing().counts());
    }

    /// What all of it would come to if every option were invoked. Its tax is rounded for itself, so it can
    /// differ from the sum of [#total] and [#options] by one smallest unit for each rate.
    public Totals withOptions() {
        return totals(_ -> true);
    }

    private Totals totals(Predicate<PriceLine> wanted) {
        int[] positions = IntStream.range(0, lines.size())
                .filter(at -> wanted.test(lines.get(at)))
                .toArray();
        var byRate = new TreeMap<BigDecimal, List<Integer>>();
        for (int at : positions) {
            byRate.computeIfAbsent(lines.get(at).tax(), _ -> new ArrayList<>()).add(at);
        }
        var zero = Limits.rounded(BigDecimal.ZERO, currency);
        var taxOf = new BigDecimal[lines.size()];
        var taxes = new ArrayList<TaxTotal>();
        byRate.forEach((rate, at) -> {
            var parts = at.stream().map(nets::get).toList();
            var net = parts.stream().reduce(zero, BigDecimal::add);
            var tax = Limits.rounded(net.multiply(rate).movePointLeft(2), currency);
            var shares = Apportionment.of(tax, parts);
            for (int i = 0; i < shares.size(); i++) {
                taxOf[at.get(i)] = shares.get(i);
            }
            taxes.add(new TaxTotal(rate, net, tax));
        });
        var net = taxes.stream().map(TaxTotal::net).reduce(zero, BigDecimal::add);
        var tax = taxes.stream().map(TaxTotal::tax).reduce(zero, BigDecimal::add);
        var estimated = IntStream.of(positions)
                .filter(at -> lines.get(at).kind().estimated())
                .mapToObj(nets::get)
                .reduce(zero, BigDecimal::add);
        var each = IntStream.of(positions)
                .mapToObj(at -> new LineTotal(at, nets.get(at), taxOf[at]))
                .toList();
        return new Totals(currency, each, taxes, net, tax, net.add(tax), estimated);
    }
}
