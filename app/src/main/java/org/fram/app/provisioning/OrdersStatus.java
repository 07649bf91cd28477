package org.fram.app.provisioning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fram.app.engagement.Light;
import org.fram.app.engagement.StatusArea;
import org.fram.app.engagement.StatusArea.Better;
import org.fram.app.engagement.StatusArea.Dated;
import org.fram.app.engagement.StatusArea.Figure;
import org.fram.app.engagement.StatusArea.Line;
import org.fram.app.engagement.StatusSource;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.fram.app.provisioning.OrderBy.State;
import org.springframework.stereotype.Component;

/// What is ordered or to be, as the status report says it.
@Component
class OrdersStatus implements StatusSource {

    private static final int MOST = 5;

    private final Orders orders;

    OrdersStatus(Orders orders) {
        this.orders = orders;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<StatusArea> of(EngagementId engagement, LocalDate today) {
        var all = Orders.inOrder(orders.of(engagement));
        if (all.isEmpty()) {
            return List.of();
        }
        long late = count(all, State.TOO_LATE) + count(all, State.ORDERED_TOO_LATE);
        long now = count(all, State.ORDER_NOW);
        long unneeded = count(all, State.NO_NEED_DATE);
        long there = count(all, State.DELIVERED);
        return List.of(new StatusArea(
                "orders",
                Text.of("provisioning.status.title"),
                late > 0 ? Light.RED : now + unneeded > 0 ? Light.AMBER : Light.GREEN,
                late > 0
                        ? Text.of("provisioning.status.late", late)
                        : now + unneeded > 0
                                ? Text.of("provisioning.status.now", now, unneeded)
                                : Text.of("provisioning.status.inTime", all.size()),
                Text.of("provisioning.status.rule"),
                "provisioning",
                List.of(
                        Figure.count("late", Text.of("provisioning.status.lateCount"), late, Better.LESS),
                        Figure.count("now", Text.of("provisioning.status.nowCount"), now, Better.LESS),
                        Figure.count("there", Text.of("provisioning.status.there"), there, Better.MORE)),
                all.stream()
                        .filter(order -> order.by().state().isPressing())
                        .limit(MOST)
                        .map(OrdersStatus::line)
                        .toList(),
                all.stream().flatMap(order -> dated(order).stream()).toList()));
    }

    private static long count(List<Order> all, State state) {
        return all.stream().filter(order -> order.by().state() == state).count();
    }

    private static Line line(Order order) {
        return new Line(
                key(order),
                order.row().ref(),
                order.name(),
                order.supplier().orElse(""),
                order.by().expected().or(() -> order.by().orderBy()).orElse(null),
                Text.of("provisioning.state." + order.by().state().code()),
                path(order));
    }

    /// What has not come yet, with the day on which it is expected; while it is not ordered, as if it were today.
    private static Optional<Dated> dated(Order order) {
        return Stream.of(order)
                .filter(one -> one.by().state() != State.DELIVERED)
                .flatMap(one -> one.by().expected().stream())
                .map(day -> new Dated(key(order), order.row().ref(), order.name(), day, List.of(), path(order)))
                .findFirst();
    }

    private static String key(Order order) {
        return "order " + order.row().id();
    }

    private static String path(Order order) {
        return "registers/%s/rows/%s".formatted(order.register(), order.row().id());
    }
}
