/// The commands of `fram`: each a thin call of an engine.
@NullMarked
package org.fram.cli;

import org.jspecify.annotations.NullMarked;
