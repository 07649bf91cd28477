package org.fram.app.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.ContentStore;
import org.fram.app.platform.files.FileId;
import org.fram.app.platform.files.StoredFile;
import org.fram.app.platform.files.StoredFiles;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.runs.RunFailedException;
import org.fram.app.platform.runs.RunningRun;
import org.fram.app.platform.runs.Work;
import org.fram.app.platform.texts.Text;
import org.fram.office.UnreadableDocumentException;
import org.fram.report.PlanWorkbook;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.files.ReadPlan;
import org.springframework.stereotype.Component;

/// Reading a file with a plan. The first of an engagement becomes its plan; a later one waits until
/// somebody has seen what it would change. A file is read whole or not at all.
@Component
class ImportingPlan implements Work {

    static final String KIND = "plan-import";

    private static final int STEPS = 3;

    private final Transactions transactions;
    private final StoredFiles files;
    private final ContentStore contents;
    private final Engagements engagements;
    private final Plans plans;
    private final Arrivals arrivals;
    private final Ledger ledger;
    private final InstantSource clock;

    ImportingPlan(
            Transactions transactions,
            StoredFiles files,
            ContentStore contents,
            Engagements engagements,
            Plans plans,
            Arrivals arrivals,
            Ledger ledger,
            InstantSource clock) {
        this.transactions = transactions;
        this.files = files;
        this.contents = contents;
        this.engagements = engagements;
        this.plans = plans;
        this.arrivals = arrivals;
        this.ledger = ledger;
        this.clock = clock;
    }

    record Input(UUID file) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(RunningRun run) {
        run.progress(0, STEPS, Text.of("plan.import.reading"));
        var id = new FileId(run.input(Input.class).file());
        var file = transactions.as(run.person(), () -> files.get(run.engagement(), id));
        var read = read(run, file);
        run.progress(
                2,
                STEPS,
                Text.of("plan.import.storing", read.plan().activities().size()));
        run.finish(() -> store(run, file, read));
    }

    private ReadPlan read(RunningRun run, StoredFile file) {
        var zone = transactions.as(
                run.person(), () -> engagements.get(run.engagement()).timeZone());
        try (var named = contents.named(file)) {
            try {
                var read = PlanWorkbook.read(named.path(), zone);
                if (read.plan().activities().isEmpty()) {
                    throw new RunFailedException(Text.of("plan.import.empty", file.name()));
                }
                return read;
            } catch (UnusablePlanException | UnreadableDocumentException unusable) {
                // The message may begin with the path, which is nobody's business.
                String reason = String.valueOf(unusable.getMessage())
                        .replace(named.path().toString(), file.name());
                throw new RunFailedException(Text.of("plan.import.unusable", reason));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private String store(RunningRun run, StoredFile file, ReadPlan read) {
        var arrival = arrivals.add(run.engagement(), file, read, run.person().id());
        ledger.record(
                run.person(),
                run.engagement(),
                null,
                Deed.of(
                        "plan-brought-in",
                        arrival,
                        Map.of("document", file.name(), "sha256", file.content().sha256())));
        if (plans.find(run.engagement()).isPresent()) {
            return "plan/arrivals/" + arrival;
        }
        var by = run.person().id();
        var arrived = Arrived.of(read.plan(), read.costs());
        plans.begin(run.engagement(), Takeover.first(run.engagement(), arrived, by, clock.instant()), by);
        arrivals.settle(arrival, Arrivals.Outcome.FIRST, by);
        return "plan";
    }
}
