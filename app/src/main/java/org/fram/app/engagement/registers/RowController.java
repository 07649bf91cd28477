package org.fram.app.engagement.registers;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.CellType.Reading;
import org.fram.app.platform.register.Column;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RegisterPages;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// One row: its form, and its cells one by one.
@Controller
@RequestMapping("/engagements/{engagement}/registers/{name}")
class RowController {

    private static final String SEEN = "seen.";

    private final RegisterDesk desk;
    private final Transactions transactions;
    private final Rows rows;
    private final RegisterPages pages;
    private final HistoryDesk history;
    private final Templates templates;

    RowController(
            RegisterDesk desk,
            Transactions transactions,
            Rows rows,
            RegisterPages pages,
            HistoryDesk history,
            Templates templates) {
        this.desk = desk;
        this.transactions = transactions;
        this.rows = rows;
        this.pages = pages;
        this.history = history;
        this.templates = templates;
    }

    @GetMapping("/new")
    View blank(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @RequestParam MultiValueMap<String, String> given) {
        var register = desk.register(name);
        transactions.run(me, () -> desk.requireEdits(me, engagement));
        // A way here may say what stands in the fields at first.
        var values = new LinkedHashMap<>(RegisterPages.edited(register, null));
        values.replaceAll((key, value) -> given.containsKey(key) ? String.valueOf(given.getFirst(key)) : value);
        return form(frame, me, engagement, register, null, values, Map.of(), null, Map.of());
    }

    @PostMapping("/new")
    View add(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        var register = desk.register(name);
        var written = written(register, form, "");
        var read = read(frame, register, written);
        var outcome = read.refused.isEmpty()
                ? register.acts().add(register, me, engagement, read.values)
                : new RowOutcome.Refused(read.refused);
        return switch (outcome) {
            case RowOutcome.Done _ ->
                Back.to(RegisterDesk.address(engagement, register), "", new Done("added", 1, 0, ""));
            case RowOutcome.Refused(var reasons) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(frame, me, engagement, register, null, written, reasons, null, Map.of());
            }
            case RowOutcome.Overtaken _, RowOutcome.Gone _ -> throw new NotFoundException();
        };
    }

    @GetMapping("/rows/{id}")
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @PathVariable UUID id) {
        var register = desk.register(name);
        return transactions.as(me, () -> {
            desk.requireSees(me, engagement);
            var row = rows.find(register, engagement, id).orElseThrow(NotFoundException::new);
            var values = RegisterPages.edited(register, row);
            return form(frame, me, engagement, register, id, values, Map.of(), null, values);
        });
    }

    @PostMapping("/rows/{id}")
    View change(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        var register = desk.register(name);
        var written = written(register, form, "");
        var seen = written(register, form, SEEN);
        // What the writer left as they saw it is none of their change.
        var changed = new LinkedHashMap<>(written);
        changed.entrySet().removeIf(cell -> cell.getValue().equals(seen.get(cell.getKey())));
        var before = new LinkedHashMap<>(seen);
        before.keySet().retainAll(changed.keySet());

        var read = read(frame, register, changed);
        var outcome = read.refused.isEmpty()
                ? register.acts()
                        .change(
                                register,
                                me,
                                engagement,
                                id,
                                new Seen.Cells(read(frame, register, before).values),
                                read.values)
                : new RowOutcome.Refused(read.refused);
        return switch (outcome) {
            case RowOutcome.Done _ ->
                Back.to(RegisterDesk.address(engagement, register), "", new Done("changed", 1, 0, ""));
            case RowOutcome.Refused(var reasons) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(frame, me, engagement, register, id, written, reasons, null, seen);
            }
            case RowOutcome.Overtaken(var now) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                // Cells that only somebody else changed show theirs.
                RegisterPages.edited(register, now).forEach((key, value) -> {
                    if (!changed.containsKey(key)) {
                        written.put(key, value);
                    }
                });
                yield form(frame, me, engagement, register, id, written, Map.of(), now, seen);
            }
            case RowOutcome.Gone _ -> throw new NotFoundException();
        };
    }

    /// Stores one cell and answers with it; 409 where somebody else was first, 422 where the value is
    /// refused.
    @PostMapping("/rows/{id}/cells/{key}")
    View changeCell(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam String seen,
            @RequestParam String value,
            HttpServletResponse response) {
        var register = desk.register(name);
        var column = desk.column(register, key);
        String address = RegisterDesk.address(engagement, register);
        var before = new HashMap<String, @Nullable Object>();
        if (column.type().read(seen, frame) instanceof Reading.Value(var parsed)) {
            before.put(key, parsed);
        }
        var outcome = switch (column.type().read(value, frame)) {
            case Reading.Refused(var reason) -> new RowOutcome.Refused(Map.of(key, reason));
            case Reading.Value(var parsed) -> {
                var wanted = new HashMap<String, @Nullable Object>();
                wanted.put(key, parsed);
                yield register.acts().change(register, me, engagement, id, new Seen.Cells(before), wanted);
            }
        };
        var cell = switch (outcome) {
            case RowOutcome.Done(var row) -> {
                response.setHeader(HttpHeaders.ETAG, "\"%d\"".formatted(row.version()));
                yield pages.cell(frame, register, column, row, address);
            }
            case RowOutcome.Refused(var reasons) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                var row = transactions.as(
                        me, () -> rows.find(register, engagement, id).orElseThrow(NotFoundException::new));
                var reason =
                        reasons.getOrDefault(key, reasons.values().iterator().next());
                yield pages.refused(frame, pages.cell(frame, register, column, row, address), reason, value);
            }
            case RowOutcome.Overtaken(var now) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield pages.overtaken(pages.cell(frame, register, column, now, address), value);
            }
            case RowOutcome.Gone _ -> throw new NotFoundException();
        };
        return html(templates.registerCell(frame, cell));
    }

    private View form(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            Register register,
            @Nullable UUID id,
            Map<String, String> written,
            Map<String, Text> errors,
            @Nullable Row now,
            Map<String, String> seen) {
        return html(transactions.as(me, () -> {
            var head = desk.head(frame, me, engagement);
            String address = RegisterDesk.address(engagement, register);
            return templates.registerForm(
                    frame,
                    head,
                    new FormPage(
                            frame.text(register.texts() + ".title"),
                            frame.text(id == null ? register.texts() + ".add" : register.texts() + ".one"),
                            address,
                            address + (id == null ? "/new" : "/rows/" + id),
                            pages.form(frame, register, written, errors, now, seen),
                            id != null,
                            now != null,
                            desk.edits(me, engagement),
                            id == null ? List.of() : history.of(frame, register, engagement, id)));
        }));
    }

    private static Map<String, String> written(Register register, MultiValueMap<String, String> form, String prefix) {
        var written = new LinkedHashMap<String, String>();
        for (Column column : register.columns()) {
            String value = form.getFirst(prefix + column.key());
            if (value != null) {
                // Browsers send lines with a carriage return, which none had written.
                written.put(column.key(), value.replace("\r\n", "\n"));
            }
        }
        return written;
    }

    static Read read(Frame frame, Register register, Map<String, String> written) {
        var read = new Read(new LinkedHashMap<>(), new LinkedHashMap<>());
        written.forEach((key, text) -> register.column(key).ifPresent(column -> {
            switch (column.type().read(text, frame)) {
                case Reading.Value(var value) -> read.values.put(key, value);
                case Reading.Refused(var reason) -> read.refused.put(key, reason);
            }
        }));
        return read;
    }

    /// Values that could be read, and why others could not, by columns.
    record Read(Map<String, @Nullable Object> values, Map<String, Text> refused) {}
}
