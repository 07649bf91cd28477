package org.fram.cli;

import java.nio.file.Path;
import org.fram.office.Document;
import org.fram.office.Documents;
import org.fram.office.Documents.Revision;
import org.fram.report.TopicCatalogue;
import org.fram.review.Review;
import org.fram.review.Reviewer;
import org.fram.review.Topics;
import org.jspecify.annotations.Nullable;

/// Where documents are read and reviewed.
interface ReviewDesk {

    /// Reads a document.
    ///
    /// @throws org.fram.office.UnreadableDocumentException if it cannot be read
    Document read(Path file, Revision revision);

    /// Reviews a document.
    Review review(Document document);

    /// What topics are called.
    TopicCatalogue topics();

    /// The real one. It loads the language models at the first review, not before.
    static ReviewDesk real() {
        return new ReviewDesk() {
            private @Nullable Reviewer reviewer;

            @Override
            public Document read(Path file, Revision revision) {
                return Documents.read(file, revision);
            }

            @Override
            public Review review(Document document) {
                var ready = reviewer;
                if (ready == null) {
                    ready = new Reviewer();
                    reviewer = ready;
                }
                return ready.review(document);
            }

            @Override
            public TopicCatalogue topics() {
                return TopicCatalogue.of(Topics.load());
            }
        };
    }
}
