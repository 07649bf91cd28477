package org.fram.app.platform.identity;

import java.util.List;

/// What the page of one's passkeys shows.
///
/// @param refusal why the last attempt failed, or empty
public record PasskeysPage(List<Line> lines, AgainForm again, String refusal) {

    /// A passkey.
    public record Line(String id, String name, String created, String used) {}
}
