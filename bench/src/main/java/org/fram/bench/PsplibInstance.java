package org.fram.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;

/// An instance of PSPLIB read by itself, without the engine's reader, to hold schedules against.
final class PsplibInstance {

    /// Of each job, in periods.
    private final int[] durations;
    /// Of each job for each resource.
    private final int[][] demands;
    private final int[] capacities;
    /// Of each job, by position.
    private final List<int[]> successors;

    private PsplibInstance(int[] durations, int[][] demands, int[] capacities, List<int[]> successors) {
        this.durations = durations;
        this.demands = demands;
        this.capacities = capacities;
        this.successors = successors;
    }

    /// Reads the text of an `.sm` file.
    static PsplibInstance read(String text) {
        var lines = text.lines().toList();
        int links = after(lines, "PRECEDENCE RELATIONS", 2);
        int requests = after(lines, "REQUESTS/DURATIONS", 3);
        int amounts = after(lines, "RESOURCEAVAILABILITIES", 2);
        var successors = new ArrayList<int[]>();
        for (int k = links; !lines.get(k).startsWith("*"); k++) {
            int[] row = numbers(lines.get(k));
            successors.add(Arrays.stream(row, 3, row.length).map(job -> job - 1).toArray());
        }
        var durations = new int[successors.size()];
        var demands = new int[successors.size()][];
        for (int job = 0; job < durations.length; job++) {
            int[] row = numbers(lines.get(requests + job));
            durations[job] = row[2];
            demands[job] = Arrays.copyOfRange(row, 3, row.length);
        }
        return new PsplibInstance(durations, demands, numbers(lines.get(amounts)), successors);
    }

    private static int after(List<String> lines, String title, int offset) {
        for (int k = 0; k < lines.size(); k++) {
            if (lines.get(k).startsWith(title)) {
                return k + offset;
            }
        }
        throw new IllegalArgumentException("There is no section " + title + ".");
    }

    private static int[] numbers(String line) {
        try (var scanner = new Scanner(line)) {
            var numbers = new ArrayList<Integer>();
            while (scanner.hasNextInt()) {
                numbers.add(scanner.nextInt());
            }
            return numbers.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /// What is wrong with starts: jobs before their predecessors are done, and periods with too little of
    /// a resource.
    List<String> faults(List<Long> startOf, long makespan) {
        var faults = new ArrayList<String>();
        long[] starts = startOf.stream().mapToLong(Long::longValue).toArray();
        if (starts.length != durations.length) {
            return List.of("%d starts for %d jobs".formatted(starts.length, durations.length));
        }
        long last = 0;
        for (int job = 0; job < starts.length; job++) {
            long finish = starts[job] + durations[job];
            last = Math.max(last, finish);
            if (starts[job] < 0) {
                faults.add("job %d starts at %d".formatted(job + 1, starts[job]));
            }
            for (int after : successors.get(job)) {
                if (starts[after] < finish) {
                    faults.add("job %d starts at %d, before job %d is done at %d"
                            .formatted(after + 1, starts[after], job + 1, finish));
                }
            }
        }
        if (last != makespan) {
            faults.add("the makespan is %d, not %d".formatted(last, makespan));
        }
        for (int resource = 0; resource < capacities.length; resource++) {
            for (long period = 0; period < last; period++) {
                int used = 0;
                for (int job = 0; job < starts.length; job++) {
                    used += starts[job] <= period && period < starts[job] + durations[job] ? demands[job][resource] : 0;
                }
                if (used > capacities[resource]) {
                    faults.add("in period %d, %d of resource %d are used and there are %d"
                            .formatted(period, used, resource + 1, capacities[resource]));
                }
            }
        }
        return faults;
    }
}
