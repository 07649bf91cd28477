package org.fram.app.provisioning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Rows;
import org.springframework.stereotype.Component;

/// What is ordered for engagements or to be, and how it stands with it on the day that it is there. Is asked within a
/// transaction.
@Component
public class Orders {

    private final Rows rows;
    private final Engagements engagements;
    private final List<Register> registers;

    Orders(
            Rows rows,
            Engagements engagements,
            Register hardwareRegister,
            Register networkServicesRegister,
            Register numberPortsRegister,
            Register licencesRegister) {
        this.rows = rows;
        this.engagements = engagements;
        this.registers = List.of(hardwareRegister, networkServicesRegister, numberPortsRegister, licencesRegister);
    }

    /// All orders, in the order of their registers.
    public List<Order> of(EngagementId engagement) {
        var today = today(engagement);
        return registers.stream()
                .flatMap(register -> rows.all(register, engagement, Query.ALL).stream()
                        .map(row -> Order.of(register.name(), row, today)))
                .filter(Order::isOrder)
                .toList();
    }

    /// What must be ordered first comes first, then what was ordered and is late, then the rest by the days on which it
    /// is needed; what is there comes last.
    public static List<Order> inOrder(List<Order> orders) {
        return orders.stream()
                .sorted(Comparator.<Order>comparingInt(order -> group(order.by().state()))
                        .thenComparing(order -> order.by().orderBy().orElse(LocalDate.MAX))
                        .thenComparing(Order::name))
                .toList();
    }

    /// The day that it is where an engagement is.
    public LocalDate today(EngagementId engagement) {
        return engagements.today(engagement);
    }

    private static int group(OrderBy.State state) {
        return switch (state) {
            case TOO_LATE, ORDER_NOW, LATER -> 0;
            case NO_NEED_DATE -> 1;
            case ORDERED_TOO_LATE -> 2;
            case ORDERED, FIRM -> 3;
            case DELIVERED -> 4;
        };
    }
}
