package org.fram.office;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRRuntimeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.regex.Pattern;

/// Writes a document as a PDF of A4 pages: a title, what it is about, and its pieces, with what came and what went
/// marked
/// where they show two versions. Every font is in it, so it looks the same everywhere; pages are numbered.
public final class Printing {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private static final Pattern UNHOLDABLE =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    static {
        // It tells of each font that it loads otherwise.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private Printing() {}

    /// What is printed.
    ///
    /// @param language of the text, as `en`
    /// @param lead lines below the title
    /// @param pieces the document
    /// @param foot stands at the foot of each page
    public record Print(String title, String language, List<String> lead, List<Marked> pieces, String foot) {

        public Print {
            lead = List.copyOf(lead);
            pieces = List.copyOf(pieces);
        }
    }

    /// Prints it.
    ///
    /// @throws IOException where `out` takes no more
    public static void write(Print print, OutputStream out) throws IOException {
        write(PrintedPage.of(print), out);
    }

    /// A page that its caller laid out, as bytes: XHTML with its style within. Of fonts there is Liberation Sans,
    /// regular
    /// and bold. Characters that XML cannot hold are left out.
    ///
    /// @throws IllegalArgumentException where it is not well formed
    public static byte[] pdf(String xhtml) {
        return InMemory.bytes(out -> write(UNHOLDABLE.matcher(xhtml).replaceAll(""), out));
    }

    private static void write(String xhtml, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder();
        font(builder, "LiberationSans-Regular", REGULAR, FontStyle.NORMAL);
        font(builder, "LiberationSans-Bold", BOLD, FontStyle.NORMAL);
        // Nothing is loaded from elsewhere, whatever the text says.
        builder.useUriResolver((_, _) -> null);
        builder.withProducer("Fram");
        builder.withHtmlContent(xhtml, null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (XRRuntimeException broken) {
            throw new IllegalArgumentException("This is no well-formed XHTML.", broken);
        }
    }

    /// The same as bytes.
    public static byte[] pdf(Print print) {
        return InMemory.bytes(out -> write(print, out));
    }

    private static void font(PdfRendererBuilder builder, String name, int weight, FontStyle style) {
        builder.useFont(() -> open(name), "Liberation Sans", weight, style, true);
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Printing.class.getResourceAsStream("/liberation/" + name + ".ttf"), name);
    }
}
