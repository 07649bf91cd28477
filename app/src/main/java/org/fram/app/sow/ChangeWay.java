package org.fram.app.sow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The way to proposing a change because an assumption failed. The module of changes offers one as a bean; without it
/// nothing is shown.
///
/// @param path below the engagement's address, to which the assumption's number is added: `changes/new?assumption=`
public record ChangeWay(String path) {

    /// The address for an assumption.
    ///
    /// @param page the path of the page on which it is shown, which begins with the engagement's address
    String of(String page, String ref) {
        return page.replaceFirst("^(/engagements/[^/]+).*$", "$1") + "/" + path
                + URLEncoder.encode(ref, StandardCharsets.UTF_8);
    }
}
