package org.fram.office;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.fram.office.UnreadableDocumentException.Reason;

/// Writes remarks into a PDF: the quoted text highlighted, with a note that opens from it.
///
/// What the PDF holds stays byte for byte; the annotations are appended to it.
final class PdfRemarks {

    private static final PDColor YELLOW = new PDColor(new float[] {1, 0.85f, 0.2f}, PDDeviceRGB.INSTANCE);

    private static final float ICON = 18;

    private final PDDocument pdf;
    private final PdfReader.Contents contents;

    private PdfRemarks(PDDocument pdf, PdfReader.Contents contents) {
        this.pdf = pdf;
        this.contents = contents;
    }

    /// @throws UnreadableDocumentException if the source cannot be read, or does not allow annotations
    static void write(Path source, List<Remark> remarks, Path target) {
        Path draft = null;
        try {
            try (PDDocument pdf = PdfReader.open(source)) {
                if (!pdf.getCurrentAccessPermission().canModifyAnnotations()) {
                    throw new UnreadableDocumentException(
                            Reason.ENCRYPTED,
                            source + ": the PDF's owner does not allow comments in it. Ask for a copy that does.");
                }
                PdfRemarks writer = new PdfRemarks(pdf, PdfReader.contents(pdf, source));
                for (Remark remark : remarks) {
                    writer.add(remark);
                }
                draft = target.resolveSibling("." + target.getFileName() + ".part");
                try (OutputStream out = Files.newOutputStream(draft)) {
                    pdf.saveIncremental(out);
                }
            }
            replace(draft, target);
        } catch (IOException e) {
            throw new UnreadableDocumentException(
                    Reason.CORRUPT,
                    source + ": the remarks cannot be written to " + target + " (" + e.getMessage() + ").");
        } finally {
            if (draft != null) {
                discard(draft);
            }
        }
    }

