package org.fram.app.platform.register;

import java.util.Optional;
import java.util.regex.Pattern;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// A telephone number in the international form of ITU-T E.164: `+351211234567`.
///
/// Of written numbers those are read that are international: with `+` or `00` before the country code, and whatever
/// people put between digits. A number without country code is refused, as it rings elsewhere in each country. Whether
/// a number is given out, and to whom, is not looked at.
public record PhoneNumber() implements CellType {

    /// Digits that a number has at most, country code included (E.164, section 6).
    public static final int MOST_DIGITS = 15;

    private static final int LEAST_DIGITS = 7;
    private static final Pattern INTERNATIONAL =
            Pattern.compile("\\+[1-9]\\d{%d,%d}".formatted(LEAST_DIGITS - 1, MOST_DIGITS - 1));
    /// The zero that is dialled within a country alone, as in +44 (0)20 7946 0000.
    private static final Pattern TRUNK_ZERO = Pattern.compile("\\(0\\)");

    private static final Pattern BETWEEN = Pattern.compile("[\\s\u00a0().\\-\u2010-\u2015/]+");
    private static final String URI = "tel:";

    /// The number that somebody wrote; empty where it is none, or has no country code.
    public static Optional<String> number(String written) {
        String bare = written.strip();
        if (bare.regionMatches(true, 0, URI, 0, URI.length())) {
            bare = bare.substring(URI.length());
        }
        String digits =
                BETWEEN.matcher(TRUNK_ZERO.matcher(bare).replaceFirst("")).replaceAll("");
        String international = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
        return INTERNATIONAL.matcher(international).matches() ? Optional.of(international) : Optional.empty();
    }

    @Override
    public Reading read(String text, Frame frame) {
        if (text.isBlank()) {
            return new Reading.Value(null);
        }
        return number(text)
                .<Reading>map(Reading.Value::new)
                .orElseGet(() -> new Reading.Refused(Text.of("register.refused.phone", text.strip())));
    }

    @Override
    public String show(@Nullable Object value, Frame frame) {
        return edit(value);
    }

    @Override
    public String edit(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /// Numbers that have these digits, one after the other.
    @Override
    public Condition matches(Field<?> field, String filter) {
        String digits = filter.replaceAll("\\D", "");
        return digits.isEmpty() ? DSL.noCondition() : field.cast(String.class).contains(digits);
    }

    @Override
    public Editor editor() {
        return Editor.LINE;
    }
}
