package org.fram.app.engagement.registers;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.RegisterPages;
import org.fram.app.platform.register.UndoingChanges;
import org.fram.app.platform.register.Views;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The list itself, and what is done to several rows at once. What was done stands in the address that
/// follows.
@Controller
@RequestMapping("/engagements/{engagement}/registers/{name}")
class RegisterController {

    private static final Pattern SELECTED = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(\\d{1,9})");

    private final RegisterDesk desk;
    private final Transactions transactions;
    private final RegisterPages pages;
    private final Views views;
    private final UndoingChanges undoing;
    private final Templates templates;

    RegisterController(
            RegisterDesk desk,
            Transactions transactions,
            RegisterPages pages,
            Views views,
            UndoingChanges undoing,
            Templates templates) {
        this.desk = desk;
        this.transactions = transactions;
        this.pages = pages;
        this.views = views;
        this.undoing = undoing;
        this.templates = templates;
    }

    @GetMapping
    View list(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @RequestParam MultiValueMap<String, String> parameters) {
        var register = desk.register(name);
        String address = RegisterDesk.address(engagement, register);
        var done = Done.of(parameters);
        return html(transactions.as(me, () -> {
            var head = desk.head(frame, me, engagement);
            boolean edits = desk.edits(me, engagement);
            return templates.registerPage(
                    frame,
                    head,
                    register.texts(),
                    pages.page(
                            frame,
                            register,
                            engagement,
                            address,
                            Query.of(parameters),
                            edits,
                            done.message(frame),
                            done.undo(address)),
                    undoing.possible(register, me, engagement));
        }));
    }

    @PostMapping("/delete")
    View delete(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable List<String> row) {
        var register = desk.register(name);
        var deletion = register.acts().delete(register, me, engagement, versions(row));
        return Back.to(
                RegisterDesk.address(engagement, register),
                query,
                new Done(
                        "deleted",
                        deletion.deleted(),
                        deletion.overtaken(),
                        deletion.id().toString()));
    }

    @PostMapping("/deletions/{deletion}/undo")
    View undo(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @PathVariable UUID deletion,
            @RequestParam(defaultValue = "") String query) {
        var register = desk.register(name);
        int restored = register.acts().restore(register, me, engagement, deletion);
        return Back.to(RegisterDesk.address(engagement, register), query, new Done("restored", restored, 0, ""));
    }

    /// Takes back what one did last here.
    @PostMapping("/undo")
    View undoLast(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String query) {
        var register = desk.register(name);
        var outcome = undoing.undoLast(frame, register, me, engagement);
        return Back.to(
                RegisterDesk.address(engagement, register),
                query,
                new Done("undone", outcome.undone(), outcome.overtaken(), ""));
    }

    @PostMapping("/views")
    View keepView(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "false") boolean shared) {
        var register = desk.register(name);
        boolean kept = transactions.as(me, () -> {
            boolean forAll = shared && desk.edits(me, engagement);
            return views.keep(register, engagement, forAll ? null : me.id(), view, Back.query(query));
        });
        return Back.to(
                RegisterDesk.address(engagement, register),
                query,
                new Done(kept ? "view-kept" : "view-refused", 0, 0, ""));
    }

    @PostMapping("/views/{view}/remove")
    View removeView(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @PathVariable UUID view,
            @RequestParam(defaultValue = "") String query) {
        var register = desk.register(name);
        transactions.run(me, () -> views.remove(engagement, view));
        return Back.to(RegisterDesk.address(engagement, register), query, new Done("view-removed", 0, 0, ""));
    }

    /// Ids and versions as the list's boxes send them; what they would not is left out.
    static Map<UUID, Integer> versions(@Nullable List<String> rows) {
        var versions = new LinkedHashMap<UUID, Integer>();
        for (String row : rows == null ? List.<String>of() : rows) {
            var selected = SELECTED.matcher(row);
            if (selected.matches()) {
                versions.put(UUID.fromString(selected.group(1)), Integer.valueOf(selected.group(2)));
            }
        }
        return versions;
    }
}
