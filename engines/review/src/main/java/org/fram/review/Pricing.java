package org.fram.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.fram.review.Review.Contradiction;
import org.fram.review.Review.Flaw;
import org.fram.review.values.Money;
import org.jspecify.annotations.Nullable;

/// What a document says about its price: the lines, the totals, and whether they agree.
///
/// @param price null where the document has no price table and names no total
/// @param lines indices of the statements that are lines of a price, open ones too
/// @param totals indices of the rows that state a total
/// @param milestones indices of the rows that say which part of the price falls due when
/// @param contradictions totals that differ, each pair once
/// @param errors lines that do not add up or multiply wrongly, shares that are not the whole
record Pricing(
        Review.@Nullable Price price,
        SortedSet<Integer> lines,
        SortedSet<Integer> totals,
        SortedSet<Integer> milestones,
        List<Contradiction> contradictions,
        List<Flaw> errors) {

    private static final Pattern STATED_TOTAL = Pattern.compile(
            "(?i)\\b(?:(?:firm[- ]?)?fixed|total|overall|contract|all[- ]in(?:clusive)?|aggregate|grand|lump|agreed|not[- ]to[- ]exceed|maximum|full)\\b[^.;$£€]{0,50}?"
                    + "\\b(?:price|fees?|charges?|costs?|value|consideration|investment|sum|amount|total)\\b[^.;$£€]{0,80}?"
                    + "(?:\\b(?:is|are|of|be|to|at|comes?|amounts?|totals?|totall?ing|equals?)\\b|[:=—–-])[^.;$£€\\d]{0,20}$");
    private static final Pattern TOTAL_AFTER =
            Pattern.compile("(?i)^[^.;$£€\\d]{0,40}\\b(?:in total|(?:firm[- ])?fixed price|total price|lump sum)\\b.*");
    private static final Pattern WHOLE_PRICE = Pattern.compile(
            "(?i)\\b(?:total|contract|overall|fixed|agreed)(?: contract| project| fixed)? (?:price|value|fee|sum|consideration)\\b(?! (?:of|for) (?!this|the (?:sow|contract|agreement|project|work)))");
    private static final Pattern STATED_CAP = Pattern.compile(
            "(?i)\\b(?:work|services?|fees?|charges?|billed|price|total|contract)\\b[^.;$£€]{0,90}\\b(?:cap|ceiling|not[- ](?:to[- ])?exceed|maximum)\\b[^.;$£€\\d]{0,25}$");
    private static final Pattern NOT_A_CAP_OF_THE_PRICE = Pattern.compile(
            "(?i).*\\b(?:liabilit\\w+|insur\\w+|indemn\\w+|travel|expenses?|credits?|penalt\\w+|damages|changes?|change orders?|changes|options?|optional|each|per|annual|milestones?|unless)\\b.*");
    private static final Pattern NOT_THE_PRICE = Pattern.compile(
            "(?i).*\\b(?:liabilit\\w+|insur\\w+|indemn\\w+|travel|expenses?|credits?|penalt\\w+|damages|bonus|caps?|capped|cover|threshold|exceeds?|savings?|overtime|revenue|turnover"
                    + "|deposit|minimum|billion|increase|decrease|change orders?|changes|day rate|hourly|additional|extra|option|optional|late|interest|reduc\\w+|instal?ment|milestones?|each|per)\\b.*");
    private static final Pattern LISTED =
            Pattern.compile("(?<label>\\p{Lu}.{1,100}?)\\s*(?:[:|–—=]|\\.{2,}|\\s-|\\s{2,})\\s*(?<amount>[^|]{1,40})");
    private static final Pattern TRAILING = Pattern.compile(
            "(?<label>\\p{L}.{2,110}?)[\\s.·:–—|=-]+(?<amount>(?:US)?[$£€]\\s?\\d[\\d.,]*\\d(?:\\s?[kKmM]\\b)?|\\d[\\d.,]*\\d\\s?(?:€|USD|EUR|GBP))");
    private static final Pattern MULTIPLIED = Pattern.compile(
            "(?i)(\\d[\\d,]*(?:\\.\\d+)?)\\s*([a-z][a-z -]{0,30}?)?\\s*(?:x|×|\\*|@|at)\\s*((?:US)?[$£€]\\s?\\d[\\d.,]*|\\d[\\d.,]*\\s?(?:€|USD|EUR|GBP))");
    private static final Pattern PRICE_SECTION = Pattern.compile(
            "(?i).*\\b(?:price|prices|pricing|charges|fees?|costs?|commercials?|compensation|budget|investment|payment|quotation)\\b.*");

    Pricing {
        lines = Collections.unmodifiableSortedSet(new TreeSet<>(lines));
        totals = Collections.unmodifiableSortedSet(new TreeSet<>(totals));
        milestones = Collections.unmodifiableSortedSet(new TreeSet<>(milestones));
        contradictions = List.copyOf(contradictions);
        errors = List.copyOf(errors);
    }

    /// Reads the price tables, the prices listed in prose, and the totals named in sentences.
    static Pricing of(List<Statement> statements) {
        var reading = new Reading();
        reading.tables(statements);
        reading.lists(statements);
        reading.sentences(statements);
        return reading.pricing();
    }

    /// Whether a statement belongs to the price and not to the obligations: a line or a total.
    boolean prices(Statement statement) {
        return lines.contains(statement.index()) || totals.contains(statement.index());
    }

    /// A total that a sentence names.
    private record Named(Statement statement, Money money) {}

    /// The document's prices while they are being read.
    private static final class Reading {
        private final SortedSet<Integer> lines = new TreeSet<>();
        private final SortedSet<Integer> totals = new TreeSet<>();
        private final SortedSet<Integer> milestones = new TreeSet<>();
        private final List<PriceSum> sums = new ArrayList<>();
        private final List<PriceTable> schedules = new ArrayList<>();
        private final List<Named> named = new ArrayList<>();
        private final List<Review.Price.Line> priced = new ArrayList<>();
        private final List<Flaw> errors = new ArrayList<>();
        private final List<Contradiction> contradictions = new ArrayList<>();

        void tables(List<Statement> statements) {
            var tables = new LinkedHashMap<Integer, List<Statement>>();
            for (var statement : statements) {
                var row = statement.row();
                if (row != null && statement.form() == Statement.Form.ROW) {
                    tables.computeIfAbsent(row.table(), _ -> new ArrayList<>()).add(statement);
                }
            }
            tables.values().forEach(rows -> PriceTable.of(rows).ifPresent(this::table));
        }

        private void table(PriceTable table) {
            switch (table.kind()) {
                case PRICES -> {
                    for (var column : table.columns()) {
                        var sum = PriceSum.of(table, column);
                        sums.add(sum);
                        sum.lines().forEach(line -> add(line.statement(), line.text()));
                        sum.checks()
                                .forEach(check -> totals.add(check.statement().index()));
                        sum.lines().forEach(line -> multiply(line, column));
                    }
                    table.rows().stream().filter(PriceTable::isTotal).forEach(row -> totals.add(row.index()));
                }
                case RATES -> table.rows().forEach(row -> add(row, rate(row)));
                case MILESTONES -> {
                    schedules.add(table);
                    for (var row : table.rows()) {
                        (PriceTable.isTotal(row) ? totals : milestones).add(row.index());
                    }
                }
            }
        }

        private static String rate(Statement row) {
            var cells = row.row() == null ? List.<String>of() : row.row().cells();
            return cells.reversed().stream()
                    .filter(cell -> Money.cell(cell, null) instanceof Money.Cell.Amount)
                    .findFirst()
                    .orElse("");
        }

        private void add(Statement statement, String amount) {
            if (lines.add(statement.index())) {
                priced.add(new Review.Price.Line(statement.quote(), amount, statement.place()));
            }
        }

        /// Prices in a list, or in lines that were a table once: two or more in a row under one heading.
        void lists(List<Statement> statements) {
            var run = new ArrayList<PriceSum.Line>();
            var runTotals = new ArrayList<Statement>();
            var stated = new ArrayList<Money>();
            Statement last = null;
            for (var statement : statements) {
                var line = listed(statement);
                boolean goesOn = line != null
                        && last != null
                        && last.section().equals(statement.section())
                        && statement.index() - last.index() <= 1;
                if (!goesOn) {
                    close(run, runTotals, stated);
                }
                if (line != null) {
                    var money = line.money();
                    if (PriceTable.isTotal(statement) && money != null) {
                        runTotals.add(statement);
                        stated.add(money);
                    } else {
                        run.add(line);
                    }
                    last = statement;
                }
            }
            close(run, runTotals, stated);
        }

        private void close(List<PriceSum.Line> run, List<Statement> runTotals, List<Money> stated) {
            long amounts = run.stream().filter(line -> line.money() != null).count();
            if (amounts >= 2) {
                var sum = PriceSum.of(run, runTotals, stated);
                sums.add(sum);
                run.forEach(line -> add(line.statement(), line.text()));
                runTotals.forEach(total -> totals.add(total.index()));
            }
            run.clear();
            runTotals.clear();
            stated.clear();
        }

        private static PriceSum.@Nullable Line listed(Statement statement) {
            if (statement.row() != null || statement.quote().length() > 160) {
                return null;
            }
            var quote = statement.quote().replaceFirst("[.;,]$", "");
            var trailing = TRAILING.matcher(quote);
            var matcher = trailing.matches() ? trailing : LISTED.matcher(quote);
            if (!matcher.matches()) {
                return null;
            }
            var label = matcher.group("label");
            boolean sentence = label.matches("(?i).*\\b(?:is|are|will|shall|must|may|of|to|by|exceed|at|than)\\s*");
            if (sentence
                    || (NOT_THE_PRICE.matcher(label).matches()
                            && !PriceTable.isTotal(statement)
                            && !PRICE_SECTION.matcher(statement.section()).matches())) {
                return null;
            }
            return switch (Money.cell(matcher.group("amount"), null)) {
                case Money.Cell.Amount(var money) ->
                    money.currency() != null
                                    && (money.per() == null || money.per().matches("month|year"))
                            ? new PriceSum.Line(statement, money.text(), money, PriceSum.role(label))
                            : null;
                case Money.Cell.Open(var text) ->
                    PRICE_SECTION.matcher(statement.section()).matches()
                            ? new PriceSum.Line(statement, text, null, PriceSum.role(label))
                            : null;
                case Money.Cell.Included _, Money.Cell.Blank _, Money.Cell.Words _ -> null;
            };
        }

        /// Totals in sentences: "The fixed price of this SOW is $1,200,000."
        void sentences(List<Statement> statements) {
            for (var statement : statements) {
                if (lines.contains(statement.index())
                        || totals.contains(statement.index())
                        || milestones.contains(statement.index())) {
                    continue;
                }
                var text = statement.quote();
                for (var money : Money.in(text)) {
                    var before = text.substring(0, money.start());
                    var clause = before.substring(Math.max(before.lastIndexOf(';'), before.lastIndexOf('|')) + 1);
                    var after = text.substring(money.end());
                    boolean total = STATED_TOTAL.matcher(clause).find()
                            || (TOTAL_AFTER.matcher(after).matches()
                                    && PRICE_SECTION
                                            .matcher(statement.section() + before)
                                            .matches());
                    boolean cap = STATED_CAP.matcher(clause).find()
                            && !NOT_A_CAP_OF_THE_PRICE.matcher(clause).matches();
                    boolean price = total && !NOT_THE_PRICE.matcher(clause).matches();
                    if ((price || cap) && money.per() == null && !money.text().matches("(?i).*(?:billion|bn)")) {
                        named.add(new Named(statement, money));
                    }
                }
            }
        }

        Pricing pricing() {
            var verdicts = new ArrayList<Boolean>();
            for (var sum : sums) {
                for (var check : sum.checks()) {
                    if (sum.addable()) {
                        verdicts.add(check.agrees());
                        if (!check.agrees()) {
                            errors.add(doesNotAddUp(check.statement(), check.stated(), check.expected()));
                        }
                    }
                }
            }
            named.forEach(total -> compare(total, verdicts));
            schedules.forEach(schedule -> check(schedule, verdicts));
            compareNamed();
            var statedTotal = statedTotal();
            var price = priced.isEmpty() && statedTotal == null
                    ? null
                    : new Review.Price(
                            List.copyOf(priced),
                            statedTotal == null ? null : statedTotal.text(),
                            verdicts.isEmpty() ? null : !verdicts.contains(false));
            return new Pricing(price, lines, totals, milestones, contradictions, errors);
        }

        /// Holds a total named in a sentence against the tables: it may be any of their totals, the sum of one, or of
        /// all of them.
        private void compare(Named total, List<Boolean> verdicts) {
            var addable = sums.stream().filter(PriceSum::addable).toList();
            if (addable.isEmpty()) {
                return;
            }
            var money = total.money();
            boolean one = addable.stream()
                    .anyMatch(sum -> sum.canBe(money)
                            || sum.checks().stream()
                                    .anyMatch(check -> check.stated().amount().compareTo(money.amount()) == 0));
            if (one || someOf(addable, money)) {
                if (addable.stream().allMatch(sum -> sum.checks().isEmpty())) {
                    verdicts.add(true);
                }
                return;
            }
            var stated = addable.stream()
                    .map(PriceSum::grandTotal)
                    .filter(java.util.Objects::nonNull)
                    .toList();
            if (stated.size() == 1) {
                var check = stated.getFirst();
                contradict(total.statement(), money, check.statement(), check.stated());
            } else {
                verdicts.add(false);
                errors.add(doesNotAddUp(
                        total.statement(),
                        money,
                        addable.stream().map(Reading::worth).reduce(BigDecimal.ZERO, BigDecimal::add)));
            }
        }

        private static boolean someOf(List<PriceSum> groups, Money total) {
            int n = Math.min(groups.size(), 10);
            for (int chosen = 1; chosen < 1 << n; chosen++) {
                var sum = BigDecimal.ZERO;
                for (int g = 0; g < n; g++) {
                    if ((chosen >> g & 1) == 1) {
                        sum = sum.add(worth(groups.get(g)));
                    }
                }
                if (sum.compareTo(total.amount()) == 0) {
                    return true;
                }
            }
            return false;
        }

        private static BigDecimal worth(PriceSum sum) {
            var grand = sum.grandTotal();
            return grand == null ? sum.net() : grand.stated().amount();
        }

        private void compareNamed() {
            for (int i = 0; i < named.size(); i++) {
                for (int j = i + 1; j < named.size(); j++) {
                    var a = named.get(i);
                    var b = named.get(j);
                    boolean sameName = totalName(a).equals(totalName(b));
                    if (sums.isEmpty()
                            && sameName
                            && a.money().comparable(b.money())
                            && a.money().amount().compareTo(b.money().amount()) != 0) {
                        contradict(a.statement(), a.money(), b.statement(), b.money());
                    }
                }
            }
        }

        private static String totalName(Named total) {
            var before = total.statement().quote().substring(0, total.money().start());
            if (WHOLE_PRICE.matcher(before).find()) {
                return "price";
            }
            var matcher = Pattern.compile(
                            "(?i)\\b(price|fee|charge|cost|value|consideration|investment|sum|amount|budget)")
                    .matcher(before);
            return matcher.find() ? matcher.group(1).toLowerCase(java.util.Locale.ROOT) : "";
        }

        private void contradict(Statement a, Money first, Statement b, Money second) {
            boolean inOrder = a.index() <= b.index();
            var one = inOrder ? a : b;
            var other = inOrder ? b : a;
            contradictions.add(new Contradiction(
                    one.quote(),
                    other.quote(),
                    "total price: %s against %s"
                            .formatted((inOrder ? first : second).text(), (inOrder ? second : first).text()),
                    one.place(),
                    other.place()));
        }

        private static Flaw doesNotAddUp(Statement statement, Money stated, BigDecimal expected) {
            return new Flaw(
                    statement.quote(),
                    "The lines sum to %s, the stated total is %s: %s too %s"
                            .formatted(
                                    plain(expected),
                                    plain(stated.amount()),
                                    plain(expected.subtract(stated.amount()).abs()),
                                    expected.compareTo(stated.amount()) > 0 ? "low" : "high"),
                    statement.place());
        }

        /// Milestones: shares make the whole, amounts make the total, and each amount is its share of it.
        private void check(PriceTable schedule, List<Boolean> verdicts) {
            var rows = schedule.rows().stream()
                    .filter(row -> !PriceTable.isTotal(row))
                    .toList();
            var shares = rows.stream()
                    .map(schedule::share)
                    .filter(java.util.Objects::nonNull)
                    .toList();
            var whole = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (shares.size() == rows.size()
                    && !rows.isEmpty()
                    && whole.subtract(new BigDecimal(100)).abs().compareTo(new BigDecimal("0.5")) > 0) {
                errors.add(new Flaw(
                        rows.getLast().quote(),
                        "The payment shares sum to %s %%, not to 100 %%".formatted(plain(whole)),
                        rows.getLast().place()));
            }
            for (var column : schedule.columns()) {
                var sum = PriceSum.of(schedule, column);
                if (!sum.addable() || sum.lines().stream().anyMatch(line -> line.money() == null)) {
                    continue;
                }
                for (var check : sum.checks()) {
                    if (sums.isEmpty()) {
                        verdicts.add(check.agrees());
                    }
                    if (!check.agrees()) {
                        errors.add(doesNotAddUp(check.statement(), check.stated(), check.expected()));
                    }
                }
                var stated = statedTotal();
                if (sum.checks().isEmpty()
                        && stated != null
                        && stated.comparable(first(sum))
                        && !sum.canBe(stated)
                        && !ofOneLine(sum)) {
                    errors.add(new Flaw(
                            rows.getLast().quote(),
                            "The payment milestones sum to %s, the stated total is %s"
                                    .formatted(plain(sum.net()), plain(stated.amount())),
                            rows.getLast().place()));
                    if (sums.isEmpty()) {
                        verdicts.add(false);
                    }
                } else if (sum.checks().isEmpty() && stated != null && sums.isEmpty() && sum.canBe(stated)) {
                    verdicts.add(true);
                }
            }
        }

        /// Whether milestones share out one line or one table of the price, not all of it.
        private boolean ofOneLine(PriceSum milestones) {
            return sums.stream()
                    .anyMatch(sum -> sum.canBe(total(milestones))
                            || sum.checks().stream().anyMatch(check -> milestones.canBe(check.stated()))
                            || sum.lines().stream()
                                    .anyMatch(line -> line.money() != null && milestones.canBe(line.money())));
        }

        private static Money total(PriceSum milestones) {
            var first = first(milestones);
            return new Money(milestones.net(), first.currency(), null, first.unit(), "", 0, 0);
        }

        private static Money first(PriceSum sum) {
            return sum.lines().stream()
                    .map(PriceSum.Line::money)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
        }

        private @Nullable Money statedTotal() {
            var stated = sums.stream()
                    .map(PriceSum::grandTotal)
                    .filter(java.util.Objects::nonNull)
                    .map(PriceSum.Check::stated)
                    .toList();
            if (stated.size() == 1) {
                return stated.getFirst();
            }
            if (!named.isEmpty()) {
                return named.getFirst().money();
            }
            if (stated.isEmpty()) {
                return schedules.stream()
                        .flatMap(schedule -> schedule.columns().stream().map(column -> PriceSum.of(schedule, column)))
                        .map(PriceSum::grandTotal)
                        .filter(java.util.Objects::nonNull)
                        .map(PriceSum.Check::stated)
                        .findFirst()
                        .orElse(null);
            }
            return stated.stream()
                    .max(java.util.Comparator.comparing(Money::amount))
                    .orElseThrow();
        }

        /// Holds "500 seats × $348" and quantity and unit price columns against the line's amount.
        private void multiply(PriceSum.Line line, PriceTable.Column column) {
            var row = line.statement().row();
            var money = line.money();
            if (row == null || money == null) {
                return;
            }
            var product = product(line.statement(), row, column);
            if (product != null && !agreesWithin(product, money)) {
                errors.add(new Flaw(
                        line.statement().quote(),
                        "Quantity times unit price is %s, the line says %s"
                                .formatted(plain(product), plain(money.amount())),
                        line.statement().place()));
            }
        }

        private static boolean agreesWithin(BigDecimal product, Money money) {
            return product.subtract(money.amount()).abs().compareTo(money.unit().max(BigDecimal.ONE)) <= 0;
        }

        private static @Nullable BigDecimal product(
                Statement statement, Statement.TableRow row, PriceTable.Column column) {
            if (column.quantity() >= 0 && column.unitPrice() >= 0) {
                var quantity = row.cells()
                        .get(column.quantity())
                        .replaceAll("(?<=\\d),(?=\\d{3})", "")
                        .strip();
                if (quantity.matches("\\d+(\\.\\d+)?( [a-z]+)?")
                        && Money.cell(row.cells().get(column.unitPrice()), null) instanceof Money.Cell.Amount(var price)
                        && (price.per() == null || price.per().equals("each"))) {
                    return new BigDecimal(quantity.replaceAll("[^0-9.]", "")).multiply(price.amount());
                }
            }
            var matcher = MULTIPLIED.matcher(statement.quote());
            if (matcher.find()
                    && !statement.quote().substring(matcher.end()).matches("\\s*(?:x|×|/|per|a month|p\\.?m).*")) {
                var price = Money.in(matcher.group(3));
                if (price.size() == 1) {
                    return new BigDecimal(matcher.group(1).replace(",", ""))
                            .multiply(price.getFirst().amount());
                }
            }
            return null;
        }

        private static String plain(BigDecimal amount) {
            var stripped = amount.stripTrailingZeros();
            return new java.text.DecimalFormat(
                            stripped.scale() > 0 ? "#,##0.00" : "#,##0",
                            java.text.DecimalFormatSymbols.getInstance(java.util.Locale.ROOT))
                    .format(amount);
        }
    }
}
