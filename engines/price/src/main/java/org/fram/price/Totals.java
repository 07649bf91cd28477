package org.fram.price;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/// What some lines of a sheet come to. All amounts have the decimals of the currency, and they add up: the net
/// amounts of the lines to the net total, those of each rate to its taxable amount, the taxes of the lines to
/// those of their rate and these to the tax, net and tax to gross.
///
/// @param lines in the order of the sheet
/// @param taxes by rate, ascending
/// @param estimated the part of the net total that depends on how much comes ([Kind#estimated])
public record Totals(
        Currency currency,
        List<LineTotal> lines,
        List<TaxTotal> taxes,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross,
        BigDecimal estimated) {

    public Totals {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /// What a line comes to.
    ///
    /// @param position of the line in the sheet
    /// @param tax its share of the tax at its rate
    public record LineTotal(int position, BigDecimal net, BigDecimal tax) {

        /// Net and tax.
        public BigDecimal gross() {
            return net.add(tax);
        }
    }

    /// What is taxed at a rate.
    ///
    /// @param rate in percent
    /// @param net the taxable amount
    public record TaxTotal(BigDecimal rate, BigDecimal net, BigDecimal tax) {}
}
