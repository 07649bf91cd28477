package org.fram.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.fram.office.UnreadableDocumentException.Reason;

/// Lists in and out: XLSX workbooks and files of separated values.
///
/// What a file is, is told from its content. Formulas are read as the values that they had when the file was
/// saved; of merged cells the first holds the value; text is never taken for a formula when written.
public final class Sheets {

    /// Rows of a sheet that are read at most.
    public static final int MOST_ROWS = 100_000;

    /// Cells of a row that are read at most.
    public static final int MOST_COLUMNS = 256;

    private static final long MOST_BYTES = 50L << 20;
    private static final int HEAD = 8;

    private Sheets() {}

    /// The sheets of a workbook that hold something, or the one of separated values.
    ///
    /// @param name as messages give it, and by which nothing is judged
    /// @throws UnreadableDocumentException with a message for whoever gave the file
    public static List<Sheet> read(Path file, String name) {
        return read(file, name, false);
    }

    /// The same, and days of a workbook that have a time come with it, as a [Cell.Moment].
    public static List<Sheet> readWithTimes(Path file, String name) {
        return read(file, name, true);
    }

    /// What in the sheets of a workbook [#read] shows as plain cells and is none: formulas and merged cells. By the
    /// names of the sheets; empty for separated values.
    ///
    /// @throws UnreadableDocumentException with a message for whoever gave the file
    public static Map<String, List<Oddity>> oddities(Path file, String name) {
        try {
            return isWorkbook(file) ? XlsxReader.oddities(file, name) : Map.of();
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    /// Whether a file is a workbook that is read, by its first bytes.
    public static boolean isWorkbook(Path file) throws IOException {
        return magic(file) == FileMagic.OOXML;
    }

    private static List<Sheet> read(Path file, String name, boolean times) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new UnreadableDocumentException(
                        Reason.EMPTY, name + ": the file is empty (0 bytes). Get the file again.");
            }
            if (size > MOST_BYTES) {
                throw new UnreadableDocumentException(
                        Reason.TOO_LARGE,
                        "%s: the file has %d MB; lists of at most %d MB are read. Split it."
                                .formatted(name, size >> 20, MOST_BYTES >> 20));
            }
            var sheets = switch (magic(file)) {
                case OOXML -> XlsxReader.read(file, name, times);
                case OLE2 ->
                    throw new UnreadableDocumentException(
                            Reason.UNKNOWN_FORMAT,
                            name + ": this is an old Excel file (XLS), or one with a password. Open it, remove"
                                    + " the password, save it as XLSX, and give that.");
                case PDF ->
                    throw new UnreadableDocumentException(
                            Reason.UNKNOWN_FORMAT,
                            name + ": this is a PDF and no list. Give the XLSX or CSV it was made from.");
                default -> List.of(SeparatedValues.read(file, name));
            };
            return sheets.stream().filter(sheet -> !sheet.lines().isEmpty()).toList();
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    /// Writes a workbook of one sheet: the first row heads it and stays in view.
    ///
    /// @throws IllegalArgumentException where a text has more than 32,767 signs, which is all that a cell holds
    public static void writeXlsx(Sheet sheet, OutputStream out) throws IOException {
        writeXlsx(List.of(sheet), out);
    }

    /// Writes a workbook of several sheets: the first row of each heads it and stays in view.
    ///
    /// @throws IllegalArgumentException where a text has more than 32,767 signs, which is all that a cell holds
    public static void writeXlsx(List<Sheet> sheets, OutputStream out) throws IOException {
        XlsxWriter.write(sheets, out);
    }

    /// The same as bytes.
    public static byte[] xlsx(List<Sheet> sheets) {
        return InMemory.bytes(out -> writeXlsx(sheets, out));
    }

    /// A workbook of one sheet as bytes.
    public static byte[] xlsx(Sheet sheet) {
        return xlsx(List.of(sheet));
    }

    /// Writes values separated by commas, in UTF-8 with its mark, so that spreadsheets know.
    public static void writeCsv(Sheet sheet, OutputStream out) throws IOException {
        SeparatedValues.write(sheet, out);
    }

    private static UnreadableDocumentException unreadable(String name, IOException reason) {
        if (reason instanceof NoSuchFileException) {
            return new UnreadableDocumentException(Reason.CORRUPT, name + ": there is no such file.");
        }
        return new UnreadableDocumentException(
                Reason.CORRUPT, "%s: the file cannot be read (%s). Get it again.".formatted(name, reason.getMessage()));
    }

    static UnreadableDocumentException tooLong(String name) {
        return new UnreadableDocumentException(
                Reason.TOO_LARGE,
                "%s: there are more than %,d rows or %d columns. Split the list, and take out what is not needed."
                        .formatted(name, MOST_ROWS, MOST_COLUMNS));
    }

    private static FileMagic magic(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return FileMagic.valueOf(in.readNBytes(HEAD));
        }
    }
}
