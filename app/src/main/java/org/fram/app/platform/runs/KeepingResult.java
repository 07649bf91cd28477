package org.fram.app.platform.runs;

import java.io.ByteArrayInputStream;
import java.util.Set;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.files.KeepingFile;
import org.fram.app.platform.files.StoredFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeping a file that a run has made, for whoever asked for the run.
@Component
public class KeepingResult {

    private final KeepingFile keeping;

    KeepingResult(KeepingFile keeping) {
        this.keeping = keeping;
    }

    /// Keeps it.
    ///
    /// @param privateTo the party that alone sees it, or null
    /// @param name with its ending
    /// @throws RunFailedException where it is refused, with the reason
    public StoredFile keep(RunningRun run, @Nullable PartyId privateTo, String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        var arrival = new KeepingFile.Arrival(name, Set.of(ending), new ByteArrayInputStream(content));
        return switch (keeping.keep(run.person(), run.engagement(), privateTo, arrival)) {
            case KeepingFile.Outcome.Kept(var file) -> file;
            case KeepingFile.Outcome.Refused(var reason) -> throw new RunFailedException(reason);
        };
    }
}
