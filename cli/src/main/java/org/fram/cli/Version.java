package org.fram.cli;

import picocli.CommandLine.IVersionProvider;

/// What `--version` shows: Fram's version as the build wrote it into the jar, and the Java that runs it.
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var written = Fram.class.getPackage().getImplementationVersion();
        return new String[] {"fram %s (Java %s)".formatted(written == null ? "unpackaged" : written, Runtime.version())
        };
    }
}
