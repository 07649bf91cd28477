/// Plans in files: reading what planning programs write, writing what they read, and saying what got lost.
///
/// Begin with [PlanFiles]. Formats of planning programs are read and written by MPXJ, which is known in this
/// package only; problems of PSPLIB, the library of scheduling research, by [Psplib].
@NullMarked
package org.fram.schedule.files;

import org.jspecify.annotations.NullMarked;
