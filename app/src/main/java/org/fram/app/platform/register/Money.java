package org.fram.app.platform.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// An exact amount in a currency. The table keeps the amount in the column's field, without rounding, and the
/// currency in another.
///
/// Of written amounts those are read that mean one: `48,000.00 USD`, `EUR 48.000,00`, `€ 48 000`. Without a
/// currency, or with a sign that several have (`$`), an amount is refused; so is `1.234 USD`, as it is a
/// thousand to some and hardly more than one to others.
///
/// Prices of one thing are finer than what is paid: a column can have more decimals than the currencies have.
///
/// @param currency the field of the currency's code, as ISO 4217 has it
/// @param finest decimals that an amount may have, where its currency does not have more anyway
public record Money(Field<String> currency, int finest) implements CellType {

    private static final int MOST_DIGITS = 15;
    private static final int USUAL_DECIMALS = 2;

    /// Of these many decimals a point or comma may stand before thousands.
    private static final int GROUP = 3;

    private static final Pattern CODE = Pattern.compile("(?i)\\b([a-z]{3})\\b|(€)|(£)");
    private static final Pattern SPACES = Pattern.compile("[\\s\u00A0\u202F'’]+(?=\\d{3}(?:\\D|$))");
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(?:[.,]\\d+)?");
    private static final Pattern COMMA_GROUPS = Pattern.compile("-?[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final Pattern POINT_GROUPS = Pattern.compile("-?[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d+)?");
    private static final Pattern ONE_COMMA_GROUP = Pattern.compile("-?[1-9]\\d{0,2},\\d{3}");
    private static final Pattern ONE_POINT_GROUP = Pattern.compile("-?[1-9]\\d{0,2}\\.\\d{3}");

    /// Amounts with the decimals that their currencies have.
    public Money(Field<String> currency) {
        this(currency, 0);
    }

    /// An amount of money.
    ///
    /// @param amount with the decimals that the currency has, or more where it needs them; negative for a
    /// credit
    public record Sum(BigDecimal amount, Currency currency) {

        public Sum {
            var plain = amount.stripTrailingZeros();
            int decimals = Math.max(plain.scale(), currency.getDefaultFractionDigits());
            amount = plain.setScale(unmistakable(decimals, currency), RoundingMode.UNNECESSARY);
        }

        /// As many decimals as can be taken for nothing else: 1.2340 where 1.234 may be a thousand.
        private static int unmistakable(int decimals, Currency currency) {
            return decimals == GROUP && currency.getDefaultFractionDigits() != GROUP ? decimals + 1 : decimals;
        }

        @Override
        public String toString() {
            return amount.toPlainString() + " " + currency.getCurrencyCode();
        }
    }

    @Override
    public Reading read(String text, Frame frame) {
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            return new Reading.Value(null);
        }
        var matcher = CODE.matcher(wanted);
        var named = matcher.find() ? named(matcher.group()) : Optional.<Currency>empty();
        if (named.isEmpty()) {
            return new Reading.Refused(Text.of("register.refused.currency", wanted));
        }
        String number = (wanted.substring(0, matcher.start()) + wanted.substring(matcher.end())).strip();
        return number(number, decimals(named.get()), named.get().getDefaultFractionDigits() == GROUP)
                .<Reading>map(amount -> new Reading.Value(new Sum(amount, named.get())))
                .orElseGet(() -> new Reading.Refused(Text.of("register.refused.amount", wanted)));
    }

    @Override
    public String show(@Nullable Object value, Frame frame) {
        return value instanceof Sum sum ? shown(sum, frame) : "";
    }

    /// An amount as people read it.
    public static String shown(Sum sum, Frame frame) {
        var amount = sum.amount();
        return String.format(
                frame.texts().locale(),
                "%s %,." + amount.scale() + "f",
                sum.currency().getCurrencyCode(),
                amount);
    }

    @Override
    public String edit(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /// Amounts between two, whatever their currency.
    @Override
    public Condition matches(Field<?> field, String filter) {
        var amount = field.cast(BigDecimal.class);
        var range = Range.of(filter);
        return bound(range.first())
                .map(amount::ge)
                .orElse(DSL.noCondition())
                .and(bound(range.last()).map(amount::le).orElse(DSL.noCondition()));
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

    /// From the fields of a table; null where they hold none.
    public static @Nullable Sum fromTable(@Nullable Object amount, @Nullable String code) {
        return amount instanceof BigDecimal number && code != null ? new Sum(number, Currency.getInstance(code)) : null;
    }

    private static Optional<Currency> named(String code) {
        String wanted = switch (code) {
            case "€" -> "EUR";
            case "£" -> "GBP";
            default -> code.toUpperCase(Locale.ROOT);
        };
        return Currency.availableCurrencies()
                .filter(currency -> currency.getCurrencyCode().equals(wanted))
                // Gold and the like are no money.
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .findFirst();
    }

    private static Optional<BigDecimal> bound(String written) {
        return number(written.strip(), USUAL_DECIMALS, false);
    }

    /// Decimals that an amount of a currency may have.
    public int decimals(Currency of) {
        return Math.max(finest, of.getDefaultFractionDigits());
    }

    /// A number that is written in one of the ways that mean one number; empty for others.
    ///
    /// @param three whether three decimals are usual: then a point stands before them, and one comma may stand
    /// before them or behind thousands
    static Optional<BigDecimal> number(String written, int decimals, boolean three) {
        String text = SPACES.matcher(written).replaceAll("").replaceFirst("^-\\s+", "-");
        String plain;
        if (three
                ? ONE_COMMA_GROUP.matcher(text).matches()
                : ONE_POINT_GROUP.matcher(text).matches()) {
            return Optional.empty();
        } else if (COMMA_GROUPS.matcher(text).matches()) {
            plain = text.replace(",", "");
        } else if (POINT_GROUPS.matcher(text).matches()
                && !(three && ONE_POINT_GROUP.matcher(text).matches())) {
            plain = text.replace(".", "").replace(',', '.');
        } else if (PLAIN.matcher(text).matches()) {
            plain = text.replace(',', '.');
        } else {
            return Optional.empty();
        }
        var number = new BigDecimal(plain);
        return number.scale() <= decimals && number.precision() <= MOST_DIGITS ? Optional.of(number) : Optional.empty();
    }
}
