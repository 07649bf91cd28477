package org.fram.app.plan.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fram.app.plan.KeptPlan;
import org.fram.app.plan.Simulated;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.UnusablePlanException;
import org.jspecify.annotations.Nullable;

/// Until when people who are booked are needed, slips included: until their activities are done in four of five
/// cases, where the plan was simulated, and otherwise until they are done without any risk. What is done needs
/// nobody any more.
///
/// Work that several bookings share needs the one that ends last. A booking that names no activities is needed for
/// those of its resource.
final class NeededUntil {

    private final Map<String, LocalDate> byCode = new HashMap<>();
    private final Map<String, Set<String>> ofResource = new HashMap<>();
    private final Map<String, LocalDate> lastBooked = new HashMap<>();

    /// @param simulated what is known of activities by simulation, or null
    NeededUntil(@Nullable KeptPlan kept, @Nullable Simulated simulated, List<Booking> bookings) {
        if (kept != null) {
            read(kept, simulated);
        }
        for (var booking : bookings) {
            for (var code : work(booking)) {
                lastBooked.merge(code, booking.terms().ends(), NeededUntil::later);
            }
        }
    }

    /// Until when; empty where the plan says nothing of it, or others are booked longer for the same.
    Optional<LocalDate> of(Booking booking) {
        return work(booking).stream()
                .filter(code -> booking.terms().ends().equals(lastBooked.get(code)))
                .flatMap(code -> Stream.ofNullable(byCode.get(code)))
                .max(Comparator.naturalOrder());
    }

    private Collection<String> work(Booking booking) {
        return booking.activities().isEmpty()
                ? ofResource.getOrDefault(booking.resource(), Set.of())
                : booking.activities();
    }

    private void read(KeptPlan kept, @Nullable Simulated simulated) {
        var slips = new HashMap<UUID, LocalDate>();
        if (simulated != null) {
            simulated
                    .activities()
                    .forEach(one -> slips.put(one.activity(), one.p80().toLocalDate()));
        }
        try {
            var timetable = CriticalPath.of(kept.plan());
            var codes = new HashMap<UUID, String>();
            for (int k = 0; k < kept.activities().size(); k++) {
                var one = kept.activities().get(k);
                codes.put(one.id(), one.code());
                if (!one.core().complete()) {
                    var finish =
                            timetable.date(timetable.windows().get(k).finish()).toLocalDate();
                    byCode.put(one.code(), later(finish, slips.getOrDefault(one.id(), finish)));
                }
            }
            for (var assigned : kept.basis().bookings()) {
                var code = codes.get(assigned.activity());
                if (code != null) {
                    ofResource
                            .computeIfAbsent(
                                    kept.basis()
                                            .resources()
                                            .get(assigned.resource())
                                            .name(),
                                    _ -> new HashSet<>())
                            .add(code);
                }
            }
        } catch (UnusablePlanException unusable) {
            // What cannot be computed says nothing of its dates.
            byCode.clear();
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
