package org.fram.app.platform.runs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// Work that tests ask for: it does what its script says, and counts how often it stored something.
@Component
public class Rehearsal implements Work {

    static final String KIND = "rehearsal";

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();

    /// What happens in one rehearsal.
    static final class Script {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);
        final AtomicInteger stored = new AtomicInteger();
        final AtomicInteger atOnce = new AtomicInteger();
        final AtomicInteger mostAtOnce = new AtomicInteger();
        final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    }

    record Input(String script) {}

    Script script(String name) {
        return scripts.computeIfAbsent(name, _ -> new Script());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(RunningRun run) {
        var script = script(run.input(Input.class).script());
        script.mostAtOnce.accumulateAndGet(script.atOnce.incrementAndGet(), Math::max);
        try {
            script.begun.countDown();
            while (script.goOn.getCount() > 0) {
                run.progress(3, 10, Text.of("runs.progress"));
                Thread.sleep(20);
            }
            var failure = script.failure.get();
            if (failure != null) {
                throw failure;
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } finally {
            script.atOnce.decrementAndGet();
        }
        run.finish(() -> {
            script.stored.incrementAndGet();
            return "sow";
        });
    }
}
