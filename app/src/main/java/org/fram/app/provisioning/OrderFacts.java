package org.fram.app.provisioning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.fram.app.practice.FactSource;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.ProvisioningFacts;
import org.fram.facts.ProvisioningFacts.LicenceFact;
import org.fram.facts.ProvisioningFacts.OrderFact;
import org.fram.facts.ProvisioningFacts.PurchaseWay;
import org.fram.facts.ProvisioningFactsBuilder;
import org.fram.facts.ProvisioningFactsOrderFactBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is known of orders, licences and carriers, as their part of the facts. Where nothing is kept nothing is said,
/// so
/// that practices go by what the statement of work says.
///
/// Lead times are those that somebody gave: the defaults of the library are guesses, and a finding does not rest on
/// one. Working days become calendar days, counted from the order to the arrival that they give. Once something is
/// ordered and its supplier has named a date, the time until then is the lead time.
@Component
class OrderFacts implements FactSource {

    static final int ORDER = 40;

    private final Orders orders;
    private final Rows rows;
    private final Relations relations;
    private final Register licences;
    private final Register services;

    OrderFacts(
            Orders orders,
            Rows rows,
            Relations relations,
            Register licencesRegister,
            Register networkServicesRegister) {
        this.orders = orders;
        this.rows = rows;
        this.relations = relations;
        this.licences = licencesRegister;
        this.services = networkServicesRegister;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public FactsDocument add(FactsDocument facts, EngagementId engagement) {
        var ordered = orders.of(engagement);
        var licensed = rows.all(licences, engagement, Query.ALL);
        var owner = relations.carrierOwner(engagement);
        var purchase = purchase(rows.all(services, engagement, Query.ALL));
        if (ordered.isEmpty() && licensed.isEmpty() && owner.isEmpty() && purchase.isEmpty()) {
            return facts;
        }
        var before = facts.provisioning();
        var provisioning =
                before == null ? ProvisioningFactsBuilder.builder() : ProvisioningFactsBuilder.builder(before);
        if (!ordered.isEmpty()) {
            provisioning.orders(orders(ordered, orders.today(engagement)));
        }
        if (!licensed.isEmpty()) {
            provisioning.licences(licences(licensed));
        }
        owner.ifPresent(provisioning::carrierOwner);
        purchase.ifPresent(provisioning::purchase);
        return FactsDocumentBuilder.builder(facts)
                .provisioning(provisioning.build())
                .build();
    }

    private static List<OrderFact> orders(List<Order> orders, LocalDate today) {
        var ids = new Ids();
        var facts = new ArrayList<OrderFact>();
        for (var order : orders) {
            facts.add(order(ids.of(order.row()), order, today));
        }
        return facts;
    }

    private static OrderFact order(String id, Order order, LocalDate today) {
        var fact = ProvisioningFactsOrderFactBuilder.builder()
                .id(id)
                .name(order.name())
                .kind(kind(order.kind()))
                .owner(order.word("owner").orElse(null))
                .specifiedBy(order.word("specifiedBy").orElse(null))
                .orderedBy(order.word("orderedBy").orElse(null))
                .installedBy(order.word("installedBy").orElse(null))
                .loadedBy(order.word("loadedBy").orElse(null))
                .housedAt(order.word("housedAt").orElse(null))
                .specified(order.day("specified").orElse(null))
                .ordered(order.day("ordered").orElse(null))
                .leadTimeDays(leadTime(order, today).orElse(null))
                .needDate(order.day("need").orElse(null))
                .supplierDate(order.promised().orElse(null))
                .confirmed(order.day("confirmed").orElse(null))
                .escalated(order.row().get("escalated") instanceof Boolean said ? said : null)
                .softwareDate(order.day("softwareDate").orElse(null))
                .delivered(order.day("delivered").orElse(null));
        order.slips().ifPresent(fact::slips);
        return fact.build();
    }

    /// Calendar days from the order to the arrival.
    private static Optional<Integer> leadTime(Order order, LocalDate today) {
        var ordered = order.day("ordered");
        if (ordered.isPresent() && order.promised().isPresent()) {
            int days = days(ordered.get(), order.promised().get());
            return days < 0 ? Optional.empty() : Optional.of(days);
        }
        if (!order.leadTime().own()) {
            return Optional.empty();
        }
        var need = order.day("need");
        if (ordered.isEmpty() && need.isPresent()) {
            return Optional.of(days(order.leadTime().lastOrder(need.get()), need.get()));
        }
        var from = ordered.orElse(today);
        return Optional.of(days(from, order.leadTime().arrival(from)));
    }

    private static List<LicenceFact> licences(List<Row> rows) {
        var ids = new Ids();
        return rows.stream()
                .map(row -> new LicenceFact(
                        ids.of(row),
                        String.valueOf(row.get("text")),
                        row.get("contracted") instanceof BigDecimal many ? many.intValue() : 0,
                        number(row, "provisioned"),
                        number(row, "inProduction"),
                        row.get("acceptanceDepends") instanceof Boolean said ? said : null))
                .toList();
    }

    /// How most network services are bought; empty where one does not say.
    private static Optional<PurchaseWay> purchase(List<Row> services) {
        var counted = new LinkedHashMap<String, Integer>();
        for (Row row : services) {
            if (!(row.get("purchase") instanceof String way)) {
                return Optional.empty();
            }
            counted.merge(way, 1, Integer::sum);
        }
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        boolean directly = counted.getOrDefault("directly", 0) >= counted.getOrDefault("through-vendor", 0);
        return Optional.of(directly ? PurchaseWay.DIRECTLY : PurchaseWay.THROUGH_THE_VENDOR);
    }

    private static ProvisioningFacts.OrderKind kind(OrderKind kind) {
        return switch (kind) {
            case HARDWARE -> ProvisioningFacts.OrderKind.HARDWARE;
            case CIRCUIT -> ProvisioningFacts.OrderKind.CIRCUIT;
            case SIP_TRUNK -> ProvisioningFacts.OrderKind.SIP_TRUNK;
            case NUMBER_PORT -> ProvisioningFacts.OrderKind.NUMBER_PORT;
            case LICENCE -> ProvisioningFacts.OrderKind.LICENCE;
        };
    }

    private static @Nullable Integer number(Row row, String column) {
        return row.get(column) instanceof BigDecimal number ? number.intValue() : null;
    }

    private static int days(LocalDate from, LocalDate until) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, until));
    }

    /// Numbers of rows as ids that are there once: rows of different registers, and one that only a party sees, can
    /// have the same.
    private static final class Ids {

        private final Set<String> taken = new HashSet<>();

        private String of(Row row) {
            String id = row.ref();
            for (int next = 2; !taken.add(id); next++) {
                id = "%s (%d)".formatted(row.ref(), next);
            }
            return id;
        }
    }
}
