package org.fram.app.duties.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;

/// Bringing in a table of responsibilities.
///
/// @param columns who takes part, as heads of columns name them
/// @param refusal why the file cannot be read, or empty
/// @param problems what cannot be taken over, row by row
public record RaciImportPage(
        EngagementHead head, String address, List<String> columns, String refusal, List<Problem> problems) {

    /// Something that cannot be taken over.
    ///
    /// @param row its number in the file
    /// @param column as its head says, or empty
    /// @param value as the file has it, or empty
    public record Problem(int row, String column, String value, String reason) {}
}
