package org.fram.app.platform.notices;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.fram.app.platform.notices.MailServer.Outcome;
import org.fram.app.platform.notices.Outbox.MailState;
import org.fram.app.platform.start.MailSettings;
import org.fram.app.platform.start.PublicAddress;
import org.fram.app.platform.start.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Brings mails to the mail server, again and again until it takes them, for days.
@Component
class Postman implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration TO_LET_GO = Duration.ofSeconds(5);
    private static final Duration UNTIL_FORGETTING = Duration.ofHours(1);

    /// Longer than any answer of a server takes: see [MailServer].
    private static final Duration LEASE = Duration.ofMinutes(5);

    /// After so long a mail is given up.
    private static final Duration PATIENCE = Duration.ofDays(5);

    /// Between the tries of a mail that the server does not take now; the last one holds from then on.
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));

    /// Between the tries to reach the server. They stay short, so that all mails go soon after it is back.
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(3));

    private final Outbox outbox;
    private final Writing writing;
    private final Bell bell;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final PublicAddress address;
    private final @Nullable MailSettings settings;
    private final boolean alone;
    private final boolean serves;

    private int failedRounds;
    private Instant notBefore = Instant.MIN;
    private Instant forgetting = Instant.MIN;
    private volatile Reach reach = new Reach("", null);
    private volatile boolean running;
    private volatile boolean stopping;
    private volatile Thread thread = new Thread(() -> {});

    Postman(
            Outbox outbox,
            Writing writing,
            Bell bell,
            InstantSource clock,
            MeterRegistry metrics,
            PublicAddress address,
            Settings settings,
            @Value("${fram.runs.serve:true}") boolean serves) {
        this.outbox = outbox;
        this.writing = writing;
        this.bell = bell;
        this.clock = clock;
        this.metrics = metrics;
        this.address = address;
        this.settings = settings.mail();
        this.alone = settings.database() == null;
        this.serves = serves;
    }

    /// Whether the server could be reached when it was last tried.
    ///
    /// @param trouble what failed, or empty
    /// @param since when it began, or null
    record Reach(String trouble, @Nullable Instant since) {}

    Reach reach() {
        return reach;
    }

    /// A command that only looks leaves mails to the server.
    @Override
    public boolean isAutoStartup() {
        return serves && settings != null;
    }

    @Override
    public void start() {
        stopping = false;
        running = true;
        if (alone) {
            outbox.releaseAll();
        }
        thread = Thread.ofPlatform().daemon().name("postman").start(this::serve);
    }

    /// A mail that is just being handed over is finished; the rest waits for the next start.
    @Override
    public void stop() {
        stopping = true;
        bell.ring();
        try {
            thread.join(TO_LET_GO);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void serve() {
        while (!stopping) {
            try {
                round();
            } catch (RuntimeException failure) {
                LOG.warn("Mails wait: {}", failure.toString());
            }
            try {
                bell.await(ROUND);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /// Looks at what is new, makes mails of what is due, and hands over what the server takes.
    void round() {
        var to = settings;
        if (to == null) {
            return;
        }
        while (outbox.plan()) {
            // There was more than fits into one transaction.
        }
        outbox.make();
        var now = clock.instant();
        if (!now.isBefore(forgetting)) {
            outbox.forget();
            forgetting = now.plus(UNTIL_FORGETTING);
        }
        if (now.isBefore(notBefore)) {
            return;
        }
        try (var server = new MailServer(to, address.origin().getHost())) {
            while (!stopping) {
                var taken = outbox.take(LEASE);
                if (taken.isEmpty() || !bring(taken.get(), server)) {
                    return;
                }
            }
        }
    }

    /// @return whether the server can be reached
    private boolean bring(Outbox.Taken taken, MailServer server) {
        if (taken.made().plus(PATIENCE).isBefore(clock.instant())) {
            end(taken, MailState.GIVEN_UP, null);
            return true;
        }
        var parcel = outbox.open(taken);
        if (parcel.isEmpty()) {
            end(taken, MailState.UNWANTED, null);
            return true;
        }
        var outcome = server.hand(writing.write(parcel.get()));
        if (outcome instanceof Outcome.Unreachable(var answer)) {
            var pause = PAUSES.get(Math.min(failedRounds, PAUSES.size() - 1));
            failedRounds++;
            notBefore = clock.instant().plus(pause);
            outbox.later(taken, notBefore, answer, false);
            var since = reach.since();
            if (since == null) {
                LOG.warn("The mail server takes nothing: {}. Mails wait, and go when it is back.", answer);
            }
            reach = new Reach(answer, since == null ? clock.instant() : since);
            return false;
        }
        if (reach.since() != null) {
            LOG.info("The mail server can be reached again.");
        }
        failedRounds = 0;
        reach = new Reach("", null);
        switch (outcome) {
            case Outcome.Accepted() -> end(taken, MailState.SENT, null);
            case Outcome.Refused(var answer) -> end(taken, MailState.REFUSED, answer);
            case Outcome.Later(var answer) -> {
                var wait = WAITS.get(Math.min(taken.failures(), WAITS.size() - 1));
                outbox.later(taken, clock.instant().plus(wait), answer, true);
            }
            case Outcome.Unreachable _ -> throw new IllegalStateException("It is dealt with above.");
        }
        return true;
    }

    private void end(Outbox.Taken taken, MailState state, @Nullable String answer) {
        outbox.end(taken, state, answer);
        metrics.counter("fram.mails", "end", state.code()).increment();
    }
}
