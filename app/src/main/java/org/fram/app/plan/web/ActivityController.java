package org.fram.app.plan.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.fram.app.plan.ActivityEdit;
import org.fram.app.plan.Area;
import org.fram.app.plan.ConfirmingDurations;
import org.fram.app.plan.EditingPlan;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One activity of a plan: looking at it, changing it, confirming its length.
@Controller
@RequestMapping("/engagements/{engagement}/plan/activities")
class ActivityController {

    private final Transactions transactions;
    private final ActivityDesk desk;
    private final EditingPlan editing;
    private final ConfirmingDurations confirming;
    private final Templates templates;

    ActivityController(
            Transactions transactions,
            ActivityDesk desk,
            EditingPlan editing,
            ConfirmingDurations confirming,
            Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.editing = editing;
        this.confirming = confirming;
        this.templates = templates;
    }

    /// The form as it is sent.
    record Sent(
            @Nullable String name,
            @Nullable String duration,
            @Nullable String best,
            @Nullable String likely,
            @Nullable String worst,
            @Nullable String started,
            @Nullable String finished,
            @Nullable String remaining,
            @Nullable String constraint,
            @Nullable String constraintDay,
            @Nullable String deadline,
            @Nullable String waits,
            @Nullable String party,
            @Nullable String area,
            @Nullable String obligations,
            @Nullable String parent,
            @Nullable String seen) {

        /// What is wanted.
        ///
        /// @throws NotFoundException where it names what no page offers
        ActivityEdit edit() {
            try {
                return read();
            } catch (IllegalArgumentException unknown) {
                throw new NotFoundException();
            }
        }

        private ActivityEdit read() {
            return new ActivityEdit(
                    or(name),
                    or(duration),
                    or(best),
                    or(likely),
                    or(worst),
                    or(started),
                    or(finished),
                    or(remaining),
                    or(constraint).isEmpty()
                            ? Binding.AS_SOON_AS_POSSIBLE.kind()
                            : Code.of(Binding.class, or(constraint)).kind(),
                    or(constraintDay),
                    or(deadline),
                    or(waits),
                    or(party).isEmpty() ? null : PartyId.of(or(party)),
                    or(area).isEmpty() ? null : Code.of(Area.class, or(area)),
                    or(obligations),
                    or(parent).isEmpty() ? null : UUID.fromString(or(parent)),
                    or(seen).isEmpty() ? 0 : Integer.parseInt(or(seen)));
        }

        private static String or(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    @GetMapping("/new")
    View blank(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return html(
                templates.planActivity(frame, transactions.as(me, () -> desk.blank(frame, me, engagement, null, ""))));
    }

    @PostMapping
    View add(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @ModelAttribute Sent sent,
            HttpServletResponse response) {
        return switch (editing.add(me, engagement, sent.edit())) {
            case EditingPlan.Outcome.Done(var activity) -> back(engagement, activity);
            case EditingPlan.Outcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield html(templates.planActivity(
                        frame,
                        transactions.as(me, () -> desk.blank(frame, me, engagement, sent.edit(), frame.text(reason)))));
            }
        };
    }

    @GetMapping("/{activity}")
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId engagement, @PathVariable UUID activity) {
        return page(frame, me, engagement, activity, null, "");
    }

    @PostMapping("/{activity}")
    View change(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable UUID activity,
            @ModelAttribute Sent sent,
            HttpServletResponse response) {
        return editing.change(me, engagement, activity, sent.edit()) instanceof EditingPlan.Outcome.Refused(var reason)
                ? refused(frame, me, engagement, activity, sent.edit(), reason, response)
                : back(engagement, activity);
    }

    /// @param before the activity from whose bar a link was drawn to this one
    /// @param seen the version to which it was drawn
    @PostMapping("/{activity}/after")
    View waitFor(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable UUID activity,
            @RequestParam UUID before,
            @RequestParam(defaultValue = "0") int seen,
            HttpServletResponse response) {
        return editing.waitFor(me, engagement, activity, before, seen)
                        instanceof EditingPlan.Outcome.Refused(var reason)
                ? refused(frame, me, engagement, activity, null, reason, response)
                : new RedirectView("/engagements/%s/plan".formatted(engagement));
    }

    /// @param start the day on which its bar was dropped
    /// @param seen the version that was dragged
    @PostMapping("/{activity}/move")
    View move(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable UUID activity,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate start,
            @RequestParam(defaultValue = "0") int seen,
            HttpServletResponse response) {
        return editing.move(me, engagement, activity, start, seen) instanceof EditingPlan.Outcome.Refused(var reason)
                ? refused(frame, me, engagement, activity, null, reason, response)
                : new RedirectView("/engagements/%s/plan".formatted(engagement));
    }

    @PostMapping("/{activity}/remove")
    View remove(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable UUID activity,
            HttpServletResponse response) {
        return editing.remove(me, engagement, activity) instanceof EditingPlan.Outcome.Refused(var reason)
                ? refused(frame, me, engagement, activity, null, reason, response)
                : new RedirectView("/engagements/%s/plan".formatted(engagement));
    }

    /// @param minutes as the page showed them
    @PostMapping("/{activity}/confirm")
    View confirm(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable UUID activity,
            @RequestParam(defaultValue = "-1") long minutes,
            HttpServletResponse response) {
        return confirming.confirm(me, engagement, activity, minutes)
                        instanceof ConfirmingDurations.Outcome.Refused(var reason)
                ? refused(frame, me, engagement, activity, null, reason, response)
                : back(engagement, activity);
    }

    @PostMapping("/{activity}/unconfirm")
    View takeBack(Actor.Person me, @PathVariable EngagementId engagement, @PathVariable UUID activity) {
        confirming.takeBack(me, engagement, activity);
        return back(engagement, activity);
    }

    private static View back(EngagementId engagement, UUID activity) {
        return new RedirectView("/engagements/%s/plan/activities/%s".formatted(engagement, activity));
    }

    private View refused(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            UUID activity,
            @Nullable ActivityEdit edit,
            Text reason,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(frame, me, engagement, activity, edit, frame.text(reason));
    }

    private View page(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            UUID activity,
            @Nullable ActivityEdit edit,
            String refusal) {
        return html(templates.planActivity(
                frame, transactions.as(me, () -> desk.page(frame, me, engagement, activity, edit, refusal))));
    }
}
