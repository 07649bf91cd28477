package org.fram.app.engagement.web;

import static java.util.stream.Collectors.joining;
import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.api.ApiToken;
import org.fram.app.platform.api.ApiTokens;
import org.fram.app.platform.api.MakingToken;
import org.fram.app.platform.api.Scope;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One's own tokens for programs.
@Controller
@RequestMapping("/account/tokens")
class TokensController {

    private static final int USUAL_DAYS = 90;

    private final Transactions transactions;
    private final Engagements engagements;
    private final ApiTokens tokens;
    private final MakingToken making;
    private final InstantSource clock;
    private final Templates templates;

    TokensController(
            Transactions transactions,
            Engagements engagements,
            ApiTokens tokens,
            MakingToken making,
            InstantSource clock,
            Templates templates) {
        this.transactions = transactions;
        this.engagements = engagements;
        this.tokens = tokens;
        this.making = making;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, Actor.Person me) {
        return page(frame, me, "", "", usual());
    }

    /// @param all whether it is good for all engagements, those to come among them, unless some are chosen
    @PostMapping
    View make(
            Frame frame,
            Actor.Person me,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean write,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate expires,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false, defaultValue = "") Set<EngagementId> engagement,
            HttpServletResponse response) {
        var wish = new MakingToken.Wish(
                name,
                write ? EnumSet.allOf(Scope.class) : EnumSet.of(Scope.READ),
                all && engagement.isEmpty() ? null : engagement,
                // A day that nobody chose is none that can be.
                expires == null ? LocalDate.EPOCH : expires);
        return switch (making.make(me, wish)) {
            case MakingToken.Outcome.Made(var _, var secret) -> page(frame, me, "", secret, usual());
            case MakingToken.Outcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(frame, me, frame.text(reason), "", wish);
            }
        };
    }

    @PostMapping("/{token}/revoke")
    View revoke(Actor.Person me, @PathVariable UUID token) {
        tokens.revoke(me, token);
        return new RedirectView("/account/tokens");
    }

    private MakingToken.Wish usual() {
        var expires = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(USUAL_DAYS);
        return new MakingToken.Wish("", EnumSet.of(Scope.READ), null, expires);
    }

    private View page(Frame frame, Actor.Person me, String refusal, String secret, MakingToken.Wish wish) {
        List<Engagement> mine = transactions.as(me, engagements::all);
        var names = mine.stream().collect(Collectors.toMap(Engagement::id, Function.identity()));
        var chosen = wish.engagements();
        var form = new TokensPage.Form(
                wish.name(),
                wish.scopes().contains(Scope.WRITE),
                wish.expires().equals(LocalDate.EPOCH) ? "" : wish.expires().toString(),
                making.latest().toString(),
                chosen == null,
                mine.stream()
                        .map(one -> new Choice(
                                one.id().toString(), one.name(), chosen != null && chosen.contains(one.id())))
                        .toList());
        var lines =
                tokens.of(me).stream().map(token -> line(frame, names, token)).toList();
        return html(templates.engagementTokens(frame, new TokensPage(lines, refusal, secret, form)));
    }

    private TokensPage.Line line(Frame frame, Map<EngagementId, Engagement> names, ApiToken token) {
        var only = token.engagements();
        String where = only == null
                ? frame.text("api.token.everywhere")
                : only.stream()
                        .map(names::get)
                        .map(one -> one == null ? frame.text("api.token.gone") : one.name())
                        .sorted()
                        .collect(joining(", "));
        boolean expired = token.expired(clock.instant());
        var used = token.used();
        String until = frame.date(LocalDate.ofInstant(token.expires().minusSeconds(1), ZoneOffset.UTC));
        return new TokensPage.Line(
                token.id().toString(),
                token.name(),
                frame.text(token.scopes().contains(Scope.WRITE) ? "api.token.readsAndWrites" : "api.token.reads")
                        + " · " + where,
                frame.text(expired ? "api.token.expired" : "api.token.until", until) + " · "
                        + (used == null
                                ? frame.text("api.token.unused")
                                : frame.text("api.token.used", frame.time(used, ZoneOffset.UTC))),
                expired);
    }
}
