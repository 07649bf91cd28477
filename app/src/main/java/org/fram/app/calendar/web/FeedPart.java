package org.fram.app.calendar.web;

import java.util.List;
import org.fram.app.platform.pages.Choice;

/// What the page of somebody’s calendar says about the address for calendar programs.
///
/// @param state since when there is one and when it was last used, or empty
/// @param address that was just made, shown this once, or empty
/// @param whom for whom what another shows is
public record FeedPart(String state, String address, List<Choice> whom) {

    /// Whether there is one.
    public boolean made() {
        return !state.isEmpty();
    }
}
