package org.fram.app.provisioning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fram.app.engagement.ActsOnPlan;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.provisioning.OrderBy.State;
import org.springframework.stereotype.Component;

/// Orders that activities of the plan wait for. While a supplier has confirmed no date they come within their lead
/// time,
/// counted from the day of the order, or from today while nobody has ordered; a firm date takes its place. What has not
/// come yet comes today at the earliest.
@Component
class AwaitedOrders implements ActsOnPlan {

    private final Orders orders;

    AwaitedOrders(Orders orders) {
        this.orders = orders;
    }

    @Override
    public List<Comes> comes(EngagementId engagement, LocalDate today) {
        return orders.of(engagement).stream()
                .flatMap(order -> comes(order, today).stream())
                .toList();
    }

    static Optional<Comes> comes(Order order, LocalDate today) {
        var activities = order.row().get("activities") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.<String>of();
        if (activities.isEmpty() || order.by().state() == State.DELIVERED) {
            return Optional.empty();
        }
        var promised = order.promised()
                .filter(_ -> order.by().state() == State.FIRM
                        || order.day("confirmed").isPresent()
                        || order.day("foc").isPresent());
        var ordered = order.day("ordered").orElse(today);
        var lead = order.leadTime();
        LocalDate soonest = promised.orElseGet(() -> lead.days().arrival(ordered, lead.low()));
        LocalDate likely = promised.orElseGet(() -> lead.days().arrival(ordered, lead.likely()));
        LocalDate latest = promised.orElseGet(() -> lead.days().arrival(ordered, lead.high()));
        return Optional.of(new Comes(
                order.row().ref(),
                order.name(),
                notBefore(soonest, today),
                notBefore(likely, today),
                notBefore(latest, today),
                activities));
    }

    private static LocalDate notBefore(LocalDate day, LocalDate today) {
        return day.isBefore(today) ? today : day;
    }
}
