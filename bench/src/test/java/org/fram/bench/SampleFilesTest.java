package org.fram.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fram.bench.SampleText.Piece;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {

    private static final long SEED = 11;

    @TempDir
    private Path folder = Path.of("");

    private final List<List<Piece>> pages = SampleText.pages(3, SEED);

    @Test
    void theSameSeedMakesTheSameTextAndAnotherOneAnother() {
        assertThat(SampleText.pages(3, SEED)).isEqualTo(pages);
        assertThat(SampleText.pages(3, SEED + 1)).isNotEqualTo(pages);
    }

    @Test
    void aWordDocumentIsReadWithItsHeadingsItemsAndTables() throws Exception {
        var file = folder.resolve("sample.docx");
        SampleFiles.docx(pages, 0, file);

        var document = Documents.read(file);

        assertThat(document.format()).isEqualTo(Document.Format.DOCX);
        assertThat(document.blocks().stream().filter(Block.Heading.class::isInstance))
                .hasSize(3);
        assertThat(document.blocks().stream().filter(Block.ListItem.class::isInstance))
                .hasSize(15);
        assertThat(document.blocks().stream().filter(Block.Table.class::isInstance))
                .hasSize(3);
    }

    @Test
    void picturesMakeAWordDocumentLargeAndLeaveItsTextAsItIs() throws Exception {
        var plain = folder.resolve("plain.docx");
        var pictured = folder.resolve("pictured.docx");
        SampleFiles.docx(pages, 0, plain);
        SampleFiles.docx(pages, 15_000_000, pictured);

        assertThat(Files.size(pictured)).isGreaterThan(15_000_000);
        assertThat(Documents.read(pictured).blocks())
                .isEqualTo(Documents.read(plain).blocks());
    }

    @Test
    void aPdfHasAsManyPagesAndTheSameWordsAsTheText() throws Exception {
        var pdf = folder.resolve("sample.pdf");
        var text = folder.resolve("sample.txt");
        SampleFiles.pdf(pages, pdf);
        SampleFiles.text(pages, text);

        assertThat(Documents.read(pdf).pages()).isEqualTo(3);
        assertThat(words(Documents.read(pdf))).containsAll(words(Documents.read(text)));
    }

    @Test
    void aLargeTextIsAtLeastAsLargeAsAskedFor() throws Exception {
        var file = folder.resolve("large.txt");
        SampleFiles.text(pages, 100_000, file);

        assertThat(Files.size(file)).isBetween(100_000L, 120_000L);
    }

    private static Set<String> words(Document document) {
        var words = new TreeSet<String>();
        QuoteCheck.blockTexts(document.blocks()).forEach(text -> words.addAll(Words.of(text)));
        // A line that begins with a number and a full stop may be taken for an item.
        for (var block : document.blocks()) {
            if (block instanceof Block.ListItem item) {
                words.addAll(Words.of(item.marker()));
            }
        }
        return words;
    }
}
