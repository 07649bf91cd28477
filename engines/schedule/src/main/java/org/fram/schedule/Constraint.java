package org.fram.schedule;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// What binds an activity beside its links.
///
/// @param date local to the plan; there for all kinds but the first two
public record Constraint(Kind kind, @Nullable LocalDateTime date) {

    /// The usual one: nothing binds it.
    public static final Constraint NONE = new Constraint(Kind.AS_SOON_AS_POSSIBLE, null);

    /// How an activity is bound.
    public enum Kind {
        AS_SOON_AS_POSSIBLE,
        /// It is put as late as it delays no other activity.
        AS_LATE_AS_POSSIBLE,
        START_NO_EARLIER,
        /// A start after the date shows as negative float.
        START_NO_LATER,
        FINISH_NO_EARLIER,
        /// A finish after the date shows as negative float.
        FINISH_NO_LATER,
        /// It starts then, whatever its links say; what they ask for in vain shows as negative float before
        /// it.
        MUST_START,
        /// It finishes then, whatever its links say.
        MUST_FINISH;

        boolean dated() {
            return this != AS_SOON_AS_POSSIBLE && this != AS_LATE_AS_POSSIBLE;
        }

        /// Whether the date may override what the network says; the schedule assessment calls these hard.
        public boolean hard() {
            return this == MUST_START || this == MUST_FINISH || this == START_NO_LATER || this == FINISH_NO_LATER;
        }
    }

    public Constraint {
        if (kind.dated() != (date != null)) {
            throw new IllegalArgumentException("A constraint %s with the date %s.".formatted(kind, date));
        }
    }

    /// The date of a constraint that has one.
    LocalDateTime on() {
        if (date == null) {
            throw new IllegalStateException(kind + " has no date.");
        }
        return date;
    }
}
