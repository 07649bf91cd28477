package org.fram.app.platform.pages;

/// The way to a page.
///
/// @param here whether one is there
public record Link(String address, String title, boolean here) {

    /// A way to a page where one is not.
    public static Link to(String address, String title) {
        return new Link(address, title, false);
    }
}
