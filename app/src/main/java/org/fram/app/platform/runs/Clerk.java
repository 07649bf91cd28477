package org.fram.app.platform.runs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fram.app.platform.access.LostDatabase;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.start.Settings;
import org.fram.app.platform.texts.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Takes runs from the queue, has their work done, and says every second that those who work are alive.
@Component
class Clerk implements SmartLifecycle {

    // 1. A worker that was killed cannot say so. It is taken for dead when it has said nothing for the length of the
    //    lease. On a database of our own nobody else can be at work, so at the start all are known to be dead.
    // 2. A worker that only seemed dead may go on computing. It cannot store anything: finishing asks for the number
    //    under which the run was taken, and that has grown since.
    // 3. A run that takes the program down with it would do so at each start; after a few times it is failed.

    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final Duration TO_LET_GO = Duration.ofSeconds(5);
    private static final int MOST_INTERRUPTIONS = 3;

    private final Runs runs;
    private final Bell bell;
    private final Map<String, Work> works;
    private final boolean alone;
    private final Duration lease;
    private final int workers;
    private final boolean serves;
    private final Map<RunningRun, Thread> running = new ConcurrentHashMap<>();

    private volatile boolean stopping = true;
    private volatile Thread clerk = new Thread(() -> {});

    Clerk(
            Runs runs,
            Bell bell,
            List<Work> works,
            Settings settings,
            @Value("${fram.runs.lease:PT30S}") Duration lease,
            @Value("${fram.runs.workers:2}") int workers,
            @Value("${fram.runs.serve:true}") boolean serves) {
        this.runs = runs;
        this.bell = bell;
        this.works = works.stream().collect(Collectors.toUnmodifiableMap(Work::kind, Function.identity()));
        this.alone = settings.database() == null;
        this.lease = lease;
        this.workers = workers;
        this.serves = serves;
    }

    /// A command that only looks leaves runs to the server.
    @Override
    public boolean isAutoStartup() {
        return serves;
    }

    @Override
    public void start() {
        stopping = false;
        if (alone) {
            runs.interruptAll();
        }
        clerk = Thread.ofPlatform().daemon().name("runs").start(this::serve);
    }

    /// Lets go of all runs, so that whoever starts next takes them.
    @Override
    public void stop() {
        stopping = true;
        clerk.interrupt();
        running.keySet().forEach(RunningRun::stop);
        try {
            clerk.join(TO_LET_GO);
            for (var thread : running.values()) {
                thread.join(TO_LET_GO);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Set.copyOf(running.keySet()).forEach(run -> runs.giveBack(run.taken()));
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }

    private void serve() {
        while (!stopping) {
            try {
                running.keySet().forEach(this::beat);
                while (!stopping && running.size() < workers && takeOne()) {
                    // One more goes on.
                }
            } catch (RuntimeException failure) {
                LOG.warn("Runs wait, as the database does not answer: {}", failure.toString());
            }
            try {
                bell.await(BEAT);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void beat(RunningRun run) {
        if (!runs.alive(run.taken(), run.progress())) {
            run.stop();
            // A cancelled run ends here and now: from this moment it can store nothing, however long its work still
            // takes to notice.
            runs.end(run.taken(), null);
        }
    }

    private boolean takeOne() {
        var taken = runs.take(lease);
        taken.map(one -> new RunningRun(one, runs)).ifPresent(run -> {
            var thread = Thread.ofPlatform().daemon().name("run-" + run.id()).unstarted(() -> work(run));
            running.put(run, thread);
            thread.start();
        });
        return taken.isPresent();
    }

    private void work(RunningRun run) {
        try {
            work(run, run.taken());
        } catch (RuntimeException failure) {
            // Nobody says any more that it is alive, so it is taken again when its lease is over.
            LOG.warn("Run {} is left, as the database does not answer: {}", run.id(), failure.toString());
        } finally {
            running.remove(run);
            bell.ring();
        }
    }

    private void work(RunningRun run, Runs.Taken taken) {
        var work = works.get(taken.kind());
        if (work == null) {
            runs.end(taken, Text.of("runs.failed.unknown", taken.kind()));
            return;
        }
        if (runs.interruptions(taken) >= MOST_INTERRUPTIONS) {
            runs.end(taken, Text.of("runs.failed.interrupted", MOST_INTERRUPTIONS));
            return;
        }
        try {
            work.run(run);
            // No effect on a run that has finished.
            runs.end(taken, Text.of("runs.failed.nothing"));
        } catch (RunStoppedException _) {
            if (!runs.end(taken, null)) {
                runs.giveBack(taken);
            }
        } catch (RunFailedException failed) {
            runs.end(taken, failed.reason());
        } catch (NotFoundException | NotAllowedException _) {
            runs.end(taken, Text.of("runs.failed.access"));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            if (LostDatabase.explains(fault)) {
                LOG.warn("Run {} is left, as the database does not answer: {}", run.id(), fault.toString());
                return;
            }
            String number = UUID.randomUUID().toString();
            LOG.error("Fault {} in run {}", number, taken.id(), fault);
            runs.end(taken, Text.of("runs.failed.fault", number));
        }
    }
}
