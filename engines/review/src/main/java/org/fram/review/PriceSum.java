package org.fram.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fram.review.values.Money;
import org.jspecify.annotations.Nullable;

/// The lines of one column of prices, with the totals that the document states for them.
///
/// A total agrees when it is the sum of the lines above, of the lines since the last total, or of the totals above
/// with what follows them. Options and taxes may be in it or not; a discount may be written with or without its minus.
/// A line that is left open counts nothing.
///
/// @param lines in order, also those that are open or included
/// @param checks the stated totals, in order, each with whether it agrees
record PriceSum(List<Line> lines, List<Check> checks) {

    /// A line.
    ///
    /// @param text the amount as written
    /// @param money null where the price is open or included in another
    record Line(Statement statement, String text, @Nullable Money money, Role role) {}

    enum Role {
        CHARGE,
        OPTION,
        TAX,
        DISCOUNT
    }

    /// A stated total.
    ///
    /// @param expected the sum that comes nearest to what the total claims to add
    record Check(Statement statement, Money stated, BigDecimal expected, boolean agrees, boolean partial) {}

    private static final Pattern OPTION = Pattern.compile(
            "(?i).*\\b(?:option|options|optional|if (?:ordered|required|taken|requested|exercised))\\b.*");
    private static final Pattern TAX =
            Pattern.compile("(?i).*\\b(?:vat|value[- ]added tax|gst|sales tax|tax|taxes|hst|iva|mwst)\\b.*");
    private static final Pattern DISCOUNT = Pattern.compile("(?i).*\\b(?:discount|rebate|less|credit|reduction)\\b.*");
    private static final Pattern PARTIAL = Pattern.compile("(?i).*\\bsub-? ?total\\b.*");

    PriceSum {
        lines = List.copyOf(lines);
        checks = List.copyOf(checks);
    }

    /// Reads a column of a table of prices.
    static PriceSum of(PriceTable table, PriceTable.Column column) {
        var adding = new Adding();
        boolean options = false;
        for (var row : table.rows()) {
            var label = PriceTable.label(row);
            boolean section = false;
            switch (PriceTable.cell(row, column)) {
                case Money.Cell.Amount(var money) -> {
                    if (PriceTable.isTotal(row)) {
                        adding.total(row, money);
                        options = false;
                    } else {
                        adding.line(new Line(row, money.text(), money, options ? Role.OPTION : role(label)));
                    }
                }
                case Money.Cell.Open(var text) -> {
                    if (!PriceTable.isTotal(row)) {
                        adding.line(new Line(row, text, null, role(label)));
                    }
                }
                case Money.Cell.Included(var text) -> adding.line(new Line(row, text, null, role(label)));
                case Money.Cell.Blank _, Money.Cell.Words _ -> section = true;
            }
            if (section) {
                options = OPTION.matcher(label).matches();
            }
        }
        return adding.sum().withLastAsTotal();
    }

    /// A last line that is the sum of all before it is their total, whatever it is called.
    private PriceSum withLastAsTotal() {
        var priced = lines.stream().filter(line -> line.money() != null).toList();
        var last = lines.isEmpty() ? null : lines.getLast().money();
        if (!checks.isEmpty() || priced.size() < 3 || last == null) {
            return this;
        }
        var before = lines.subList(0, lines.size() - 1);
        var sum = priced.subList(0, priced.size() - 1).stream()
                .map(Line::money)
                .filter(java.util.Objects::nonNull)
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(last.amount()) == 0
                ? new PriceSum(before, List.of(new Check(lines.getLast().statement(), last, sum, true, false)))
                : this;
    }

    /// Lines with a total of their own, or none.
    static PriceSum of(List<Line> lines, List<Statement> totals, List<Money> stated) {
        var adding = new Adding();
        lines.forEach(adding::line);
        if (totals.isEmpty()) {
            return adding.sum().withLastAsTotal();
        }
        for (int i = 0; i < totals.size(); i++) {
            adding.total(totals.get(i), stated.get(i));
        }
        return adding.sum();
    }

    static Role role(String label) {
        if (TAX.matcher(label).matches()) {
            return Role.TAX;
        }
        if (DISCOUNT.matcher(label).matches()) {
            return Role.DISCOUNT;
        }
        return OPTION.matcher(label).matches() ? Role.OPTION : Role.CHARGE;
    }

