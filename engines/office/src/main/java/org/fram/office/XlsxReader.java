package org.fram.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.fram.office.UnreadableDocumentException.Reason;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// XLSX workbooks, a sheet after the other and never a whole one in POI's memory.
final class XlsxReader {

    private XlsxReader() {}

    static List<Sheet> read(Path file, String name, boolean times) throws IOException {
        return each(file, name, times, (title, rows) -> new Sheet(title, rows.lines()));
    }

    /// What in the sheets of a workbook is no plain cell, by the names of the sheets.
    static Map<String, List<Oddity>> oddities(Path file, String name) throws IOException {
        var oddities = new LinkedHashMap<String, List<Oddity>>();
        each(file, name, false, (title, rows) -> oddities.put(title, List.copyOf(rows.oddities())));
        return oddities;
    }

    private static <T extends @Nullable Object> List<T> each(
            Path file, String name, boolean times, BiFunction<String, XlsxRows, T> taken) throws IOException {
        try (OPCPackage workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            var reader = new XSSFReader(workbook);
            var strings = new ReadOnlySharedStringsTable(workbook, false);
            var styles = reader.getStylesTable();
            boolean since1904 = since1904(reader);
            var sheets = new ArrayList<T>();
            var parts = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (parts.hasNext()) {
                try (InputStream part = parts.next()) {
                    var rows = new XlsxRows(strings, styles, since1904, times, name);
                    var parser = XMLHelper.newXMLReader();
                    parser.setContentHandler(rows);
                    parser.parse(new InputSource(part));
                    sheets.add(taken.apply(parts.getSheetName(), rows));
                }
            }
            return sheets;
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | SAXException
                | ParserConfigurationException
                | IllegalArgumentException
                | IllegalStateException
                | IOException damaged) {
            if (String.valueOf(damaged.getMessage()).contains("Zip bomb")) {
                throw new UnreadableDocumentException(
                        Reason.BOMB,
                        name + ": the workbook expands far beyond its size, as a zip bomb does. It is not read.");
            }
            throw new UnreadableDocumentException(
                    Reason.CORRUPT,
                    "%s: this is no workbook that can be read (%s). Open it in its program, save it as XLSX, and give that."
                            .formatted(name, damaged.getMessage()));
        }
    }

    /// Whether days are counted from 1904 rather than from 1900, as old Macs did.
    private static boolean since1904(XSSFReader reader) throws IOException, OpenXML4JException {
        try (InputStream workbook = reader.getWorkbookData()) {
            String text = new String(workbook.readAllBytes(), StandardCharsets.UTF_8);
            return text.contains("date1904=\"1\"") || text.contains("date1904=\"true\"");
        }
    }
}
