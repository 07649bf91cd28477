package org.fram.app.provisioning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fram.app.platform.texts.Text;

/// Something that holds an order up, and what to do about it.
///
/// @param order that it is about
public record Obstacle(Order order, Text text) {

    private static final int SLIPS_TO_ESCALATE = 2;

    /// What holds orders up on a day, in their order.
    public static List<Obstacle> of(List<Order> orders, LocalDate today) {
        var obstacles = new ArrayList<Obstacle>();
        for (var order : orders) {
            if (order.by().state() != OrderBy.State.DELIVERED) {
                reasons(order, today).forEach(text -> obstacles.add(new Obstacle(order, text)));
            }
        }
        return obstacles;
    }

    private static List<Text> reasons(Order order, LocalDate today) {
        var reasons = new ArrayList<Text>();
        Unconfirmed.of(order, today)
                .ifPresent(
                        late -> reasons.add(Text.of("provisioning.obstacle.unconfirmed." + late.stage(), late.days())));
        int slips = order.slips().orElse(0);
        if (slips >= SLIPS_TO_ESCALATE && !order.says("escalated")) {
            reasons.add(Text.of("provisioning.obstacle.slips", slips));
        }
        order.promised()
                .filter(day -> day.isBefore(today))
                .ifPresent(day -> reasons.add(Text.of("provisioning.obstacle.passed", day)));
        if (order.kind() == OrderKind.NUMBER_PORT) {
            port(order, reasons);
        }
        if (order.kind() == OrderKind.HARDWARE
                && order.day("ordered").isEmpty()
                && order.day("specified").isEmpty()
                && order.by().state().isPressing()) {
            reasons.add(Text.of("provisioning.obstacle.unspecified"));
        }
        return reasons;
    }

    private static void port(Order order, List<Text> reasons) {
        order.word("rejection").ifPresent(why -> reasons.add(Text.of("provisioning.obstacle.rejected", why)));
        if (order.day("authorised").isEmpty()) {
            reasons.add(Text.of("provisioning.obstacle.unauthorised"));
        }
        if (Boolean.FALSE.equals(order.row().get("recordsMatch"))) {
            reasons.add(Text.of("provisioning.obstacle.records"));
        }
    }
}
