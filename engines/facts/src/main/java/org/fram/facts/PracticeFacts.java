package org.fram.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people decided about practices.
///
/// @param waivers findings that somebody with authority lives with
/// @param notApplicable items to which a practice does not apply
/// @param switchedOff practices that are switched off
/// @param parameters values that stand in place of defaults
@RecordBuilder
public record PracticeFacts(
        @Nullable List<WaiverFact> waivers,
        @Nullable List<ExceptionFact> notApplicable,
        @Nullable List<SwitchFact> switchedOff,
        @Nullable List<ParameterFact> parameters) {
    public PracticeFacts {
        waivers = Copies.of(waivers);
        notApplicable = Copies.of(notApplicable);
        switchedOff = Copies.of(switchedOff);
        parameters = Copies.of(parameters);
    }

    /// Somebody with authority lives with a finding until a day.
    ///
    /// @param practice id of the practice
    /// @param item id of the item; absent for all items
    /// @param by the person or role that waives it
    /// @param authority what gives them the right to
    /// @param reason why
    /// @param until the last day on which it holds
    @RecordBuilder
    public record WaiverFact(
            String practice, @Nullable String item, String by, String authority, String reason, LocalDate until) {}

    /// A practice does not apply, as somebody decided.
    ///
    /// @param practice id of the practice
    /// @param item id of the item; absent for all items
    /// @param decidedBy the person or role that decided it
    /// @param reason why
    @RecordBuilder
    public record ExceptionFact(String practice, @Nullable String item, String decidedBy, String reason) {}

    /// A practice that is not evaluated in this engagement.
    ///
    /// @param practice id of the practice
    /// @param reason why
    @RecordBuilder
    public record SwitchFact(String practice, String reason) {}

    /// A value in place of a practice's default.
    ///
    /// @param practice id of the practice
    /// @param name of the parameter
    /// @param value in the unit that the practice states
    @RecordBuilder
    public record ParameterFact(String practice, String name, double value) {}
}
