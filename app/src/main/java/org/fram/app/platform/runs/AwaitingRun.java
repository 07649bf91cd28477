package org.fram.app.platform.runs;

import java.time.Duration;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.springframework.stereotype.Component;

/// Waiting for the end of a run, where nobody looks at its page.
@Component
public class AwaitingRun {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int LOOKS = 3_000;

    private final Transactions transactions;
    private final Runs runs;

    AwaitingRun(Transactions transactions, Runs runs) {
        this.transactions = transactions;
        this.runs = runs;
    }

    /// The run once it is done.
    ///
    /// @throws IllegalStateException where it ends otherwise, or is not at its end after five minutes
    public Run await(Actor.Person person, EngagementId engagement, RunId id) {
        Run run = transactions.as(person, () -> runs.get(engagement, id));
        for (int look = 0; !run.state().ended() && look < LOOKS; look++) {
            pause();
            run = transactions.as(person, () -> runs.get(engagement, id));
        }
        if (run.result() == null) {
            throw new IllegalStateException("It is not done: " + run);
        }
        return run;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Waiting was stopped.", stopped);
        }
    }
}
