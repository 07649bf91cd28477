/// What tests of the application stand on: [TestDatabases], [RunningApp] and [Browser].
@NullMarked
package org.fram.app.testing;

import org.jspecify.annotations.NullMarked;
