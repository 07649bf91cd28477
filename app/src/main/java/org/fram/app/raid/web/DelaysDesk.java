package org.fram.app.raid.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.register.Money;
import org.fram.app.raid.delay.Delay;
import org.fram.app.raid.delay.Delays;
import org.springframework.stereotype.Component;

/// Puts together who was waited for. Is asked within a transaction of whoever looks.
@Component
class DelaysDesk {

    private static final int WIDTH = 320;
    private static final int MOST_MONTHS = 6;

    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Delays delays;

    DelaysDesk(Authority authority, EngagementHeads heads, Engagements engagements, Delays delays) {
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.delays = delays;
    }

    DelaysPage page(Frame frame, Actor.Person me, EngagementId engagement) {
        authority.require(me, Act.SEE, engagement);
        var head = heads.of(frame, me, engagement);
        var today = engagements.today(engagement);
        var all = delays.of(engagement);
        if (all.isEmpty()) {
            return new DelaysPage(head, List.of(), List.of(), WIDTH, List.of());
        }
        var first = all.getFirst().began();
        var last = all.stream()
                .map(delay -> delay.ended() == null ? today : delay.ended())
                .max(Comparator.naturalOrder())
                .filter(end -> end.isAfter(first))
                .orElse(first.plusDays(1));
        var scale = new Scale(first, ChronoUnit.DAYS.between(first, last) + 1);
        var byParty = all.stream().collect(groupingBy(Delay::party, LinkedHashMap::new, toList()));
        var parties = byParty.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -Delays.covered(entry.getValue(), today)))
                .toList();
        return new DelaysPage(
                head,
                parties.stream()
                        .map(entry -> new KeyFigure(
                                entry.getKey(),
                                frame.text("raid.days", Delays.covered(entry.getValue(), today)),
                                frame.text("raid.delays.count", entry.getValue().size(), open(entry.getValue())),
                                Link.to(
                                        head.address() + "/registers/delays?q=" + encoded(entry.getKey()),
                                        frame.text("raid.delay.title"))))
                        .toList(),
                parties.stream()
                        .map(entry -> new DelaysPage.Party(
                                entry.getKey(),
                                frame.text("raid.delays.count", entry.getValue().size(), open(entry.getValue())),
                                entry.getValue().stream()
                                        .map(delay -> line(frame, head.address(), delay, scale, today))
                                        .toList()))
                        .toList(),
                WIDTH,
                months(frame, first, last, scale));
    }

    /// The picture’s time.
    private record Scale(LocalDate first, long days) {

        int at(LocalDate day) {
            return (int) (ChronoUnit.DAYS.between(first, day) * WIDTH / days);
        }
    }

    private static DelaysPage.Line line(Frame frame, String address, Delay delay, Scale scale, LocalDate today) {
        var last = delay.ended() == null ? today : delay.ended();
        int from = scale.at(delay.began());
        return new DelaysPage.Line(
                delay.ref(),
                address + "/registers/delays/rows/" + delay.id(),
                delay.text(),
                delay.ended() == null
                        ? frame.text("raid.delays.since", frame.date(delay.began()))
                        : frame.text("raid.delays.fromTo", frame.date(delay.began()), frame.date(last)),
                frame.text("raid.days", delay.days(today)),
                delay.ended() == null,
                from,
                Math.max(3, scale.at(last.plusDays(1)) - from),
                delay.cause(),
                Stream.of(
                                delay.moved() == null ? "" : frame.text("raid.delays.moved", delay.moved()),
                                delay.money() == null ? "" : Money.shown(delay.money(), frame))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", ")),
                delay.change());
    }

    private static long open(List<Delay> delays) {
        return delays.stream().filter(delay -> delay.ended() == null).count();
    }

    private static List<DelaysPage.Month> months(Frame frame, LocalDate first, LocalDate last, Scale scale) {
        var months = new ArrayList<DelaysPage.Month>();
        var format = DateTimeFormatter.ofPattern("MMM yyyy", frame.texts().locale());
        long all = ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) + 1;
        long each = Math.max(1, (all + MOST_MONTHS - 1) / MOST_MONTHS);
        for (var month = YearMonth.from(first).plusMonths(1);
                !month.isAfter(YearMonth.from(last));
                month = month.plusMonths(each)) {
            months.add(new DelaysPage.Month(scale.at(month.atDay(1)), month.format(format)));
        }
        return months;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
