package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Documents;
import org.fram.office.Place;
import org.fram.office.TrackedChange;
import org.fram.review.Redline.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedlineTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final List<String> WORDS = List.of(
            "the", "Vendor", "shall", "train", "agents", "before", "cutover", "and", "report", "weekly", "to", "site");

    @TempDir
    private Path folder;

    @Test
    void whatStaysWhatWentAndWhatCameIsToldWordByWord() throws Exception {
        var redline = between("""
                # Scope

                The Vendor shall train all agents before cutover.

                The Vendor shall report weekly.
                """, """
                # Scope

                The Vendor shall train all agents and supervisors before cutover.

                The Customer provides a room.
                """);

        assertThat(redline.parts())
                .extracting(Redline.Part::fate)
                .containsExactly(Fate.SAME, Fate.EDITED, Fate.WENT, Fate.CAME);
        assertThat(redline.parts().get(1).cells().getFirst())
                .containsExactly(
                        new WordRun(WordRun.Kind.SAME, "The Vendor shall train all agents"),
                        new WordRun(WordRun.Kind.INSERTED, "and supervisors"),
                        new WordRun(WordRun.Kind.SAME, "before cutover."));
    }

    @Test
    void aClauseThatOnlyStandsElsewhereIsMovedAndANumberThatChangedIsNoChangeOfItsWords() throws Exception {
        var redline = between("""
                1. Training

                The Vendor shall train all agents before cutover.

                2. Reports

                The Vendor shall report weekly to the sponsor.
                """, """
                1. Reports

                The Vendor shall report weekly to the sponsor.

                2. Training

                The Vendor shall train all agents before cutover.
                """);

        assertThat(redline.parts()).filteredOn(Redline.Part::moved).isNotEmpty();
        assertThat(redline.count(Fate.EDITED)).isZero();
    }

    @Test
    void ofTwoThatHaveNothingToDoWithEachOtherNothingIsAlike() throws Exception {
        var redline = between("The Vendor shall train all agents.\n", "Grapes ripen slowly here, under mild sun.\n");

        assertThat(redline.alike()).isLessThan(Redline.FOREIGN);
        assertThat(between("One two three four.\n", "One two three four.\n").alike())
                .isEqualTo(1);
    }

    /// Whoever accepts all changes has the later version, whoever rejects them the earlier one.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aWordDocumentWithTheChangesTrackedHoldsBothVersions(long seed) throws IOException {
        var random = new Random(seed);
        var before = clauses(random, 60);
        var after = edited(before, random);
        Path file = folder.resolve("redline.docx");

        try (var out = Files.newOutputStream(file)) {
            Documents.writeDocx(
                    Redline.between(document(before), document(after)).marked(), "Cloud Vendor", NOON, out);
        }

        assertThat(texts(Documents.read(file, Documents.Revision.ORIGINAL))).isEqualTo(texts(document(before)));
        var accepted = Documents.read(file, Documents.Revision.ACCEPTED);
        assertThat(texts(accepted)).isEqualTo(texts(document(after)));
        assertThat(accepted.changes()).isNotEmpty().allSatisfy(change -> {
            assertThat(change.author()).isEqualTo("Cloud Vendor");
            assertThat(change.at()).isEqualTo(NOON);
        });
        assertThat(accepted.changes()).extracting(TrackedChange::kind).contains(TrackedChange.Kind.INSERTED);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void eachPassageOfEachVersionStandsInItOnceAndInOrder(long seed) {
        var random = new Random(seed);
        var before = clauses(random, 40);
        var after = edited(before, random);

        var parts = Redline.between(document(before), document(after)).parts();

        assertThat(parts.stream()
                        .map(part -> part.before().index())
                        .filter(i -> i >= 0)
                        .toList())
                .isEqualTo(Stream.iterate(0, i -> i + 1).limit(before.size()).toList());
        assertThat(parts.stream()
                        .map(part -> part.after().index())
                        .filter(i -> i >= 0)
                        .toList())
                .isEqualTo(Stream.iterate(0, i -> i + 1).limit(after.size()).toList());
        for (var part : parts) {
            if (part.before().index() >= 0) {
                assertThat(words(part, WordRun.Kind.INSERTED))
                        .isEqualTo(before.get(part.before().index()).text());
            }
            if (part.after().index() >= 0) {
                assertThat(words(part, WordRun.Kind.DELETED))
                        .isEqualTo(after.get(part.after().index()).text());
            }
        }
    }

    @Test
    void rowsOfTablesAreComparedCellByCell() throws Exception {
        var redline = between("""
                | Item | Price |
                | --- | --- |
                | Migration of call flows | 1,000 |
                | Training of all agents | 500 |
                """, """
                | Item | Price |
                | --- | --- |
                | Migration of call flows | 1,200 |
                | Training of all agents | 500 |
                | Travel | 90 |
                """);

        assertThat(redline.parts())
                .extracting(Redline.Part::fate)
                .containsExactly(Fate.SAME, Fate.EDITED, Fate.SAME, Fate.CAME);
        assertThat(redline.parts().get(1).cells().get(1))
                .containsExactly(
                        new WordRun(WordRun.Kind.DELETED, "1,000"), new WordRun(WordRun.Kind.INSERTED, "1,200"));
        Path file = folder.resolve("table.docx");
        try (var out = Files.newOutputStream(file)) {
            Documents.writeDocx(redline.marked(), "Vendor", NOON, out);
        }
        assertThat(rows(file, Documents.Revision.ORIGINAL))
                .containsExactly("Item | Price", "Migration of call flows | 1,000", "Training of all agents | 500");
        assertThat(rows(file, Documents.Revision.ACCEPTED))
                .containsExactly(
                        "Item | Price",
                        "Migration of call flows | 1,200",
                        "Training of all agents | 500",
                        "Travel | 90");
    }

    private static List<String> rows(Path file, Documents.Revision revision) {
        return Documents.read(file, revision).blocks().stream()
                .filter(Block.Table.class::isInstance)
                .flatMap(block -> ((Block.Table) block).rows().stream())
                .map(Block.Row::quote)
                .toList();
    }

    private Redline between(String before, String after) throws IOException {
        return Redline.between(markdown("before.md", before), markdown("after.md", after));
    }

    private Document markdown(String name, String text) throws IOException {
        return Documents.read(Files.writeString(folder.resolve(name), text));
    }

    private static String words(Redline.Part part, WordRun.Kind without) {
        return part.cells().getFirst().stream()
                .filter(run -> run.kind() != without)
                .map(WordRun::text)
                .collect(Collectors.joining(" "));
    }

    private static List<Block.Paragraph> clauses(Random random, int many) {
        var clauses = new ArrayList<Block.Paragraph>();
        for (int i = 0; i < many; i++) {
            clauses.add(clause(random));
        }
        return clauses;
    }

    private static Block.Paragraph clause(Random random) {
        return paragraph(Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
                .limit(4 + random.nextInt(20))
                .collect(Collectors.joining(" ")));
    }

    private static Block.Paragraph paragraph(String text) {
        return new Block.Paragraph("", text, Place.paragraph(0, 0));
    }

    /// Some clauses go, some come, some have other words, some stand elsewhere.
    private static List<Block.Paragraph> edited(List<Block.Paragraph> before, Random random) {
        var after = new ArrayList<Block.Paragraph>();
        for (var clause : before) {
            switch (random.nextInt(8)) {
                case 0 -> {
                    // It goes.
                }
                case 1 -> {
                    after.add(clause);
                    after.add(clause(random));
                }
                case 2 -> {
                    var words = new ArrayList<>(List.of(clause.text().split(" ")));
                    words.set(random.nextInt(words.size()), "other");
                    words.add(random.nextInt(words.size()), "new");
                    after.add(paragraph(String.join(" ", words)));
                }
                case 3 -> after.add(random.nextInt(after.size() + 1), clause);
                default -> after.add(clause);
            }
        }
        return after;
    }

    private static Document document(List<Block.Paragraph> blocks) {
        return new Document("a.md", Document.Format.MARKDOWN, 0, List.copyOf(blocks), List.of(), List.of());
    }

    private static List<String> texts(Document document) {
        return document.blocks().stream()
                .map(block -> ((Block.Paragraph) block).text())
                .toList();
    }
}
