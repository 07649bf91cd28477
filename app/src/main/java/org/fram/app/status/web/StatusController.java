package org.fram.app.status.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Light;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Download;
import org.fram.app.platform.pages.Frame;
import org.fram.app.status.KeepingReport;
import org.fram.app.status.SteeringReports;
import org.fram.app.status.SteeringReports.Outcome;
import org.fram.office.Documents;
import org.fram.office.Printing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The status report of an engagement: as it is now, as it was kept, as PDF and as a document of Word.
@Controller
@RequestMapping("/engagements/{engagement}/status")
class StatusController {

    private final StatusDesk desk;
    private final KeepingReport keeping;
    private final SteeringReports steering;
    private final Templates templates;

    StatusController(StatusDesk desk, KeepingReport keeping, SteeringReports steering, Templates templates) {
        this.desk = desk;
        this.keeping = keeping;
        this.steering = steering;
        this.templates = templates;
    }

    @GetMapping
    View now(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(required = false) @Nullable Integer since) {
        return page(frame, me, engagement, new StatusDesk.Wanted(null, since), "");
    }

    @GetMapping("/reports/{report}")
    View kept(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable int report,
            @RequestParam(required = false) @Nullable Integer since) {
        return page(frame, me, engagement, new StatusDesk.Wanted(report, since), "");
    }

    /// @param report number of one that was kept; without it, as it is now
    @GetMapping("/report.pdf")
    ResponseEntity<byte[]> print(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(required = false) @Nullable Integer report,
            @RequestParam(required = false) @Nullable Integer since) {
        return pdf(frame, me, engagement, new StatusDesk.Wanted(report, since));
    }

    /// @param report number of one that was kept; without it, as it is now
    @GetMapping("/report.docx")
    ResponseEntity<byte[]> document(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(required = false) @Nullable Integer report,
            @RequestParam(required = false) @Nullable Integer since) {
        return docx(frame, me, engagement, new StatusDesk.Wanted(report, since));
    }

    @PostMapping("/reports")
    View keep(Actor.Person me, @PathVariable EngagementId engagement) {
        return new RedirectView(StatusDesk.address(EngagementHeads.address(engagement), keeping.keep(me, engagement)));
    }

    /// @param until the last day; empty for a week
    @PostMapping("/lights")
    View see(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String light,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String until,
            HttpServletResponse response) {
        var seen = Arrays.stream(Light.values())
                .filter(one -> one.code().equals(light))
                .findFirst()
                .orElse(null);
        return switch (steering.see(me, engagement, area, seen, reason, until)) {
            case Outcome.Done _ -> there(engagement);
            case Outcome.Refused(var why) -> refused(frame, me, engagement, frame.text(why), response);
        };
    }

    @PostMapping("/lights/remove")
    View seeByRule(
            Actor.Person me, @PathVariable EngagementId engagement, @RequestParam(defaultValue = "") String area) {
        steering.seeByRule(me, engagement, area);
        return there(engagement);
    }

    /// @param weekday 1 for Monday; empty for never
    @PostMapping("/rhythm")
    View rhythm(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "") String weekday,
            @RequestParam(defaultValue = "") String at,
            HttpServletResponse response) {
        return switch (steering.rhythm(me, engagement, weekday, at)) {
            case Outcome.Done _ -> there(engagement);
            case Outcome.Refused(var why) -> refused(frame, me, engagement, frame.text(why), response);
        };
    }

    private View refused(
            Frame frame, Actor.Person me, EngagementId engagement, String why, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(frame, me, engagement, new StatusDesk.Wanted(null, null), why);
    }

    private View page(Frame frame, Actor.Person me, EngagementId engagement, StatusDesk.Wanted wanted, String refusal) {
        return html(templates.statusStatus(frame, desk.page(frame, me, engagement, wanted, refusal)));
    }

    private ResponseEntity<byte[]> pdf(
            Frame frame, Actor.Person me, EngagementId engagement, StatusDesk.Wanted wanted) {
        var shown = desk.shown(frame, engagement, desk.read(frame, me, engagement, wanted));
        var page = new StringOutput();
        templates.statusPack(frame, shown).render(page);
        return Download.of(Printing.pdf(page.toString()), MediaType.APPLICATION_PDF, name(shown, "pdf"));
    }

    private ResponseEntity<byte[]> docx(
            Frame frame, Actor.Person me, EngagementId engagement, StatusDesk.Wanted wanted) {
        var shown = desk.shown(frame, engagement, desk.read(frame, me, engagement, wanted));
        return Download.of(Documents.docx(ReportDocument.of(frame, shown)), Download.DOCX, name(shown, "docx"));
    }

    private static String name(StatusPage.Shown shown, String ending) {
        return "%s, %s.%s".formatted(shown.engagement(), shown.about(), ending);
    }

    private static View there(EngagementId engagement) {
        return new RedirectView(EngagementHeads.address(engagement) + "/status");
    }
}
