package org.fram.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fram.review.Statement.TableRow;
import org.fram.review.values.Money;
import org.jspecify.annotations.Nullable;

/// A table of amounts: prices, rates, or shares of the price by milestone. Found by the names of its columns, what
/// its cells hold, its caption and the heading above.
///
/// @param rows its statements, in order
/// @param columns the amount columns to be added up, each by itself; empty for a table of rates
/// @param shares the column of percentages of the price, or null
record PriceTable(
        Kind kind,
        List<Statement> rows,
        List<Column> columns,
        @Nullable Integer shares) {

    enum Kind {
        PRICES,
        RATES,
        MILESTONES
    }

    /// A column of amounts.
    ///
    /// @param quantity the column that multiplies, or -1
    /// @param unitPrice the column that is multiplied, or -1
    record Column(int index, @Nullable String currency, int quantity, int unitPrice) {}

    private static final Pattern MONEY_HEADER = Pattern.compile(
            "(?i).*(?:\\b(?:amount|price|pricing|charge|fee|cost|usd|eur|gbp|aud|cad|chf|total|sub-?total|value|payment|payable|sum|net|gross"
                    + "|investment|budget|extended|one[- ](?:time|off)|recurring|monthly|annual)s?\\b|[$£€]).*");
    private static final Pattern UNIT_PRICE_HEADER = Pattern.compile(
            "(?i).*\\b(?:unit|each|per|rate|rates|(?:daily|hourly|day) (?:charge|fee|price|cost))\\b.*");
    private static final Pattern QUANTITY_HEADER = Pattern.compile(
            "(?i).*\\b(?:qty|quantity|quantities|units|days|hours|number|no\\.|count|volume|users|seats|months|fte|effort|basis)(?![\\w]).*");
    private static final Pattern OTHER_HEADER = Pattern.compile(
            "(?i).*(?:\\b(?:ref|reference|item no|share|percent|percentage|date|due|week|page|target|baseline|warranty|score|weight"
                    + "|limit|limits|authority|approval|credit|credits|penalty|deduction|bonus|incentive|coverage|cover|threshold|savings?|benefits?|volume)\\b|%).*");
    private static final Pattern PRICE_WORDS = Pattern.compile(
            "(?i).*\\b(?:price|prices|pricing|charge|charges|fee|fees|cost|costs|commercials?|compensation|investment|budget|quotation|quote|bill of materials|financials?|consideration)\\b.*");
    private static final Pattern MILESTONE_HEADER = Pattern.compile(
            "(?i).*\\b(?:milestones?|instal?ments?|payment (?:event|trigger|point|stage|no\\.?|number|due)|payment|trigger|invoice[ds]?|invoicing|billing|due (?:on|upon|at|when)|payable (?:on|upon|at|when))\\b.*");
    private static final Pattern MILESTONE_WORDS = Pattern.compile(
            "(?i).*\\b(?:milestone payments?|payment (?:milestones?|schedule|plan|terms)|instal?ments?|invoic\\w+ (?:schedule|milestones?|plan)|billing (?:schedule|milestones?|plan)|schedule of payments?)\\b.*");
    private static final Pattern NO_PRICE_WORDS = Pattern.compile(
            "(?i).*\\b(?:insurance|liabilit\\w+|authority to|signing limits?|approval limits?|credits?|bonus|penalt\\w+|business case|benefits?|savings|delegation)\\b.*");
    private static final Pattern MEASURE_HEADER =
            Pattern.compile("(?i).*\\b(?:measures?|metrics?|kpis?|targets?|service levels?|thresholds?|baseline)\\b.*");
    private static final Pattern TOTAL_LABEL = Pattern.compile(
            "(?i)(?:in all|all together|altogether|not[- ]to[- ]exceed|nte|ceiling|price ceiling)\\b.{0,40}"
                    + "|(?:grand |sub[- ]?|overall |net |gross |contract |project |fixed |estimated |combined |annual |one[- ](?:time|off) |recurring |monthly )*(?:total|sum|subtotal)\\b.*"
                    + "|.{0,40}\\b(?:total|subtotal)(?: (?:price|cost|fee|charge|amount|value)s?)?(?: ?\\([^)]*\\))?[:.]?"
                    + "|(?:overall|contract|total|fixed|firm fixed|all-?in|not[- ]to[- ]exceed) (?:contract )?(?:price|value|fee|charge|cost|amount)s?\\b.*");
    private static final Pattern PERCENT =
            Pattern.compile("\\s*(\\d{1,3}(?:[.,]\\d+)?)\\s?(?:%|per ?cent)\\s*.{0,20}", Pattern.CASE_INSENSITIVE);

    /// Reads one table.
    ///
    /// @param rows the statements of one table, in order, each with its row
    static Optional<PriceTable> of(List<Statement> rows) {
        var whole = rows.stream().filter(statement -> statement.row() != null).toList();
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        var first = Reading.rowOf(whole.getFirst());
        boolean unnamed = first.headers().stream().allMatch(String::isBlank);
        if (unnamed && whole.size() > 1 && isHeader(first)) {
            return new Reading(whole.subList(1, whole.size()), first.cells()).table();
        }
        return new Reading(whole, first.headers()).table();
    }

    /// Whether a row that the reader took for content names the columns: one names money and none is an amount.
    private static boolean isHeader(TableRow row) {
        return row.cells().stream().anyMatch(cell -> MONEY_HEADER.matcher(cell).matches())
                && row.cells().stream().noneMatch(cell -> Money.cell(cell, null) instanceof Money.Cell.Amount);
    }

    /// Whether a row's label says that it is a total of the rows above.
    static boolean isTotal(Statement statement) {
        return TOTAL_LABEL.matcher(label(statement)).matches();
    }

    /// What the first cell with words says.
    static String label(Statement statement) {
        var row = statement.row();
        if (row == null) {
            return statement.quote();
        }
        return row.cells().stream()
                .filter(cell -> cell.matches("(?s).*\\p{L}{2,}.*"))
                .findFirst()
                .orElse("");
    }

    /// What a row says in a column.
    static Money.Cell cell(Statement statement, Column column) {
        return cell(statement, column.index(), column.currency());
    }

    private static Money.Cell cell(Statement statement, int column, @Nullable String currency) {
        var row = statement.row();
        return row == null || column < 0 || column >= row.cells().size()
                ? new Money.Cell.Blank()
                : Money.cell(row.cells().get(column), currency);
    }

    /// The share that a row names in percent, or null.
    @Nullable
    BigDecimal share(Statement statement) {
        var row = statement.row();
        return shares == null || row == null || shares >= row.cells().size()
                ? null
                : percent(row.cells().get(shares));
    }

    private static @Nullable BigDecimal percent(String cell) {
        var matcher = PERCENT.matcher(cell);
        return matcher.matches() ? new BigDecimal(matcher.group(1).replace(',', '.')) : null;
    }

    /// The table while it is being read.
    private static final class Reading {
        private final List<Statement> rows;
        private final List<String> headers;
        private final String caption;
        private final String section;
        private final int width;

        Reading(List<Statement> rows, List<String> names) {
            this.rows = rows;
            var first = rowOf(rows.getFirst());
            this.width = rows.stream()
                    .mapToInt(row -> rowOf(row).cells().size())
                    .max()
                    .orElse(0);
            var named = new ArrayList<String>();
            for (int c = 0; c < width; c++) {
                named.add(c < names.size() ? names.get(c) : "");
            }
            this.headers = List.copyOf(named);
            this.caption = first.caption();
            this.section = rows.getFirst().section();
        }

        Optional<PriceTable> table() {
            if (width < 2
                    || NO_PRICE_WORDS
                            .matcher(caption + " " + String.join(" ", headers))
                            .matches()) {
                return Optional.empty();
            }
            boolean priced = PRICE_WORDS.matcher(caption).matches()
                    || PRICE_WORDS.matcher(section).matches()
                    || MILESTONE_WORDS.matcher(caption + " " + section).matches()
                    || rows.stream().anyMatch(PriceTable::isTotal);
            var money = IntStream.range(0, width)
                    .filter(c -> holdsMoney(c, priced))
                    .boxed()
                    .toList();
            var shares = IntStream.range(0, width)
                    .filter(this::holdsShares)
                    .boxed()
                    .findFirst()
                    .orElse(null);
            if (isMilestones(shares, money)) {
                return Optional.of(new PriceTable(Kind.MILESTONES, rows, columns(money), shares));
            }
            if (money.isEmpty() || !(priced || money.stream().anyMatch(c -> namesMoney(c)))) {
                return Optional.empty();
            }
            var totals = columns(money);
            return Optional.of(new PriceTable(totals.isEmpty() ? Kind.RATES : Kind.PRICES, rows, totals, null));
        }

        private boolean isMilestones(@Nullable Integer shares, List<Integer> money) {
            if (headers.stream()
                    .anyMatch(header -> MEASURE_HEADER.matcher(header).matches())) {
                return false;
            }
            boolean named = IntStream.range(0, width)
                    .filter(c -> !money.contains(c))
                    .anyMatch(c -> MILESTONE_HEADER.matcher(headers.get(c)).matches());
            boolean titled = MILESTONE_WORDS.matcher(caption).matches()
                    || (MILESTONE_WORDS.matcher(section).matches()
                            && !PRICE_WORDS.matcher(caption).matches());
            return shares != null ? named || titled || !money.isEmpty() : !money.isEmpty() && (named || titled);
        }

        private boolean namesMoney(int column) {
            var header = headers.get(column);
            return MONEY_HEADER.matcher(header).matches()
                    || (UNIT_PRICE_HEADER.matcher(header).matches() && showsCurrency(column));
        }

        private boolean showsCurrency(int column) {
            return rows.stream()
                    .anyMatch(row -> cell(row, column, null) instanceof Money.Cell.Amount(var money)
                            && money.currency() != null);
        }

        /// Whether the column's cells are amounts: all but a few of them, and either its name or a currency sign says
        /// so. In a table about prices, the last column of bare numbers does too.
        private boolean holdsMoney(int column, boolean priced) {
            var header = headers.get(column);
            int amounts = 0;
            int words = 0;
            int signs = 0;
            for (var row : rows) {
                switch (cell(row, column, null)) {
                    case Money.Cell.Amount(var money) -> {
                        amounts++;
                        signs += money.currency() != null ? 1 : 0;
                    }
                    case Money.Cell.Words _ -> words++;
                    case Money.Cell.Open _, Money.Cell.Included _, Money.Cell.Blank _ -> {}
                }
            }
            if (amounts == 0 || words * 3 > amounts) {
                return false;
            }
            if (signs * 2 >= amounts) {
                return !OTHER_HEADER.matcher(header).matches()
                        || MONEY_HEADER.matcher(header).matches();
            }
            if (QUANTITY_HEADER.matcher(header).matches()
                    && Money.currencyIn(header).isEmpty()
                    && !header.toLowerCase(Locale.ROOT).matches(".*\\b(price|cost|fee|charge|rate)\\b.*")) {
                return false;
            }
            if (MONEY_HEADER.matcher(header).matches()
                    || UNIT_PRICE_HEADER.matcher(header).matches()) {
                return !OTHER_HEADER.matcher(header).matches() && (priced || strongHeader(header) || signs > 0);
            }
            return priced && header.isBlank() && column == width - 1 && amounts > 1;
        }

        private static boolean strongHeader(String header) {
            return Money.currencyIn(header).isPresent()
                    || header.toLowerCase(Locale.ROOT).matches(".*\\b(?:price|charge|fee|cost|amount)s?\\b.*");
        }

        private boolean holdsShares(int column) {
            var sum = BigDecimal.ZERO;
            int found = 0;
            int filled = 0;
            for (var row : rows) {
                var text = rowOf(row).cells().get(column);
                filled += text.isBlank() ? 0 : 1;
                var percent = percent(text);
                if (percent != null && !isTotal(row)) {
                    sum = sum.add(percent);
                    found++;
                }
            }
            boolean payment =
                    MILESTONE_HEADER.matcher(String.join(" ", headers)).matches()
                            || MILESTONE_WORDS.matcher(caption + " " + section).matches();
            boolean whole = sum.compareTo(new BigDecimal(90)) >= 0 && sum.compareTo(new BigDecimal(110)) <= 0;
            return found >= 2
                    && found * 3 >= filled * 2
                    && (whole || payment)
                    && (payment
                            || PRICE_WORDS
                                    .matcher(section + " " + caption + " " + String.join(" ", headers))
                                    .matches());
        }

        /// The columns to add up: a column of row totals stands for those that it adds, and unit prices are no sums.
        private List<Column> columns(List<Integer> money) {
            var sums = new ArrayList<>(money);
            int unitPrice = money.stream()
                    .filter(c -> UNIT_PRICE_HEADER.matcher(headers.get(c)).matches()
                            && !headers.get(c).toLowerCase(Locale.ROOT).contains("total"))
                    .findFirst()
                    .orElse(-1);
            if (unitPrice >= 0) {
                sums.removeIf(c -> UNIT_PRICE_HEADER.matcher(headers.get(c)).matches()
                        && !headers.get(c).toLowerCase(Locale.ROOT).contains("total"));
            }
            sums.removeIf(c -> rows.stream().anyMatch(row -> cell(row, c, null) instanceof Money.Cell.Amount)
                    && rows.stream()
                            .allMatch(row -> !(cell(row, c, null) instanceof Money.Cell.Amount(var amount))
                                    || (amount.per() != null && !amount.per().matches("month|year"))));
            int last = sums.isEmpty() ? -1 : sums.getLast();
            if (sums.size() > 1 && addsTheOthers(last, sums.subList(0, sums.size() - 1))) {
                sums.subList(0, sums.size() - 1).clear();
            }
            int quantity = IntStream.range(0, width)
                    .filter(c -> !money.contains(c)
                            && QUANTITY_HEADER.matcher(headers.get(c)).matches())
                    .findFirst()
                    .orElse(-1);
            return sums.stream()
                    .map(c -> new Column(c, currency(c), quantity, unitPrice))
                    .toList();
        }

        private boolean addsTheOthers(int total, List<Integer> others) {
            int agreeing = 0;
            int compared = 0;
            for (var row : rows) {
                if (!(cell(row, total, null) instanceof Money.Cell.Amount(var stated))) {
                    continue;
                }
                var sum = BigDecimal.ZERO;
                for (int other : others) {
                    if (cell(row, other, null) instanceof Money.Cell.Amount(var part)) {
                        sum = sum.add(part.amount());
                    }
                }
                compared++;
                agreeing += sum.compareTo(stated.amount()) == 0 ? 1 : 0;
            }
            return compared > 0 && agreeing * 2 > compared;
        }

        private @Nullable String currency(int column) {
            return Money.currencyIn(headers.get(column))
                    .or(() -> Money.currencyIn(caption))
                    .or(() -> rows.stream()
                            .map(row -> cell(row, column, null) instanceof Money.Cell.Amount(var money)
                                    ? money.currency()
                                    : null)
                            .filter(java.util.Objects::nonNull)
                            .findFirst())
                    .orElse(null);
        }

        private static TableRow rowOf(Statement statement) {
            var row = statement.row();
            if (row == null) {
                throw new IllegalArgumentException("Statement %d is no row of a table.".formatted(statement.index()));
            }
            return row;
        }
    }
}
