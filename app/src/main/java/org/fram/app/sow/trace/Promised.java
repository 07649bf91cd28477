package org.fram.app.sow.trace;

import org.fram.app.sow.Obligation.State;
import org.fram.app.sow.ObligationId;
import org.fram.app.sow.SowId;
import org.fram.facts.ObligationKind;
import org.jspecify.annotations.Nullable;

/// An obligation, as far as tracing is about it.
///
/// @param number unique in its statement of work
/// @param section the heading above; may be empty
/// @param party that answers for it; empty while nobody does
/// @param partOf what it was merged into, or split from, or null
public record Promised(
        ObligationId id,
        SowId sow,
        int number,
        String text,
        String section,
        String party,
        ObligationKind kind,
        State state,
        @Nullable ObligationId partOf) {

    /// As people see its number.
    public String code() {
        return "O-%03d".formatted(number);
    }

    /// Whether it is promised, or would be as the document stands.
    public boolean stands() {
        return state == State.ACCEPTED || state == State.PROPOSED;
    }

    /// Whether somebody should have asked for it: duties, payments and terms come by themselves.
    boolean answers() {
        return kind == ObligationKind.DELIVERABLE || kind == ObligationKind.SERVICE;
    }
}
