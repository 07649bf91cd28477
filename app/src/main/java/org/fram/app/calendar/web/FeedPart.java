package org.fram.app.calendar.web;

/// What the page of somebody’s calendar says about the address for calendar programs.
///
/// @param state since when there is one and when it was last used, or empty
/// @param address that was just made, shown this once, or empty
public record FeedPart(String state, String address) {

    /// Whether there is one.
    public boolean made() {
        return !state.isEmpty();
    }
}
