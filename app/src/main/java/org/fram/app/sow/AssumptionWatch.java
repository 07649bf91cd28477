package org.fram.app.sow;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks at assumptions again and again, so that a day that passes is noticed soon after it has, and after each start.
@Component
class AssumptionWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AssumptionWatch.class);
    private static final Duration ROUND = Duration.ofHours(1);
    private static final Duration TO_LET_GO = Duration.ofSeconds(10);

    private final WatchingAssumptions watching;
    private final boolean serves;
    private volatile boolean stopping = true;
    private volatile Thread thread = new Thread(() -> {});

    /// @param serves whether this is a server; a command that only looks says nothing
    AssumptionWatch(WatchingAssumptions watching, @Value("${fram.runs.serve:true}") boolean serves) {
        this.watching = watching;
        this.serves = serves;
    }

    @Override
    public boolean isAutoStartup() {
        return serves;
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofPlatform().daemon().name("assumptions").start(this::serve);
    }

    @Override
    public void stop() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(TO_LET_GO);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }

    private void serve() {
        while (!stopping) {
            try {
                watching.look();
            } catch (RuntimeException failure) {
                LOG.warn("Assumptions are looked at later, as the database does not answer: {}", failure.toString());
            }
            try {
                Thread.sleep(ROUND);
            } catch (InterruptedException _) {
                return;
            }
        }
    }
}
