package org.fram.app.plan;

import java.util.UUID;
import org.fram.app.platform.access.PartyId;
import org.fram.schedule.Constraint;
import org.jspecify.annotations.Nullable;

/// What somebody wants an activity to be, as written: lengths as `5d`, days as `2027-03-31`, empty for
/// what there is not.
///
/// @param waits for what it waits, as [Waits] reads it
/// @param obligations numbers with commas between
/// @param seen the version that the form showed
public record ActivityEdit(
        String name,
        String duration,
        String best,
        String likely,
        String worst,
        String started,
        String finished,
        String remaining,
        Constraint.Kind constraint,
        String constraintDay,
        String deadline,
        String waits,
        @Nullable PartyId party,
        @Nullable Area area,
        String obligations,
        @Nullable UUID parent,
        int seen) {}
