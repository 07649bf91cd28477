package org.fram.app.engagement.registers;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RegisterPages;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Changing several rows at once: first a form, then the rows, all of them or none but those that somebody
/// else changed.
@Controller
@RequestMapping("/engagements/{engagement}/registers/{name}/many")
class ManyController {

    private final RegisterDesk desk;
    private final Transactions transactions;
    private final RegisterPages pages;
    private final Templates templates;

    ManyController(RegisterDesk desk, Transactions transactions, RegisterPages pages, Templates templates) {
        this.desk = desk;
        this.transactions = transactions;
        this.pages = pages;
        this.templates = templates;
    }

    @PostMapping("/form")
    View blank(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable List<String> row) {
        var register = desk.register(name);
        return row == null
                ? Back.to(RegisterDesk.address(engagement, register), query, new Done("changed", 0, 0, ""))
                : form(frame, me, engagement, register, query, row, Map.of(), Map.of());
    }

    /// Changes those columns that are ticked.
    @PostMapping
    View change(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam List<String> row,
            @RequestParam(defaultValue = "") Set<String> set,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        var register = desk.register(name);
        var written = new LinkedHashMap<String, String>();
        register.columns().stream()
                .skip(1)
                .filter(column -> set.contains(column.key()))
                .forEach(column -> {
                    String value = form.getFirst(column.key());
                    written.put(column.key(), value == null ? "" : value);
                });
        var read = RowController.read(frame, register, written);
        if (!read.refused().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(frame, me, engagement, register, query, row, written, read.refused());
        }
        try {
            var done = transactions.as(me, () -> changeAll(register, me, engagement, row, read.values()));
            return Back.to(RegisterDesk.address(engagement, register), query, done);
        } catch (NotAll notAll) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(frame, me, engagement, register, query, row, written, notAll.reasons);
        }
    }

    private static Done changeAll(
            Register register,
            Actor.Person me,
            EngagementId engagement,
            List<String> selected,
            Map<String, @Nullable Object> wanted) {
        int changed = 0;
        int overtaken = 0;
        for (var seen : RegisterController.versions(selected).entrySet()) {
            var outcome = register.acts()
                    .change(register, me, engagement, seen.getKey(), new Seen.Version(seen.getValue()), wanted);
            switch (outcome) {
                case RowOutcome.Done _ -> changed++;
                case RowOutcome.Overtaken _, RowOutcome.Gone _ -> overtaken++;
                case RowOutcome.Refused(var reasons) -> throw new NotAll(reasons);
            }
        }
        return new Done("changed", changed, overtaken, "");
    }

    private View form(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            Register register,
            String query,
            List<String> selected,
            Map<String, String> written,
            Map<String, Text> errors) {
        return html(transactions.as(me, () -> {
            var head = desk.head(frame, me, engagement);
            desk.requireEdits(me, engagement);
            var editors = pages.form(frame, register, written, errors, null, Map.of()).stream()
                    .skip(1)
                    .toList();
            return templates.registerMany(
                    frame,
                    head,
                    new ManyPage(
                            frame.text(register.texts() + ".title"),
                            RegisterDesk.address(engagement, register),
                            Back.query(query).address(),
                            selected,
                            editors,
                            written.keySet()));
        }));
    }

    /// Takes back what was changed before a row was refused.
    private static final class NotAll extends RuntimeException {

        private final transient Map<String, Text> reasons;

        private NotAll(Map<String, Text> reasons) {
            super("Several rows are not changed in part.");
            this.reasons = reasons;
        }
    }
}
