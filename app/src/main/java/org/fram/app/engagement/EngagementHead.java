package org.fram.app.engagement;

import java.util.List;
import org.fram.app.platform.pages.Ways;

/// What is around each page of an engagement: its name, and the ways to its pages in the order of the
/// lifecycle.
///
/// @param address of its home page
/// @param shortcuts what can be done on each of its pages, by a key
public record EngagementHead(String address, String name, List<Ways> ways, List<Shortcut.Offer> shortcuts) {}
