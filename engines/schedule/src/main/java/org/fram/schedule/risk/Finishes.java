package org.fram.schedule.risk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;

/// The dates on which a plan finishes in all samples.
public final class Finishes {

    private final long[] sorted;
    private final ZoneId zone;

    Finishes(long[] instants, ZoneId zone) {
        this.sorted = instants.clone();
        this.zone = zone;
        Arrays.parallelSort(sorted);
    }

    /// How many samples there are.
    public int samples() {
        return sorted.length;
    }

    /// The date that is met with the given chance.
    ///
    /// @param chance 0 to 1
    public ZonedDateTime date(double chance) {
        return date(instant(chance));
    }

    /// The same in minutes since 1970 in UTC.
    public long instant(double chance) {
        int rank = (int) Math.ceil(chance * sorted.length) - 1;
        return sorted[Math.clamp(rank, 0, sorted.length - 1)];
    }

    /// The mean date.
    public ZonedDateTime mean() {
        double sum = 0;
        for (long instant : sorted) {
            sum += instant - sorted[0];
        }
        return date(sorted[0] + Math.round(sum / sorted.length));
    }

    /// The chance that the plan is finished at a local date and time, 0 to 1.
    public double probability(LocalDateTime by) {
        long instant = by.atZone(zone).toEpochSecond() / 60;
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (double) low / sorted.length;
    }

    private ZonedDateTime date(long instant) {
        return Instant.ofEpochSecond(instant * 60).atZone(zone);
    }
}
