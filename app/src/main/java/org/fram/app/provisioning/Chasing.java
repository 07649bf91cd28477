package org.fram.app.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Has suppliers chased each morning, and once at the start for the mornings at which it did not run.
@Component
class Chasing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Chasing.class);
    private static final LocalTime MORNING = LocalTime.of(5, 0);

    private final ChasingSuppliers suppliers;
    private final InstantSource clock;
    private final boolean serves;
    private volatile Thread thread = new Thread(() -> {});
    private volatile boolean running;

    /// @param serves whether this is a server; a command that only looks changes nothing
    Chasing(ChasingSuppliers suppliers, InstantSource clock, @Value("${fram.runs.serve:true}") boolean serves) {
        this.suppliers = suppliers;
        this.clock = clock;
        this.serves = serves;
    }

    @Override
    public boolean isAutoStartup() {
        return serves;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("chasing").start(this::serve);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// From a point in time until the next morning, by UTC.
    static Duration untilMorning(Instant now) {
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate().atTime(MORNING).toInstant(ZoneOffset.UTC);
        var next = today.isAfter(now) ? today : today.plus(Duration.ofDays(1));
        return Duration.between(now, next);
    }

    private void serve() {
        while (running) {
            try {
                suppliers.chase();
            } catch (RuntimeException failure) {
                LOG.warn("Suppliers are chased tomorrow, as the database does not answer: {}", failure.toString());
            }
            try {
                Thread.sleep(untilMorning(clock.instant()));
            } catch (InterruptedException _) {
                return;
            }
        }
    }
}
