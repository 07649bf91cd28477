package org.fram.office;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/// Runs a page's drawing instructions and notes the characters, ruling lines and filled areas. Draws nothing.
final class PdfScanner extends PDFGraphicsStreamEngine {

    /// Thicker than this is an area, not a line; in points.
    private static final float THIN = 3.2f;

    /// Shorter than this is a dash or a serif drawn as a path, not a ruling line; in points.
    private static final float SHORT = 4;

    private static final Pattern SYMBOLS = Pattern.compile("^([a-z]{6}\\+)?(symbol|wingdings|webdings|zapfdingbats)");

    /// A character with the direction in which it is written: 0 to the right, 1 down, 2 to the left, 3 up.
    private record Drawn(PdfGlyph glyph, int direction, boolean invisible) {}

    private record Face(boolean bold, boolean italic, boolean symbols, float space) {}

    private final int number;
    private final float width;
    private final float height;
    private final AffineTransform display;
    private final Map<PDFont, Face> faces = new HashMap<>();
    private final List<Drawn> drawn = new ArrayList<>();
    private final List<PdfBox> lines = new ArrayList<>();
    private final List<PdfBox> areas = new ArrayList<>();
    private final List<Point2D.Float[]> segments = new ArrayList<>();
    private final List<List<Point2D.Float>> subpaths = new ArrayList<>();
    private final Point2D.Float current = new Point2D.Float();
    private float pictures;
    private int unmapped;

    private PdfScanner(PDPage page, int number) {
        super(page);
        this.number = number;
        PDRectangle crop = page.getCropBox();
        int turn = Math.floorMod(page.getRotation(), 360);
        boolean sideways = turn == 90 || turn == 270;
        width = sideways ? crop.getHeight() : crop.getWidth();
        height = sideways ? crop.getWidth() : crop.getHeight();
        display = switch (turn) {
            case 90 -> new AffineTransform(0, 1, 1, 0, -crop.getLowerLeftY(), -crop.getLowerLeftX());
            case 180 -> new AffineTransform(-1, 0, 0, 1, crop.getUpperRightX(), -crop.getLowerLeftY());
            case 270 -> new AffineTransform(0, -1, -1, 0, crop.getUpperRightY(), crop.getUpperRightX());
            default -> new AffineTransform(1, 0, 0, -1, -crop.getLowerLeftX(), crop.getUpperRightY());
        };
    }

