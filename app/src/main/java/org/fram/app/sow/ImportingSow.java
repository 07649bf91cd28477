package org.fram.app.sow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.ContentStore;
import org.fram.app.platform.files.FileId;
import org.fram.app.platform.files.StoredFile;
import org.fram.app.platform.files.StoredFiles;
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

    private final Transactions transactions;
    private final StoredFiles files;
    private final ContentStore contents;
    private final WarmReviewer reviewer;
    private final AddingVersion adding;

    ImportingSow(
            Transactions transactions,
            StoredFiles files,
            ContentStore contents,
            WarmReviewer reviewer,
            AddingVersion adding) {
        this.transactions = transactions;
        this.files = files;
        this.contents = contents;
        this.reviewer = reviewer;
        this.adding = adding;
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
                ? adding.begin(run, file, read, input.privateTo() == null ? null : new PartyId(input.privateTo()))
                : adding.goOn(run, file, read, new SowId(input.sow())));
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
}
