/// Registers, to programs: the same rows, rules and acts as on pages. Begin with [RowResources].
@NullMarked
package org.fram.app.platform.api.registers;

import org.jspecify.annotations.NullMarked;
