package org.fram.bench;

import java.util.BitSet;
import java.util.regex.Pattern;
import org.fram.office.Document;

/// The characters of a file, made comparable: without white space; of PDFs and text files without hyphens, since the
/// file does not say whether one at the end of a line belongs to the word or to the line; of Markdown without its
/// marks.
///
/// It knows where the file breaks its text: between lines and, in a line, at two or more spaces. There and only there
/// it
/// may be interrupted by something else, such as a page's footer or the next column of a table laid out with spaces.
final class FileText {

    /// How far apart, in comparable characters, two pieces of an interrupted text may stand.
    private static final int REACH = 1200;

    private static final int PIECES = 60;

    private static final Pattern HYPHEN = Pattern.compile("[-\\u2010\\u2011]");

    /// Emphasis, code, escapes, and the brackets and target of a link.
    private static final Pattern MARKS = Pattern.compile("[*_`~\\\\\\[]|\\](\\([^)\\s]*\\))?");

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u2000-\\u200D\\u202F\\u2060\\uFEFF\\u00AD]+");

    private final Document.Format format;
    private final String text;
    private final BitSet breaks = new BitSet();

    FileText(String raw, Document.Format format) {
        this.format = format;
        var bare = bare(raw, format);
        var squeezed = new StringBuilder(bare.length());
        var space = SPACE.matcher(bare);
        int from = 0;
        breaks.set(0);
        while (space.find()) {
            squeezed.append(bare, from, space.start());
            if (space.end() - space.start() > 1
                    || bare.charAt(space.start()) == '\n'
                    || bare.charAt(space.start()) == '\t') {
                breaks.set(squeezed.length());
            }
            from = space.end();
        }
        squeezed.append(bare, from, bare.length());
        breaks.set(squeezed.length());
        text = squeezed.toString();
    }

    /// Another text in the same form.
    String comparable(String other) {
        return SPACE.matcher(bare(other, format)).replaceAll("");
    }

    private static String bare(String text, Document.Format format) {
        var rowless = text.replace(" | ", " ");
        return switch (format) {
            case DOCX -> rowless;
            case PDF, TEXT -> HYPHEN.matcher(rowless).replaceAll("");
            case MARKDOWN -> MARKS.matcher(rowless).replaceAll("");
        };
    }

    /// Whether the file holds a comparable text in one piece.
    boolean holds(String comparable) {
        return text.contains(comparable);
    }

    /// Whether the file holds a comparable text in pieces that end and begin at breaks, each soon behind the one
    /// before.
    boolean holdsInPieces(String comparable) {
        if (holds(comparable)) {
            return true;
        }
        var head = comparable.substring(0, Math.min(2, comparable.length()));
        for (int at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
            if (goesOn(comparable, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean goesOn(String wanted, int start) {
        int done = 0;
        int at = start;
        for (int piece = 0; piece < PIECES; piece++) {
            int length = piece(wanted, done, at);
            if (length == 0) {
                return false;
            }
            done += length;
            if (done == wanted.length()) {
                return true;
            }
            at = next(wanted, done, at + length);
            if (at < 0) {
                return false;
            }
        }
        return false;
    }

    /// The next break within reach from which what is wanted goes on, or -1.
    private int next(String wanted, int done, int from) {
        for (int at = breaks.nextSetBit(from); at >= 0 && at - from <= REACH; at = breaks.nextSetBit(at + 1)) {
            if (piece(wanted, done, at) > 0) {
                return at;
            }
        }
        return -1;
    }

    /// How many characters from `done` on the file holds at a place: all that are left, or as many as reach to the last
    /// break that they reach; 0 where they reach none.
    private int piece(String wanted, int done, int at) {
        int same = 0;
        while (done + same < wanted.length()
                && at + same < text.length()
                && wanted.charAt(done + same) == text.charAt(at + same)) {
            same++;
        }
        if (done + same == wanted.length()) {
            return same;
        }
        int last = breaks.previousSetBit(at + same);
        return last <= at ? 0 : last - at;
    }
}
