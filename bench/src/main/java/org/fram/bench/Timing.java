package org.fram.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// What something took: of the clock, and of the processors for the application without its database.
record Timing(Duration wall, Duration processors) {

    /// Something that is measured.
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    static Timing of(Served served, Work work) throws IOException, InterruptedException {
        var processors = served.processors();
        long began = System.nanoTime();
        work.run();
        return new Timing(
                Duration.ofNanos(System.nanoTime() - began), served.processors().minus(processors));
    }

    static Timing sum(List<Timing> times) {
        return new Timing(
                times.stream().map(Timing::wall).reduce(Duration.ZERO, Duration::plus),
                times.stream().map(Timing::processors).reduce(Duration.ZERO, Duration::plus));
    }
}
