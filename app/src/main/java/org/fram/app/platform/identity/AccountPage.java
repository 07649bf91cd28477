package org.fram.app.platform.identity;

import java.util.List;

/// What one's own account shows.
///
/// @param first whether the password is a first one, which is to be changed before anything else
/// @param refusal why the last attempt failed, or empty
public record AccountPage(boolean first, String refusal, List<Line> sessions) {

    /// A browser in which one is signed in.
    ///
    /// @param present whether it is this one
    public record Line(String id, String browser, String times, boolean present) {}
}
