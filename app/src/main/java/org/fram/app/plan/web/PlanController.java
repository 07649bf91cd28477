package org.fram.app.plan.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.fram.app.plan.BringingInPlan;
import org.fram.app.plan.EditingPlan;
import org.fram.app.plan.KeptPlan;
import org.fram.app.plan.Plans;
import org.fram.app.plan.Simulating;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Download;
import org.fram.app.platform.pages.Frame;
import org.fram.report.PlanWorkbook;
import org.fram.schedule.files.PlanFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The plan of an engagement: its chart, bringing files in and taking them out, its baseline.
@Controller
@RequestMapping("/engagements/{engagement}/plan")
class PlanController {

    private static final PlanDesk.View USUAL = new PlanDesk.View(null, Show.ALL, 0);

    private final Transactions transactions;
    private final PlanDesk desk;
    private final Plans plans;
    private final BringingInPlan bringingIn;
    private final EditingPlan editing;
    private final Simulating simulating;
    private final Templates templates;

    PlanController(
            Transactions transactions,
            PlanDesk desk,
            Plans plans,
            BringingInPlan bringingIn,
            EditingPlan editing,
            Simulating simulating,
            Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.plans = plans;
        this.bringingIn = bringingIn;
        this.editing = editing;
        this.simulating = simulating;
        this.templates = templates;
    }

    /// @param from the first row, from 0
    @GetMapping
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(required = false) @Nullable Zoom zoom,
            @RequestParam(defaultValue = "all") Show show,
            @RequestParam(defaultValue = "0") int from) {
        return page(frame, me, engagement, new PlanDesk.View(zoom, show, from), "");
    }

    @PostMapping("/import")
    View bringIn(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam MultipartFile document,
            HttpServletResponse response)
            throws IOException {
        @Nullable String name = document.getOriginalFilename();
        if (document.isEmpty() && (name == null || name.isEmpty())) {
            return refused(frame, me, engagement, frame.text("plan.refused.noFile"), response);
        }
        try (var stream = document.getInputStream()) {
            return switch (bringingIn.bringIn(me, engagement, name == null ? "" : name, stream)) {
                case BringingInPlan.Outcome.Begun(var run) ->
                    new RedirectView("/engagements/%s/runs/%s".formatted(engagement, run));
                case BringingInPlan.Outcome.Refused(var reason) ->
                    refused(frame, me, engagement, frame.text(reason), response);
            };
        }
    }

    @PostMapping("/undo")
    View undo(Frame frame, Actor.Person me, @PathVariable EngagementId engagement, HttpServletResponse response) {
        return after(editing.undo(me, engagement), frame, me, engagement, response);
    }

    @PostMapping("/baseline")
    View setBaseline(
            Frame frame, Actor.Person me, @PathVariable EngagementId engagement, HttpServletResponse response) {
        return after(editing.setBaseline(me, engagement), frame, me, engagement, response);
    }

    /// @param goLive the activity with which it goes live; none for the end of the plan
    @PostMapping("/frame")
    View frame(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(required = false) @Nullable UUID goLive,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate start,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate status,
            HttpServletResponse response) {
        return after(editing.frame(me, engagement, goLive, start, status), frame, me, engagement, response);
    }

    @PostMapping("/simulate")
    View simulate(Actor.Person me, @PathVariable EngagementId engagement) {
        return new RedirectView("/engagements/%s/runs/%s".formatted(engagement, simulating.request(me, engagement)));
    }

    /// The plan as a file.
    @GetMapping("/file")
    ResponseEntity<byte[]> file(
            Actor.Person me, @PathVariable EngagementId engagement, @RequestParam(defaultValue = "xlsx") FileKind kind)
            throws IOException {
        KeptPlan kept = transactions.as(me, () -> plans.get(engagement));
        var out = new ByteArrayOutputStream();
        if (kind.target == null) {
            PlanWorkbook.write(kept.plan(), kept.costs(), out);
        } else {
            PlanFiles.write(kept.plan(), kept.costs(), kind.target, out);
        }
        return Download.of(out.toByteArray(), MediaType.APPLICATION_OCTET_STREAM, "plan." + kind.ending);
    }

    private View after(
            EditingPlan.Outcome outcome,
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            HttpServletResponse response) {
        return outcome instanceof EditingPlan.Outcome.Refused(var reason)
                ? refused(frame, me, engagement, frame.text(reason), response)
                : new RedirectView("/engagements/%s/plan".formatted(engagement));
    }

    private View refused(
            Frame frame, Actor.Person me, EngagementId engagement, String reason, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(frame, me, engagement, USUAL, reason);
    }

    private View page(Frame frame, Actor.Person me, EngagementId engagement, PlanDesk.View view, String refusal) {
        return html(
                templates.planPlan(frame, transactions.as(me, () -> desk.page(frame, me, engagement, view, refusal))));
    }
}
