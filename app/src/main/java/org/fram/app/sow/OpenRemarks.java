package org.fram.app.sow;

import java.util.List;

/// What people said about a part of a statement of work and nobody has answered yet, for whoever writes its next
/// version. A module that lets people talk about it implements this.
public interface OpenRemarks {

    /// What somebody said.
    ///
    /// @param by who, as people say it
    /// @param suggestion the words that they would have instead, or empty
    record Said(String by, String text, String suggestion) {}

    /// What was said about the part below an outermost heading, the oldest first, as far as whoever asks may see it. Is
    /// asked within a transaction.
    ///
    /// @param heading its words without its number; empty for what stands before the first
    List<Said> of(StatementOfWork statement, String heading);

    /// Where it is answered.
    String address(StatementOfWork statement);
}
