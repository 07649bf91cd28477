package org.fram.app.raid;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.Row;
import org.fram.facts.FactsDocument;
import org.fram.facts.Impact;
import org.fram.facts.MoneyFact;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// How hard a risk would hit: the heaviest of what it does to dates, money and quality, by the
/// thresholds of the project’s library.
public final class RiskScale {

    private static final Steps LIBRARY = read("/fram/library/raid/scale.yaml");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Money.@Nullable Sum whole;

    /// From which on something is medium and high.
    record Step(BigDecimal medium, BigDecimal high) {}

    /// @param probability where the rows of the matrix end, the lowest first
    record Steps(Step days, Step money, List<BigDecimal> probability) {}

    private RiskScale(Money.@Nullable Sum whole) {
        this.whole = whole;
    }

    /// The scale of an engagement.
    ///
    /// @param facts which say what was approved, or agreed
    public static RiskScale of(FactsDocument facts) {
        var sow = facts.sow();
        var cost = sow == null ? null : sow.cost();
        MoneyFact whole = cost == null ? null : cost.approved() != null ? cost.approved() : cost.agreed();
        return new RiskScale(whole == null ? null : sum(whole));
    }

    /// How hard it would hit before anything is done; empty where nothing is said of that.
    public Optional<Impact> before(Row risk) {
        return impact(risk.get("days"), risk.get("money"), risk.get("quality"));
    }

    /// The same once the response has done its work. What is not said of that is as before.
    public Optional<Impact> after(Row risk) {
        return impact(after(risk, "days"), after(risk, "money"), after(risk, "quality"));
    }

    /// Where the rows of the risk matrix end, in percent, the lowest first; the last one has no end.
    public static List<BigDecimal> bands() {
        return LIBRARY.probability();
    }

    /// The row of the matrix in which a probability is, from 0, the lowest.
    public static int band(BigDecimal percent) {
        return (int) LIBRARY.probability().stream()
                .filter(end -> percent.compareTo(end) >= 0)
                .count();
    }

    /// What a column says once the response has done its work.
    public static @Nullable Object after(Row risk, String column) {
        var after = risk.get(column + "After");
        return after == null ? risk.get(column) : after;
    }

    /// Days that a risk costs times its probability; empty where one of them is not said.
    ///
    /// @param after whether the response has done its work
    public static Optional<BigDecimal> expected(Row risk, boolean after) {
        Object probability = after ? after(risk, "probability") : risk.get("probability");
        Object days = after ? after(risk, "days") : risk.get("days");
        return probability instanceof BigDecimal percent && days instanceof BigDecimal number
                ? Optional.of(percent.multiply(number).divide(HUNDRED, 1, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    private Optional<Impact> impact(@Nullable Object days, @Nullable Object money, @Nullable Object quality) {
        return Stream.of(
                        days instanceof BigDecimal number ? Optional.of(level(number, LIBRARY.days())) : none(),
                        money instanceof Money.Sum sum ? share(sum).map(one -> level(one, LIBRARY.money())) : none(),
                        Optional.ofNullable(Codes.ofCell(Impact.class, quality)))
                .flatMap(Optional::stream)
                .max(Impact::compareTo);
    }

    private Optional<BigDecimal> share(Money.Sum sum) {
        var all = whole;
        return all == null
                        || !all.currency().equals(sum.currency())
                        || all.amount().signum() <= 0
                ? Optional.empty()
                : Optional.of(sum.amount().multiply(HUNDRED).divide(all.amount(), MathContext.DECIMAL64));
    }

    private static Optional<Impact> none() {
        return Optional.empty();
    }

    private static Impact level(BigDecimal number, Step step) {
        return number.compareTo(step.high()) >= 0
                ? Impact.HIGH
                : number.compareTo(step.medium()) >= 0 ? Impact.MEDIUM : Impact.LOW;
    }

    private static Money.@Nullable Sum sum(MoneyFact fact) {
        try {
            var currency = Currency.getInstance(fact.currency());
            return new Money.Sum(
                    BigDecimal.valueOf(fact.minorUnits())
                            .movePointLeft(Math.max(0, currency.getDefaultFractionDigits())),
                    currency);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static Steps read(String resource) {
        try (InputStream in = RiskScale.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in the jar. Build the project anew.");
            }
            return new YAMLMapper().readValue(in, Steps.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
