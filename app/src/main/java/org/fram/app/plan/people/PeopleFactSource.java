package org.fram.app.plan.people;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.plan.Area;
import org.fram.app.plan.KeptPlan;
import org.fram.app.plan.PlannedActivity;
import org.fram.app.plan.Plans;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.fram.app.practice.FactSource;
import org.fram.facts.BusinessFunction;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.PeopleFacts.KeyRole;
import org.fram.facts.PeopleFacts.KeyRoleFact;
import org.fram.facts.PeopleFactsBuilder;
import org.fram.facts.PlanFacts.BookingFact;
import org.fram.facts.PlanFacts.FunctionPartFact;
import org.fram.facts.PlanFactsBuilder;
import org.fram.facts.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who is booked, who fills the key roles and which functions take part, as their part of the facts. A register
/// without rows says nothing.
///
/// A function is in the plan where an activity that its row names is, where somebody of it is booked, and for
/// training and testing also where the plan has activities of that kind.
@Component
class PeopleFactSource implements FactSource {

    /// Behind the plan, of which it needs the dates.
    static final int ORDER = 45;

    private static final double PERCENT = 100;
    private static final int PARTS = 10_000;

    private final Bookings bookings;
    private final Plans plans;
    private final Needs needs;
    private final Rows rows;
    private final Register keyRoles;
    private final Register functions;

    PeopleFactSource(
            Bookings bookings,
            Plans plans,
            Needs needs,
            Rows rows,
            Register keyRolesRegister,
            Register functionsRegister) {
        this.bookings = bookings;
        this.plans = plans;
        this.needs = needs;
        this.rows = rows;
        this.keyRoles = keyRolesRegister;
        this.functions = functionsRegister;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public FactsDocument add(FactsDocument facts, EngagementId engagement) {
        var booked = bookings.of(engagement);
        var roles = rows.all(keyRoles, engagement, Query.ALL);
        var parts = rows.all(functions, engagement, Query.ALL);
        if (booked.isEmpty() && roles.isEmpty() && parts.isEmpty()) {
            return facts;
        }
        var added = FactsDocumentBuilder.builder(facts);
        if (!booked.isEmpty() || !parts.isEmpty()) {
            var kept = plans.find(engagement).orElse(null);
            var before = facts.plan();
            var plan = before == null ? PlanFactsBuilder.builder() : PlanFactsBuilder.builder(before);
            if (!booked.isEmpty()) {
                plan.bookings(booked(engagement, booked));
            }
            if (!parts.isEmpty()) {
                plan.functions(functions(parts, booked, kept));
            }
            added.plan(plan.build());
        }
        if (!roles.isEmpty()) {
            var before = facts.people();
            var people = before == null ? PeopleFactsBuilder.builder() : PeopleFactsBuilder.builder(before);
            added.people(people.keyRoles(
                            roles.stream().map(PeopleFactSource::keyRole).toList())
                    .build());
        }
        return added.build();
    }

    private List<BookingFact> booked(EngagementId engagement, List<Booking> booked) {
        var states = bookings.states(engagement, booked);
        var needed = needs.until(engagement, booked);
        var peaks = new HashMap<UUID, Double>();
        for (var weeks : Weeks.of(booked)) {
            booked.forEach(one -> peaks.merge(one.id(), weeks.peak(one), Math::max));
        }
        return booked.stream()
                .map(one -> {
                    var state = Objects.requireNonNull(states.get(one.id()));
                    return new BookingFact(
                            one.ref(),
                            one.person(),
                            one.side(),
                            one.terms().begins(),
                            one.terms().ends(),
                            needed.get(one.id()),
                            (double) Math.round(peaks.getOrDefault(one.id(), 0.0) * PARTS) / PARTS,
                            state.firstWeek(),
                            state.confirmed(),
                            one.released(),
                            one.released() == null ? null : !one.backfilledBy().isEmpty());
                })
                .toList();
    }

    private static List<FunctionPartFact> functions(List<Row> parts, List<Booking> booked, @Nullable KeptPlan kept) {
        var planned = planned(parts, booked, kept);
        var none = new HashMap<BusinessFunction, String>();
        var named = EnumSet.noneOf(BusinessFunction.class);
        named.addAll(planned);
        for (var row : parts) {
            var function = function(row);
            named.add(function);
            if (row.get("decidedNone") instanceof String who) {
                none.put(function, who);
            }
        }
        var facts = new ArrayList<FunctionPartFact>();
        for (var function : named) {
            facts.add(new FunctionPartFact(function, planned.contains(function), none.get(function)));
        }
        return facts;
    }

    private static Set<BusinessFunction> planned(List<Row> parts, List<Booking> booked, @Nullable KeptPlan kept) {
        var planned = EnumSet.noneOf(BusinessFunction.class);
        booked.stream().map(Booking::function).filter(Objects::nonNull).forEach(planned::add);
        if (kept != null) {
            var codes = kept.activities().stream().map(PlannedActivity::code).collect(Collectors.toSet());
            parts.stream()
                    .filter(row ->
                            Booking.labels(row.get("activities")).stream().anyMatch(codes::contains))
                    .forEach(row -> planned.add(function(row)));
            var kinds = Map.of(
                    Area.TRAINING, BusinessFunction.TRAINING,
                    Area.TESTING, BusinessFunction.TESTING);
            kept.activities().stream()
                    .map(one -> one.additions().area())
                    .filter(Objects::nonNull)
                    .map(kinds::get)
                    .filter(Objects::nonNull)
                    .forEach(planned::add);
        }
        return planned;
    }

    private static BusinessFunction function(Row row) {
        return Codes.constant(BusinessFunction.class, Objects.requireNonNull(row.get("function")));
    }

    private static KeyRoleFact keyRole(Row row) {
        return new KeyRoleFact(
                row.ref(),
                Codes.constant(KeyRole.class, Objects.requireNonNull(row.get("role"))),
                Codes.constant(Side.class, Objects.requireNonNull(row.get("side"))),
                (String) row.get("person"),
                row.get("share") instanceof BigDecimal share ? share.doubleValue() / PERCENT : null,
                (Boolean) row.get("handover"),
                (Boolean) row.get("handoverPlanned"),
                row.get("overlapDays") instanceof BigDecimal days ? days.intValue() : null,
                (Boolean) row.get("staysToEnd"));
    }
}
