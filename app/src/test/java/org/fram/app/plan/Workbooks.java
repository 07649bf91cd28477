package org.fram.app.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fram.office.Cell;
import org.fram.office.Sheet;
import org.fram.office.Sheets;

/// Workbooks of one sheet.
final class Workbooks {

    private Workbooks() {}

    /// @param rows cells with commas between
    static byte[] of(String rows) {
        var lines = rows.lines().toList();
        var sheet = new Sheet(
                "Activities",
                IntStream.range(0, lines.size())
                        .mapToObj(k -> new Sheet.Line(
                                k + 1,
                                Stream.of(lines.get(k).split(",", -1))
                                        .<Cell>map(Cell.Words::new)
                                        .toList()))
                        .toList());
        try {
            var out = new ByteArrayOutputStream();
            Sheets.writeXlsx(List.of(sheet), out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
