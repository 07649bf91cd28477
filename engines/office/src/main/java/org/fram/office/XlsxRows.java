package org.fram.office;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/// Takes the rows of one sheet from its XML.
final class XlsxRows extends DefaultHandler {

    private static final int MOST_DIGITS = 15;
    private static final int MOST_ODDITIES = 10_000;

    private final SharedStrings strings;
    private final StylesTable styles;
    private final boolean since1904;
    private final boolean times;
    private final String name;

    private final List<Sheet.Line> lines = new ArrayList<>();
    private final List<Oddity> oddities = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private List<Cell> row = new ArrayList<>();
    private int number;
    private String type = "n";
    private int style;
    private int column;
    private boolean inValue;

    XlsxRows(SharedStrings strings, StylesTable styles, boolean since1904, boolean times, String name) {
        this.strings = strings;
        this.styles = styles;
        this.since1904 = since1904;
        this.times = times;
        this.name = name;
    }

    /// Those that hold something.
    List<Sheet.Line> lines() {
        return lines;
    }

    /// What in it is no plain cell.
    List<Oddity> oddities() {
        return oddities;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
        switch (local) {
            case "row" -> {
                row = new ArrayList<>();
                number = Integer.parseInt(of(attributes, "r", String.valueOf(number + 1)));
            }
            case "c" -> {
                String reference = attributes.getValue("r");
                column = reference == null ? row.size() : new CellReference(reference).getCol();
                type = of(attributes, "t", "n");
                style = Integer.parseInt(of(attributes, "s", "0"));
                text.setLength(0);
            }
            case "v", "t" -> inValue = true;
            case "f" -> note(new Oddity(Oddity.Kind.FORMULA, number, column));
            case "mergeCell" -> {
                var first = new CellReference(of(attributes, "ref", "A1").split(":", 2)[0]);
                note(new Oddity(Oddity.Kind.MERGED, first.getRow() + 1, first.getCol()));
            }
            // How words are read aloud, beside the words.
            case "rPh" -> inValue = false;
            default -> {}
        }
    }

    @Override
    public void characters(char[] signs, int start, int length) {
        if (inValue) {
            text.append(signs, start, length);
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        switch (local) {
            case "v", "t" -> inValue = false;
            case "c" -> put();
            case "row" -> {
                if (row.stream().anyMatch(cell -> !cell.text().isEmpty())) {
                    if (lines.size() >= Sheets.MOST_ROWS) {
                        throw Sheets.tooLong(name);
                    }
                    lines.add(new Sheet.Line(number, row));
                }
            }
            default -> {}
        }
    }

    private void note(Oddity oddity) {
        if (oddities.size() < MOST_ODDITIES) {
            oddities.add(oddity);
        }
    }

    private void put() {
        var cell = cell(text.toString().strip());
        if (cell.text().isEmpty()) {
            return;
        }
        if (column >= Sheets.MOST_COLUMNS) {
            throw Sheets.tooLong(name);
        }
        while (row.size() < column) {
            row.add(new Cell.Words(""));
        }
        row.add(cell);
    }

    private Cell cell(String value) {
        return switch (type) {
            case "s" ->
                new Cell.Words(
                        strings.getItemAt(Integer.parseInt(value)).getString().strip());
            case "b" -> new Cell.Words(value.equals("1") ? "yes" : "no");
            case "n" -> value.isEmpty() ? new Cell.Words("") : number(value);
            // Text within the cell, text of a formula, and errors such as #REF!.
            default -> new Cell.Words(value);
        };
    }

    private Cell number(String value) {
        double number = Double.parseDouble(value);
        var format = styles.getStyleAt(style);
        if (format != null && DateUtil.isADateFormat(format.getDataFormat(), format.getDataFormatString())) {
            var time = DateUtil.getLocalDateTime(number, since1904);
            if (time != null) {
                // Days are counted as fractions, which miss a full minute by a little.
                var minute = time.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES);
                return times && !minute.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? new Cell.Moment(minute)
                        : new Cell.Day(time.toLocalDate());
            }
        }
        // Binary fractions show as 0.1 rather than as 0.1000000000000000055, whole numbers without a point.
        var exact = new BigDecimal(value);
        var shown = exact.precision() > MOST_DIGITS ? BigDecimal.valueOf(number) : exact;
        return new Cell.Amount(
                shown.signum() == 0 || shown.stripTrailingZeros().scale() <= 0
                        ? shown.setScale(0, RoundingMode.UNNECESSARY)
                        : shown.stripTrailingZeros());
    }

    private static String of(Attributes attributes, String key, String otherwise) {
        @Nullable String value = attributes.getValue(key);
        return value == null ? otherwise : value;
    }
}
