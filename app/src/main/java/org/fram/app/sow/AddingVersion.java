package org.fram.app.sow;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.files.StoredFile;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.runs.RunningRun;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeping a version that was read and reviewed: its words, and its obligations held against what people decided about
/// those before. Is done as a run ends, within its transaction.
@Component
public class AddingVersion {

    private static final int LONGEST_TITLE = 300;

    private final StatementsOfWork statements;
    private final Obligations obligations;
    private final InstantSource clock;
    private final Ledger ledger;

    AddingVersion(StatementsOfWork statements, Obligations obligations, InstantSource clock, Ledger ledger) {
        this.statements = statements;
        this.obligations = obligations;
        this.clock = clock;
        this.ledger = ledger;
    }

    /// As the first version of a new statement of work.
    ///
    /// @return where it is seen
    String begin(RunningRun run, StoredFile file, ReadVersion read, @Nullable PartyId privateTo) {
        String title = file.name().replaceFirst("\\.[A-Za-z]{2,8}$", "");
        var statement = new StatementOfWork(
                SowId.next(),
                run.engagement(),
                privateTo,
                title.isBlank() ? file.name() : title.substring(0, Math.min(title.length(), LONGEST_TITLE)),
                0);
        statements.add(statement, run.person().id());
        var found = read.review().obligations();
        var change = new Obligations.Change(
                run.engagement(), statement.id(), run.person().id(), "propose");
        for (int i = 0; i < found.size(); i++) {
            obligations.add(
                    change, Obligation.proposed(ObligationId.next(), i + 1, (i + 1) * NextVersion.STEP, found.get(i)));
        }
        statements.numbered(statement.id(), found.size());
        return add(run, statement.id(), 1, file, read);
    }

    /// As the next version of one.
    ///
    /// @return where it is seen
    public String goOn(RunningRun run, StoredFile file, ReadVersion read, SowId sow) {
        var number = new AtomicInteger(statements.lock(run.engagement(), sow));
        var versions = statements.versions(sow);
        var before = statements.newest(sow).orElseThrow().review();
        List<Obligation> living = obligations.of(sow);
        var change = new Obligations.Change(run.engagement(), sow, run.person().id(), "next-version");
        for (var next : NextVersion.of(living, before, read.review(), number::incrementAndGet)) {
            var old = living.stream().filter(one -> one.id().equals(next.id())).findFirst();
            if (old.isEmpty()) {
                obligations.add(change, next);
            } else if (!old.get().equals(next) && !obligations.store(change, old.get(), next)) {
                // Somebody decided about it while this was worked out: work it out again.
                throw new IllegalStateException("Obligation %s changed meanwhile.".formatted(next.code()));
            }
        }
        statements.numbered(sow, number.get());
        return add(run, sow, versions.size() + 1, file, read);
    }

    private String add(RunningRun run, SowId sow, int ordinal, StoredFile file, ReadVersion read) {
        var version = new ImportedVersion(
                sow, ordinal, file.id(), file.name(), run.person().id(), clock.instant());
        statements.add(run.engagement(), version, read);
        var statement = statements.get(run.engagement(), sow);
        var what = Map.of(
                "document", file.name(),
                "version", Integer.toString(ordinal),
                "sha256", file.content().sha256());
        ledger.record(
                run.person(),
                run.engagement(),
                statement.privateTo(),
                Deed.of("document-brought-in", sow.value(), what));
        return "sow/" + sow + "/review";
    }
}
