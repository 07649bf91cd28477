package org.fram.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// While it is open, Ctrl-C does not end the process at once: the command is asked to come to its end,
/// and has some seconds to show what it has.
final class Interruption implements AutoCloseable {

    private static final int SECONDS_TO_END = 20;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitForTheEnd, "interruption");
    private volatile boolean asked;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Whether the command is to come to its end.
    boolean asked() {
        return asked;
    }

    @Override
    public void close() {
        done.countDown();
        if (!asked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // The process is ending already.
            }
        }
    }

    private void waitForTheEnd() {
        asked = true;
        try {
            if (!done.await(SECONDS_TO_END, TimeUnit.SECONDS)) {
                System.err.println("fram: the search does not end; nothing is shown.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
