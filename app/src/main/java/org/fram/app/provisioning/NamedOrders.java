package org.fram.app.provisioning;

import java.util.Optional;
import org.fram.app.engagement.NamedThings;
import org.fram.app.platform.access.EngagementId;
import org.springframework.stereotype.Component;

/// What is ordered, as others refer to it: by its number, or by its whole name.
@Component
class NamedOrders implements NamedThings {

    private final Orders orders;

    NamedOrders(Orders orders) {
        this.orders = orders;
    }

    @Override
    public String kind() {
        return "order";
    }

    @Override
    public Optional<Thing> find(EngagementId engagement, String name) {
        return orders.of(engagement).stream()
                .filter(order ->
                        order.row().ref().equalsIgnoreCase(name) || order.name().equalsIgnoreCase(name))
                .findFirst()
                .map(order -> new Thing(
                        order.row().ref(),
                        order.name(),
                        "registers/%s/rows/%s"
                                .formatted(order.register(), order.row().id())));
    }
}
