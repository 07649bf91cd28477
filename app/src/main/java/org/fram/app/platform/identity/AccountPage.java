package org.fram.app.platform.identity;

import java.util.List;

/// What one's own account shows.
///
/// @param first whether the password is a first one, which is to be changed before anything else
/// @param password whether one has one
/// @param refusal why the last attempt failed, or empty
/// @param means by which one signs in beside the password, each with a page of its own
public record AccountPage(
        boolean first,
        boolean password,
        String refusal,
        List<Means> means,
        List<Line> sessions,
        List<SignInLine> signIns) {

    /// A means of signing in, and how it stands.
    public record Means(String address, String name, String standing) {}

    /// A browser in which one is signed in.
    ///
    /// @param way in which one signed in there
    /// @param present whether it is this one
    public record Line(String id, String browser, String way, String times, boolean present) {}

    /// That one signed in, or that somebody tried to.
    public record SignInLine(String time, String what, String browser, boolean failed) {}
}
