package org.fram.app.engagement.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Link;

/// What a search found.
///
/// @param typed the words, as somebody typed them
/// @param empty why nothing is shown, or empty
public record SearchPage(EngagementHead head, String typed, List<Group> groups, String empty) {

    /// What was found of a kind.
    ///
    /// @param all the way to all of it; none where these are all
    public record Group(String title, List<Hit> hits, List<Link> all) {}

    /// Something that was found.
    ///
    /// @param name as people call it, or empty
    /// @param opens the key of the shortcut that it is, or empty
    public record Hit(String name, String text, String address, String opens) {

        /// Something that a page shows.
        static Hit of(String name, String text, String address) {
            return new Hit(name, text, address, "");
        }
    }
}
