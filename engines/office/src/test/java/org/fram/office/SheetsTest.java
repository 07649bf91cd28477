package org.fram.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fram.office.UnreadableDocumentException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetsTest {

    private static final Sheet LIST = new Sheet(
            "Requirements",
            List.of(
                    line(1, words("No."), words("Text"), words("By"), words("Weight")),
                    line(
                            2,
                            words("R-1"),
                            words("Calls are \"answered\";\nwithin 20 s, always"),
                            new Cell.Day(LocalDate.of(2027, 3, 31)),
                            new Cell.Amount(new BigDecimal("0.1"))),
                    line(3, words("=1+1"), words("-none"), words("'tis"), new Cell.Amount(new BigDecimal("-12")))));

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenAsAWorkbookIsReadAgain() throws IOException {
        Path file = write("list.xlsx", out -> Sheets.writeXlsx(LIST, out));

        assertThat(Sheets.read(file, "list.xlsx")).containsExactly(LIST);
    }

    @Test
    void whatIsWrittenAsSeparatedValuesIsReadAgainAsText() throws IOException {
        Path file = write("list.csv", out -> Sheets.writeCsv(LIST, out));

        var read = Sheets.read(file, "list.csv");

        assertThat(texts(read.getFirst())).isEqualTo(texts(LIST));
        // No spreadsheet takes the text for a formula.
        assertThat(Files.readString(file)).contains("'=1+1,'-none,'tis,-12");
        assertThat(Sheets.read(file, "list.csv").getFirst().lines())
                .extracting(Sheet.Line::number)
                .as("rows of the file, one of which has two lines")
                .containsExactly(1, 3, 4);
    }

    @Test
    void apostrophesThatSomebodyWroteAreTheirs() throws IOException {
        var list = new Sheet("list.csv", List.of(line(1, words("'=1"), words("''-x"), words("''"), words("=1"))));
        Path file = write("list.csv", out -> Sheets.writeCsv(list, out));

        assertThat(Sheets.read(file, "list.csv")).containsExactly(list);
    }

    @Test
    void timesOfDaysComeWhereTheyAreAskedFor() throws IOException {
        var moment = LocalDateTime.of(2027, 3, 31, 17, 5);
        var one = new Sheet("One", List.of(line(1, new Cell.Moment(moment), new Cell.Day(LocalDate.of(2027, 4, 1)))));
        var two = new Sheet("Two", List.of(line(1, words("x"))));
        Path file = write("times.xlsx", out -> Sheets.writeXlsx(List.of(one, two), out));

        assertThat(Sheets.readWithTimes(file, "times.xlsx")).containsExactly(one, two);
        assertThat(Sheets.read(file, "times.xlsx").getFirst().lines().getFirst().cells())
                .containsExactly(new Cell.Day(LocalDate.of(2027, 3, 31)), new Cell.Day(LocalDate.of(2027, 4, 1)));
        assertThat(Sheets.isWorkbook(file)).isTrue();
    }

    @Test
    void formulasAreTheirValuesAndMergedCellsTheirFirst() throws IOException {
        Path file = write("sums.xlsx", out -> {
            try (var workbook = new XSSFWorkbook()) {
                var sheet = workbook.createSheet("Sums");
                var row = sheet.createRow(4);
                row.createCell(1).setCellValue(2);
                row.createCell(2).setCellFormula("B5*21");
                row.createCell(3).setCellFormula("\"a\"&\"b\"");
                row.createCell(4).setCellValue(true);
                row.createCell(5).setCellFormula("1/0");
                sheet.createRow(6).createCell(0).setCellValue("over two");
                sheet.addMergedRegion(new CellRangeAddress(6, 6, 0, 1));
                workbook.createSheet("Nothing in it");
                workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
                workbook.write(out);
            }
        });

        var sheets = Sheets.read(file, "sums.xlsx");

        assertThat(sheets).hasSize(1);
        assertThat(texts(sheets.getFirst()))
                .containsExactly(List.of("", "2", "42", "ab", "yes", "#DIV/0!"), List.of("over two"));
        assertThat(sheets.getFirst().lines()).extracting(Sheet.Line::number).containsExactly(5, 7);
        assertThat(Sheets.oddities(file, "sums.xlsx").get("Sums"))
                .containsExactly(
                        new Oddity(Oddity.Kind.FORMULA, 5, 2),
                        new Oddity(Oddity.Kind.FORMULA, 5, 3),
                        new Oddity(Oddity.Kind.FORMULA, 5, 5),
                        new Oddity(Oddity.Kind.MERGED, 7, 0));
    }

    @Test
    void separatedValuesHoldNothingOdd() throws IOException {
        Path file = folder.resolve("plain.csv");
        Files.writeString(file, "=1+1,2\n");

        assertThat(Sheets.oddities(file, "plain.csv")).isEmpty();
    }

    @Test
    void separatorsAndEncodingsAreThoseOfTheFile() throws IOException {
        Path file = folder.resolve("list.csv");
        Files.write(file, "Nr;Text\n1;\"Größe; Gewicht\"\n\n;;\n2;Farbe\n".getBytes(Charset.forName("windows-1252")));

        assertThat(texts(Sheets.read(file, "list.csv").getFirst()))
                .containsExactly(List.of("Nr", "Text"), List.of("1", "Größe; Gewicht"), List.of("2", "Farbe"));
    }

    @Test
    void whatIsNoListIsRefusedWithAWayOut() throws IOException {
        assertRefused("nothing.xlsx", "", Reason.EMPTY, "0 bytes");
        assertRefused("paper.xlsx", "%PDF-1.7", Reason.UNKNOWN_FORMAT, "no list");
        assertRefused("half.csv", "a,\"b\nc,d", Reason.CORRUPT, "quotation mark");
        assertRefused("noise.csv", "a\0b", Reason.UNKNOWN_FORMAT, "neither");
        assertRefused("wide.csv", ",".repeat(300) + "x", Reason.TOO_LARGE, "256 columns");
        assertRefused(
                "long.csv",
                IntStream.rangeClosed(0, Sheets.MOST_ROWS)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining("\n")),
                Reason.TOO_LARGE,
                "100,000 rows");
    }

    @Test
    void aZipThatIsNoWorkbookIsRefused() throws IOException {
        Path file = write("pictures.xlsx", out -> {
            try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("picture.png"));
                zip.write(1);
            }
        });

        assertRefused(file, Reason.CORRUPT, "no workbook");
    }

    @Test
    void aBombIsNotExpanded() throws IOException {
        Path harmless = write("list.xlsx", out -> Sheets.writeXlsx(LIST, out));
        Path file = write("bomb.xlsx", out -> {
            try (var from = new ZipFile(harmless.toFile());
                    var zip = new ZipOutputStream(out)) {
                for (var entry : Collections.list(from.entries())) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    if (entry.getName().endsWith("sheet1.xml")) {
                        zip.write(
                                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                        .getBytes(StandardCharsets.UTF_8));
                        byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
                        for (int i = 0; i < 64; i++) {
                            zip.write(spaces);
                        }
                        zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
                    } else {
                        from.getInputStream(entry).transferTo(zip);
                    }
                }
            }
        });

        assertRefused(file, Reason.BOMB, "zip bomb");
    }

    private void assertRefused(String name, String content, Reason reason, String words) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        assertRefused(file, reason, words);
    }

    private static void assertRefused(Path file, Reason reason, String words) {
        assertThatThrownBy(() -> Sheets.read(file, String.valueOf(file.getFileName())))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason))
                .hasMessageContaining(words)
                .hasMessageStartingWith(String.valueOf(file.getFileName()));
    }

    private Path write(String name, Writing writing) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            writing.to(out);
        }
        return file;
    }

    private static List<List<String>> texts(Sheet sheet) {
        return sheet.lines().stream()
                .map(line -> line.cells().stream().map(Cell::text).toList())
                .toList();
    }

    private static Sheet.Line line(int number, Cell... cells) {
        return new Sheet.Line(number, List.of(cells));
    }

    private static Cell words(String text) {
        return new Cell.Words(text);
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
