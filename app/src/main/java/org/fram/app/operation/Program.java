package org.fram.app.operation;

import org.jspecify.annotations.Nullable;

/// This Fram.
final class Program {

    private Program() {}

    /// Its version, as the build wrote it into the jar.
    static String version() {
        @Nullable String written = Program.class.getPackage().getImplementationVersion();
        return written == null ? "unpackaged" : written;
    }
}
