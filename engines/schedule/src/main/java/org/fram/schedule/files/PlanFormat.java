package org.fram.schedule.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fram.schedule.UnusablePlanException;
import org.jspecify.annotations.Nullable;

/// The formats of plans, told apart by their content, whatever the name of the file says.
enum PlanFormat {
    MPP("Microsoft Project (MPP)"),
    MSPDI("Microsoft Project (XML)"),
    MPX("Microsoft Project (MPX)"),
    XER("Primavera P6 (XER)"),
    PMXML("Primavera P6 (XML)"),
    PLANNER("Planner"),
    OTHER_XML("XML of another planning program"),
    PSPLIB("PSPLIB (.sm)"),
    PATTERSON("PSPLIB (.rcp)");

    private static final int PROLOGUE = 64 * 1024;
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] SERIALISED = {(byte) 0xAC, (byte) 0xED, 0x00, 0x05};
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private static final Pattern ENCODING = Pattern.compile("(<\\?xml\\b[^>]*?encoding\\s*=\\s*[\"'])([^\"']*)([\"'])");

    private final String words;

    PlanFormat(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /// The format of a file.
    ///
    /// @throws UnusablePlanException if it is none of these, or one that is not safe to read
    static PlanFormat of(String name, byte[] content) {
        if (content.length == 0) {
            throw new UnusablePlanException("%s is empty.".formatted(name));
        }
        if (begins(content, SERIALISED) || name.toLowerCase(Locale.ROOT).endsWith(".pod")) {
            throw new UnusablePlanException(
                    "%s is in a format of serialised Java objects, which can run code while it is read. Save it as"
                                    .formatted(name)
                            + " Microsoft Project XML and use that.");
        }
        if (begins(content, OLE)) {
            return MPP;
        }
        if (begins(content, ZIP)) {
            throw new UnusablePlanException(
                    "%s is an archive. Unpack it and use the plan that is in it.".formatted(name));
        }
        var text = beginning(content);
        if (text.startsWith("ERMHDR")) {
            return XER;
        }
        if (text.startsWith("MPX")) {
            return MPX;
        }
        if (text.startsWith("<")) {
            int root = afterProlog(text);
            return ofXml(name, root < text.length() || content.length <= PROLOGUE ? text : text(content), root);
        }
        if (text.contains("PRECEDENCE RELATIONS") || text.contains("jobs (incl. supersource/sink")) {
            return PSPLIB;
        }
        if (text.matches("(?s)[\\d\\s.]+") && text.matches("(?s)\\s*\\d+\\s+\\d+\\s.*")) {
            return PATTERSON;
        }
        throw new UnusablePlanException(
                "%s is not a plan that can be read. Plans are files of Microsoft Project (MPP, XML, MPX), Primavera P6"
                                .formatted(name)
                        + " (XER, XML), Planner, or PSPLIB (.sm, .rcp).");
    }

    private static PlanFormat ofXml(String name, String text, int before) {
        int root = before < text.length() ? before : afterProlog(text);
        if (text.startsWith("<!DOCTYPE", root) || text.contains("<!ENTITY")) {
            throw new UnusablePlanException(
                    "%s declares a document type, which could draw in other files. Remove the declaration."
                            .formatted(name));
        }
        if (text.contains("http://schemas.microsoft.com/project")) {
            return MSPDI;
        }
        if (text.contains("<APIBusinessObjects")) {
            return PMXML;
        }
        return text.contains("mrproject-version") ? PLANNER : OTHER_XML;
    }

    /// Where the first element, or the declaration of a document type, begins: after comments and instructions.
    private static int afterProlog(String text) {
        int at = 0;
        while (at < text.length()) {
            var end = text.startsWith("<!--", at) ? "-->" : text.startsWith("<?", at) ? "?>" : null;
            if (end == null) {
                if (!Character.isWhitespace(text.charAt(at))) {
                    return at;
                }
                at++;
                continue;
            }
            int closed = text.indexOf(end, at + 2);
            if (closed < 0) {
                return text.length();
            }
            at = closed + end.length();
        }
        return at;
    }

    private static String beginning(byte[] content) {
        return text(Arrays.copyOf(content, Math.min(content.length, PROLOGUE)));
    }

    private static String text(byte[] content) {
        return text(content, StandardCharsets.UTF_8);
    }

    /// The text of a file without the mark of its encoding, and from its first letter on.
    ///
    /// @param plain how it is read where each letter is one byte, or nothing says otherwise
    static String text(byte[] content, Charset plain) {
        var wide = wide(content);
        var text = new String(content, marked(content) ? StandardCharsets.UTF_8 : wide == null ? plain : wide);
        return text.startsWith("\uFEFF") ? text.substring(1).stripLeading() : text.stripLeading();
    }

    /// An XML file in UTF-8 and without a mark, whatever it is in: not all who read it look for themselves.
    ///
    /// @throws UnusablePlanException if it names an encoding that does not exist
    static byte[] plainXml(String name, byte[] content) {
        var declared = ENCODING.matcher(beginning(content));
        boolean told = declared.lookingAt() && !marked(content) && wide(content) == null;
        if (!told && !marked(content) && wide(content) == null) {
            return content;
        }
        try {
            var text = text(content, told ? Charset.forName(declared.group(2)) : StandardCharsets.UTF_8);
            return ENCODING.matcher(text).replaceFirst("$1UTF-8$3").getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UnusablePlanException(
                    "%s says that it is in \"%s\", which is no encoding. Save it anew in UTF-8."
                            .formatted(name, declared.group(2)),
                    e);
        }
    }

    /// Whether it is XML.
    boolean xml() {
        return this == MSPDI || this == PMXML || this == PLANNER || this == OTHER_XML;
    }

    /// Whether a file begins with the mark of UTF-8.
    static boolean marked(byte[] content) {
        return begins(content, MARK);
    }

    /// The encoding of a text of two bytes a letter, or null for all others.
    static @Nullable Charset wide(byte[] content) {
        boolean two = content.length > 1;
        if (two && (content[0] == (byte) 0xFF && content[1] == (byte) 0xFE || content[1] == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (two && (content[0] == (byte) 0xFE && content[1] == (byte) 0xFF || content[0] == 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    private static boolean begins(byte[] content, byte[] magic) {
        return content.length >= magic.length && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
    }
}
