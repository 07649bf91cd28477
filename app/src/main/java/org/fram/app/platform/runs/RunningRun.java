package org.fram.app.platform.runs;

import java.util.function.Supplier;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;

/// A run as its work sees it: on whose behalf, with which input, and whether to go on.
public final class RunningRun {

    private final Runs.Taken taken;
    private final Runs runs;

    private volatile @Nullable Progress progress;
    private volatile boolean stopped;

    RunningRun(Runs.Taken taken, Runs runs) {
        this.taken = taken;
        this.runs = runs;
    }

    /// How far it is.
    record Progress(int done, int total, Text activity) {}

    /// Its name.
    public RunId id() {
        return taken.id();
    }

    /// Where it belongs.
    public EngagementId engagement() {
        return taken.engagement();
    }

    /// Who asked for it. Everything that it reads and writes is read and written as this person.
    public Actor.Person person() {
        return taken.person();
    }

    /// What it was asked for with.
    public <T> T input(Class<T> type) {
        return RunJson.read(taken.input(), type);
    }

    /// Says how far it is. Costs nothing, so it may be called often; people see it within seconds.
    ///
    /// @throws RunStoppedException where it is to end now
    public void progress(int done, int total, Text activity) {
        progress = new Progress(done, total, activity);
        goOn();
    }

    /// Returns where the work is still wanted.
    ///
    /// @throws RunStoppedException where it is to end now
    public void goOn() {
        if (stopped) {
            throw new RunStoppedException(taken.id());
        }
    }

    /// Stores the result, in one transaction of the person in which the run ends too: both happen, once, or neither.
    ///
    /// @param work stores it, and gives its address below the engagement's
    /// @throws RunStoppedException where it was cancelled, or is another worker's by now
    public void finish(Supplier<String> work) {
        goOn();
        runs.finish(taken, work);
    }

    /// Has the work end at the next time that it asks.
    void stop() {
        stopped = true;
    }

    @Nullable
    Progress progress() {
        return progress;
    }

    Runs.Taken taken() {
        return taken;
    }
}
