package org.fram.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Documents.Revision;
import org.fram.office.Place;
import org.fram.office.Remark;
import org.fram.office.TrackedChange;
import org.fram.office.UnreadableDocumentException;
import org.fram.office.UnreadableDocumentException.Reason;
import org.fram.report.TopicCatalogue;
import org.fram.review.Review;
import picocli.CommandLine;

/// A command line whose documents and reviews are laid out beforehand, by the name of the file.
final class Desk implements ReviewDesk {

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    private final Map<String, Review> reviews = new HashMap<>();
    private Terminal terminal = Terminal.FILE;
    private Terminal errors = Terminal.FILE;

    Desk with(Review review) {
        reviews.put(review.document(), review);
        return this;
    }

    Desk watched(Terminal shown) {
        terminal = shown;
        errors = shown;
        return this;
    }

    int fram(Object... args) {
        CommandLine.IFactory factory = new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                if (type == ReviewCommand.class) {
                    return type.cast(new ReviewCommand(Desk.this, terminal, errors));
                }
                if (type == CompareCommand.class) {
                    return type.cast(new CompareCommand(Desk.this, terminal));
                }
                if (type == LevelCommand.class) {
                    return type.cast(new LevelCommand(terminal, errors));
                }
                return CommandLine.defaultFactory().create(type);
            }
        };
        var words = List.of(args).stream().map(Object::toString).toArray(String[]::new);
        return Fram.run(new CommandLine(new Fram(), factory), new PrintWriter(out), new PrintWriter(err), words);
    }

    @Override
    public Document read(Path file, Revision revision) {
        if (!Files.exists(file)) {
            throw new UnreadableDocumentException(Reason.MISSING, file + " does not exist.");
        }
        var name = file.getFileName().toString();
        var changes = name.startsWith("redlined")
                ? List.of(new TrackedChange(TrackedChange.Kind.INSERTED, "", null, "40", Place.paragraph(0, 2)))
                : List.<TrackedChange>of();
        return new Document(
                revision == Revision.ORIGINAL ? "original-" + name : name,
                name.endsWith(".txt") ? Document.Format.TEXT : Document.Format.PDF,
                0,
                List.of(
                        new Block.Heading(1, "2", "Delivery", Place.paragraph(0, 1)),
                        new Block.Paragraph("", "Orlo will install 40 headsets.", Place.paragraph(0, 2))),
                List.of(),
                changes);
    }

    @Override
    public void annotate(Path source, List<Remark> remarks, Path target) {
        try {
            Files.writeString(
                    target,
                    remarks.stream()
                            .map(remark -> remark.quote() + " <- " + remark.text())
                            .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public TopicCatalogue topics() {
        return new TopicCatalogue(
                List.of(new TopicCatalogue.Entry("rollback", "The way back", "Going live", "", "Ask.")));
    }

    @Override
    public Review review(Document document) {
        var review = reviews.get(document.name());
        if (review == null) {
            throw new IllegalStateException("ran aground");
        }
        return review;
    }
}
