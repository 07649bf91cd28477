/// Operating an installation: backing it up, restoring it, finding out what is wrong with it, carrying an engagement to
/// another one.
///
/// Begin with [BackingUp] and [Restoring]. All of it works on the database as its owner and on the folder of contents,
/// without the application: a server may run meanwhile, or not start at all. An [ArchiveWriter] writes what leaves, an
/// [ArchiveReader] believes nothing of what comes back. [OperationCommands] are the commands.
@ApplicationModule(
        displayName = "Operation",
        allowedDependencies = {"platform :: start", "platform :: files", "platform :: notices"})
@NullMarked
package org.fram.app.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
