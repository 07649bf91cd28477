package org.fram.app.platform.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Tells webhooks what happened: each on a thread of its own, so that one which hangs holds up nobody else.
@Component
class Courier implements SmartLifecycle {

    // 1. What is sent has been taken for a while. Where the program is killed before it wrote down what came of it, it
    // is
    //    sent again: at least once, and with the same id, by which receivers tell.
    // 2. A webhook is told one thing after the other. What is tried again later is overtaken by what happened since.

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration FORGETS_EVERY = Duration.ofHours(1);
    private static final Duration TO_LET_GO = Duration.ofSeconds(5);
    private static final int MOST_IN_A_ROUND = 100;

    private final Deliveries deliveries;
    private final Sender sender;
    private final Bell bell;
    private final InstantSource clock;
    private final boolean serves;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    private volatile boolean stopping = true;
    private volatile Thread courier = new Thread(() -> {});
    private Instant forgot = Instant.EPOCH;

    /// @param serves whether this is a server; a command that only looks tells nobody
    Courier(
            Deliveries deliveries,
            Sender sender,
            Bell bell,
            InstantSource clock,
            @Value("${fram.runs.serve:true}") boolean serves) {
        this.deliveries = deliveries;
        this.sender = sender;
        this.bell = bell;
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
        courier = Thread.ofPlatform().daemon().name("webhooks").start(this::serve);
    }

    @Override
    public void stop() {
        stopping = true;
        courier.interrupt();
        try {
            courier.join(TO_LET_GO);
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
                while (deliveries.sort() && !stopping) {
                    // There is more.
                }
                for (UUID webhook : deliveries.due()) {
                    if (busy.add(webhook)) {
                        Thread.ofVirtual().name("webhook-" + webhook).start(() -> tell(webhook));
                    }
                }
                forget();
            } catch (RuntimeException failure) {
                LOG.warn("Webhooks wait, as the database does not answer: {}", failure.toString());
            }
            try {
                bell.await(ROUND);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void tell(UUID webhook) {
        boolean more = true;
        try {
            for (int told = 0; more && told < MOST_IN_A_ROUND && !stopping; told++) {
                var parcel = deliveries.take(webhook);
                parcel.ifPresent(one -> deliveries.finish(one, sender.send(one)));
                more = parcel.isPresent();
            }
        } catch (RuntimeException failure) {
            LOG.warn("Webhook {} waits, as the database does not answer: {}", webhook, failure.toString());
        } finally {
            busy.remove(webhook);
            if (more) {
                bell.ring();
            }
        }
    }

    private void forget() {
        var now = clock.instant();
        if (now.isAfter(forgot.plus(FORGETS_EVERY))) {
            forgot = now;
            deliveries.forget();
        }
    }
}
