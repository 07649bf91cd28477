package org.fram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fram.office.Document;
import org.fram.office.Documents;
import org.fram.review.Review;

/// The labelled documents below a folder, each read once.
record ReviewRun(List<Labelled> documents) {

    /// A document with its labels.
    ///
    /// @param set which documents it is totalled with: the folder's name and the format
    /// @param check of what the file holds
    record Labelled(Labels labels, Path file, Document document, String set, QuoteCheck check) {}

    /// A document's review and how good it is.
    ///
    /// @param failed quotes that do not occur in the document, each a line; such a review counts as failed
    /// @param notes what else the check of the quotes has to say
    record Scored(Labelled of, Review review, Score score, List<String> failed, List<String> notes) {}

    /// Reads all `*.gold.json` below a folder and the documents that they are about, in the order of their names.
    static ReviewRun below(Path folder, String only) throws IOException {
        var documents = new ArrayList<Labelled>();
        List<Path> labelled;
        try (var files = Files.walk(folder)) {
            labelled = files.filter(file -> file.getFileName().toString().endsWith(".gold.json"))
                    .sorted()
                    .toList();
        }
        for (var gold : labelled) {
            var labels = Labels.read(gold);
            for (var file : labels.documents()) {
                if (!only.isEmpty() && !file.getFileName().toString().contains(only)) {
                    continue;
                }
                var document = Documents.read(file);
                var parent = file.getParent();
                var set = (parent == null ? "" : parent.getFileName() + " ") + document.format();
                documents.add(new Labelled(labels, file, document, set, QuoteCheck.of(file, document)));
            }
        }
        return new ReviewRun(List.copyOf(documents));
    }

    List<Scored> scored(Function<Document, Review> reviewer) {
        var scored = new ArrayList<Scored>();
        for (var labelled : documents) {
            scored.add(score(labelled, reviewer.apply(labelled.document())));
        }
        return scored;
    }

    static Scored score(Labelled labelled, Review review) {
        var failed = new ArrayList<String>();
        var notes = new ArrayList<String>();
        for (var quote : QuoteCheck.quotes(review)) {
            switch (labelled.check().occurrence(quote.text())) {
                case WHOLE, CELLS -> {}
                case PIECES -> notes.add("in pieces, " + quote.field() + ": " + quote.text());
                case READER_ONLY -> notes.add("only as read, " + quote.field() + ": " + quote.text());
                case NOWHERE -> failed.add(quote.field() + ": " + quote.text());
            }
        }
        for (var part : QuoteCheck.strayParts(review)) {
            failed.add(part.field() + ": " + part.text());
        }
        return new Scored(labelled, review, Scorer.score(labelled.labels(), review), failed, notes);
    }
}
