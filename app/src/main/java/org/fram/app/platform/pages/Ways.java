package org.fram.app.platform.pages;

import java.util.List;

/// Ways that belong together, as those of one stage.
///
/// @param title may be empty
public record Ways(String title, List<Link> links) {

    /// Whether one is at the end of one of them.
    public boolean here() {
        return links.stream().anyMatch(Link::here);
    }
}
