package org.fram.app.platform.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.jspecify.annotations.Nullable;

/// Something that a webhook is told, and how that went.
///
/// @param type of what happened
/// @param due when it is tried next, where it waits
/// @param tries the newest first
public record Delivery(
        UUID id, String type, String payload, Instant created, State state, Instant due, List<Try> tries) {

    public Delivery {
        tries = List.copyOf(tries);
    }

    /// Where it stands.
    public enum State implements Code {
        WAITING,
        ARRIVED,
        FAILED
    }

    /// An attempt.
    ///
    /// @param status with which the receiver answered, or null where it did not
    /// @param said the beginning of its answer, or why there was none
    public record Try(
            int number,
            Instant time,
            int milliseconds,
            @Nullable Integer status,
            String said) {}
}
