package org.fram.app.plan;

import java.io.InputStream;
import java.util.Set;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.files.KeepingFile;
import org.fram.app.platform.runs.RequestingRun;
import org.fram.app.platform.runs.RunId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// Bringing in a file with a plan. It is kept at once, and read by a run.
@Component
public class BringingInPlan {

    /// What names of plans end with.
    public static final Set<String> ENDINGS = Set.of("mpp", "xml", "mpx", "xer", "planner", "sm", "rcp", "xlsx", "pod");

    private final KeepingFile keepingFile;
    private final RequestingRun requestingRun;

    BringingInPlan(KeepingFile keepingFile, RequestingRun requestingRun) {
        this.keepingFile = keepingFile;
        this.requestingRun = requestingRun;
    }

    /// What came of it.
    public sealed interface Outcome {

        /// It is on the disk, and this run reads it.
        record Begun(RunId run) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Brings in a file.
    public Outcome bringIn(Actor.Person me, EngagementId engagement, String name, InputStream stream) {
        return switch (keepingFile.keep(me, engagement, null, new KeepingFile.Arrival(name, ENDINGS, stream))) {
            case KeepingFile.Outcome.Refused(var reason) -> new Outcome.Refused(reason);
            case KeepingFile.Outcome.Kept(var file) ->
                new Outcome.Begun(requestingRun.request(
                        me,
                        new RequestingRun.Wish(
                                engagement,
                                null,
                                ImportingPlan.KIND,
                                file.name(),
                                new ImportingPlan.Input(file.id().value()))));
        };
    }
}
