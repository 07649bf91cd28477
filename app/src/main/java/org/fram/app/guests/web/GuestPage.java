package org.fram.app.guests.web;

import java.util.List;

/// What a guest sees: one document, one question, or why there is neither.
///
/// @param link the secret, for the form and the document's address; empty where there is nothing to do
/// @param file name of the document, or empty
/// @param question or empty
/// @param statements to each of which the guest says yes or no; none where they write an answer
/// @param until when the link opens it, in words
/// @param notice instead of all that: that the answer has arrived, or why the link opens nothing; or
/// empty
/// @param refusal why the last attempt failed, or empty
/// @param typed the answer that was refused
public record GuestPage(
        String link,
        String file,
        String question,
        List<Item> statements,
        String until,
        String notice,
        String refusal,
        String typed) {

    /// A statement.
    ///
    /// @param name by which people speak of it
    /// @param details what else is said of it
    /// @param dated whether other dates can be named
    /// @param inWords whether it is a question to answer
    /// @param says what was chosen, or empty
    /// @param reason why they object, or their note, as it was typed
    /// @param from the first other day, as it was typed
    /// @param until the last one
    public record Item(
            String id,
            String name,
            String text,
            List<String> details,
            boolean dated,
            boolean inWords,
            String says,
            String reason,
            String from,
            String until) {}
}
