package org.fram.app.sow.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.sow.BringingIn;
import org.fram.app.sow.DraftingSow;
import org.fram.app.sow.SowId;
import org.fram.app.sow.TemplateDraftId;
import org.fram.app.sow.web.TemplateDesk.Unstored;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Drafting a statement of work: choosing a template, answering its questions step by step, looking at
/// what they make.
@Controller
@RequestMapping("/engagements/{engagement}/sow/new")
class TemplateController {

    private static final String BACK = "back";
    private static final String PREVIEW = "preview";

    private final Transactions transactions;
    private final TemplateDesk desk;
    private final DraftingSow drafting;
    private final Templates templates;

    TemplateController(Transactions transactions, TemplateDesk desk, DraftingSow drafting, Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.drafting = drafting;
        this.templates = templates;
    }

    @GetMapping
    View choose(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return html(templates.sowTemplates(frame, transactions.as(me, () -> desk.templates(frame, me, engagement))));
    }

    /// Begins to answer the questions of a template.
    @PostMapping
    View begin(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam String template,
            @RequestParam(defaultValue = "false") boolean privately) {
        var draft = drafting.begin(me, engagement, template, privately);
        return new RedirectView(TemplateDesk.address(draft) + "/steps/1");
    }

    @GetMapping("/{draft}")
    View preview(
            Frame frame, Actor.Person me, @PathVariable EngagementId engagement, @PathVariable TemplateDraftId draft) {
        return previewPage(frame, me, engagement, draft, "");
    }

    @GetMapping("/{draft}/steps/{step}")
    View step(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable TemplateDraftId draft,
            @PathVariable int step,
            @RequestParam(defaultValue = "false") boolean more) {
        return stepPage(frame, me, engagement, draft, step, Unstored.NONE, more);
    }

    /// Takes the answers of a step. The questions that the form asked are among them, so that an empty
    /// answer is known from none.
    ///
    /// @param asked ids of the questions
    /// @param go where to go then: back, to the preview, or on
    @PostMapping("/{draft}/steps/{step}")
    View answer(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable TemplateDraftId draft,
            @PathVariable int step,
            @RequestParam int version,
            @RequestParam(defaultValue = "") List<String> asked,
            @RequestParam(defaultValue = "") String go,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        var typed = new LinkedHashMap<String, List<String>>();
        asked.forEach(question -> typed.put(question, form.getOrDefault("a." + question, List.of())));
        var before = transactions.as(me, () -> desk.asked(engagement, draft, step));
        return switch (drafting.answer(me, engagement, draft, version, typed)) {
            case DraftingSow.Outcome.Stored(var stored) -> {
                boolean more = transactions.as(me, () -> desk.asked(engagement, draft, step)).stream()
                        .anyMatch(question -> !before.contains(question));
                yield new RedirectView(TemplateDesk.address(stored) + next(step, go, more, last(stored.template())));
            }
            case DraftingSow.Outcome.Refused(var refusals) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield stepPage(frame, me, engagement, draft, step, new Unstored(typed, refusals), false);
            }
            case DraftingSow.Outcome.Overtaken _ -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield stepPage(frame, me, engagement, draft, step, new Unstored(typed, List.of()), false);
            }
        };
    }

    /// Makes the document, and brings it in.
    ///
    /// @param sow of which it becomes the next version; empty for a statement of work of its own
    @PostMapping("/{draft}/document")
    View make(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable TemplateDraftId draft,
            @RequestParam(defaultValue = "") String sow,
            HttpServletResponse response) {
        return switch (drafting.make(me, engagement, draft, target(sow))) {
            case BringingIn.Outcome.Begun(var run) ->
                new RedirectView("/engagements/%s/runs/%s".formatted(engagement, run));
            case BringingIn.Outcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield previewPage(frame, me, engagement, draft, frame.text(reason));
            }
        };
    }

    @PostMapping("/{draft}/discard")
    View discard(Actor.Person me, @PathVariable EngagementId engagement, @PathVariable TemplateDraftId draft) {
        drafting.discard(me, engagement, draft);
        return new RedirectView("/engagements/%s/sow/new".formatted(engagement));
    }

    private static @Nullable SowId target(String sow) {
        try {
            return sow.isEmpty() ? null : SowId.of(sow);
        } catch (IllegalArgumentException none) {
            throw new NotFoundException();
        }
    }

    private static int last(String template) {
        return DraftingSow.template(template).steps().size();
    }

    /// Answers that ask for more keep one on the step, wherever one wanted to go on to.
    private static String next(int step, String go, boolean more, int last) {
        if (go.equals(PREVIEW)) {
            return "";
        }
        if (go.equals(BACK)) {
            return "/steps/" + Math.max(1, step - 1);
        }
        if (more) {
            return "/steps/" + step + "?more=true";
        }
        return step == last ? "" : "/steps/" + (step + 1);
    }

    private View stepPage(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            TemplateDraftId draft,
            int step,
            Unstored form,
            boolean more) {
        return html(templates.sowTemplateStep(
                frame, transactions.as(me, () -> desk.step(frame, me, engagement, draft, step, form, more))));
    }

    private View previewPage(
            Frame frame, Actor.Person me, EngagementId engagement, TemplateDraftId draft, String refusal) {
        return html(templates.sowTemplatePreview(
                frame, transactions.as(me, () -> desk.preview(frame, me, engagement, draft, refusal))));
    }
}
