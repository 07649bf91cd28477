/// Files that people put into engagements.
///
/// Begin with [KeepingFile]. A file's content lies in a folder under its SHA-256, once, however often it was given
/// ([ContentStore]); that it belongs to an engagement, and under which name, is a row ([StoredFiles]). What comes out
/// is saved by browsers and never shown by them.
@NamedInterface("files")
@NullMarked
package org.fram.app.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
