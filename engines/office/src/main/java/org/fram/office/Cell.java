package org.fram.office;

import java.math.BigDecimal;
import java.time.LocalDate;

/// A cell of a [Sheet].
public sealed interface Cell {

    /// The cell as text: a day as `2027-03-31`, an amount in plain digits with a decimal point.
    String text();

    /// Text; empty where nothing is in the cell.
    ///
    /// @param text without spaces around it
    record Words(String text) implements Cell {}

    /// A day.
    record Day(LocalDate day) implements Cell {

        @Override
        public String text() {
            return day.toString();
        }
    }

    /// A number.
    record Amount(BigDecimal amount) implements Cell {

        @Override
        public String text() {
            return amount.toPlainString();
        }
    }
}
