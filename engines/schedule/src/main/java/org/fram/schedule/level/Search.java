package org.fram.schedule.level;

import java.util.function.BooleanSupplier;

/// A way to find better schedules. Each works by itself, piece by piece, and learns from the others
/// between pieces.
interface Search {

    /// Does a piece of work of about the same size each time, which depends on nothing but what it knows
    /// and what is best.
    ///
    /// @param stop whether it is to end at once, with what it has
    /// @return whether it has more to do
    boolean step(Best best, BooleanSupplier stop);
}
