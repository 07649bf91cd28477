package org.fram.app.price.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fram.app.platform.pages.Frame;
import org.fram.app.price.Price;
import org.fram.office.Cell;
import org.fram.office.Sheet;
import org.jspecify.annotations.Nullable;

/// The price as a workbook: lines with what they come to, totals, options, payments. Amounts are numbers.
final class PricesWorkbook {

    private final Frame frame;
    private final Price price;

    private PricesWorkbook(Frame frame, Price price) {
        this.frame = frame;
        this.price = price;
    }

    static List<Sheet> of(Frame frame, Price price) {
        var workbook = new PricesWorkbook(frame, price);
        return List.of(workbook.lines(), workbook.totals(), workbook.payments());
    }

    private Sheet lines() {
        var lines = new ArrayList<List<Cell>>();
        lines.add(head(
                "price.line.column.ref",
                "price.line.column.text",
                "price.page.how",
                "price.line.column.discount",
                "price.line.column.tax",
                "price.line.column.option",
                "price.line.column.obligations",
                "price.page.currency",
                "price.page.net",
                "price.page.tax",
                "price.page.gross"));
        for (var line : price.lines()) {
            var row = line.row();
            var amount = line.amount();
            lines.add(List.of(
                    words(row.ref()),
                    words(row.get("text")),
                    words(Figures.how(frame, row, line.priced())),
                    number(row.get("discount")),
                    number(row.get("tax")),
                    words(Boolean.TRUE.equals(row.get("option")) ? frame.text("register.yes") : ""),
                    words(String.join(", ", line.obligations())),
                    words(amount == null ? "" : currency()),
                    number(amount == null ? null : amount.net()),
                    number(amount == null ? null : amount.tax()),
                    number(amount == null ? null : amount.gross())));
        }
        return sheet("price.line.title", lines);
    }

    private Sheet totals() {
        var lines = new ArrayList<List<Cell>>();
        lines.add(head("price.page.sum", "price.page.currency", "price.page.amount"));
        var sheet = price.sheet();
        if (sheet != null) {
            var total = sheet.total();
            lines.add(sum(frame.text("price.page.net"), total.net()));
            for (var tax : total.taxes()) {
                String name = frame.text(
                        "price.page.taxAt", Figures.percent(frame, tax.rate()), Figures.amount(frame, tax.net()));
                lines.add(sum(name, tax.tax()));
            }
            lines.add(sum(frame.text("price.page.gross"), total.gross()));
            if (!sheet.options().lines().isEmpty()) {
                lines.add(
                        sum(frame.text("price.page.optionsNet"), sheet.options().net()));
                lines.add(sum(
                        frame.text("price.page.withOptions"),
                        sheet.withOptions().gross()));
            }
        }
        return sheet("price.page.totals", lines);
    }

    private Sheet payments() {
        var lines = new ArrayList<List<Cell>>();
        lines.add(head(
                "price.milestone.column.ref",
                "price.milestone.column.text",
                "price.milestone.column.due",
                "price.milestone.column.criterion",
                "price.milestone.column.obligations",
                "price.page.standing",
                "price.page.currency",
                "price.page.net",
                "price.page.tax",
                "price.page.gross"));
        for (var payment : price.payments()) {
            var row = payment.row();
            var pays = payment.pays();
            lines.add(List.of(
                    words(row.ref()),
                    words(row.get("text")),
                    row.get("due") instanceof LocalDate due ? new Cell.Day(due) : words(""),
                    words(row.get("criterion")),
                    words(String.join(", ", payment.obligations())),
                    words(frame.text("price.state." + payment.state().code())),
                    words(pays == null ? "" : currency()),
                    number(pays == null ? null : pays.net()),
                    number(pays == null ? null : pays.tax()),
                    number(pays == null ? null : pays.gross())));
        }
        return sheet("price.milestone.title", lines);
    }

    private List<Cell> head(String... keys) {
        return List.of(keys).stream()
                .map(frame::text)
                .<Cell>map(Cell.Words::new)
                .toList();
    }

    private List<Cell> sum(String name, BigDecimal amount) {
        return List.of(words(name), words(currency()), number(amount));
    }

    private String currency() {
        return price.currency().map(Objects::toString).orElse("");
    }

    private Sheet sheet(String title, List<List<Cell>> lines) {
        var numbered = new ArrayList<Sheet.Line>();
        lines.forEach(cells -> numbered.add(new Sheet.Line(numbered.size() + 1, cells)));
        return new Sheet(frame.text(title), numbered);
    }

    private static Cell words(@Nullable Object text) {
        return new Cell.Words(Objects.toString(text, ""));
    }

    private static Cell number(@Nullable Object number) {
        return number instanceof BigDecimal decimal ? new Cell.Amount(decimal) : words("");
    }
}
