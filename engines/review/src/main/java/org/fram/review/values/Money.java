package org.fram.review.values;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An amount of money as a document writes it.
///
/// @param amount exact, in the currency's major unit; negative in parentheses or behind a minus
/// @param currency ISO 4217 code, or null where the text names none; "$" is read as USD
/// @param per what one such amount buys ("hour", "seat"), or null for an amount that stands alone
/// @param unit the value of the last digit written: 0.01 in "12.50", 1 in "1,200", 1000 in "12k"
/// @param text as written
/// @param start offset of the first character in the text it was read from
/// @param end offset behind the last character
public record Money(
        BigDecimal amount,
        @Nullable String currency,
        @Nullable String per,
        BigDecimal unit,
        String text,
        int start,
        int end) {

    /// What a cell of an amount column says.
    public sealed interface Cell {

        /// An amount.
        record Amount(Money money) implements Cell {}

        /// A price that is left open: "TBD", "at cost", a blank to fill in.
        record Open(String text) implements Cell {}

        /// Something that costs nothing more: "included", "no charge".
        record Included(String text) implements Cell {}

        /// An empty cell or a dash.
        record Blank() implements Cell {}

        /// Anything else.
        record Words(String text) implements Cell {}
    }

    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("us$", "USD"),
            Map.entry("usd", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("a$", "AUD"),
            Map.entry("aud", "AUD"),
            Map.entry("c$", "CAD"),
            Map.entry("ca$", "CAD"),
            Map.entry("cad", "CAD"),
            Map.entry("nz$", "NZD"),
            Map.entry("nzd", "NZD"),
            Map.entry("s$", "SGD"),
            Map.entry("sgd", "SGD"),
            Map.entry("hk$", "HKD"),
            Map.entry("hkd", "HKD"),
            Map.entry("£", "GBP"),
            Map.entry("gbp", "GBP"),
            Map.entry("pounds", "GBP"),
            Map.entry("€", "EUR"),
            Map.entry("eur", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("chf", "CHF"),
            Map.entry("fr.", "CHF"),
            Map.entry("¥", "JPY"),
            Map.entry("jpy", "JPY"),
            Map.entry("₹", "INR"),
            Map.entry("inr", "INR"),
            Map.entry("sek", "SEK"),
            Map.entry("nok", "NOK"),
            Map.entry("dkk", "DKK"),
            Map.entry("pln", "PLN"),
            Map.entry("zar", "ZAR"));

    private static final String SIGN =
            "(?:US\\$|CA\\$|NZ\\$|HK\\$|[ACS]\\$|\\$|£|€|¥|₹|Fr\\.|\\b(?:USD|AUD|CAD|NZD|SGD|HKD|GBP|EUR|CHF|JPY|INR|SEK|NOK|DKK|PLN|ZAR)\\b)";

    private static final String NUMBER =
            "(?:\\d{1,3}(?<%1$s>[.,'’\\u00a0\\u202f ])\\d{3}(?:\\k<%1$s>\\d{3})*(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d+)?)(?!\\d)";

    private static final String SCALE = "(?:\\s?(?<%s>k|mn|m|bn|thousand|million|billion)(?!\\w))?";

    private static final String PER =
            "(?:\\s*(?:/\\s?|per\\s+|an?\\s+(?=hour|day|week|month|year|seat|user|agent|call|minute))"
                    + "(?<per>[A-Za-z]+)|\\s+(?<each>each|apiece|p\\.?a\\.?(?!\\w)|monthly|annually|yearly|hourly|daily))?";

    private static final Pattern IN_PROSE = Pattern.compile(
            "(?<minus>[-−–]\\s?)?(?:(?<sign>%s)\\s?(?<after>%s)%s|(?<![\\w.,])(?<before>%s)%s\\s?(?<unit>€|£|%s|(?:US )?[Dd]ollars\\b|[Ee]uros?\\b|[Pp]ounds\\b))(?!\\w)%s"
                    .formatted(
                            SIGN,
                            NUMBER.formatted("sep1"),
                            SCALE.formatted("scale1"),
                            NUMBER.formatted("sep2"),
                            SCALE.formatted("scale2"),
                            "\\b(?:USD|AUD|CAD|NZD|SGD|GBP|EUR|CHF|SEK|NOK|DKK|PLN|ZAR)\\b",
                            PER));

    private static final Pattern WHOLE_CELL = Pattern.compile(
            "(?:approx\\.?|about|ca\\.?|~|up to|from|est\\.?|nte)?\\s*(?<minus>[-−–]\\s?)?(?<open>\\()?\\s*(?<sign>%s)?\\s?(?<minus2>[-−–]\\s?)?(?<number>%s)%s(?:[.,][-–—])?\\s*(?<unit>€|£|\\$|USD|AUD|CAD|NZD|SGD|GBP|EUR|CHF|SEK|NOK|DKK|PLN|ZAR|[Dd]ollars|[Ee]uros?|[Pp]ounds)?\\s*(?<close>\\))?%s\\s*(?:\\*+|†|\\[\\w\\]|\\((?!\\d)[^)]{1,40}\\)|fixed|estimated|est\\.?|nte|(?:excl?|ex|plus|incl?)\\.? (?:vat|tax|gst|sales tax)|one[- ](?:off|time))?\\.?"
                    .formatted(SIGN, NUMBER.formatted("sep"), SCALE.formatted("scale"), PER),
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OPEN = Pattern.compile(
            "(?:\\W*)(?:t\\.?b\\.?[dca]\\.?|to (?:be|follow)\\b.*|(?:not yet |un)(?:priced|determined|quoted|agreed)|not priced"
                    + "|actuals?|at (?:actual )?cost|as incurred|pass[- ]?through|on (?:request|application)|p\\.?o\\.?a\\.?"
                    + "|t\\s?&\\s?m|time (?:and|&) materials?|variable|open|pending|quote[d]? (?:separately|later)|separately quoted"
                    + "|(?:[$£€]\\s*)?(?:_{2,}|\\.{3,}|x{2,}|\\?+|#+)|(?:[$£€]\\s*)?\\[[^\\]]*\\])(?:\\W*|[ ,;(].*)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern INCLUDED = Pattern.compile(
            "(?:incl(?:uded|usive|\\.)?|no (?:extra |additional |further )?(?:charge|cost|fee)|free(?: of charge)?|foc|waived|nil|none|at no (?:charge|cost)|bundled|n/?c|zero)\\b.{0,40}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANK = Pattern.compile("[\\s–—\\-−]*|n/?a|not applicable", Pattern.CASE_INSENSITIVE);

    /// The amounts of a text that name a currency, in its order.
    public static List<Money> in(String text) {
        if (text.chars().noneMatch(Character::isDigit)) {
            return List.of();
        }
        var found = new ArrayList<Money>();
        for (Matcher matcher = IN_PROSE.matcher(text); matcher.find(); ) {
            boolean signFirst = matcher.group("after") != null;
            var number = signFirst ? matcher.group("after") : matcher.group("before");
            var scale = signFirst ? matcher.group("scale1") : matcher.group("scale2");
            var sign = signFirst ? matcher.group("sign") : matcher.group("unit");
            int end = matcher.end();
            int start = matcher.group("minus") != null ? matcher.end("minus") : matcher.start();
            // A dash in prose is a range or a parenthetical dash far more often than a minus.
            found.add(of(
                    number,
                    scale,
                    sign,
                    per(matcher),
                    false,
                    text.substring(start, end).strip(),
                    start,
                    end));
        }
        return List.copyOf(found);
    }

    /// Reads a cell of a column that holds amounts.
    ///
    /// @param columnCurrency ISO code that the column's name gives, or null
    public static Cell cell(String text, @Nullable String columnCurrency) {
        var stripped = text.replace('\n', ' ').strip();
        if (BLANK.matcher(stripped).matches()) {
            return new Cell.Blank();
        }
        var whole = WHOLE_CELL.matcher(stripped);
        if (whole.matches()) {
            var sign = whole.group("sign") != null ? whole.group("sign") : whole.group("unit");
            boolean negative = whole.group("minus") != null
                    || whole.group("minus2") != null
                    || (whole.group("open") != null && whole.group("close") != null);
            var money = of(
                    whole.group("number"),
                    whole.group("scale"),
                    sign,
                    per(whole),
                    negative,
                    stripped,
                    0,
                    stripped.length());
            return new Cell.Amount(money.currency == null ? money.withCurrency(columnCurrency) : money);
        }
        if (OPEN.matcher(stripped).matches()) {
            return new Cell.Open(stripped);
        }
        if (INCLUDED.matcher(stripped).matches()) {
            return new Cell.Included(stripped);
        }
        return new Cell.Words(stripped);
    }

    /// The currency that a text names anywhere ("Charge (£)", "Amount in USD"), as ISO code.
    public static Optional<String> currencyIn(String text) {
        var matcher = Pattern.compile(SIGN, Pattern.CASE_INSENSITIVE).matcher(text);
        return matcher.find() ? Optional.ofNullable(code(matcher.group())) : Optional.empty();
    }

    /// Whether the two can be compared: the same currency, or one of them names none.
    public boolean comparable(Money other) {
        return currency == null || other.currency == null || currency.equals(other.currency);
    }

    private Money withCurrency(@Nullable String otherCurrency) {
        return new Money(amount, otherCurrency, per, unit, text, start, end);
    }

    private static @Nullable String per(Matcher matcher) {
        var per = matcher.group("per");
        var each = matcher.group("each");
        if (per != null) {
            return switch (per.toLowerCase(Locale.ROOT)) {
                case "hr", "hrs", "h" -> "hour";
                case "mo", "mth" -> "month";
                case "yr", "annum" -> "year";
                default -> per.toLowerCase(Locale.ROOT);
            };
        }
        if (each == null) {
            return null;
        }
        return switch (each.toLowerCase(Locale.ROOT).replace(".", "")) {
            case "monthly" -> "month";
            case "annually", "yearly", "pa" -> "year";
            case "hourly" -> "hour";
            case "daily" -> "day";
            default -> "each";
        };
    }

    private static Money of(
            String number,
            @Nullable String scale,
            @Nullable String sign,
            @Nullable String per,
            boolean negative,
            String text,
            int start,
            int end) {
        var plain = plain(number);
        var factor = Numeral.scaleOf(scale);
        var value = plain.multiply(factor);
        var unit = BigDecimal.ONE.scaleByPowerOfTen(-Math.max(plain.scale(), 0)).multiply(factor);
        return new Money(
                negative ? value.negate() : value, sign == null ? null : code(sign), per, unit, text, start, end);
    }

    /*
     * The last of two different separators is the decimal one. A single separator before exactly three digits
     * separates thousands ("12.000 €"), unless nothing but a zero stands before it ("0.125").
     */
    private static BigDecimal plain(String number) {
        int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
        if (last < 0) {
            return new BigDecimal(number.replaceAll("[^0-9]", ""));
        }
        var before = number.substring(0, last);
        var after = number.substring(last + 1);
        char separator = number.charAt(last);
        boolean repeated = before.indexOf(separator) >= 0;
        boolean mixed = before.matches(".*[.,'’\\u00a0\\u202f ].*") && !repeated;
        boolean thousands = !mixed && after.length() == 3 && !before.equals("0");
        if (repeated || thousands) {
            return new BigDecimal(number.replaceAll("[^0-9]", ""));
        }
        return new BigDecimal(before.replaceAll("[^0-9]", "") + "." + after);
    }

    private static @Nullable String code(String sign) {
        return CURRENCIES.get(sign.strip().toLowerCase(Locale.ROOT).replace("us dollars", "dollars"));
    }
}
