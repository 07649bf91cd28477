/// From the environment to a running database: [Settings], [Home], [RunningDatabase].
@NamedInterface("start")
@NullMarked
package org.fram.app.platform.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
