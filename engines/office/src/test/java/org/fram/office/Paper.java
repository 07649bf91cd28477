package org.fram.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// A PDF that a test draws. Places are points from the page's top left, y downwards, text by its baseline.
final class Paper implements AutoCloseable {

    static final FontName PLAIN = FontName.HELVETICA;
    static final FontName BOLD = FontName.HELVETICA_BOLD;

    // A font object belongs to the document that it was first used in.
    private final Map<FontName, PDFont> fonts = new EnumMap<>(FontName.class);

    final PDDocument pdf = new PDDocument();
    private PDPageContentStream out;
    private float height;

    Paper() {
        out = begin(PDRectangle.A4);
    }

    Paper page() {
        return page(PDRectangle.A4);
    }

    Paper page(PDRectangle size) {
        end();
        out = begin(size);
        return this;
    }

    private PDPageContentStream begin(PDRectangle size) {
        PDPage page = new PDPage(size);
        pdf.addPage(page);
        height = size.getHeight();
        try {
            return new PDPageContentStream(pdf, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PDPage current() {
        return pdf.getPage(pdf.getNumberOfPages() - 1);
    }

    Paper text(float x, float y, String text) {
        return text(x, y, 10, PLAIN, text);
    }

    Paper bold(float x, float y, String text) {
        return text(x, y, 10, BOLD, text);
    }

    Paper text(float x, float y, float size, FontName font, String text) {
        try {
            out.beginText();
            out.setFont(font(font), size);
            out.newLineAtOffset(x, height - y);
            out.showText(text);
            out.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    PDFont font(FontName name) {
        return fonts.computeIfAbsent(name, PDType1Font::new);
    }

    /// Lines of 12 points that are as wide as fits.
    ///
    /// @return the baseline of the line after
    float flow(float x, float y, float width, String text) {
        float at = y;
        for (String line : wrapped(text, width, 10, PLAIN)) {
            text(x, at, line);
            at += 12;
        }
        return at;
    }

    static List<String> wrapped(String text, float width, float size, FontName font) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && width(line + " " + word, size, font) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    static float width(CharSequence text, float size, FontName font) {
        try {
            return new PDType1Font(font).getStringWidth(text.toString()) * size / 1000;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Paper line(float x1, float y1, float x2, float y2) {
        try {
            out.setLineWidth(0.5f);
            out.moveTo(x1, height - y1);
            out.lineTo(x2, height - y2);
            out.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Paper shade(float x1, float y1, float x2, float y2) {
        try {
            out.setNonStrokingColor(0.85f);
            out.addRect(x1, height - y2, x2 - x1, y2 - y1);
            out.fill();
            out.setNonStrokingColor(0f);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    PDPageContentStream drawing() {
        return out;
    }

    Paper protect(String ownerPassword, String userPassword) {
        end();
        try {
            AccessPermission rights = new AccessPermission();
            rights.setCanModify(false);
            rights.setCanModifyAnnotations(false);
            StandardProtectionPolicy policy = new StandardProtectionPolicy(ownerPassword, userPassword, rights);
            policy.setEncryptionKeyLength(128);
            pdf.protect(policy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Path save(Path folder) {
        try {
            end();
            Path file = folder.resolve("paper.pdf");
            pdf.save(file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Document read(Path folder) {
        return Documents.read(save(folder));
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
