package org.fram.app.provisioning.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.fram.app.platform.pages.Frame;
import org.fram.app.provisioning.Bandwidth;
import org.fram.office.Cell;
import org.fram.office.Sheet;
import org.jspecify.annotations.Nullable;

/// Orders and sites as a workbook, in the order of the page. Days are days, and numbers are numbers.
final class ProvisioningWorkbook {

    private final Frame frame;
    private final ProvisioningDesk.Shown shown;

    private ProvisioningWorkbook(Frame frame, ProvisioningDesk.Shown shown) {
        this.frame = frame;
        this.shown = shown;
    }

    static List<Sheet> of(Frame frame, ProvisioningDesk.Shown shown) {
        var workbook = new ProvisioningWorkbook(frame, shown);
        return List.of(workbook.orders(), workbook.sites());
    }

    private Sheet orders() {
        var lines = new ArrayList<List<Cell>>();
        lines.add(head(
                "provisioning.page.no",
                "provisioning.page.what",
                "provisioning.page.kind",
                "provisioning.page.owner",
                "provisioning.page.state.head",
                "provisioning.page.orderBy",
                "provisioning.page.slack",
                "provisioning.page.need",
                "provisioning.page.how",
                "provisioning.page.ordered",
                "provisioning.page.supplierDate",
                "provisioning.page.confirmed",
                "provisioning.page.foc",
                "provisioning.page.expected"));
        for (var order : shown.orders()) {
            lines.add(List.of(
                    words(order.row().ref()),
                    words(order.name()),
                    words(frame.text("provisioning.kind." + order.kind().code())),
                    words(order.word("owner").orElse("")),
                    words(ProvisioningDesk.state(frame, order)),
                    day(order.by().orderBy()),
                    order.by()
                            .slack()
                            .<Cell>map(days -> new Cell.Amount(BigDecimal.valueOf(days)))
                            .orElseGet(() -> words("")),
                    day(order.day("need")),
                    words(ProvisioningDesk.how(frame, order)),
                    day(order.day("ordered")),
                    day(order.day("supplierDate")),
                    day(order.day("confirmed")),
                    day(order.day("foc")),
                    day(order.by().expected())));
        }
        return sheet("provisioning.page.title", lines);
    }

    private Sheet sites() {
        var lines = new ArrayList<List<Cell>>();
        lines.add(head(
                "provisioning.page.no",
                "provisioning.siteCalls.column.text",
                "provisioning.siteCalls.column.calls",
                "provisioning.siteCalls.column.codec",
                "provisioning.page.perCallKbit",
                "provisioning.page.neededMbit",
                "provisioning.page.orderedMbit",
                "provisioning.page.plannedMbit",
                "provisioning.page.state.head"));
        for (var site : shown.sites()) {
            lines.add(List.of(
                    words(site.row().ref()),
                    words(site.site()),
                    number(site.row().get("calls")),
                    words(site.coding()
                            .map(coding -> frame.text(
                                    "provisioning.codec." + coding.codec().code()))
                            .orElse("")),
                    number(site.coding().map(Bandwidth::ofCall).orElse(null)),
                    number(site.needed().orElse(null)),
                    number(site.ordered()),
                    number(site.planned()),
                    words(frame.text("provisioning.enough." + site.enough().code()))));
        }
        return sheet("provisioning.siteCalls.title", lines);
    }

    private List<Cell> head(String... keys) {
        return Stream.of(keys).map(frame::text).<Cell>map(Cell.Words::new).toList();
    }

    private Sheet sheet(String title, List<List<Cell>> lines) {
        var numbered = new ArrayList<Sheet.Line>();
        lines.forEach(cells -> numbered.add(new Sheet.Line(numbered.size() + 1, cells)));
        return new Sheet(frame.text(title), numbered);
    }

    private static Cell words(@Nullable Object text) {
        return new Cell.Words(Objects.toString(text, ""));
    }

    private static Cell day(Optional<LocalDate> day) {
        return day.<Cell>map(Cell.Day::new).orElseGet(() -> words(""));
    }

    private static Cell number(@Nullable Object number) {
        return number instanceof BigDecimal decimal ? new Cell.Amount(decimal) : words("");
    }
}
