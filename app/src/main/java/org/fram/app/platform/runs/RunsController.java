package org.fram.app.platform.runs;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

@Controller
@RequestMapping("/engagements/{engagement}/runs")
class RunsController {

    private static final int SHOWN = 100;

    private final Transactions transactions;
    private final Authority authority;
    private final Runs runs;
    private final CancellingRun cancelling;
    private final InstantSource clock;
    private final Templates templates;

    RunsController(
            Transactions transactions,
            Authority authority,
            Runs runs,
            CancellingRun cancelling,
            InstantSource clock,
            Templates templates) {
        this.transactions = transactions;
        this.authority = authority;
        this.runs = runs;
        this.cancelling = cancelling;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    View list(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        var lines = asMember(me, engagement, () -> runs.newest(engagement, SHOWN)).stream()
                .map(run -> RunPage.of(frame, run, clock.instant()))
                .toList();
        return html(templates.runsList(frame, "/engagements/" + engagement, lines));
    }

    @GetMapping("/{id}")
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId engagement, @PathVariable RunId id) {
        return html(templates.runsRun(frame, page(frame, me, engagement, id)));
    }

    /// The state alone, for whoever has the page open. Once there is a result, it has the browser go there.
    @GetMapping("/{id}/state")
    View state(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable RunId id,
            HttpServletResponse response) {
        var page = page(frame, me, engagement, id);
        if (!page.result().isEmpty()) {
            response.setHeader("HX-Redirect", page.result());
        }
        return html(templates.runsState(frame, page));
    }

    @PostMapping("/{id}/cancel")
    View cancel(Actor.Person me, @PathVariable EngagementId engagement, @PathVariable RunId id) {
        cancelling.cancel(me, engagement, id);
        return new RedirectView("/engagements/%s/runs/%s".formatted(engagement, id));
    }

    private RunPage page(Frame frame, Actor.Person me, EngagementId engagement, RunId id) {
        return RunPage.of(
                frame,
                asMember(me, engagement, () -> {
                    var run = runs.get(engagement, id);
                    runs.seen(me, run);
                    return run;
                }),
                clock.instant());
    }

    private <T> T asMember(Actor.Person me, EngagementId engagement, Supplier<T> work) {
        return transactions.as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            return work.get();
        });
    }
}
