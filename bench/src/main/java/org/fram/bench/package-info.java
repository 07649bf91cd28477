/// Measuring: scores against labels, speed, and comparison with peers.
@NullMarked
package org.fram.bench;

import org.jspecify.annotations.NullMarked;
