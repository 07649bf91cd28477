/// Who asks, what they may do, and the only way to the database.
///
/// Begin with [Actor], on whose behalf everything happens, then [Transactions], outside of which there is
/// no query, and [Authority], where it is decided who may do what. PostgreSQL's row security decides the
/// same again from the rows.
@NamedInterface("access")
@NullMarked
package org.fram.app.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
