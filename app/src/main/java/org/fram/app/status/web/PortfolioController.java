package org.fram.app.status.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Light;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Tone;
import org.fram.app.status.Portfolio;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// All engagements of whoever is signed in, by their last reports.
@Controller
class PortfolioController {

    private final Transactions transactions;
    private final Portfolio portfolio;
    private final Templates templates;
    private final InstantSource clock;

    PortfolioController(Transactions transactions, Portfolio portfolio, Templates templates, InstantSource clock) {
        this.transactions = transactions;
        this.portfolio = portfolio;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/portfolio")
    View show(Frame frame, Actor.Person me) {
        return html(templates.statusPortfolio(frame, transactions.look(me, () -> page(frame))));
    }

    private PortfolioPage page(Frame frame) {
        var lines = portfolio.lines();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        long red = lines.stream()
                .filter(line -> line.last() != null && line.last().light() == Light.RED)
                .count();
        return new PortfolioPage(
                frame.text("status.portfolio.verdict", lines.size(), red),
                lines.stream().map(line -> line(frame, line)).toList(),
                portfolio.shared(lines, today).stream()
                        .map(one -> shared(frame, one))
                        .toList());
    }

    private static PortfolioPage.Line line(Frame frame, Portfolio.Line line) {
        var engagement = line.engagement();
        String address = EngagementHeads.address(engagement.id());
        var target = engagement.targetGoLive();
        var last = line.last();
        var before = line.before();
        if (last == null) {
            return new PortfolioPage.Line(
                    engagement.name(),
                    address + "/status",
                    Tone.CALM,
                    frame.text("status.portfolio.none"),
                    "",
                    target == null ? "" : frame.date(target),
                    "",
                    "",
                    Tone.CALM,
                    "",
                    "");
        }
        var now = last.probability();
        var then = before == null ? null : before.probability();
        int change = now == null || then == null ? 0 : now - then;
        return new PortfolioPage.Line(
                engagement.name(),
                address + "/status",
                last.light().tone(),
                frame.text("status.light." + last.light().code()),
                before == null || before.light() == last.light()
                        ? ""
                        : frame.text(
                                "status.was",
                                frame.text("status.light." + before.light().code())),
                target == null ? "" : frame.date(target),
                now == null ? "" : frame.text("status.unit.percent", now.toString()),
                change == 0
                        ? ""
                        : frame.text(
                                "status.change.points", (change < 0 ? "−" : "+") + Math.abs(change), Math.abs(change)),
                change < 0 ? Tone.BAD : Tone.GOOD,
                frame.text("status.sinceOne", last.number(), frame.date(last.day())),
                StatusDesk.address(address, last.number()));
    }

    private static PortfolioPage.Shared shared(Frame frame, Portfolio.Shared shared) {
        return new PortfolioPage.Shared(
                shared.name(),
                shared.over() ? Tone.BAD : Tone.GOOD,
                frame.text("status.portfolio.peak", shared.peak(), shared.available()),
                frame.date(shared.from()),
                shared.where().entrySet().stream()
                        .map(entry -> entry.getKey().name() + ": "
                                + entry.getValue().stream()
                                        .map(booked -> frame.text(
                                                "status.portfolio.booked",
                                                booked.share(),
                                                frame.date(booked.begins()),
                                                frame.date(booked.ends())))
                                        .collect(Collectors.joining("; ")))
                        .toList());
    }
}
