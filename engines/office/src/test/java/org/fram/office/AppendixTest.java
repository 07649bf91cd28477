package org.fram.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendixTest {

    private static final Instant AT = Instant.parse("2027-03-01T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void thePagesOfAPdfStandBeforeTheAppendixAsTheyAre() throws Exception {
        Path signed = pdf("signed.pdf");
        byte[] written = write(signed);

        try (var before = Loader.loadPDF(signed.toFile());
                var after = Loader.loadPDF(written)) {
            assertThat(after.getNumberOfPages()).isEqualTo(before.getNumberOfPages() + 1);
            for (int page = 0; page < before.getNumberOfPages(); page++) {
                assertThat(contents(after.getPage(page))).isEqualTo(contents(before.getPage(page)));
                assertThat(text(after, page + 1)).isEqualTo(text(before, page + 1));
            }
            assertThat(text(after, after.getNumberOfPages())).contains("Record of signatures", "Signed by hand");
        }
    }

    @Test
    void theFileIsAttachedByteForByte() throws Exception {
        Path signed = pdf("signed.pdf");

        assertThat(attached(write(signed), "signed.pdf")).isEqualTo(Files.readAllBytes(signed));
    }

    @Test
    void aFileThatIsNoPdfIsAttachedToTheAppendixAlone() throws Exception {
        Path text = folder.resolve("offer.md");
        Files.writeString(text, "# Offer\n");
        byte[] written = write(text);

        assertThat(Appendix.pages(text)).isEqualTo(Appendix.Pages.APPENDIX);
        assertThat(attached(written, "offer.md")).isEqualTo(Files.readAllBytes(text));
        try (var after = Loader.loadPDF(written)) {
            assertThat(after.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void anEncryptedOrBrokenPdfIsAttachedToTheAppendixAlone() throws Exception {
        Path locked = folder.resolve("locked.pdf");
        try (var document = Loader.loadPDF(pdf("open.pdf").toFile())) {
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            document.save(locked.toFile());
        }
        Path broken = folder.resolve("broken.pdf");
        Files.writeString(broken, "%PDF-1.7 and no more");

        for (Path file : List.of(locked, broken)) {
            byte[] written = write(file);
            assertThat(attached(written, String.valueOf(file.getFileName()))).isEqualTo(Files.readAllBytes(file));
            try (var after = Loader.loadPDF(written)) {
                assertThat(after.getNumberOfPages()).isEqualTo(1);
            }
        }
    }

    private byte[] write(Path file) throws Exception {
        var out = new ByteArrayOutputStream();
        var appendix = new Printing.Print(
                "Record of signatures",
                "en",
                List.of(),
                List.of(new Marked(
                        Marked.Shape.PARAGRAPH,
                        0,
                        Marked.Change.KEPT,
                        List.of(List.of(new Marked.Run(Marked.Change.KEPT, "Signed by hand"))))),
                "Record");
        Appendix.write(
                new Appendix.Attachment(file, String.valueOf(file.getFileName()), "What was signed", AT),
                appendix,
                out);
        return out.toByteArray();
    }

    /// A document of several pages.
    private Path pdf(String name) throws Exception {
        Path file = folder.resolve(name);
        var pieces = IntStream.range(0, 120)
                .mapToObj(i -> new Marked(
                        Marked.Shape.PARAGRAPH,
                        0,
                        Marked.Change.KEPT,
                        List.of(List.of(new Marked.Run(Marked.Change.KEPT, "The Vendor shall do thing " + i)))))
                .toList();
        try (var out = Files.newOutputStream(file)) {
            Printing.write(new Printing.Print("Statement of work", "en", List.of(), pieces, "Foot"), out);
        }
        return file;
    }

    private static byte[] contents(PDPage page) throws Exception {
        try (var in = page.getContents()) {
            return in.readAllBytes();
        }
    }

    private static String text(PDDocument document, int page) throws Exception {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    private static byte[] attached(byte[] pdf, String name) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return Objects.requireNonNull(document.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .get(name))
                    .getEmbeddedFile()
                    .toByteArray();
        }
    }
}
