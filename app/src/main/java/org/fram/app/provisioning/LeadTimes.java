package org.fram.app.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.fram.app.platform.access.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The lead times of the project's library, by what is ordered.
public final class LeadTimes {

    private static final LeadTimes LIBRARY = read("/fram/library/provisioning/lead-times.yaml");

    private final Map<OrderKind, LeadTime> times = new EnumMap<>(OrderKind.class);
    private final Map<OrderKind, Integer> confirms = new EnumMap<>(OrderKind.class);

    /// An entry of the library.
    record Entry(
            String kind,
            int low,
            int likely,
            int high,
            String days,
            @Nullable Integer confirm) {}

    private LeadTimes(List<Entry> entries) {
        for (var entry : entries) {
            var kind = Code.of(OrderKind.class, entry.kind());
            times.put(
                    kind,
                    new LeadTime(
                            entry.low(), entry.likely(), entry.high(), Code.of(LeadDays.class, entry.days()), false));
            if (entry.confirm() != null) {
                confirms.put(kind, entry.confirm());
            }
        }
        for (var kind : OrderKind.values()) {
            if (!times.containsKey(kind)) {
                throw new IllegalArgumentException("There is no lead time for '%s'.".formatted(kind.code()));
            }
        }
    }

    /// Those of the project's library.
    public static LeadTimes library() {
        return LIBRARY;
    }

    /// The lead time of a kind.
    public LeadTime of(OrderKind kind) {
        return times.getOrDefault(kind, new LeadTime(0, 0, 0, LeadDays.CALENDAR, false));
    }

    /// Days from the order within which its supplier confirms a date; empty for what nobody is chased for.
    public OptionalInt confirm(OrderKind kind) {
        Integer days = confirms.get(kind);
        return days == null ? OptionalInt.empty() : OptionalInt.of(days);
    }

    private static LeadTimes read(String resource) {
        try (InputStream in = LeadTimes.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in the jar. Build the project anew.");
            }
            return new LeadTimes(new YAMLMapper().readValue(in, new TypeReference<List<Entry>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
