package org.fram.app.price;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.fram.app.practice.FactSource;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.MeasureFacts;
import org.fram.facts.MeasureFacts.ForecastFact;
import org.fram.facts.MeasureFactsBuilder;
import org.fram.facts.MeasureFactsForecastFactBuilder;
import org.fram.facts.MoneyFact;
import org.fram.facts.SowFacts;
import org.fram.facts.SowFacts.CostFact;
import org.fram.facts.SowFacts.ObligationFact;
import org.fram.facts.SowFacts.PriceFact;
import org.fram.facts.SowFacts.PriceKind;
import org.fram.facts.SowFacts.PriceLineFact;
import org.fram.facts.SowFactsBuilder;
import org.fram.facts.SowFactsCostFactBuilder;
import org.fram.facts.SowFactsObligationFactBuilder;
import org.fram.facts.SowFactsPriceFactBuilder;
import org.fram.price.Kind;
import org.fram.price.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is known of prices, approved amounts and volumes, as their part of the facts. A register without rows says
/// nothing, and what the document says of prices then stands.
///
/// Where lines are kept, they take the place of those of the document, and obligations name the lines that pay
/// for them. A forecast says who gathers and who determines only if all of its channels do: who is missing for one
/// is missing.
@Component
class PriceFacts implements FactSource {

    static final int ORDER = 30;

    /// What reviews cannot tell of prices, and lines that are kept can.
    private static final Set<String> SAID_HERE =
            Set.of("sow.price.lines.kind", "sow.price.lines.obligations", "sow.obligations.priceLines");

    /// What lines that are kept cannot tell.
    private static final List<String> UNREAD = List.of("sow.price.lines.onsite", "sow.price.lines.trainingTravel");

    private final Prices prices;
    private final Rows rows;
    private final Approvals approvals;
    private final Register volumes;

