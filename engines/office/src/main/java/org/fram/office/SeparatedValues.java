package org.fram.office;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.fram.office.UnreadableDocumentException.Reason;

/// Files of values separated by commas, semicolons or tabs.
final class SeparatedValues {

    /// A spreadsheet takes what begins with one of these signs for a formula, so that text which does gets an
    /// apostrophe before it, and loses it when read again. So does text that has one already.
    private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\t\r].*");

    private static final Pattern MARKED = Pattern.compile("(?s)'" + FORMULA);

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SeparatedValues() {}

    static Sheet read(Path file, String name) throws IOException {
        String text = TextDecoding.decode(Files.readAllBytes(file));
        if (text == null) {
            throw new UnreadableDocumentException(
                    Reason.UNKNOWN_FORMAT,
                    name + ": this is neither an Excel workbook (XLSX) nor separated values (CSV). Save it as one of"
                            + " them.");
        }
        var lines = new ArrayList<Sheet.Line>();
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(true)
                .get();
        try (var records = format.parse(new StringReader(text))) {
            for (CSVRecord record : records) {
                if (lines.size() >= Sheets.MOST_ROWS || record.size() > Sheets.MOST_COLUMNS) {
                    throw Sheets.tooLong(name);
                }
                var cells = record.stream().<Cell>map(SeparatedValues::cell).toList();
                if (cells.stream().anyMatch(cell -> !cell.text().isEmpty())) {
                    lines.add(new Sheet.Line((int) records.getCurrentLineNumber(), cells));
                }
            }
        } catch (UncheckedIOException malformed) {
            throw new UnreadableDocumentException(
                    Reason.CORRUPT,
                    "%s: a quotation mark is not closed, or text follows one (after row %d). Mend it, or save the list again."
                            .formatted(name, lines.size()));
        }
        return new Sheet(name, lines);
    }

    static void write(Sheet sheet, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        var printer = new CSVPrinter(writer, CSVFormat.DEFAULT);
        for (Sheet.Line line : sheet.lines()) {
            printer.printRecord(line.cells().stream().map(SeparatedValues::harmless));
        }
        printer.flush();
    }

    private static String harmless(Cell cell) {
        String text = cell.text();
        return cell instanceof Cell.Words && FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    private static Cell cell(String value) {
        String text = value.strip();
        return new Cell.Words(MARKED.matcher(text).matches() ? text.substring(1) : text);
    }

    /// The one that stands most often in the first line, outside of quotation marks.
    private static char separator(String text) {
        char best = SEPARATORS[0];
        int most = 0;
        for (char candidate : SEPARATORS) {
            int count = 0;
            boolean quoted = false;
            for (int at = 0; at < text.length() && (quoted || text.charAt(at) != '\n'); at++) {
                if (text.charAt(at) == '"') {
                    quoted = !quoted;
                } else if (!quoted && text.charAt(at) == candidate) {
                    count++;
                }
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
