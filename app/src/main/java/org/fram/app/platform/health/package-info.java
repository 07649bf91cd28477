/// What machines ask of Fram: whether it lives, whether it is ready, how it does.
@NullMarked
package org.fram.app.platform.health;

import org.jspecify.annotations.NullMarked;
