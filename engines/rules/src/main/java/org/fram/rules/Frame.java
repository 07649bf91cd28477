package org.fram.rules;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an expression sees while it is evaluated.
///
/// @param slots values of variables, by the positions that the compiler gave them
/// @param holidays days that are no working days
/// @param trace takes down each step, or null where nobody asked
/// @param remembered what came of lists before, or null where each step is to be taken anew
@SuppressWarnings("ArrayRecordComponent") // one for each evaluation, filled by it and never compared
record Frame(
        @Nullable Object[] slots,
        Set<LocalDate> holidays,
        Budget budget,
        @Nullable Trace trace,
        @Nullable Remembered remembered) {}
