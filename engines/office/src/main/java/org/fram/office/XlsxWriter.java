package org.fram.office;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/// Writes workbooks row after row, so that long ones need no more memory than short ones.
final class XlsxWriter {

    private static final int ROWS_IN_MEMORY = 200;
    private static final int WIDTH_UNIT = 256;
    private static final int NARROWEST = 10;
    private static final int WIDEST = 60;
    private static final int LINES_TO_MEASURE = 200;

    private XlsxWriter() {}

    static void write(List<Sheet> sheets, OutputStream out) throws IOException {
        try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            var styles = new Styles(workbook);
            for (var sheet : sheets) {
                write(sheet, workbook.createSheet(WorkbookUtil.createSafeSheetName(sheet.name())), styles);
            }
            workbook.write(out);
        }
    }

    private static void write(Sheet sheet, SXSSFSheet page, Styles styles) {
        int columns =
                sheet.lines().isEmpty() ? 0 : sheet.lines().getFirst().cells().size();
        for (int column = 0; column < columns; column++) {
            page.setColumnWidth(column, width(sheet.lines(), column) * WIDTH_UNIT);
        }
        for (int at = 0; at < sheet.lines().size(); at++) {
            var row = page.createRow(at);
            var cells = sheet.lines().get(at).cells();
            for (int column = 0; column < cells.size(); column++) {
                write(cells.get(column), row.createCell(column), at == 0 ? styles.head : styles.body, styles);
            }
        }
        if (columns > 0) {
            page.createFreezePane(0, 1);
            page.setAutoFilter(new CellRangeAddress(0, Math.max(0, sheet.lines().size() - 1), 0, columns - 1));
        }
    }

    private static void write(Cell cell, org.apache.poi.ss.usermodel.Cell target, CellStyle style, Styles styles) {
        target.setCellStyle(style);
        switch (cell) {
            case Cell.Words(var text) -> {
                if (!text.isEmpty()) {
                    target.setCellValue(text);
                }
            }
            case Cell.Day(var date) -> {
                target.setCellStyle(styles.day);
                target.setCellValue(date);
            }
            case Cell.Moment(var moment) -> {
                target.setCellStyle(styles.moment);
                target.setCellValue(moment);
            }
            case Cell.Amount(var amount) -> target.setCellValue(amount.doubleValue());
        }
    }

    private static int width(List<Sheet.Line> lines, int column) {
        int longest = lines.stream()
                .map(Sheet.Line::cells)
                .limit(LINES_TO_MEASURE)
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).text().length())
                .max()
                .orElse(0);
        return Math.clamp(longest + 2L, NARROWEST, WIDEST);
    }

    /// How cells look.
    private static final class Styles {

        private final CellStyle head;
        private final CellStyle body;
        private final CellStyle day;
        private final CellStyle moment;

        private Styles(SXSSFWorkbook workbook) {
            var bold = workbook.createFont();
            bold.setBold(true);
            head = workbook.createCellStyle();
            head.setFont(bold);
            head.setWrapText(true);
            body = workbook.createCellStyle();
            body.setWrapText(true);
            body.setVerticalAlignment(VerticalAlignment.TOP);
            day = workbook.createCellStyle();
            day.cloneStyleFrom(body);
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            moment = workbook.createCellStyle();
            moment.cloneStyleFrom(body);
            moment.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
        }
    }
}