    private static void replace(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            draft.toFile().deleteOnExit();
        }
    }

    private void add(Remark remark) throws IOException {
        List<PdfWord> words = quoted(remark);
        if (words.isEmpty()) {
            addNote(remark);
            return;
        }
        Map<Integer, List<PdfWord>> byPage = new TreeMap<>();
        for (PdfWord word : words) {
            byPage.computeIfAbsent(word.page(), page -> new ArrayList<>()).add(word);
        }
        for (Map.Entry<Integer, List<PdfWord>> each : byPage.entrySet()) {
            highlight(remark, contents.sheets().get(each.getKey() - 1), each.getValue());
        }
    }

    // Finding the text

    /// The words of the quote: those of its row, else of its block, else of its page; none if it is nowhere.
    private List<PdfWord> quoted(Remark remark) {
        Place place = remark.place();
        List<PdfWord> found = List.of();
        if (place.paragraph() >= 1 && place.paragraph() <= contents.blocks().size()) {
            PdfBlock block = contents.blocks().get(place.paragraph() - 1);
            if (place.row() >= 1 && place.row() <= block.rows().size()) {
                found = find(remark.quote(), words(block.rows().get(place.row() - 1)));
            }
            found = found.isEmpty() ? find(remark.quote(), words(block.lines())) : found;
        }
        if (found.isEmpty()
                && place.page() >= 1
                && place.page() <= contents.sheets().size()) {
            List<PdfWord> page = new ArrayList<>();
            for (PdfBlock block : contents.blocks()) {
                for (PdfWord word : words(block.lines())) {
                    if (word.page() == place.page()) {
                        page.add(word);
                    }
                }
            }
            found = find(remark.quote(), page);
        }
        return found;
    }

    private static List<PdfWord> words(List<PdfLine> lines) {
        List<PdfWord> words = new ArrayList<>();
        for (PdfLine line : lines) {
            words.addAll(line.words());
        }
        return words;
    }

    /// The run of words that reads as the quote does, letters and digits compared.
    private static List<PdfWord> find(String quote, List<PdfWord> words) {
        String wanted = letters(quote);
        if (wanted.isEmpty()) {
            return List.of();
        }
        // Reference marks are no part of a quote, but a raised "2" of "m2" is.
        List<PdfWord> unraised = words.stream().filter(word -> !word.raised()).toList();
        List<PdfWord> found = findLetters(wanted, unraised);
        return found.isEmpty() ? findLetters(wanted, words) : found;
    }

    private static List<PdfWord> findLetters(String wanted, List<PdfWord> words) {
        StringBuilder text = new StringBuilder();
        int[] ends = new int[words.size()];
        for (int i = 0; i < words.size(); i++) {
            text.append(letters(words.get(i).text()));
            ends[i] = text.length();
        }
        int from = text.indexOf(wanted);
        List<PdfWord> found = new ArrayList<>();
        for (int i = 0; from >= 0 && i < words.size(); i++) {
            int start = i == 0 ? 0 : ends[i - 1];
            boolean sign = start == ends[i];
            if (ends[i] > from && start < from + wanted.length() && !(sign && start <= from)) {
                found.add(words.get(i));
            }
        }
        return found;
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    // Writing annotations

    private void highlight(Remark remark, PdfSheet sheet, List<PdfWord> words) throws IOException {
        List<PdfBox> strips = strips(words);
        AffineTransform back = inverse(sheet);
        float[] quads = new float[strips.size() * 8];
        PdfBox bounds = null;
        for (int i = 0; i < strips.size(); i++) {
            PdfBox strip = strips.get(i);
            float[] corners = {
                strip.left(),
                strip.top(),
                strip.right(),
                strip.top(),
                strip.left(),
                strip.bottom(),
                strip.right(),
                strip.bottom()
            };
            back.transform(corners, 0, quads, i * 8, 4);
            PdfBox box = bounds(quads, i * 8);
            bounds = bounds == null ? box : bounds.with(box);
        }
        if (bounds == null) {
            return;
        }
        PDAnnotationHighlight highlight = new PDAnnotationHighlight();
        highlight.setQuadPoints(quads);
        highlight.setRectangle(rectangle(bounds));
        highlight.setColor(YELLOW);
        highlight.setConstantOpacity(0.6f);
        attach(highlight, remark, sheet, strips.getFirst().top());
    }

    /// One strip for the words of a line that stand together.
    private static List<PdfBox> strips(List<PdfWord> words) {
        List<PdfBox> strips = new ArrayList<>();
        PdfWord before = null;
        for (PdfWord word : words) {
            boolean together = before != null
                    && Math.abs(before.baseline() - word.baseline()) < 0.3f * word.size()
                    && word.left() > before.left()
                    && word.left() - before.right() < 1.5f * word.size();
            if (together) {
                strips.set(strips.size() - 1, strips.getLast().with(word.box()));
            } else {
                strips.add(word.box());
            }
            before = word;
        }
        return strips;
    }

    /// A note beside the paragraph whose words were not found.
    private void addNote(Remark remark) throws IOException {
        Place place = remark.place();
        int page = Math.clamp(place.page(), 1, contents.sheets().size());
        float top = 24;
        float left = 2 * ICON;
        if (place.paragraph() >= 1 && place.paragraph() <= contents.blocks().size()) {
            List<PdfLine> lines = contents.blocks().get(place.paragraph() - 1).lines();
            if (!lines.isEmpty()) {
                page = lines.getFirst().page();
                top = lines.getFirst().top();
                left = lines.getFirst().left();
            }
        }
        PdfSheet sheet = contents.sheets().get(page - 1);
        float at = Math.max(4, left - ICON - 6);
        float[] corners = {at, top, at + ICON, top, at, top + ICON, at + ICON, top + ICON};
        inverse(sheet).transform(corners, 0, corners, 0, 4);
        PDAnnotationText note = new PDAnnotationText();
        note.setName(PDAnnotationText.NAME_COMMENT);
        note.setRectangle(rectangle(bounds(corners, 0)));
        note.setColor(YELLOW);
        attach(note, remark, sheet, top);
    }

    private void attach(PDAnnotationMarkup annotation, Remark remark, PdfSheet sheet, float top) throws IOException {
        PDPage page = pdf.getPage(sheet.number() - 1);
        annotation.setContents(remark.text());
        annotation.setTitlePopup(remark.author());
        annotation.setPrinted(true);
        annotation.setPage(page);
        annotation.constructAppearances(pdf);
        PDAnnotationPopup popup = new PDAnnotationPopup();
        float[] corners = {
            sheet.width() - 190,
            top,
            sheet.width() - 10,
            top,
            sheet.width() - 190,
            top + 90,
            sheet.width() - 10,
            top + 90
        };
        inverse(sheet).transform(corners, 0, corners, 0, 4);
        popup.setRectangle(rectangle(bounds(corners, 0)));
        popup.setParent(annotation);
        popup.setOpen(false);
        popup.setPage(page);
        annotation.setPopup(popup);
        List<PDAnnotation> annotations = page.getAnnotations();
        annotations.add(annotation);
        annotations.add(popup);
        page.setAnnotations(annotations);
        page.getCOSObject().setNeedToBeUpdated(true);
    }

    private static AffineTransform inverse(PdfSheet sheet) {
        try {
            return sheet.frame().createInverse();
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("A page's frame has an inverse.", e);
        }
    }

    private static PdfBox bounds(float[] corners, int from) {
        Point2D.Float least = new Point2D.Float(Float.MAX_VALUE, Float.MAX_VALUE);
        Point2D.Float most = new Point2D.Float(-Float.MAX_VALUE, -Float.MAX_VALUE);
        for (int i = from; i < from + 8; i += 2) {
            least.setLocation(Math.min(least.x, corners[i]), Math.min(least.y, corners[i + 1]));
            most.setLocation(Math.max(most.x, corners[i]), Math.max(most.y, corners[i + 1]));
        }
        return new PdfBox(least.x, least.y, most.x, most.y);
    }

    private static PDRectangle rectangle(PdfBox box) {
        return new PDRectangle(box.left(), box.top(), box.width(), box.height());
    }
}
