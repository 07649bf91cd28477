package org.fram.app.duties.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fram.app.duties.AddingProposal;
import org.fram.app.duties.GridSheet.Problem;
import org.fram.app.duties.ImportingGrid;
import org.fram.app.duties.KeepingGrid;
import org.fram.app.duties.Letters;
import org.fram.app.duties.NamingParticipants;
import org.fram.app.duties.Participant;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Sourcing;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Download;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.UndoingChanges;
import org.fram.app.platform.texts.Text;
import org.fram.facts.ActivityArea;
import org.fram.office.Sheet;
import org.fram.office.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The table of responsibilities: cells, proposals and their confirmation, who takes part, lists out
/// and in.
@Controller
@RequestMapping("/engagements/{engagement}/raci")
class RaciController {

    private static final List<String> MESSAGES =
            List.of("kept", "confirmed", "proposed", "nothingNew", "undone", "overtaken", "imported", "column");

    private final Transactions transactions;
    private final Authority authority;
    private final EngagementHeads heads;
    private final RaciDesk desk;
    private final KeepingGrid keeping;
    private final AddingProposal proposal;
    private final NamingParticipants naming;
    private final ImportingGrid importing;
    private final UndoingChanges undoing;
    private final Register register;
    private final Templates templates;

    RaciController(
            Transactions transactions,
            Authority authority,
            EngagementHeads heads,
            RaciDesk desk,
            KeepingGrid keeping,
            AddingProposal proposal,
            NamingParticipants naming,
            ImportingGrid importing,
            UndoingChanges undoing,
            Register responsibilitiesRegister,
            Templates templates) {
        this.transactions = transactions;
        this.authority = authority;
        this.heads = heads;
        this.desk = desk;
        this.keeping = keeping;
        this.proposal = proposal;
        this.naming = naming;
        this.importing = importing;
        this.undoing = undoing;
        this.register = responsibilitiesRegister;
        this.templates = templates;
    }

