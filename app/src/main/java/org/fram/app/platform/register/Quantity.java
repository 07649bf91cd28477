package org.fram.app.platform.register;

import java.math.BigDecimal;
import java.util.Optional;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
import org.fram.office.Cell;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// An exact decimal number that is not below zero: how many, how long, a percentage. The table keeps it without
/// rounding.
///
/// Of written numbers those are read that mean one: `1250`, `1,250.5`, `1 250`, `12.5 %`. `1.250` is refused, as it
/// is a thousand to some and hardly more than one to others; a number with three decimals is written with four.
///
/// @param decimals that it may have
/// @param most the largest one
/// @param unit is written behind it, as `%`; may be empty
public record Quantity(int decimals, BigDecimal most, String unit) implements CellType {

    private static final int GROUP = 3;

    /// A percentage of something whole.
    public static Quantity percent(int decimals) {
        return new Quantity(decimals, BigDecimal.valueOf(100), "%");
    }

    @Override
    public Reading read(String text, Frame frame) {
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            return new Reading.Value(null);
        }
        return number(wanted).map(this::checked).orElseGet(() -> refused("register.refused.quantity", wanted));
    }

    private Reading checked(BigDecimal number) {
        if (number.signum() < 0) {
            return refused("register.refused.negative", number.toPlainString());
        }
        return number.compareTo(most) > 0
                ? refused("register.refused.above", most.toPlainString() + behind())
                : new Reading.Value(canonical(number));
    }

    @Override
    public String show(@Nullable Object value, Frame frame) {
        return value instanceof BigDecimal number
                ? String.format(frame.texts().locale(), "%,." + number.scale() + "f", number) + behind()
                : "";
    }

    @Override
    public String edit(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : "";
    }

    /// As a number, unless it would be read as one that can mean two.
    @Override
    public Cell export(@Nullable Object value, Frame frame) {
        return value instanceof BigDecimal number && number.stripTrailingZeros().scale() != GROUP
                ? new Cell.Amount(number)
                : new Cell.Words(edit(value));
    }

    /// Numbers between two.
    @Override
    public Condition matches(Field<?> field, String filter) {
        var number = field.cast(BigDecimal.class);
        var range = Range.of(filter);
        return number(range.first())
                .map(number::ge)
                .orElse(DSL.noCondition())
                .and(number(range.last()).map(number::le).orElse(DSL.noCondition()));
    }

    @Override
    public String showFilter(String filter, Frame frame) {
        var range = Range.of(filter);
        return range.show(range.first(), range.last());
    }

    @Override
    public Editor editor() {
        return Editor.AMOUNT;
    }

    /// The number as all have it who mean the same: without zeros at its end, and never with three decimals.
    static BigDecimal canonical(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        int scale = Math.max(plain.scale(), 0);
        return plain.setScale(scale == GROUP ? GROUP + 1 : scale);
    }

    /// From the field of a table.
    static @Nullable BigDecimal fromTable(@Nullable Object value) {
        return value instanceof BigDecimal number ? canonical(number) : null;
    }

    private Optional<BigDecimal> number(String written) {
        String text = written.strip();
        String bare = !unit.isEmpty() && text.endsWith(unit) ? text.substring(0, text.length() - unit.length()) : text;
        // One more, as three decimals are written with four.
        return Money.number(bare.strip(), Math.max(decimals, GROUP + 1), false)
                .filter(number -> number.stripTrailingZeros().scale() <= decimals);
    }

    private String behind() {
        return unit.isEmpty() ? "" : " " + unit;
    }

    private static Reading refused(String key, String seen) {
        return new Reading.Refused(Text.of(key, seen));
    }
}
