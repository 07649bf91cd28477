package org.fram.app.provisioning;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fram.app.engagement.Dated;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The last days on which something can be ordered that is not, so that it comes in time.
@Component
class DatedOrders implements Dated {

    private static final Text ORDERS = Text.of("provisioning.calendar.orders");

    private final Orders orders;

    DatedOrders(Orders orders) {
        this.orders = orders;
    }

    @Override
    public Set<Text> kinds() {
        return Set.of(ORDERS);
    }

    @Override
    public List<Entry> of(EngagementId engagement) {
        return orders.of(engagement).stream()
                .filter(order ->
                        order.day("ordered").isEmpty() && order.day("delivered").isEmpty())
                .flatMap(DatedOrders::entry)
                .toList();
    }

    private static Stream<Entry> entry(Order order) {
        var row = order.row();
        return order.by().orderBy().stream()
                .map(day -> new Entry(
                        "order by " + row.id(),
                        ORDERS,
                        Text.of("provisioning.calendar.orderBy"),
                        row.ref() + " " + order.name(),
                        "registers/%s/rows/%s".formatted(order.register(), row.id()),
                        When.Days.on(day),
                        order.word("owner").<Whose>map(Whose.Named::new).orElseGet(Whose.Everybody::new),
                        Standing.OPEN,
                        null));
    }
}
