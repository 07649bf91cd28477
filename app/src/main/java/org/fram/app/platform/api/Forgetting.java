package org.fram.app.platform.api;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Forgets each hour the answers that nobody can ask for again.
@Component
class Forgetting implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Answers answers;
    private final boolean serves;
    private volatile Thread thread = new Thread(() -> {});
    private volatile boolean running;

    /// @param serves whether this is a server; a command that only looks changes nothing
    Forgetting(Answers answers, @Value("${fram.runs.serve:true}") boolean serves) {
        this.answers = answers;
        this.serves = serves;
    }

    @Override
    public boolean isAutoStartup() {
        return serves;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("forgetting").start(this::serve);
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

    private void serve() {
        while (running) {
            try {
                Thread.sleep(EVERY);
                answers.forget();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("Answers are kept for longer, as the database does not answer: {}", failure.toString());
            }
        }
    }
}
