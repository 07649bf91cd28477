/// A real PostgreSQL that comes along: unpacked from the class path, run as a process beside ours, its data
/// in a folder.
///
/// Begin with [Postgres]. What is not the database's own affair is in [Binaries] (the programs),
/// [DataFolder] (what is on disk), [Unprivileged] (never as root) and [Postmaster] (the running process).
@NullMarked
package org.fram.postgres;

import org.jspecify.annotations.NullMarked;
