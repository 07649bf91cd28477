package org.fram.app.plan.web;

import org.fram.app.platform.access.Code;
import org.fram.schedule.files.PlanFiles.Target;
import org.jspecify.annotations.Nullable;

/// A format in which a plan leaves.
public enum FileKind implements Code {
    XLSX("xlsx", null),
    MSPDI("xml", Target.MSPDI),
    XER("xer", Target.XER);

    /// What the file's name ends with.
    final String ending;

    /// The engine's, or null for a workbook.
    final @Nullable Target target;

    FileKind(String ending, @Nullable Target target) {
        this.ending = ending;
        this.target = target;
    }
}
