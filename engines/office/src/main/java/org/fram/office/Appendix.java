package org.fram.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jspecify.annotations.Nullable;

/// Writes a PDF of a file and pages about it: the pages of the file where it is a PDF, as they are, then the pages
/// about it, and the file itself attached, byte for byte.
///
/// The attached file is that which counts: programs for PDFs save it as it was. Its pages stand before the appendix
/// so that people read on paper what it is about. A PDF that does not let its pages be put elsewhere (it is
/// encrypted, or damaged) is attached all the same, and only its appendix has pages.
public final class Appendix {

    private static final String PDF = "application/pdf";
    private static final String BYTES = "application/octet-stream";

    /// How each PDF begins.
    private static final String SIGN = "%PDF-";

    private Appendix() {}

    /// What is attached.
    ///
    /// @param file where it lies; stays as it is
    /// @param name as the attachment is called
    /// @param about what it is, in a few words
    /// @param at when it came to be
    public record Attachment(Path file, String name, String about, Instant at) {}

    /// What the PDF that was written shows.
    public enum Pages {
        /// Those of the file, then those of the appendix.
        BOTH,
        /// Those of the appendix: the file has no pages that can be put elsewhere.
        APPENDIX
    }

    /// Whether the pages of a file can be put before an appendix.
    public static Pages pages(Path file) throws IOException {
        try (var own = open(file)) {
            return own == null ? Pages.APPENDIX : Pages.BOTH;
        }
    }

    /// Writes it.
    ///
    /// @throws IOException where the file cannot be read, or `out` takes no more
    public static void write(Attachment attachment, Printing.Print appendix, OutputStream out) throws IOException {
        try (var pages = Loader.loadPDF(Printing.pdf(appendix));
                var own = open(attachment.file())) {
            var whole = own == null ? pages : own;
            if (own != null) {
                new PDFMergerUtility().appendDocument(own, pages);
            }
            attach(whole, attachment);
            whole.save(out);
        }
    }

    /// The pages of a file; null where it has none that can be put elsewhere.
    private static @Nullable PDDocument open(Path file) throws IOException {
        if (!PDF.equals(type(file))) {
            return null;
        }
        try {
            var document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
            if (document.isEncrypted() || document.getNumberOfPages() == 0) {
                document.close();
                return null;
            }
            return document;
        } catch (IOException | RuntimeException damaged) {
            return null;
        }
    }

    private static void attach(PDDocument whole, Attachment attachment) throws IOException {
        PDEmbeddedFile embedded;
        try (InputStream content = Files.newInputStream(attachment.file())) {
            embedded = new PDEmbeddedFile(whole, content, COSName.FLATE_DECODE);
        }
        embedded.setSubtype(type(attachment.file()));
        embedded.setSize((int) Math.min(Integer.MAX_VALUE, Files.size(attachment.file())));
        var day = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        day.setTimeInMillis(attachment.at().toEpochMilli());
        embedded.setModDate(day);
        var specification = new PDComplexFileSpecification();
        specification.setFile(attachment.name());
        specification.setFileUnicode(attachment.name());
        specification.setFileDescription(attachment.about());
        specification.setEmbeddedFile(embedded);
        specification.setEmbeddedFileUnicode(embedded);
        specification.getCOSObject().setName("AFRelationship", "Source");
        var names = whole.getDocumentCatalog().getNames() == null
                ? new PDDocumentNameDictionary(whole.getDocumentCatalog())
                : whole.getDocumentCatalog().getNames();
        // A node of its own: what the file has attached itself is within the attached file.
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(attachment.name(), specification));
        names.setEmbeddedFiles(tree);
        whole.getDocumentCatalog().setNames(names);
        var associated = new COSArray();
        associated.add(specification.getCOSObject());
        whole.getDocumentCatalog().getCOSObject().setItem("AF", associated);
    }

    private static String type(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(SIGN.length());
            return new String(head, StandardCharsets.ISO_8859_1).equals(SIGN) ? PDF : BYTES;
        }
    }
}
