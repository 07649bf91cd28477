package org.fram.app.platform.runs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Does the rounds that modules offer, each on a thread of its own.
@Component
class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration TO_LET_GO = Duration.ofSeconds(10);

    private final List<Round> rounds;
    private final InstantSource clock;
    private final boolean serves;
    private volatile boolean stopping = true;
    private volatile List<Thread> threads = List.of();

    /// @param serves whether this is a server; a command that only looks does no rounds
    Rounds(List<Round> rounds, InstantSource clock, @Value("${fram.runs.serve:true}") boolean serves) {
        this.rounds = rounds;
        this.clock = clock;
        this.serves = serves;
    }

    @Override
    public boolean isAutoStartup() {
        return serves;
    }

    @Override
    public void start() {
        stopping = false;
        threads = rounds.stream()
                .map(round -> Thread.ofPlatform().daemon().name(round.name()).start(() -> serve(round)))
                .toList();
    }

    @Override
    public void stop() {
        stopping = true;
        threads.forEach(Thread::interrupt);
        try {
            for (var thread : threads) {
                thread.join(TO_LET_GO);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }

    private void serve(Round round) {
        while (!stopping) {
            try {
                round.work().run();
            } catch (RuntimeException failure) {
                LOG.warn("The round of {} failed and is done later: {}", round.name(), failure.toString());
            }
            try {
                Thread.sleep(round.pause().apply(clock.instant()));
            } catch (InterruptedException _) {
                return;
            }
        }
    }
}
