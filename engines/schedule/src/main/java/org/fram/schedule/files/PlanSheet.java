package org.fram.schedule.files;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One sheet of a plan that is kept as a workbook. The first row names the columns.
///
/// `docs/reference/plan-workbook.md` describes the sheets of a plan.
public record PlanSheet(String name, List<List<Value>> rows) {

    /// What stands in a cell.
    public sealed interface Value {

        /// It as text, which is all that reading looks at.
        String text();
    }

    /// Words; empty where nothing is in the cell.
    public record Words(String text) implements Value {}

    /// A number.
    public record Amount(BigDecimal amount) implements Value {

        @Override
        public String text() {
            return amount.toPlainString();
        }
    }

    /// A date and a time.
    public record Moment(LocalDateTime moment) implements Value {

        @Override
        public String text() {
            return moment.toString();
        }
    }

    public PlanSheet {
        rows = rows.stream().map(List::copyOf).toList();
    }

    static Value words(@Nullable String text) {
        return new Words(text == null ? "" : text);
    }

    static Value amount(double number) {
        var exact = BigDecimal.valueOf(number).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return new Amount(exact.scale() < 0 ? exact.setScale(0) : exact);
    }

    /// A date; nothing where there is none. Midnight is written out, as spreadsheets take it for a whole day.
    static Value moment(@Nullable LocalDateTime date) {
        if (date == null) {
            return words("");
        }
        return date.toLocalTime().toSecondOfDay() < 60 ? words(date.toString()) : new Moment(date);
    }
}
