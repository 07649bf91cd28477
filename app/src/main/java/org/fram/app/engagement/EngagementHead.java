package org.fram.app.engagement;

import java.util.List;

/// What is above each page of an engagement: its name, and the ways to its pages in the order of the
/// lifecycle.
///
/// @param address of its home page
public record EngagementHead(String address, String name, List<Way> ways) {

    /// The way to a page.
    ///
    /// @param here whether one is there
    public record Way(String address, String title, boolean here) {}
}
