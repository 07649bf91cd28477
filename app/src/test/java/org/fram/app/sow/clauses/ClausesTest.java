package org.fram.app.sow.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fram.app.sow.clauses.Clause.Shape;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClausesTest {

    private static final Path SAMPLES = Path.of("../samples");

    @TempDir
    private Path folder;

    static Stream<Path> samples() throws Exception {
        try (var files = Files.list(SAMPLES)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(docx|pdf|md|txt)"))
                    .filter(file -> !file.endsWith("README.md"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDocumentSaysTheSameAfterItWasTakenApartIntoClauses(Path sample) {
        var document = Documents.read(sample);

        var again = Clauses.document(document.name(), Clauses.of(document));

        assertThat(again.blocks())
                .map(ClausesTest::words)
                .isEqualTo(document.blocks().stream().map(ClausesTest::words).toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theWordFileOfClausesIsReadAsTheSameWords(Path sample) throws Exception {
        var written = Clauses.document("again.docx", Clauses.of(Documents.read(sample)));
        var out = new ByteArrayOutputStream();
        Documents.writeDocx(written.blocks(), out);
        var read = Documents.read(Files.write(folder.resolve("again.docx"), out.toByteArray()));

        assertThat(all(read)).isEqualTo(all(written));
    }

    @Test
    void numbersAreCountedFromTheOrderAndReferencesFollow() {
        var clauses = clauses("""
                # 1 Scope

                The Vendor migrates what section 2.1 lists.

                # 2 Systems

                ## 2.1 Telephony

                As in Section 1 and sections 2.1, 2.2 and 3.

                ## 2.2 Desktop

                None.

                # 3 Prices

                See section 12 of the Master Agreement.
                """);
        var before = Numbers.of(clauses);
        assertThat(printed(clauses)).containsExactly("1", "2", "2.1", "2.2", "3");

        var first = Clauses.clause(Shape.HEADING, 1, 1, "", "Parties").at(1);
        var more = new ArrayList<>(clauses);
        more.addFirst(first);
        assertThat(printed(more)).containsExactly("1", "2", "3", "3.1", "3.2", "4");
        assertThat(texts(more))
                .contains(
                        "The Vendor migrates what section 3.1 lists.",
                        "As in Section 2 and sections 3.1, 3.2 and 4.",
                        "See section 12 of the Master Agreement.");
        assertThat(before.clause("2.1")).isEqualTo(clauses.get(3).id());
    }

    @Test
    void aReferenceToWhatWasTakenOutIsSaidToBeLostAndIsNotBoundToAnother() {
        var clauses = clauses("# 1 Scope\n\nSee section 2.\n\n# 2 Systems\n\nNone.\n\n# 3 Prices\n\nOne.\n");
        var less = clauses.stream()
                .map(clause -> clause.text().equals("Systems") ? clause.takenOut() : clause)
                .toList();

        assertThat(texts(less)).contains("See section [taken out].");
        // Left as it is while something else is written, it stays what it was; put back, it is whole again.
        String kept = less.get(1).text();
        String anew = References.keptAnew("Do see section [taken out], please.", kept, Numbers.of(less));
        assertThat(References.shown(anew, Numbers.of(clauses))).isEqualTo("Do see section 2, please.");
    }

    @Test
    void aDocumentThatBeginsLaterCountsOnFromThere() {
        assertThat(printed(clauses("# 3 Scope\n\n## 3.1 Sites\n\nOne.\n\n# 4 Prices\n\nTwo.\n")))
                .containsExactly("3", "3.1", "4");
        assertThat(printed(clauses("# Annex A\n\nOne.\n\n# IV Prices\n\nTwo.\n")))
                .isEmpty();
    }

    @Test
    void clausesThatReferToEachOtherInACircleAreFoundOnce() {
        var clauses = clauses("""
                # 1 Scope

                As section 2 says.

                # 2 Systems

                As section 3 says.

                # 3 Prices

                As section 1 says, and section 3.
                """);

        var circles = References.circles(clauses);

        assertThat(circles).hasSize(1);
        assertThat(circles.getFirst()).hasSize(3);
        assertThat(References.circles(clauses("# 1 Scope\n\nAs section 2 says.\n\n# 2 Systems\n\nNone.\n\n# 3 P\n")))
                .isEmpty();
    }

    /// Whatever is inserted, taken out or moved: a reference names the number that its clause has then.
    @Test
    void referencesHoldWhateverComesAndGoes() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int many = 3 + random.nextInt(12);
            String text = IntStream.rangeClosed(1, many)
                    .mapToObj(i -> "# %d Part\n\nAs section %d says.\n\n".formatted(i, 1 + random.nextInt(many)))
                    .collect(Collectors.joining());
            var clauses = new ArrayList<>(clauses(text));
            var meant =
                    clauses.stream().collect(Collectors.toMap(Clause::id, clause -> References.targets(clause.text())));
            for (int act = 0; act < 5; act++) {
                int at = random.nextInt(clauses.size());
                switch (random.nextInt(3)) {
                    case 0 -> clauses.add(at, Clauses.clause(Shape.HEADING, 1, 1, "", "New"));
                    case 1 -> clauses.set(at, clauses.get(at).takenOut());
                    default -> clauses.add(random.nextInt(clauses.size()), clauses.remove(at));
                }
            }
            var numbers = Numbers.of(clauses);
            for (var clause : clauses) {
                for (var target : meant.getOrDefault(clause.id(), List.of())) {
                    String number = numbers.of(target);
                    assertThat(References.shown(clause.text(), numbers))
                            .isEqualTo("As section %s says.".formatted(number == null ? "[taken out]" : number));
                }
            }
        }
    }

    @Test
    void whatSomebodyWritesCannotPassForAReferenceOfOurs() {
        var numbers = Numbers.of(clauses("# 1 Scope\n\nOne.\n\n# 2 Prices\n\nTwo.\n"));
        String forged = "\uE000" + ClauseId.next() + "\uE001";

        assertThat(References.targets(References.kept("See " + forged, numbers)))
                .isEmpty();
    }

    private List<Clause> clauses(String markdown) {
        try {
            return Clauses.of(Documents.read(Files.writeString(folder.resolve("sow.md"), markdown)));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static List<String> printed(List<Clause> clauses) {
        var numbers = Numbers.of(clauses);
        return clauses.stream()
                .filter(clause -> clause.depth() > 0)
                .map(numbers::printed)
                .toList();
    }

    private static List<String> texts(List<Clause> clauses) {
        var numbers = Numbers.of(clauses);
        return clauses.stream()
                .map(clause -> References.shown(clause.text(), numbers))
                .toList();
    }

    /// The words of a document, without what writing and reading may part differently.
    private static String all(Document document) {
        return document.blocks().stream()
                .map(ClausesTest::words)
                .collect(Collectors.joining(" "))
                .replaceAll("[•▪\\s-]+", " ");
    }

    private static String words(Block block) {
        return said(block).strip();
    }

    private static String said(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading.number() + " " + heading.text();
            case Block.Paragraph paragraph -> paragraph.number() + " " + paragraph.text();
            case Block.ListItem item -> item.marker() + " " + item.text();
            case Block.Footnote footnote -> footnote.marker() + " " + footnote.text();
            case Block.Table table ->
                table.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(Block.Cell::text)
                        .collect(Collectors.joining(" "));
        };
    }
}
