package org.fram.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import org.fram.office.Cell;
import org.fram.office.Sheet;
import org.fram.office.Sheets;
import org.fram.schedule.Costs;
import org.fram.schedule.Plan;
import org.fram.schedule.files.PlanFiles;
import org.fram.schedule.files.PlanSheet;
import org.fram.schedule.files.PlanSheet.Value;
import org.fram.schedule.files.PlanSheets;
import org.fram.schedule.files.ReadPlan;

/// Plans as workbooks (XLSX): to read, to change, and to read again.
public final class PlanWorkbook {

    private PlanWorkbook() {}

    /// Reads a plan from a workbook, or from a file of any other format that [PlanFiles] reads.
    ///
    /// @throws org.fram.schedule.UnusablePlanException if it cannot be read, or not be computed with
    public static ReadPlan read(Path file, ZoneId zone) {
        return isWorkbook(file) ? readWorkbook(file, zone) : PlanFiles.read(file, zone);
    }

    /// Writes a plan as a workbook. Nothing of it is lost.
    public static void write(Plan plan, Costs costs, OutputStream out) throws IOException {
        var sheets = new ArrayList<Sheet>();
        for (var sheet : PlanSheets.of(plan, costs)) {
            var lines = new ArrayList<Sheet.Line>();
            for (var row : sheet.rows()) {
                lines.add(new Sheet.Line(
                        lines.size() + 1, row.stream().map(PlanWorkbook::cell).toList()));
            }
            sheets.add(new Sheet(sheet.name(), lines));
        }
        Sheets.writeXlsx(sheets, out);
    }

    private static boolean isWorkbook(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0 && Sheets.isWorkbook(file);
        } catch (IOException e) {
            // Whoever reads it says what is the matter.
            return false;
        }
    }

    private static ReadPlan readWorkbook(Path file, ZoneId zone) {
        var name = String.valueOf(file.getFileName());
        var sheets = Sheets.readWithTimes(file, name).stream()
                .map(sheet -> new PlanSheet(
                        sheet.name(),
                        sheet.lines().stream()
                                .map(line -> line.cells().stream()
                                        .<Value>map(cell -> new PlanSheet.Words(cell.text()))
                                        .toList())
                                .toList()))
                .toList();
        return PlanSheets.read(name, sheets, zone);
    }

    private static Cell cell(Value value) {
        return switch (value) {
            case PlanSheet.Words(var text) -> new Cell.Words(text);
            case PlanSheet.Amount(var amount) -> new Cell.Amount(amount);
            case PlanSheet.Moment(var moment) -> new Cell.Moment(moment);
        };
    }
}