    @GetMapping
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "0") int count) {
        String message = MESSAGES.contains(done) ? frame.text("duties.done." + done, count) : "";
        return page(frame, me, engagement, message, List.of());
    }

    /// Keeps what a form says, be it one cell or all of them, and confirms what its button names: `row
    /// ID`, `area CODE` or `all`.
    ///
    /// @param htmx whether htmx asks, which shows the answer itself
    @PostMapping
    View keep(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "") String confirm,
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            HttpServletResponse response) {
        var outcome = keeping.keep(me, engagement, wishes(form, confirm));
        var problems = outcome.problems().stream()
                .map(problem -> (problem.ref() + " " + frame.text(problem.reason())).strip())
                .toList();
        boolean confirms = !confirm.isEmpty();
        String done = confirms ? "confirmed" : "kept";
        int count = confirms ? outcome.confirmed() : outcome.changed();
        if (problems.isEmpty() && !htmx) {
            return back(engagement, done, count);
        }
        if (!problems.isEmpty()) {
            response.setStatus(
                    outcome.overtaken() ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        String message = count == 0 ? "" : frame.text("duties.done." + done, count);
        return page(frame, me, engagement, message, problems);
    }

    @PostMapping("/rows")
    View add(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam String area,
            @RequestParam(defaultValue = "") String text,
            HttpServletResponse response) {
        var outcome = keeping.add(me, engagement, area(area), text);
        if (outcome.problems().isEmpty()) {
            return back(engagement, "kept", 1);
        }
        return refused(frame, me, engagement, outcome.problems().getFirst().reason(), response);
    }

    @PostMapping("/proposal")
    View propose(Actor.Person me, @PathVariable EngagementId engagement, @RequestParam Sourcing sourcing) {
        int added = proposal.add(me, engagement, sourcing);
        return back(engagement, added == 0 ? "nothingNew" : "proposed", added);
    }

    @PostMapping("/undo")
    View undo(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        var undone = undoing.undoLast(frame, register, me, engagement);
        return back(
                engagement,
                undone.overtaken() > 0 ? "overtaken" : "undone",
                undone.overtaken() > 0 ? undone.overtaken() : undone.undone());
    }

    @PostMapping("/functions")
    View addFunction(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam PartyId party,
            @RequestParam(defaultValue = "") String function,
            HttpServletResponse response) {
        return after(frame, me, engagement, naming.add(me, engagement, party, function), response);
    }

    @PostMapping("/functions/remove")
    View removeFunction(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam String taker,
            HttpServletResponse response) {
        return after(frame, me, engagement, naming.remove(me, engagement, taker), response);
    }

    /// @param person who stands for the column; empty for nobody
    @PostMapping("/people")
    View name(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam String taker,
            @RequestParam(required = false) @Nullable PersonId person,
            HttpServletResponse response) {
        return after(frame, me, engagement, naming.name(me, engagement, taker, person), response);
    }

    @GetMapping("/export.xlsx")
    ResponseEntity<byte[]> takeOut(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        record Taken(String name, Sheet sheet) {}
        var taken = transactions.as(me, () -> {
            var head = heads.of(frame, me, engagement);
            return new Taken(head.name(), RaciWorkbook.of(frame, desk.grid(engagement)));
        });
        return Download.of(
                Sheets.xlsx(taken.sheet()),
                Download.XLSX,
                "%s, %s.xlsx".formatted(taken.name(), frame.text("duties.raci.title")));
    }

    @GetMapping("/import")
    View ask(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return importPage(frame, me, engagement, "", List.of());
    }

    @PostMapping("/import")
    View take(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam MultipartFile file,
            HttpServletResponse response)
            throws IOException {
        Path copy = Files.createTempFile("fram-raci", null);
        try {
            file.transferTo(copy);
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
            return switch (importing.take(me, engagement, copy, last, RaciDesk.headings(frame))) {
                case ImportingGrid.Outcome.Done(int added, int changed, int _) ->
                    back(engagement, "imported", added + changed);
                case ImportingGrid.Outcome.Refused(var problems) -> {
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    yield importPage(frame, me, engagement, "", problems);
                }
                case ImportingGrid.Outcome.Unreadable(var reason) -> {
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    yield importPage(frame, me, engagement, reason, List.of());
                }
            };
        } finally {
            Files.delete(copy);
        }
    }

    /// What a form says of rows: the fields `version.ROW`, `seen.ROW` and `cell.ROW.COLUMN`.
    private static List<KeepingGrid.Wish> wishes(MultiValueMap<String, String> form, String confirm) {
        var wishes = new ArrayList<KeepingGrid.Wish>();
        var wanted = wanted(form);
        for (var entry : form.toSingleValueMap().entrySet()) {
            if (entry.getKey().startsWith("version.") && entry.getValue().matches("\\d{1,9}")) {
                String row = entry.getKey().substring("version.".length());
                String area = Objects.requireNonNullElse(form.getFirst("area." + row), "");
                boolean confirms =
                        confirm.equals("all") || confirm.equals("row " + row) || confirm.equals("area " + area);
                var letters = wanted.getOrDefault(row, Map.of());
                if (confirms || !letters.isEmpty()) {
                    wishes.add(new KeepingGrid.Wish(
                            UUID.fromString(row),
                            Integer.parseInt(entry.getValue()),
                            Seen.read(Objects.requireNonNullElse(form.getFirst("seen." + row), "")),
                            letters,
                            confirms));
                }
            }
        }
        return wishes;
    }

    private static Map<String, Map<String, Letters>> wanted(MultiValueMap<String, String> form) {
        var wanted = new HashMap<String, Map<String, Letters>>();
        form.toSingleValueMap().forEach((name, value) -> {
            String[] parts = name.split("\\.", 3);
            if (parts.length == 3 && parts[0].equals("cell")) {
                Letters.read(value)
                        .ifPresent(letters -> wanted.computeIfAbsent(parts[1], _ -> new HashMap<>())
                                .put(parts[2], letters));
            }
        });
        return wanted;
    }

    private static ActivityArea area(String code) {
        return Arrays.stream(ActivityArea.values())
                .filter(area -> Codes.of(area).equals(code))
                .findFirst()
                .orElse(ActivityArea.OTHER);
    }

    private View after(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            NamingParticipants.Outcome outcome,
            HttpServletResponse response) {
        return switch (outcome) {
            case NamingParticipants.Outcome.Done() -> back(engagement, "column", 0);
            case NamingParticipants.Outcome.Refused(var reason) -> refused(frame, me, engagement, reason, response);
        };
    }

    private static View back(EngagementId engagement, String done, int count) {
        return new RedirectView(RaciDesk.address(engagement) + "?done=" + done + "&count=" + count);
    }

    private View refused(
            Frame frame, Actor.Person me, EngagementId engagement, Text reason, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(frame, me, engagement, "", List.of(frame.text(reason)));
    }

    private View page(Frame frame, Actor.Person me, EngagementId engagement, String message, List<String> problems) {
        return html(templates.dutiesRaci(
                frame, transactions.as(me, () -> desk.page(frame, me, engagement, message, problems))));
    }

    private View importPage(
            Frame frame, Actor.Person me, EngagementId engagement, String refusal, List<Problem> problems) {
        return html(templates.dutiesRaciImport(frame, transactions.as(me, () -> {
            var head = heads.of(frame, me, engagement);
            authority.require(me, Act.CONTRIBUTE, engagement);
            return new RaciImportPage(
                    head,
                    RaciDesk.address(engagement),
                    desk.grid(engagement).columns().stream()
                            .map(Participant::name)
                            .toList(),
                    refusal,
                    problems.stream()
                            .map(problem -> new RaciImportPage.Problem(
                                    problem.row(), problem.column(), problem.value(), frame.text(problem.reason())))
                            .toList());
        })));
    }
}
