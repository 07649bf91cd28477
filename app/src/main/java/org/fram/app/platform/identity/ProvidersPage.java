package org.fram.app.platform.identity;

import java.util.List;

/// What the page of linked accounts shows.
///
/// @param refusal why the last attempt failed, or empty
public record ProvidersPage(List<Line> lines, AgainForm again, String refusal) {

    /// A provider, and how one stands with it.
    public record Line(String id, String name, String standing, boolean linked) {}
}