    /// What the lines sum to, without options, taxes and open lines.
    BigDecimal net() {
        return sums(lines).getFirst();
    }

    /// Whether any line has an amount.
    boolean addable() {
        return lines.stream().anyMatch(line -> line.money() != null);
    }

    /// Whether the lines can sum to an amount that stands elsewhere.
    boolean canBe(Money total) {
        return sums(lines).stream().anyMatch(sum -> near(sum, total, lines));
    }

    /// The last stated total, or null.
    @Nullable
    Check grandTotal() {
        return checks.isEmpty() ? null : checks.getLast();
    }

    /// All readings of the sum of some lines, the plainest first: charges less discounts; then with options, taxes,
    /// and discounts as they are written.
    private static List<BigDecimal> sums(List<Line> lines) {
        var charges = BigDecimal.ZERO;
        var options = BigDecimal.ZERO;
        var taxes = BigDecimal.ZERO;
        var discounts = BigDecimal.ZERO;
        for (var line : lines) {
            var money = line.money();
            if (money == null) {
                continue;
            }
            switch (line.role()) {
                case CHARGE -> charges = charges.add(money.amount());
                case OPTION -> options = options.add(money.amount());
                case TAX -> taxes = taxes.add(money.amount());
                case DISCOUNT -> discounts = discounts.add(money.amount());
            }
        }
        var sums = new ArrayList<BigDecimal>();
        for (var discount : List.of(discounts.abs().negate(), discounts, BigDecimal.ZERO)) {
            for (var option : List.of(BigDecimal.ZERO, options)) {
                for (var tax : List.of(BigDecimal.ZERO, taxes)) {
                    sums.add(charges.add(discount).add(option).add(tax));
                }
            }
        }
        return sums;
    }

    /*
     * Amounts are exact unless the document rounds: a total in thousands may be off by half a thousand, one in whole
     * units above lines in cents by half a unit, and each line in thousands by half a thousand.
     */
    static boolean near(BigDecimal sum, Money total, List<Line> lines) {
        var tolerance = BigDecimal.ZERO;
        var half = new BigDecimal("0.5");
        for (var line : lines) {
            var money = line.money();
            if (money != null
                    && money.unit().compareTo(BigDecimal.ONE) > 0
                    && money.unit().compareTo(total.unit()) > 0) {
                tolerance = tolerance.add(money.unit().multiply(half));
            }
        }
        boolean finer = lines.stream()
                .anyMatch(line -> line.money() != null
                        && line.money().unit().compareTo(total.unit()) < 0
                        && line.money().amount().remainder(total.unit()).signum() != 0);
        if (finer) {
            tolerance = tolerance.add(total.unit().multiply(half));
        }
        return sum.subtract(total.amount()).abs().compareTo(tolerance) <= 0;
    }

    /// The column while it is being added up.
    private static final class Adding {
        private final List<Line> lines = new ArrayList<>();
        private final List<Line> sinceTotal = new ArrayList<>();
        private final List<BigDecimal> openTotals = new ArrayList<>();
        private final List<Check> checks = new ArrayList<>();

        void line(Line line) {
            lines.add(line);
            sinceTotal.add(line);
        }

        void total(Statement statement, Money stated) {
            var label = PriceTable.label(statement);
            boolean partial = PARTIAL.matcher(label).matches();
            var readings = new ArrayList<BigDecimal>();
            if (partial) {
                readings.addAll(sums(sinceTotal));
                readings.addAll(sums(lines));
            } else {
                readings.addAll(sums(lines));
                readings.addAll(sums(sinceTotal));
            }
            if (!checks.isEmpty()) {
                sums(sinceTotal)
                        .forEach(sum ->
                                readings.add(checks.getLast().stated().amount().add(sum)));
                var open = openTotals.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                sums(sinceTotal).forEach(sum -> readings.add(open.add(sum)));
            }
            boolean something = lines.stream().anyMatch(line -> line.money() != null);
            boolean agrees = !something || readings.stream().anyMatch(sum -> near(sum, stated, lines));
            checks.add(new Check(statement, stated, readings.getFirst(), agrees, partial));
            if (!partial && sinceTotal.isEmpty()) {
                openTotals.clear();
            }
            openTotals.add(stated.amount());
            sinceTotal.clear();
        }

        PriceSum sum() {
            return new PriceSum(lines, checks);
        }
    }
}
