/// The application: a modular monolith, a package a stage of an engagement's lifecycle.
///
/// Begin with [Fram], which starts it. `platform` knows no stage; `engagement` stands on it; stages stand
/// on both and never see each other. Each module's package-info says whom it may use.
@NullMarked
package org.fram.app;

import org.jspecify.annotations.NullMarked;
