package org.fram.rules;

import java.util.List;
import org.fram.facts.Gate;
import org.fram.facts.Severity;
import org.jspecify.annotations.Nullable;

/// Something that a practice found.
///
/// @param practice its id
/// @param title its title
/// @param severity how much it weighs
/// @param item the id, or else the first field, of the item that it is about; empty where it is about the
/// whole
/// @param list the path of the list that the item is in, such as `sow.obligations`, or null where it is in
/// none
/// @param message what was seen
/// @param fix what to do
/// @param gates the gates at which it is shown; empty where it is shown at all times only
/// @param always whether it is shown at all times
/// @param waiver who lives with it, until when and why, or null
public record Finding(
        String practice,
        String title,
        Severity severity,
        String item,
        @Nullable String list,
        String message,
        @Nullable String fix,
        List<Gate> gates,
        boolean always,
        @Nullable Waiver waiver) {

    public Finding {
        gates = List.copyOf(gates);
    }

    /// Somebody with authority lives with it until a day.
    public record Waiver(String by, String authority, String reason, java.time.LocalDate until) {}

    /// Whether it is shown at the gate.
    public boolean at(Gate gate) {
        return always || gates.contains(gate);
    }
}
