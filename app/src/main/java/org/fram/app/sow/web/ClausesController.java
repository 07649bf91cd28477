package org.fram.app.sow.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.sow.SowId;
import org.fram.app.sow.SowSides;
import org.fram.app.sow.clauses.Clause.Shape;
import org.fram.app.sow.clauses.ClauseId;
import org.fram.app.sow.clauses.EditingClauses;
import org.fram.app.sow.clauses.EditingClauses.Outcome;
import org.fram.app.sow.clauses.EditingClauses.Target;
import org.fram.app.sow.clauses.EditingClauses.Way;
import org.fram.app.sow.clauses.MakingVersion;
import org.fram.app.sow.web.ClausesDesk.AtHand;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Writing the next version of a statement of work, clause by clause.
@Controller
@RequestMapping("/engagements/{engagement}/sow/{sow}/clauses")
class ClausesController {

    private static final AtHand NOTHING = new AtHand(null, "", List.of(), "");

    private final Transactions transactions;
    private final ClausesDesk desk;
    private final Desk sowDesk;
    private final EngagementHeads heads;
    private final SowSides sides;
    private final EditingClauses editing;
    private final MakingVersion making;
    private final Templates templates;

    ClausesController(
            Transactions transactions,
            ClausesDesk desk,
            Desk sowDesk,
            EngagementHeads heads,
            SowSides sides,
            EditingClauses editing,
            MakingVersion making,
            Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.sowDesk = sowDesk;
        this.heads = heads;
        this.sides = sides;
        this.editing = editing;
        this.making = making;
        this.templates = templates;
    }

    /// @param at the clause at hand
    /// @param doing what is being done with it
    @GetMapping
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam(required = false) @Nullable ClauseId at,
            @RequestParam(defaultValue = "") String doing) {
        return page(frame, me, engagement, sow, new AtHand(at, doing, List.of(), ""));
    }

    /// What the working copy changes.
    @GetMapping("/changes")
    View changes(Frame frame, Actor.Person me, @PathVariable EngagementId engagement, @PathVariable SowId sow) {
        return transactions.as(me, () -> {
            var statement = sowDesk.statement(me, engagement, sow);
            String address = SowSides.address(statement);
            var redline = desk.redline(statement);
            if (redline == null) {
                return new RedirectView(address + "/clauses");
            }
            return html(templates.sowClauseChanges(
                    frame,
                    new ClauseChangesPage(
                            heads.of(frame, me, engagement),
                            address,
                            statement.title(),
                            sides.of(frame, statement),
                            RedlineDesk.groups(frame, redline, false),
                            (int) redline.parts().stream()
                                    .filter(RedlineDesk::changed)
                                    .count())));
        });
    }

    @PostMapping("/begin")
    View begin(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            HttpServletResponse response) {
        return shown(frame, me, engagement, sow, editing.begin(me, engagement, sow), NOTHING, response);
    }

    /// Takes one `text`, or as many as a table has cells.
    @PostMapping("/{clause}/write")
    View write(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ClauseId clause,
            @RequestParam String seen,
            HttpServletRequest request,
            HttpServletResponse response) {
        // Not as a list: a single text with commas would be taken apart.
        var given = request.getParameterValues("text");
        var texts = given == null ? List.<String>of() : List.of(given);
        return shown(
                frame,
                me,
                engagement,
                sow,
                editing.write(me, new Target(engagement, sow, clause, seen), texts),
                new AtHand(clause, "edit", texts, ""),
                response);
    }

    /// @param after the clause behind which it stands; empty at the beginning
    @PostMapping("/add")
    View add(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "paragraph") Shape shape,
            HttpServletRequest request,
            HttpServletResponse response) {
        String text = String.valueOf(request.getParameter("text"));
        var behind = after.isEmpty() ? null : ClauseId.of(after);
        return shown(
                frame,
                me,
                engagement,
                sow,
                editing.add(me, engagement, sow, behind, shape, text),
                new AtHand(behind, "add", List.of(text), ""),
                response);
    }

    @PostMapping("/{clause}/take-out")
    View takeOut(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ClauseId clause,
            @RequestParam String seen,
            @RequestParam(defaultValue = "false") boolean whole,
            HttpServletResponse response) {
        var outcome = editing.takeOut(me, new Target(engagement, sow, clause, seen), whole);
        return shown(frame, me, engagement, sow, outcome, new AtHand(clause, "", List.of(), ""), response);
    }

    @PostMapping("/{clause}/move")
    View move(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ClauseId clause,
            @RequestParam String seen,
            @RequestParam Way way,
            HttpServletResponse response) {
        var outcome = editing.move(me, new Target(engagement, sow, clause, seen), way);
        return shown(frame, me, engagement, sow, outcome, new AtHand(clause, "", List.of(), ""), response);
    }

    /// @param by 1 for deeper, -1 for less deep
    @PostMapping("/{clause}/shift")
    View shift(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ClauseId clause,
            @RequestParam String seen,
            @RequestParam int by,
            HttpServletResponse response) {
        var outcome = editing.shift(me, new Target(engagement, sow, clause, seen), Integer.signum(by));
        return shown(frame, me, engagement, sow, outcome, new AtHand(clause, "", List.of(), ""), response);
    }

    @PostMapping("/undo")
    View undo(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            HttpServletResponse response) {
        return shown(frame, me, engagement, sow, editing.undo(me, engagement, sow), NOTHING, response);
    }

    @PostMapping("/discard")
    View discard(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            HttpServletResponse response) {
        return shown(frame, me, engagement, sow, editing.discard(me, engagement, sow), NOTHING, response);
    }

    /// @param anyway whether it is made though a newer version came meanwhile
    @PostMapping("/make")
    View make(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam(defaultValue = "false") boolean anyway,
            HttpServletResponse response) {
        return switch (making.make(me, engagement, sow, anyway)) {
            case MakingVersion.Outcome.Begun(var run) ->
                new RedirectView("/engagements/%s/runs/%s".formatted(engagement, run));
            case MakingVersion.Outcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(frame, me, engagement, sow, new AtHand(null, "", List.of(), frame.text(reason)));
            }
        };
    }

    /// @param asked what was at hand when it was asked for: what is shown again where it was not done
    private View shown(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            SowId sow,
            Outcome outcome,
            AtHand asked,
            HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Done(var at) -> {
                String address = "/engagements/%s/sow/%s".formatted(engagement, sow);
                yield new RedirectView(at == null ? address + "/clauses" : ClausesDesk.link(address, at));
            }
            case Outcome.Overtaken _ -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(frame, me, engagement, sow, told(asked, frame.text("sow.clauses.overtaken")));
            }
            case Outcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(frame, me, engagement, sow, told(asked, frame.text(reason)));
            }
        };
    }

    private static AtHand told(AtHand asked, String refusal) {
        return new AtHand(asked.clause(), asked.doing(), asked.words(), refusal);
    }

    private View page(Frame frame, Actor.Person me, EngagementId engagement, SowId sow, AtHand hand) {
        return html(
                templates.sowClauses(frame, transactions.as(me, () -> desk.page(frame, me, engagement, sow, hand))));
    }
}
