package org.fram.office;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fram.office.UnreadableDocumentException.Reason;

/// Reads plain text.
final class TextReader {

    private static final Pattern ITEM =
            Pattern.compile("([•\\-*o▪]|\\(?[a-z0-9]{1,3}[.)])\\s*(?=\\S)(.*)", Pattern.DOTALL);
    private static final Pattern NUMBERED = Pattern.compile("([0-9A-Z]{1,3}(?:\\.[0-9]{1,3})+)\\.?\\s+(.*)");

    private TextReader() {}

    static Document read(Path file) {
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnreadableDocumentException(Reason.CORRUPT, file + ": " + e.getMessage());
        }
        List<Block> blocks = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : text.split("\\R", -1)) {
            String stripped = line.replace('\f', ' ').strip();
            if (stripped.isEmpty()
                    || ITEM.matcher(stripped).matches()
                    || NUMBERED.matcher(stripped).matches()) {
                flush(current, blocks);
            }
            current.append(stripped).append(' ');
        }
        flush(current, blocks);
        return new Document(file.getFileName().toString(), Document.Format.TEXT, 0, blocks, List.of(), List.of());
    }

    private static void flush(StringBuilder current, List<Block> blocks) {
        String text = current.toString().replaceAll("\\s+", " ").strip();
        current.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        Place place = Place.paragraph(0, blocks.size() + 1);
        Matcher numbered = NUMBERED.matcher(text);
        if (numbered.matches()) {
            String number = numbered.group(1);
            String rest = numbered.group(2);
            blocks.add(
                    rest.length() < 80 && !rest.endsWith(".")
                            ? new Block.Heading(number.split("\\.").length, number, rest, place)
                            : new Block.Paragraph(number, rest, place));
            return;
        }
        Matcher item = ITEM.matcher(text);
        if (item.matches() && text.length() > 3) {
            blocks.add(new Block.ListItem(1, item.group(1), item.group(2).strip(), place));
            return;
        }
        blocks.add(
                text.length() < 80 && text.equals(text.toUpperCase(java.util.Locale.ROOT))
                        ? new Block.Heading(1, "", text, place)
                        : new Block.Paragraph("", text, place));
    }
}
