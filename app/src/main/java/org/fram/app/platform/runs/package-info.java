/// Long work: asked for by a person, done in the background, seen while it goes on, ended once.
///
/// A module that has such work offers a [Work] and asks for it by [RequestingRun]. The [Run] is a row of a table that
/// is the queue at the same time; the clerk takes from it what is to be done. What was going on when the program was
/// killed is begun again, by one worker only.
@NamedInterface("runs")
@NullMarked
package org.fram.app.platform.runs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