    PriceFacts(Prices prices, Rows rows, Approvals approvals, Register volumesRegister) {
        this.prices = prices;
        this.rows = rows;
        this.approvals = approvals;
        this.volumes = volumesRegister;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public FactsDocument add(FactsDocument facts, EngagementId engagement) {
        var price = prices.of(engagement);
        var kept = price.lines().stream().filter(line -> !line.ours()).toList();
        var approved = approvals
                .total(engagement)
                .map(sum -> new MoneyFact(
                        Price.minorUnits(sum.amount()), sum.currency().getCurrencyCode()))
                .orElse(null);
        var channels = rows.all(volumes, engagement, Query.ALL);
        if (kept.isEmpty() && approved == null && channels.isEmpty()) {
            return facts;
        }
        var added = FactsDocumentBuilder.builder(facts);
        if (!kept.isEmpty() || approved != null) {
            added.sow(sow(facts.sow(), price, kept, approved));
        }
        if (!kept.isEmpty()) {
            var unread = new LinkedHashSet<>(Objects.requireNonNullElse(facts.unread(), List.<String>of()));
            unread.removeAll(SAID_HERE);
            unread.addAll(UNREAD);
            added.unread(List.copyOf(unread));
        }
        if (!channels.isEmpty()) {
            added.measures(measures(facts.measures(), price, channels));
        }
        return added.build();
    }

    private static SowFacts sow(
            @Nullable SowFacts before, Price price, List<Price.Line> kept, @Nullable MoneyFact approved) {
        var sow = before == null ? SowFactsBuilder.builder() : SowFactsBuilder.builder(before);
        if (!kept.isEmpty()) {
            sow.price(price(before == null ? null : before.price(), price, kept));
            if (before != null && before.obligations() != null) {
                sow.obligations(paidFor(before.obligations(), kept));
            }
        }
        var cost = cost(before == null ? null : before.cost(), price, approved);
        return sow.cost(cost).build();
    }

    private static PriceFact price(@Nullable PriceFact before, Price price, List<Price.Line> kept) {
        var lines = kept.stream().map(line -> line(price, line)).toList();
        return (before == null ? SowFactsPriceFactBuilder.builder() : SowFactsPriceFactBuilder.builder(before))
                .lines(lines)
                .build();
    }

    private static PriceLineFact line(Price price, Price.Line line) {
        var row = line.row();
        var amount = Optional.ofNullable(line.amount());
        var kind = row.get("kind") == null ? null : Codes.constant(Kind.class, Objects.requireNonNull(row.get("kind")));
        return new PriceLineFact(
                row.ref(),
                Objects.toString(row.get("text"), ""),
                kind == null ? null : kind(kind),
                amount.map(total -> "%s %s"
                                .formatted(
                                        price.currency().orElseThrow().getCurrencyCode(),
                                        total.net().toPlainString()))
                        .orElse(null),
                amount.map(total -> new MoneyFact(
                                Price.minorUnits(total.net()),
                                price.currency().orElseThrow().getCurrencyCode()))
                        .orElse(null),
                line.obligations(),
                Boolean.TRUE.equals(row.get("option")) && !Boolean.TRUE.equals(row.get("invoked")),
                null,
                null);
    }

    private static @Nullable PriceKind kind(Kind kind) {
        return switch (kind) {
            case FIXED -> PriceKind.FIXED;
            case PER_UNIT -> PriceKind.PER_UNIT;
            case HOURLY -> PriceKind.PER_HOUR;
            case TRANSACTION -> PriceKind.PER_TRANSACTION;
            case TRAVEL_AT_COST, TRAVEL_CAPPED -> null;
        };
    }

    private static List<ObligationFact> paidFor(List<ObligationFact> obligations, List<Price.Line> kept) {
        var lines = new HashMap<String, List<String>>();
        for (var line : kept) {
            for (var obligation : new HashSet<>(line.obligations())) {
                lines.computeIfAbsent(obligation, _ -> new ArrayList<>())
                        .add(line.row().ref());
            }
        }
        return obligations.stream()
                .map(one -> SowFactsObligationFactBuilder.builder(one)
                        .priceLines(lines.getOrDefault(one.id(), List.of()))
                        .build())
                .toList();
    }

    /// What is agreed is the price with taxes, as what is approved is.
    private static @Nullable CostFact cost(@Nullable CostFact before, Price price, @Nullable MoneyFact approved) {
        var agreed = price.total()
                .map(total -> new MoneyFact(
                        Price.minorUnits(total.gross()), total.currency().getCurrencyCode()));
        if (approved == null && agreed.isEmpty()) {
            return before;
        }
        var cost = before == null ? SowFactsCostFactBuilder.builder() : SowFactsCostFactBuilder.builder(before);
        agreed.ifPresent(cost::agreed);
        if (approved != null) {
            cost.approved(approved);
        }
        return cost.build();
    }

    private static MeasureFacts measures(@Nullable MeasureFacts before, Price price, List<Row> channels) {
        var measures = before == null ? MeasureFactsBuilder.builder() : MeasureFactsBuilder.builder(before);
        return measures.forecast(forecast(before == null ? null : before.forecast(), price, channels))
                .build();
    }

    private static ForecastFact forecast(@Nullable ForecastFact before, Price price, List<Row> channels) {
        // Whoever pays for each transaction pays more for more and less for less.
        boolean byTransaction = price.lines().stream()
                .flatMap(line -> Optional.ofNullable(line.priced()).stream())
                .anyMatch(line -> line.kind() == Kind.TRANSACTION && line.standing() != Standing.OPTION);
        return (before == null
                        ? MeasureFactsForecastFactBuilder.builder()
                        : MeasureFactsForecastFactBuilder.builder(before))
                .historyGatheredBy(together(channels, "historyBy"))
                .determinedBy(together(channels, "determinedBy"))
                .channels(channels.stream()
                        .map(row -> Objects.toString(row.get("text"), ""))
                        .toList())
                .automation(together(channels, "automation"))
                .contingencyAbove(all(channels, "doneAbove"))
                .contingencyBelow(all(channels, "doneBelow"))
                .compensationAbove(byTransaction || all(channels, "paidAbove"))
                .compensationBelow(byTransaction || all(channels, "paidBelow"))
                .build();
    }

    private static boolean all(List<Row> channels, String column) {
        Predicate<Row> said = row -> row.get(column) != null;
        return channels.stream().allMatch(said);
    }

    /// What the channels say; null where one says nothing.
    private static @Nullable String together(List<Row> channels, String column) {
        return all(channels, column)
                ? String.join(
                        "; ",
                        channels.stream()
                                .map(row -> Objects.toString(row.get(column)))
                                .distinct()
                                .toList())
                : null;
    }
}
