package org.fram.app.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fram.app.engagement.Light;
import org.fram.app.engagement.StatusArea;
import org.fram.app.engagement.StatusArea.Dated;
import org.fram.app.engagement.StatusArea.Figure;
import org.fram.app.engagement.StatusArea.Line;
import org.fram.app.engagement.StatusSource;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What it costs against what was approved, and what was paid against what was accepted, as the status report says
/// it. Amounts are with taxes.
@Component
class MoneyStatus implements StatusSource {

    private static final int MOST = 5;
    private static final BigDecimal NEARLY = new BigDecimal("0.95");

    private final Prices prices;
    private final Approvals approvals;

    MoneyStatus(Prices prices, Approvals approvals) {
        this.prices = prices;
        this.approvals = approvals;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<StatusArea> of(EngagementId engagement, LocalDate today) {
        var price = prices.of(engagement);
        var approved = approvals.total(engagement);
        if (price.isEmpty() && approved.isEmpty()) {
            return List.of();
        }
        var currency = price.currency().or(() -> approved.map(Money.Sum::currency));
        if (currency.isEmpty()) {
            return List.of();
        }
        return List.of(area(
                price,
                approved.filter(sum -> sum.currency().equals(currency.get()))
                        .map(Money.Sum::amount)
                        .orElse(null),
                currency.get(),
                today));
    }

    private static StatusArea area(Price price, @Nullable BigDecimal approved, Currency currency, LocalDate today) {
        var figures = new ArrayList<Figure>();
        String code = currency.getCurrencyCode();
        if (approved != null) {
            figures.add(Figure.money("approved", Text.of("price.status.approved"), approved, code));
        }
        var agreed = price.total().map(total -> total.gross()).orElse(BigDecimal.ZERO);
        figures.add(Figure.money("agreed", Text.of("price.status.agreed"), agreed, code));
        var accepted = sum(price, PaymentState.PAID, PaymentState.RELEASED);
        var paid = sum(price, PaymentState.PAID);
        if (!price.payments().isEmpty()) {
            figures.add(Figure.money("accepted", Text.of("price.status.accepted"), accepted, code));
            figures.add(Figure.money("paid", Text.of("price.status.paid"), paid, code));
        }
        boolean ahead = price.payments().stream()
                .anyMatch(one -> one.state() == PaymentState.PAID && one.row().get("accepted") == null);
        long late = price.payments().stream()
                .filter(one -> one.state() == PaymentState.LATE)
                .count();
        var verdict = verdict(approved, agreed, ahead, late);
        return new StatusArea(
                "money",
                Text.of("price.status.title"),
                verdict.light(),
                verdict.because(),
                Text.of("price.status.rule"),
                "prices",
                figures,
                price.payments().stream()
                        .filter(one -> one.state() != PaymentState.PAID && !one.ours())
                        .sorted(Comparator.comparing(MoneyStatus::due, Comparator.nullsLast(Comparator.naturalOrder())))
                        .filter(one -> {
                            var due = due(one);
                            return due != null && due.isBefore(today.plusWeeks(3));
                        })
                        .limit(MOST)
                        .map(MoneyStatus::line)
                        .toList(),
                price.payments().stream()
                        .filter(one -> one.state() != PaymentState.PAID && due(one) != null && !one.ours())
                        .map(one -> new Dated(
                                key(one),
                                one.row().ref(),
                                Objects.toString(one.row().get("text"), ""),
                                Objects.requireNonNull(due(one)),
                                List.of(),
                                path(one)))
                        .toList());
    }

    private record Verdict(Light light, Text because) {}

    private static Verdict verdict(@Nullable BigDecimal approved, BigDecimal agreed, boolean ahead, long late) {
        if (approved != null && agreed.compareTo(approved) > 0) {
            return new Verdict(Light.RED, Text.of("price.status.above"));
        }
        if (ahead) {
            return new Verdict(Light.RED, Text.of("price.status.ahead"));
        }
        if (approved == null) {
            return new Verdict(late > 0 ? Light.AMBER : Light.UNKNOWN, Text.of("price.status.notApproved"));
        }
        if (late > 0) {
            return new Verdict(Light.AMBER, Text.of("price.status.late", late));
        }
        return agreed.compareTo(approved.multiply(NEARLY)) > 0
                ? new Verdict(Light.AMBER, Text.of("price.status.nearly"))
                : new Verdict(Light.GREEN, Text.of("price.status.within"));
    }

    private static BigDecimal sum(Price price, PaymentState... states) {
        var wanted = List.of(states);
        return price.payments().stream()
                .filter(one -> wanted.contains(one.state()))
                .flatMap(one -> Stream.ofNullable(one.pays()))
                .map(pays -> pays.gross())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable LocalDate due(Price.Payment payment) {
        return payment.row().get("due") instanceof LocalDate day ? day : null;
    }

    private static Line line(Price.Payment payment) {
        return new Line(
                key(payment),
                payment.row().ref(),
                Objects.toString(payment.row().get("text"), ""),
                "",
                due(payment),
                Text.of("price.state." + payment.state().code()),
                path(payment));
    }

    private static String key(Price.Payment payment) {
        return "payment " + payment.row().id();
    }

    private static String path(Price.Payment payment) {
        return "registers/payments/rows/" + payment.row().id();
    }
}
