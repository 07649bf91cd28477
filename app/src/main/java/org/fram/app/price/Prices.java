package org.fram.app.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.texts.Text;
import org.fram.price.PaymentPlan;
import org.fram.price.PaymentPlan.Milestone;
import org.fram.price.PriceEntry.Checked;
import org.fram.price.PriceLine;
import org.fram.price.PriceSheet;
import org.fram.price.Totals.LineTotal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The prices of engagements, added up anew whenever somebody looks. Is asked within a transaction.
///
/// The price is in the currency of the lines that need no rate of exchange; where these are of several, in that of
/// most of them, of as many in that of the first. A line that cannot be added is left out and says why.
@Component
public class Prices {

    private final Rows rows;
    private final Register lines;
    private final Register payments;
    private final Engagements engagements;

    Prices(Rows rows, Register priceLinesRegister, Register paymentsRegister, Engagements engagements) {
        this.rows = rows;
        this.lines = priceLinesRegister;
        this.payments = paymentsRegister;
        this.engagements = engagements;
    }

    /// The price of an engagement.
    public Price of(EngagementId engagement) {
        var today = engagements.today(engagement);
        return of(rows.all(lines, engagement, Query.ALL), rows.all(payments, engagement, Query.ALL), today);
    }

    /// The price of these rows.
    static Price of(List<Row> lines, List<Row> payments, LocalDate today) {
        var reasons = new LinkedHashMap<Row, List<Text>>();
        var good = new LinkedHashMap<Row, PriceLine>();
        for (Row row : lines) {
            if (ours(row)) {
                continue;
            }
            var entry = LineEntry.of(row);
            if (entry.isEmpty()) {
                reasons.put(row, List.of(Text.of("price.refusal.kind-missing")));
                continue;
            }
            switch (entry.get().check()) {
                case Checked.Good(var line) -> good.put(row, line);
                case Checked.Refused(var refusals) ->
                    reasons.put(row, refusals.stream().map(LineRules::text).toList());
            }
        }
        Optional<Text> whole = Optional.empty();
        PriceSheet sheet = null;
        if (!good.isEmpty()) {
            var currency = currency(List.copyOf(good.values()));
            var outcome = PriceSheet.of(currency, List.copyOf(good.values()));
            if (outcome instanceof PriceSheet.Outcome.Refused(var refusals)) {
                var at = List.copyOf(good.keySet());
                for (var refusal : refusals) {
                    if (refusal.position() >= 0) {
                        reasons.put(at.get(refusal.position()), List.of(LineRules.text(refusal.refusal())));
                        good.remove(at.get(refusal.position()));
                    }
                }
                outcome = PriceSheet.of(currency, List.copyOf(good.values()));
            }
            switch (outcome) {
                case PriceSheet.Outcome.Added(var added) -> sheet = good.isEmpty() ? null : added;
                case PriceSheet.Outcome.Refused(var refusals) ->
                    whole = Optional.of(LineRules.text(refusals.getFirst().refusal()));
            }
        }
        var amounts = new HashMap<Row, LineTotal>();
        if (sheet != null) {
            var at = List.copyOf(good.keySet());
            Stream.of(sheet.total(), sheet.options())
                    .flatMap(totals -> totals.lines().stream())
                    .forEach(total -> amounts.put(at.get(total.position()), total));
        }
        var priced = lines.stream()
                .map(row -> new Price.Line(
                        row,
                        ours(row),
                        amounts.containsKey(row) ? good.get(row) : null,
                        amounts.get(row),
                        reasons.getOrDefault(row, List.of())))
                .toList();
        return withPayments(sheet, priced, payments, today, whole);
    }

    private static Price withPayments(
            @Nullable PriceSheet sheet, List<Price.Line> lines, List<Row> rows, LocalDate today, Optional<Text> whole) {
        var milestones = new LinkedHashMap<Row, Milestone>();
        var reasons = new HashMap<Row, Text>();
        for (Row row : rows) {
            if (!ours(row)) {
                milestone(row, sheet)
                        .ifPresentOrElse(one -> milestones.put(row, one), () -> reasons.put(row, reason(row)));
            }
        }
        Map<Row, PaymentPlan.Payment> pays = new HashMap<>();
        PaymentPlan.Payment left = null;
        Optional<Text> refusal = whole;
        if (sheet != null && !milestones.isEmpty()) {
            switch (PaymentPlan.of(sheet.total(), List.copyOf(milestones.values()))) {
                case PaymentPlan.Outcome.Planned(var plan) -> {
                    var at = List.copyOf(milestones.keySet());
                    for (int i = 0; i < at.size(); i++) {
                        pays.put(at.get(i), plan.payments().get(i));
                    }
                    left = plan.left();
                }
                case PaymentPlan.Outcome.Refused(var refusals) -> {
                    var at = List.copyOf(milestones.keySet());
                    for (var one : refusals) {
                        if (one.position() >= 0) {
                            reasons.put(at.get(one.position()), LineRules.text(one.refusal()));
                        } else {
                            refusal = Optional.of(LineRules.text(one.refusal()));
                        }
                    }
                }
            }
        }
        var payments = rows.stream()
                .map(row -> new Price.Payment(
                        row,
                        ours(row),
                        PaymentState.of(row, today),
                        pays.get(row),
                        reasons.containsKey(row) ? List.of(reasons.get(row)) : List.of()))
                .toList();
        return new Price(sheet, lines, payments, left, refusal);
    }

    private static Optional<Milestone> milestone(Row row, @Nullable PriceSheet sheet) {
        if (row.get("share") instanceof BigDecimal share) {
            return Optional.of(new Milestone.Share(share));
        }
        return row.get("amount") instanceof Money.Sum(var amount, var currency)
                        && (sheet == null || currency.equals(sheet.currency()))
                ? Optional.of(new Milestone.Amount(amount))
                : Optional.empty();
    }

    private static Text reason(Row row) {
        return row.get("amount") instanceof Money.Sum(var _, var currency)
                ? Text.of("price.page.note.paymentCurrency", currency.getCurrencyCode())
                : Text.of("price.page.note.paymentMissing");
    }

    private static boolean ours(Row row) {
        return row.get("seenBy") != null;
    }

    private static Currency currency(List<PriceLine> lines) {
        var own = lines.stream().filter(line -> line.conversion().isEmpty()).toList();
        var counted = new LinkedHashMap<Currency, Integer>();
        (own.isEmpty() ? lines : own).forEach(line -> counted.merge(line.currency(), 1, Integer::sum));
        var most = new ArrayList<>(counted.entrySet());
        // Sorting is stable, so of as many the first stays first.
        most.sort(Map.Entry.<Currency, Integer>comparingByValue().reversed());
        return most.getFirst().getKey();
    }
}
