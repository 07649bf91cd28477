package org.fram.app.platform.register;

import java.util.List;
import java.util.Set;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;

/// Something happened to rows of a register. Whoever listens hears it in the transaction in which it did.
///
/// @param party of whoever did it, for whom rows are that are private
/// @param rows as they are now, or were when they were deleted
/// @param columns the keys of those that changed; empty but of a change
/// @param origin where it came from, by its code
public record RowsChanged(
        Register register,
        EngagementId engagement,
        PartyId party,
        PersonId person,
        Change.Kind kind,
        List<Row> rows,
        Set<String> columns,
        String origin) {

    public RowsChanged {
        rows = List.copyOf(rows);
        columns = Set.copyOf(columns);
    }
}
