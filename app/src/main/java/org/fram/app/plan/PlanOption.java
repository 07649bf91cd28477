package org.fram.app.plan;

import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.jspecify.annotations.Nullable;

/// Something that could be done about the date.
///
/// @param changes made together
public record PlanOption(UUID id, String name, List<Change> changes) {

    public PlanOption {
        changes = List.copyOf(changes);
    }

    /// What kind of change.
    public enum Type implements Code {
        /// Activities take this long, in working minutes.
        LENGTH,
        /// Activities take so many per cent of their length.
        PART,
        /// Activities are not done.
        DROP,
        /// So many hundredths of a resource more work on all that it is assigned to.
        REINFORCE
    }

    /// A change of some activities, or of a resource.
    ///
    /// @param activities by id; may be empty
    /// @param area all tasks of which are meant too, or null
    /// @param resource the name of one, or null
    /// @param amount as its type says
    public record Change(
            Type type,
            List<UUID> activities,
            @Nullable Area area,
            @Nullable String resource,
            long amount) {

        public Change {
            activities = List.copyOf(activities);
        }
    }
}
