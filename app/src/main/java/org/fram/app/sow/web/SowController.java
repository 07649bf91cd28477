package org.fram.app.sow.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.runs.RunId;
import org.fram.app.sow.BringingIn;
import org.fram.app.sow.SharingSow;
import org.fram.app.sow.SowId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The statements of work of an engagement, and bringing documents in.
@Controller
@RequestMapping("/engagements/{engagement}/sow")
class SowController {

    private final Transactions transactions;
    private final Drafts drafts;
    private final BringingIn bringingIn;
    private final SharingSow sharing;
    private final Templates templates;

    SowController(
            Transactions transactions, Drafts drafts, BringingIn bringingIn, SharingSow sharing, Templates templates) {
        this.transactions = transactions;
        this.drafts = drafts;
        this.bringingIn = bringingIn;
        this.sharing = sharing;
        this.templates = templates;
    }

    @GetMapping
    View list(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return listPage(frame, me, engagement, List.of());
    }

    /// Takes documents, each as a statement of work of its own.
    @PostMapping
    View bringIn(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam List<MultipartFile> document,
            @RequestParam(defaultValue = "false") boolean privately,
            HttpServletResponse response)
            throws IOException {
        var runs = new ArrayList<RunId>();
        var refusals = new ArrayList<String>();
        for (var file : document) {
            if (isNone(file)) {
                continue;
            }
            try (var stream = file.getInputStream()) {
                var arriving = new BringingIn.Document(name(file), stream);
                switch (bringingIn.begin(me, engagement, arriving, privately)) {
                    case BringingIn.Outcome.Begun(var run) -> runs.add(run);
                    case BringingIn.Outcome.Refused(var reason) -> refusals.add(frame.text(reason));
                }
            }
        }
        if (runs.isEmpty() && refusals.isEmpty()) {
            refusals.add(frame.text("sow.refused.noFile"));
        }
        if (!refusals.isEmpty()) {
            if (!runs.isEmpty()) {
                refusals.add(frame.text("sow.refused.othersTaken", runs.size()));
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return listPage(frame, me, engagement, refusals);
        }
        String all = "/engagements/" + engagement + "/runs";
        return new RedirectView(runs.size() == 1 ? all + "/" + runs.getFirst() : all);
    }

    @GetMapping("/{sow}")
    View draft(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam(defaultValue = "1") int part) {
        return draftPage(frame, me, engagement, sow, part, "");
    }

    /// Takes the next version of one.
    @PostMapping("/{sow}/versions")
    View nextVersion(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam MultipartFile document,
            HttpServletResponse response)
            throws IOException {
        String refusal;
        if (isNone(document)) {
            refusal = frame.text("sow.refused.noFile");
        } else {
            try (var stream = document.getInputStream()) {
                switch (bringingIn.goOn(me, engagement, sow, new BringingIn.Document(name(document), stream))) {
                    case BringingIn.Outcome.Begun(var run) -> {
                        return new RedirectView("/engagements/%s/runs/%s".formatted(engagement, run));
                    }
                    case BringingIn.Outcome.Refused(var reason) -> refusal = frame.text(reason);
                }
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return draftPage(frame, me, engagement, sow, 1, refusal);
    }

    @PostMapping("/{sow}/share")
    View share(Actor.Person me, @PathVariable EngagementId engagement, @PathVariable SowId sow) {
        sharing.share(me, engagement, sow);
        return new RedirectView("/engagements/%s/sow/%s".formatted(engagement, sow));
    }

    private View listPage(Frame frame, Actor.Person me, EngagementId engagement, List<String> refusals) {
        return html(templates.sowList(frame, transactions.as(me, () -> drafts.list(frame, me, engagement, refusals))));
    }

    private View draftPage(Frame frame, Actor.Person me, EngagementId engagement, SowId sow, int part, String refusal) {
        return html(templates.sowDraft(
                frame, transactions.as(me, () -> drafts.draft(frame, me, engagement, sow, part, refusal))));
    }

    private static boolean isNone(MultipartFile file) {
        return file.isEmpty() && name(file).isEmpty();
    }

    private static String name(MultipartFile file) {
        @Nullable String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
