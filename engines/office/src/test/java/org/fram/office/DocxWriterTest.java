package org.fram.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocxWriterTest {

    private static final Place NOWHERE = Place.paragraph(0, 0);

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        var blocks = List.of(
                new Block.Heading(1, "", "Statement of Work", NOWHERE),
                new Block.Heading(2, "1", "Scope & limits", NOWHERE),
                new Block.Paragraph("", "The vendor delivers “it” for < 100 seats,\nin two lines.", NOWHERE),
                new Block.ListItem(1, "•", "a first item", NOWHERE),
                new Block.ListItem(2, "•", "an item below it", NOWHERE),
                table(List.of(List.of("Role", "Days"), List.of("Trainer", "12"))));

        var read = Documents.read(written(blocks)).blocks();

        assertThat(read).hasSize(6);
        assertThat(read.get(0)).isInstanceOfSatisfying(Block.Heading.class, heading -> {
            assertThat(heading.level()).isEqualTo(1);
            assertThat(heading.text()).isEqualTo("Statement of Work");
        });
        assertThat(read.get(1)).isInstanceOfSatisfying(Block.Heading.class, heading -> {
            // Typed, so it is a matter of the reader whether it is text or number.
            assertThat((heading.number() + " " + heading.text()).strip()).isEqualTo("1 Scope & limits");
        });
        assertThat(read.get(2))
                .isInstanceOfSatisfying(
                        Block.Paragraph.class,
                        paragraph -> assertThat(paragraph.text())
                                .isEqualTo("The vendor delivers “it” for < 100 seats,\nin two lines."));
        assertThat(read.get(4)).isInstanceOfSatisfying(Block.ListItem.class, item -> {
            assertThat(item.level()).isEqualTo(2);
            assertThat(item.text()).isEqualTo("an item below it");
        });
        assertThat(read.get(5)).isInstanceOfSatisfying(Block.Table.class, table -> {
            assertThat(table.headerRows()).isEqualTo(1);
            assertThat(table.rows()).extracting(Block.Row::quote).containsExactly("Role | Days", "Trainer | 12");
        });
    }

    @Test
    void charactersThatXmlCannotHoldAreLeftOut() throws IOException {
        var read = Documents.read(written(List.of(new Block.Paragraph("", "a\u0000b\u0007c 𝄞", NOWHERE))));

        assertThat(read.blocks())
                .singleElement()
                .isInstanceOfSatisfying(
                        Block.Paragraph.class, one -> assertThat(one.text()).isEqualTo("abc 𝄞"));
    }

    @Test
    void theSameBlocksGiveTheSameBytes() throws IOException {
        var blocks = List.<Block>of(new Block.Paragraph("", "The same.", NOWHERE));

        assertThat(Files.readAllBytes(written(blocks))).isEqualTo(bytes(blocks));
    }

    private Path written(List<? extends Block> blocks) throws IOException {
        return Files.write(folder.resolve("written.docx"), bytes(blocks));
    }

    private static byte[] bytes(List<? extends Block> blocks) throws IOException {
        var out = new ByteArrayOutputStream();
        Documents.writeDocx(List.copyOf(blocks), out);
        return out.toByteArray();
    }

    private static Block.Table table(List<List<String>> rows) {
        return new Block.Table(
                1,
                rows.stream()
                        .map(row -> new Block.Row(
                                IntStream.range(0, row.size())
                                        .mapToObj(i -> new Block.Cell(row.get(i), i, 1, 1, NOWHERE))
                                        .toList(),
                                NOWHERE))
                        .toList(),
                NOWHERE);
    }
}
