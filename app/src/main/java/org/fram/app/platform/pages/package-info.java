/// Pages: typed templates, and what is around each of them.
///
/// Begin with [Frame], which each template gets, and [Pages], which makes a response of a template. What
/// goes wrong becomes a page in [Problems].
@NamedInterface("pages")
@NullMarked
package org.fram.app.platform.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
