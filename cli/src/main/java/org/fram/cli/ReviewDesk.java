package org.fram.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.fram.office.Document;
import org.fram.office.Documents;
import org.fram.office.Documents.Revision;
import org.fram.office.Remark;
import org.fram.office.Remarks;
import org.fram.report.TopicCatalogue;
import org.fram.review.Review;
import org.fram.review.Reviewer;
import org.fram.review.Topics;
import org.fram.rules.Catalogue;
import org.jspecify.annotations.Nullable;

/// Where documents are read and reviewed.
interface ReviewDesk {

    /// Reads a document.
    ///
    /// @throws org.fram.office.UnreadableDocumentException if it cannot be read
    Document read(Path file, Revision revision);

    /// Reviews a document, and asks the practices what they find in it.
    Review review(Document document);

    /// Writes a copy of a DOCX or PDF document with comments.
    ///
    /// @throws org.fram.office.UnreadableDocumentException if the source cannot be read
    void annotate(Path source, List<Remark> remarks, Path target);

    /// What topics are called.
    TopicCatalogue topics();

    /// The real one. It loads the language models at the first review, not before, and the practices beside it.
    static ReviewDesk real() {
        return new ReviewDesk() {
            private @Nullable Reviewer reviewer;
            private @Nullable AskingPractices practices;

            @Override
            public Document read(Path file, Revision revision) {
                return Documents.read(file, revision);
            }

            @Override
            public Review review(Document document) {
                var catalogue = CompletableFuture.supplyAsync(Catalogue::standard);
                var ready = reviewer;
                if (ready == null) {
                    ready = new Reviewer();
                    reviewer = ready;
                }
                var review = ready.review(document);
                var asking = practices;
                if (asking == null) {
                    asking = new AskingPractices(catalogue.join(), InstantSource.system());
                    practices = asking;
                }
                return asking.ask(review);
            }

            @Override
            public void annotate(Path source, List<Remark> remarks, Path target) {
                Remarks.write(source, remarks, target);
            }

            @Override
            public TopicCatalogue topics() {
                return TopicCatalogue.of(Topics.load());
            }
        };
    }
}
