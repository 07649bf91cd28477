/// From the environment and a file to a running database: [GivenSettings], [Settings], [RunningDatabase].
@NamedInterface("start")
@NullMarked
package org.fram.app.platform.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
