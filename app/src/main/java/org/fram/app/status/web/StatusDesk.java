package org.fram.app.status.web;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Naming;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.status.Comparison;
import org.fram.app.status.KeepingReport;
import org.fram.app.status.Rhythms;
import org.fram.app.status.StatusNow;
import org.fram.app.status.StatusReport;
import org.fram.app.status.StatusReports;
import org.fram.app.status.StatusReports.Kept;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together the page of a status report.
@Component
class StatusDesk {

    private static final String USUAL_TIME = "15:00";

    private final Transactions transactions;
    private final Authority authority;
    private final EngagementHeads heads;
    private final StatusNow now;
    private final StatusReports reports;
    private final Rhythms rhythms;
    private final KeepingReport keeping;
    private final Naming naming;

    StatusDesk(
            Transactions transactions,
            Authority authority,
            EngagementHeads heads,
            StatusNow now,
            StatusReports reports,
            Rhythms rhythms,
            KeepingReport keeping,
            Naming naming) {
        this.transactions = transactions;
        this.authority = authority;
        this.heads = heads;
        this.now = now;
        this.reports = reports;
        this.rhythms = rhythms;
        this.keeping = keeping;
        this.naming = naming;
    }

    /// What one looks at.
    ///
    /// @param number of a report that was kept; null for now
    /// @param since number of the one with which it is compared; null for the one before, 0 for none
    record Wanted(@Nullable Integer number, @Nullable Integer since) {}

    /// A report with what it is compared with.
    ///
    /// @param history those that were kept before it, the newest first
    record Read(
            StatusReport report,
            @Nullable Comparison before,
            @Nullable Integer since,
            List<Kept> history) {}

    /// Reads one, as all of the engagement see it.
    Read read(Frame frame, Actor.Person me, EngagementId engagement, Wanted wanted) {
        transactions.run(me, () -> authority.require(me, Act.SEE, engagement));
        return transactions.as(new Actor.InCommon(me.id()), () -> {
            var number = wanted.number();
            var report = number == null ? now.of(engagement, frame.texts()) : reports.get(engagement, number);
            var history = reports.of(engagement).stream()
                    .filter(kept -> number == null || kept.number() < number)
                    .toList();
            var since = since(wanted, history);
            return new Read(
                    report,
                    since.map(one -> Comparison.between(reports.get(engagement, one), report))
                            .orElse(null),
                    since.orElse(null),
                    history);
        });
    }

    private static Optional<Integer> since(Wanted wanted, List<Kept> history) {
        var since = wanted.since();
        if (since == null) {
            return history.stream().map(Kept::number).findFirst();
        }
        if (since == 0) {
            return Optional.empty();
        }
        return Optional.of(history.stream()
                .map(Kept::number)
                .filter(since::equals)
                .findFirst()
                .orElseThrow(NotFoundException::new));
    }

    StatusPage.Shown shown(Frame frame, EngagementId engagement, Read read) {
        return new ShowingReport(
                        frame, EngagementHeads.address(engagement), read.report(), read.before(), read.history())
                .shown();
    }

    StatusPage page(Frame frame, Actor.Person me, EngagementId engagement, Wanted wanted, String refusal) {
        var read = read(frame, me, engagement, wanted);
        var shown = shown(frame, engagement, read);
        return transactions.as(me, () -> {
            var mine = authority.require(me, Act.SEE, engagement);
            var head = heads.of(frame, me, engagement);
            boolean writable = mine.may(Act.REPORT_STATUS);
            String address = address(head.address(), wanted.number());
            return new StatusPage(
                    head,
                    shown,
                    kept(
                            frame,
                            head.address(),
                            engagement,
                            ZoneId.of(read.report().zone())),
                    choices(frame, read),
                    address,
                    file(head.address(), "pdf", wanted),
                    file(head.address(), "docx", wanted),
                    wanted.number() == null,
                    writable,
                    writable ? rhythm(frame, engagement) : null,
                    readers(engagement),
                    refusal);
        });
    }

    private static String file(String engagement, String ending, Wanted wanted) {
        String query = Stream.of(
                        wanted.number() == null ? "" : "report=" + wanted.number(),
                        wanted.since() == null ? "" : "since=" + wanted.since())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return "%s/status/report.%s%s".formatted(engagement, ending, query.isEmpty() ? "" : "?" + query);
    }

    static String address(String engagement, @Nullable Integer number) {
        return number == null ? engagement + "/status" : engagement + "/status/reports/" + number;
    }

    private String readers(EngagementId engagement) {
        return keeping.readers(engagement).stream().map(Member::name).collect(Collectors.joining(", "));
    }

    private List<StatusPage.Kept> kept(Frame frame, String address, EngagementId engagement, ZoneId zone) {
        var names = naming.of(engagement);
        return reports.of(engagement).stream()
                .map(one -> {
                    var by = one.by();
                    var probability = one.probability();
                    return new StatusPage.Kept(
                            address(address, one.number()),
                            Integer.toString(one.number()),
                            frame.time(one.made(), zone),
                            one.light().tone(),
                            frame.text("status.light." + one.light().code()),
                            probability == null ? "" : frame.text("status.unit.percent", probability.toString()),
                            by == null
                                    ? frame.text("status.byItself")
                                    : names.person(by).isEmpty() ? frame.text("status.former") : names.person(by));
                })
                .toList();
    }

    private static List<Choice> choices(Frame frame, Read read) {
        if (read.history().isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(new Choice("0", frame.text("status.sinceNone"), read.since() == null)),
                        read.history().stream()
                                .map(kept -> new Choice(
                                        Integer.toString(kept.number()),
                                        frame.text("status.sinceOne", kept.number(), frame.date(kept.day())),
                                        Integer.valueOf(kept.number()).equals(read.since()))))
                .toList();
    }

    private StatusPage.RhythmForm rhythm(Frame frame, EngagementId engagement) {
        var rhythm = rhythms.of(engagement);
        var locale = frame.texts().locale();
        var days = Stream.concat(
                        Stream.of(new Choice("", frame.text("status.rhythm.never"), rhythm.isEmpty())),
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> new Choice(
                                        Integer.toString(day.getValue()),
                                        day.getDisplayName(TextStyle.FULL_STANDALONE, locale),
                                        rhythm.map(one -> one.weekday() == day).orElse(false))))
                .toList();
        return new StatusPage.RhythmForm(
                days,
                rhythm.map(one -> one.at().toString()).orElse(USUAL_TIME),
                rhythm.map(one -> frame.text(
                                "status.rhythm.said",
                                one.weekday().getDisplayName(TextStyle.FULL_STANDALONE, locale),
                                one.at().toString()))
                        .orElseGet(() -> frame.text("status.rhythm.none")));
    }
}
