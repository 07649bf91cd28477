package org.fram.app.sow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.fram.app.platform.access.PartyId;
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
import org.fram.office.Document;
import org.fram.office.Documents;
import org.fram.office.Sheets;
import org.fram.office.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reading and reviewing a document, as a new statement of work or as the next version of one.
@Component
class ImportingSow implements Work {

    static final String KIND = "sow-import";

    private static final int STEPS = 10;
    private static final int LONGEST_TITLE = 300;

    private final Transactions transactions;
    private final StoredFiles files;
    private final ContentStore contents;
    private final StatementsOfWork statements;
    private final Obligations obligations;
    private final InstantSource clock;
    private final WarmReviewer reviewer;
    private final Ledger ledger;

    ImportingSow(
            Transactions transactions,
            StoredFiles files,
            ContentStore contents,
            StatementsOfWork statements,
            Obligations obligations,
            InstantSource clock,
            WarmReviewer reviewer,
            Ledger ledger) {
        this.transactions = transactions;
        this.files = files;
        this.contents = contents;
        this.statements = statements;
        this.obligations = obligations;
        this.clock = clock;
        this.reviewer = reviewer;
        this.ledger = ledger;
    }

    /// @param sow of which the document is the next version, or null for a new one
    /// @param privateTo the party that alone sees a new one, or null
    record Input(UUID file, @Nullable UUID sow, @Nullable UUID privateTo) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(RunningRun run) {
        var input = run.input(Input.class);
        run.progress(0, STEPS, Text.of("sow.import.reading"));
        var file = transactions.as(run.person(), () -> files.get(run.engagement(), new FileId(input.file())));
        var document = read(file);
        run.progress(2, STEPS, Text.of("sow.import.reviewing", document.blocks().size()));
        var review = reviewer.get().review(document);
        run.progress(
                9, STEPS, Text.of("sow.import.storing", review.obligations().size()));
        var read = new ReadVersion(document, review);
        run.finish(() -> input.sow() == null
                ? begin(run, file, read, input.privateTo() == null ? null : new PartyId(input.privateTo()))
                : goOn(run, file, read, new SowId(input.sow())));
    }

    private Document read(StoredFile file) {
        try (var named = contents.named(file)) {
            try {
                return isWorkbook(file) ? workbook(named.path(), file.name()) : Documents.read(named.path());
            } catch (UnreadableDocumentException unreadable) {
                // The message begins with the path, which is nobody's business.
                String reason = String.valueOf(unreadable.getMessage())
                        .replace(named.path().toString(), file.name());
                throw new RunFailedException(Text.of("sow.import.unreadable", reason));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static boolean isWorkbook(StoredFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    /// A workbook has no text that one could write remarks into, as a document of text has none.
    private static Document workbook(Path path, String name) {
        return switch (ClausesInWorkbook.of(Sheets.read(path, name))) {
            case ClausesInWorkbook.Outcome.Read(var blocks) ->
                new Document(name, Document.Format.TEXT, 0, blocks, List.of(), List.of());
            case ClausesInWorkbook.Outcome.Refused(var reason) -> throw new RunFailedException(reason);
        };
    }

    private String begin(RunningRun run, StoredFile file, ReadVersion read, @Nullable PartyId privateTo) {
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

    private String goOn(RunningRun run, StoredFile file, ReadVersion read, SowId sow) {
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