    /// What the page draws, its form fields included.
    static PdfSheet scan(PDPage page, int number) throws IOException {
        PdfScanner scanner = new PdfScanner(page, number);
        scanner.processPage(page);
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (annotation instanceof PDAnnotationWidget && !annotation.isHidden() && !annotation.isNoView()) {
                scanner.showAnnotation(annotation);
            }
        }
        return scanner.sheet();
    }

    private PdfSheet sheet() {
        int[] votes = new int[4];
        int visible = 0;
        for (Drawn each : drawn) {
            votes[each.direction()]++;
            visible += each.invisible() ? 0 : 1;
        }
        int main = 0;
        for (int direction = 1; direction < 4; direction++) {
            main = votes[direction] > votes[main] ? direction : main;
        }
        // A scanned page carries its recognised text invisibly; on any other page invisible text is not to be read.
        boolean recognised = visible * 10 < drawn.size();
        AffineTransform upright = upright(main, width, height);
        boolean sideways = main % 2 == 1;
        float sheetWidth = sideways ? height : width;
        float sheetHeight = sideways ? width : height;
        List<PdfGlyph> level = new ArrayList<>();
        List<List<PdfGlyph>> turned =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Drawn each : drawn) {
            if (each.invisible() && !recognised) {
                continue;
            }
            int direction = Math.floorMod(each.direction() - main, 4);
            Point2D at = upright.transform(
                    new Point2D.Float(each.glyph().x(), each.glyph().y()), null);
            PdfGlyph glyph = moved(each.glyph(), at);
            if (direction == 0) {
                level.add(glyph);
            } else {
                turned.get(direction).add(glyph);
            }
        }
        List<PdfRow> rows = PdfRows.of(level, number);
        for (int direction = 1; direction < 4; direction++) {
            if (!turned.get(direction).isEmpty()) {
                rows = PdfRows.with(rows, sidelong(turned.get(direction), direction, sheetWidth, sheetHeight));
            }
        }
        List<PdfBox> horizontals = new ArrayList<>();
        List<PdfBox> verticals = new ArrayList<>();
        for (PdfBox line : lines) {
            PdfBox box = moved(line, upright);
            if (box.right() < 0 || box.left() > sheetWidth || box.bottom() < 0 || box.top() > sheetHeight) {
                continue;
            }
            (box.width() >= box.height() ? horizontals : verticals).add(box);
        }
        List<PdfBox> shades = new ArrayList<>();
        for (PdfBox area : areas) {
            shades.add(moved(area, upright));
        }
        AffineTransform frame = new AffineTransform(upright);
        frame.concatenate(display);
        return new PdfSheet(
                number,
                sheetWidth,
                sheetHeight,
                PdfUnderlines.mark(rows, horizontals),
                horizontals,
                verticals,
                shades,
                Math.min(1, pictures / Math.max(1, width * height)),
                drawn.size(),
                unmapped,
                frame);
    }

    /// Words that are written in another direction than the rest of the page, each line of them as one word.
    private List<PdfWord> sidelong(List<PdfGlyph> glyphs, int direction, float sheetWidth, float sheetHeight) {
        AffineTransform turn = upright(direction, sheetWidth, sheetHeight);
        List<PdfGlyph> level = new ArrayList<>();
        for (PdfGlyph glyph : glyphs) {
            level.add(moved(glyph, turn.transform(new Point2D.Float(glyph.x(), glyph.y()), null)));
        }
        List<PdfWord> words = new ArrayList<>();
        try {
            AffineTransform back = turn.createInverse();
            for (PdfRow row : PdfRows.of(level, number)) {
                StringBuilder text = new StringBuilder();
                PdfBox box = row.words().getFirst().box();
                for (PdfWord word : row.words()) {
                    text.append(text.isEmpty() ? "" : " ").append(word.text());
                    box = box.with(word.box());
                }
                PdfBox place = moved(box, back);
                PdfWord first = row.words().getFirst();
                words.add(new PdfWord(
                        text.toString(),
                        number,
                        place.left(),
                        place.right(),
                        place.bottom() - 0.25f * first.size(),
                        first.size(),
                        first.space(),
                        first.bold(),
                        first.italic(),
                        false,
                        false,
                        PdfWord.Lead.WHITE));
            }
        } catch (java.awt.geom.NoninvertibleTransformException e) {
            throw new IllegalStateException("A quarter turn has an inverse.", e);
        }
        return words;
    }

    /// Turns a frame of the given size so that what was written in a direction is written to the right.
    private static AffineTransform upright(int direction, float width, float height) {
        return switch (direction) {
            case 1 -> new AffineTransform(0, -1, 1, 0, 0, width);
            case 2 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 3 -> new AffineTransform(0, 1, -1, 0, height, 0);
            default -> new AffineTransform();
        };
    }

    private static PdfGlyph moved(PdfGlyph glyph, Point2D at) {
        return new PdfGlyph(
                glyph.text(),
                (float) at.getX(),
                (float) at.getY(),
                glyph.width(),
                glyph.size(),
                glyph.space(),
                glyph.bold(),
                glyph.italic());
    }

    private static PdfBox moved(PdfBox box, AffineTransform by) {
        Point2D a = by.transform(new Point2D.Float(box.left(), box.top()), null);
        Point2D b = by.transform(new Point2D.Float(box.right(), box.bottom()), null);
        return new PdfBox(
                (float) Math.min(a.getX(), b.getX()),
                (float) Math.min(a.getY(), b.getY()),
                (float) Math.max(a.getX(), b.getX()),
                (float) Math.max(a.getY(), b.getY()));
    }

    // Characters

    @Override
    protected void showFontGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        note(rendering, font, code, displacement);
    }

    @Override
    protected void showType3Glyph(Matrix rendering, PDType3Font font, int code, Vector displacement)
            throws IOException {
        note(rendering, font, code, displacement);
    }

    private void note(Matrix rendering, PDFont font, int code, Vector displacement) {
        Point2D start =
                display.transform(new Point2D.Float(rendering.getTranslateX(), rendering.getTranslateY()), null);
        Point2D along = display.deltaTransform(
                new Point2D.Float(
                        rendering.getScaleX() * displacement.getX(), rendering.getShearY() * displacement.getX()),
                null);
        Point2D heading = display.deltaTransform(new Point2D.Float(rendering.getScaleX(), rendering.getShearY()), null);
        double angle = Math.toDegrees(Math.atan2(heading.getY(), heading.getX()));
        int direction = (int) Math.floorMod(Math.round(angle / 90), 4L);
        double off = Math.abs(angle - 90 * Math.round(angle / 90));
        float size = (float) Math.hypot(rendering.getShearX(), rendering.getScaleY());
        if (off > 8 || !(size > 0.5f)) {
            return;
        }
        Face face = faces.computeIfAbsent(font, PdfScanner::face);
        String text = text(font, code, face);
        if (text == null) {
            unmapped++;
            return;
        }
        if (text.isEmpty()) {
            return;
        }
        if (font instanceof PDType3Font type3) {
            float drawnHeight = size
                    * boundingHeight(type3)
                    * Math.abs(type3.getFontMatrix().getScaleY());
            size = drawnHeight > 1 ? drawnHeight * 0.8f : size;
        }
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        boolean stroked = mode == RenderingMode.FILL_STROKE || mode == RenderingMode.FILL_STROKE_CLIP;
        boolean invisible = mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP;
        float advance = (float) Math.hypot(along.getX(), along.getY());
        drawn.add(new Drawn(
                new PdfGlyph(
                        text,
                        (float) start.getX(),
                        (float) start.getY(),
                        advance,
                        size,
                        face.space() * size,
                        face.bold() || stroked,
                        face.italic()),
                direction,
                invisible));
    }

    private static float boundingHeight(PDType3Font font) {
        return font.getFontBBox() == null ? 0 : font.getFontBBox().getHeight();
    }

    private static @Nullable String text(PDFont font, int code, Face face) {
        String text;
        try {
            text = font.toUnicode(code);
        } catch (RuntimeException e) {
            text = null;
        }
        if (text == null && font instanceof PDSimpleFont simple && simple.getEncoding() != null) {
            String name = simple.getEncoding().getName(code);
            text = name.length() == 1 ? name : null;
        }
        if (text == null || text.isEmpty() || text.charAt(0) == '\uFFFD' || text.charAt(0) == 0) {
            return null;
        }
        return PdfCharacters.plain(text, face.symbols());
    }

    private static Face face(PDFont font) {
        String name = font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
        PDFontDescriptor descriptor = font.getFontDescriptor();
        boolean bold = name.contains("bold")
                || name.contains("black")
                || name.contains("heavy")
                || name.contains("demi")
                || descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600);
        boolean italic =
                name.contains("italic") || name.contains("oblique") || descriptor != null && descriptor.isItalic();
        boolean symbols = SYMBOLS.matcher(name).find();
        float space = 0.28f;
        try {
            float width = font.getSpaceWidth() / 1000;
            space = width >= 0.15f && width <= 0.7f ? width : space;
        } catch (RuntimeException e) {
            // The font does not say; the usual width stands.
        }
        return new Face(bold, italic, symbols, space);
    }

    // Paths

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        List<Point2D.Float> corners = new ArrayList<>();
        for (Point2D corner : List.of(p0, p1, p2, p3)) {
            corners.add(shown(corner.getX(), corner.getY()));
        }
        for (int i = 0; i < 4; i++) {
            segments.add(new Point2D.Float[] {corners.get(i), corners.get((i + 1) % 4)});
        }
        subpaths.add(corners);
        current.setLocation(p0);
    }

    @Override
    public void moveTo(float x, float y) {
        current.setLocation(x, y);
        List<Point2D.Float> path = new ArrayList<>();
        path.add(shown(x, y));
        subpaths.add(path);
    }

    @Override
    public void lineTo(float x, float y) {
        segments.add(new Point2D.Float[] {shown(current.getX(), current.getY()), shown(x, y)});
        current.setLocation(x, y);
        if (!subpaths.isEmpty()) {
            subpaths.getLast().add(shown(x, y));
        }
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        current.setLocation(x3, y3);
        if (!subpaths.isEmpty()) {
            // A curved outline is neither a rule nor a cell.
            subpaths.getLast().add(new Point2D.Float(Float.NaN, Float.NaN));
        }
    }

    @Override
    public Point2D getCurrentPoint() {
        return current;
    }

    @Override
    public void closePath() {
        if (!subpaths.isEmpty() && subpaths.getLast().size() > 2) {
            List<Point2D.Float> path = subpaths.getLast();
            segments.add(new Point2D.Float[] {path.getLast(), path.getFirst()});
        }
    }

    @Override
    public void endPath() {
        segments.clear();
        subpaths.clear();
    }

    @Override
    public void strokePath() {
        stroke();
        endPath();
    }

    @Override
    public void fillPath(int windingRule) {
        fill();
        endPath();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        fill();
        stroke();
        endPath();
    }

    private void stroke() {
        if (white(getGraphicsState().getStrokingColor())) {
            return;
        }
        for (Point2D.Float[] segment : segments) {
            float dx = Math.abs(segment[0].x - segment[1].x);
            float dy = Math.abs(segment[0].y - segment[1].y);
            if (Math.min(dx, dy) < 1 && Math.max(dx, dy) >= SHORT) {
                lines.add(new PdfBox(
                        Math.min(segment[0].x, segment[1].x),
                        Math.min(segment[0].y, segment[1].y),
                        Math.max(segment[0].x, segment[1].x),
                        Math.max(segment[0].y, segment[1].y)));
            }
        }
    }

    private void fill() {
        if (white(getGraphicsState().getNonStrokingColor())) {
            return;
        }
        for (List<Point2D.Float> path : subpaths) {
            if (path.size() < 4 || path.size() > 6) {
                continue;
            }
            PdfBox box = rectangle(path);
            if (box == null) {
                continue;
            }
            if (Math.min(box.width(), box.height()) <= THIN) {
                if (Math.max(box.width(), box.height()) >= SHORT) {
                    lines.add(box);
                }
            } else if (box.width() * box.height() < 0.8f * width * height) {
                areas.add(box);
            }
        }
    }

    private static @Nullable PdfBox rectangle(List<Point2D.Float> path) {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (Point2D.Float point : path) {
            if (Float.isNaN(point.x)) {
                return null;
            }
            left = Math.min(left, point.x);
            right = Math.max(right, point.x);
            top = Math.min(top, point.y);
            bottom = Math.max(bottom, point.y);
        }
        for (Point2D.Float point : path) {
            boolean atX = Math.min(point.x - left, right - point.x) < 0.6f;
            boolean atY = Math.min(point.y - top, bottom - point.y) < 0.6f;
            if (!atX || !atY) {
                return null;
            }
        }
        return new PdfBox(left, top, right, bottom);
    }

    private static boolean white(@Nullable PDColor color) {
        if (color == null || color.isPattern()) {
            return false;
        }
        try {
            Color rgb = new Color(color.toRGB());
            return Math.min(rgb.getRed(), Math.min(rgb.getGreen(), rgb.getBlue())) >= 253;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private Point2D.Float shown(double x, double y) {
        Point2D.Float point = new Point2D.Float();
        display.transform(new Point2D.Double(x, y), point);
        return point;
    }

    @Override
    public void drawImage(PDImage image) {
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        pictures += Math.abs(matrix.getScalingFactorX() * matrix.getScalingFactorY());
    }

    @Override
    public void clip(int windingRule) {
        // What is clipped away is rare, and a reader of the text wants it rather than not.
    }

    @Override
    public void shadingFill(COSName name) {
        // A gradient says nothing about structure.
    }
}
