package org.fram.office;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

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

    /// A day with a time, as `2027-03-31T17:00` in text. Read only where times are asked for.
    record Moment(LocalDateTime moment) implements Cell {

        @Override
        public String text() {
            return moment.toString();
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
