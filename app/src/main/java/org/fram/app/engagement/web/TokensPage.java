package org.fram.app.engagement.web;

import java.util.List;
import org.fram.app.platform.pages.Choice;

/// What one's tokens for programs show.
///
/// @param refusal why the last attempt failed, or empty
/// @param secret of a token that was just made, shown this once, or empty
/// @param form as it is to be filled in, or as it was where that is refused
public record TokensPage(List<Line> tokens, String refusal, String secret, Form form) {

    /// A token.
    ///
    /// @param reach what it may, and where
    /// @param expired whether it is good no more
    public record Line(String id, String name, String reach, String times, boolean expired) {}

    /// What a token is made of.
    ///
    /// @param engagements to choose from
    public record Form(
            String name, boolean writes, String expires, String latest, boolean all, List<Choice> engagements) {}
}
