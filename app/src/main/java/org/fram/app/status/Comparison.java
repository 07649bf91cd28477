package org.fram.app.status;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fram.app.engagement.Light;
import org.fram.app.status.StatusReport.Dated;
import org.fram.app.status.StatusReport.Figure;
import org.fram.app.status.StatusReport.Line;

/// What moved from one report to a later one.
///
/// @param earlier the one before
/// @param lights areas that are shown otherwise than before, by their keys
/// @param slips what is later than it was, the most days first: what began it before what waited for it
/// @param gained what is earlier than it was, the most days first
public record Comparison(
        StatusReport earlier, StatusReport later, Map<String, Light> lights, List<Slip> slips, List<Slip> gained) {

    public Comparison {
        lights = Map.copyOf(lights);
        slips = List.copyOf(slips);
        gained = List.copyOf(gained);
    }

    /// Something that moved.
    ///
    /// @param was the day that it had
    /// @param days by which it moved, below zero where it is earlier
    /// @param because what it waits for and moved as well; none where it moved by itself
    /// @param followers how many others moved because of it
    public record Slip(Dated what, LocalDate was, long days, List<Dated> because, int followers) {

        public Slip {
            because = List.copyOf(because);
        }

        /// Whether nothing that it waits for made it move.
        public boolean began() {
            return because.isEmpty();
        }
    }

    /// Compares two reports of one engagement.
    public static Comparison between(StatusReport earlier, StatusReport later) {
        var lights = new LinkedHashMap<String, Light>();
        for (var area : later.areas()) {
            earlier.area(area.key())
                    .map(StatusReport.Area::light)
                    .filter(light -> light != area.light())
                    .ifPresent(light -> lights.put(area.key(), light));
        }
        var before = earlier.dates().collect(toMap(Dated::key, one -> one, (first, _) -> first));
        var moved = new LinkedHashMap<String, Dated>();
        later.dates().forEach(one -> {
            var was = before.get(one.key());
            if (was != null && !was.day().equals(one.day())) {
                moved.putIfAbsent(one.key(), one);
            }
        });
        return new Comparison(earlier, later, lights, moves(moved, before, true), moves(moved, before, false));
    }

    /// How much a figure changed; empty where it was not there before, or counts something else.
    public Optional<BigDecimal> change(String area, Figure now) {
        return earlier.figure(area, now.key())
                .filter(was -> was.unit() == now.unit() && Objects.equals(was.currency(), now.currency()))
                .map(was -> now.number().subtract(was.number()))
                .filter(change -> change.signum() != 0);
    }

    /// Whether a line was not among those of the report before.
    public boolean isNew(String area, Line line) {
        return earlier.area(area).stream()
                .noneMatch(one -> one.lines().stream().anyMatch(was -> was.key().equals(line.key())));
    }

    private static List<Slip> moves(Map<String, Dated> moved, Map<String, Dated> before, boolean later) {
        Map<String, Dated> these = moved.values().stream()
                .filter(one -> days(one, before) > 0 == later)
                .collect(toMap(Dated::key, one -> one, (first, _) -> first, LinkedHashMap::new));
        var followers = new HashMap<String, Set<String>>();
        for (var one : these.values()) {
            for (String cause : one.after()) {
                if (these.containsKey(cause)) {
                    followers.computeIfAbsent(cause, _ -> new HashSet<>()).add(one.key());
                }
            }
        }
        var slips = new ArrayList<Slip>();
        for (var one : these.values()) {
            slips.add(new Slip(
                    one,
                    was(one, before),
                    days(one, before),
                    one.after().stream()
                            .flatMap(cause -> Optional.ofNullable(these.get(cause)).stream())
                            .distinct()
                            .toList(),
                    reached(one.key(), followers)));
        }
        slips.sort(Comparator.comparing((Slip slip) -> !slip.began())
                .thenComparingLong(slip -> -Math.abs(slip.days()))
                .thenComparing(slip -> slip.what().key()));
        return slips;
    }

    /// How many wait for it, directly or not; circles end.
    private static int reached(String key, Map<String, Set<String>> followers) {
        var open = new ArrayDeque<String>(followers.getOrDefault(key, Set.of()));
        var seen = new HashSet<String>(Set.of(key));
        while (!open.isEmpty()) {
            String next = open.poll();
            if (seen.add(next)) {
                open.addAll(followers.getOrDefault(next, Set.of()));
            }
        }
        return seen.size() - 1;
    }

    private static LocalDate was(Dated one, Map<String, Dated> before) {
        return Objects.requireNonNull(before.get(one.key())).day();
    }

    private static long days(Dated one, Map<String, Dated> before) {
        return ChronoUnit.DAYS.between(was(one, before), one.day());
    }
}
