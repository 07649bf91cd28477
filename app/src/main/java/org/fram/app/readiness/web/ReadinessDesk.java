package org.fram.app.readiness.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Site;
import org.fram.app.engagement.Sites;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.register.Row;
import org.fram.app.readiness.AddingUsual;
import org.fram.app.readiness.Notice;
import org.fram.app.readiness.Readiness;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the pages of readiness together. Is asked within a transaction of whoever looks.
@Component
class ReadinessDesk {

    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Sites sites;
    private final Readiness readiness;
    private final AddingUsual usual;
    private final InstantSource clock;

    ReadinessDesk(
            Authority authority,
            EngagementHeads heads,
            Engagements engagements,
            Sites sites,
            Readiness readiness,
            AddingUsual usual,
            InstantSource clock) {
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.sites = sites;
        this.readiness = readiness;
        this.usual = usual;
        this.clock = clock;
    }

    ReadinessPage page(Frame frame, Actor.Person me, EngagementId id) {
        var mine = authority.require(me, Act.SEE, id);
        var head = heads.of(frame, me, id);
        var engagement = engagements.get(id);
        var today = today(engagement);
        var signOffs = readiness.signOffs(id);
        var exits = readiness.exits(id);
        var notices = exits.stream()
                .filter(row -> Notice.of(row, today).state().isPressing())
                .sorted(Comparator.comparing(row -> day(row, "noticeBy"), nullsLast()))
                .toList();
        var open = exits.stream()
                .filter(row -> row.get("done") == null && !notices.contains(row))
                .sorted(Comparator.comparing(row -> day(row, "endsOn"), nullsLast()))
                .toList();
        return new ReadinessPage(
                head,
                mine.may(Act.CONTRIBUTE),
                signOffs.isEmpty() && exits.isEmpty() ? List.of() : figures(frame, head, signOffs, exits, today),
                bySite(id, signOffs).entrySet().stream()
                        .map(site -> new ReadinessPage.Site(
                                site.getKey().isEmpty() ? frame.text("readiness.page.allSites") : site.getKey(),
                                frame.text(
                                        "readiness.page.signed",
                                        signed(site.getValue()),
                                        site.getValue().size()),
                                site.getValue().stream()
                                        .map(row -> signOff(frame, head, row, today))
                                        .toList()))
                        .toList(),
                notices.stream().map(row -> notice(frame, head, row, today)).toList(),
                open.stream().map(row -> exit(frame, head, row, today)).toList(),
                !exits.isEmpty());
    }

    UsualPage usual(Frame frame, Actor.Person me, EngagementId id) {
        var mine = authority.require(me, Act.SEE, id);
        var goLive = engagements.get(id).targetGoLive();
        var offers =
                usual.offers(id).stream().collect(groupingBy(AddingUsual.Offer::site, LinkedHashMap::new, toList()));
        return new UsualPage(
                heads.of(frame, me, id),
                mine.may(Act.CONTRIBUTE),
                goLive == null ? "" : frame.date(goLive),
                offers.entrySet().stream()
                        .map(site -> new UsualPage.Site(
                                site.getKey().isEmpty() ? frame.text("readiness.page.allSites") : site.getKey(),
                                site.getValue().stream()
                                        .map(offer -> offer(frame, offer))
                                        .toList()))
                        .toList());
    }

    private static UsualPage.Offer offer(Frame frame, AddingUsual.Offer offer) {
        var due = offer.due();
        return new UsualPage.Offer(
                offer.key(),
                offer.what(),
                offer.why(),
                line(
                        frame.text("readiness.signOffKind." + offer.kind().code()),
                        offer.owner(),
                        due == null ? "" : frame.text("readiness.page.by", frame.date(due))));
    }

    private List<KeyFigure> figures(
            Frame frame, EngagementHead head, List<Row> signOffs, List<Row> exits, LocalDate today) {
        long overdue = signOffs.stream()
                .filter(row -> row.get("signedOff") == null && isBefore(row, "due", today))
                .count();
        long unowned = signOffs.stream()
                .filter(row -> row.get("signedOff") == null && row.get("owner") == null)
                .count();
        long done = exits.stream().filter(row -> row.get("done") != null).count();
        return List.of(
                new KeyFigure(
                        frame.text("readiness.figure.signed"),
                        frame.text("readiness.figure.of", signed(signOffs), signOffs.size()),
                        frame.text("readiness.figure.unowned", unowned),
                        Link.to(head.address() + "/registers/sign-offs", frame.text("readiness.figure.list"))),
                new KeyFigure(
                        frame.text("readiness.figure.overdue"),
                        String.valueOf(overdue),
                        "",
                        Link.to(
                                head.address() + "/registers/sign-offs?f.signedOff=none&sort=due",
                                frame.text("readiness.figure.list"))),
                new KeyFigure(
                        frame.text("readiness.figure.exit"),
                        frame.text("readiness.figure.of", done, exits.size()),
                        "",
                        Link.to(head.address() + "/registers/legacy-exit", frame.text("readiness.figure.list"))));
    }

    /// The sign-offs by site: those for all first, then each site of the engagement, then others that people named.
    private Map<String, List<Row>> bySite(EngagementId id, List<Row> signOffs) {
        var names = new LinkedHashSet<String>();
        if (!signOffs.isEmpty()) {
            names.add("");
            sites.of(id).stream().map(Site::name).forEach(names::add);
            signOffs.forEach(row -> names.add(word(row, "site")));
        }
        var bySite = new LinkedHashMap<String, List<Row>>();
        for (String name : names) {
            var own = new ArrayList<>(signOffs.stream()
                    .filter(row -> word(row, "site").equalsIgnoreCase(name))
                    .toList());
            own.sort(Comparator.comparing(row -> day(row, "due"), nullsLast()));
            bySite.put(name, own);
        }
        return bySite;
    }

    private static ReadinessPage.Line signOff(Frame frame, EngagementHead head, Row row, LocalDate today) {
        var signed = day(row, "signedOff");
        var due = day(row, "due");
        boolean late = signed == null && isBefore(row, "due", today);
        return new ReadinessPage.Line(
                head.address() + "/registers/sign-offs/rows/" + row.id(),
                row.ref() + " " + word(row, "text"),
                line(
                        frame.text("readiness.signOffKind." + word(row, "kind")),
                        signed == null ? owner(frame, row) : word(row, "signedBy")),
                signed != null ? Tone.GOOD : late ? Tone.BAD : Tone.CALM,
                signed != null
                        ? frame.text("readiness.state.signed", frame.date(signed))
                        : due == null
                                ? frame.text("readiness.state.open")
                                : frame.text(late ? "readiness.overdue" : "readiness.state.due", frame.date(due)));
    }

    private static ReadinessPage.Line notice(Frame frame, EngagementHead head, Row row, LocalDate today) {
        var notice = Notice.of(row, today);
        var day = day(row, "noticeBy");
        return exitLine(
                frame,
                head,
                row,
                notice.state().tone(),
                frame.text(
                        "readiness.notice." + notice.state().code(),
                        day == null ? "" : frame.date(day),
                        notice.days()));
    }

    private static ReadinessPage.Line exit(Frame frame, EngagementHead head, Row row, LocalDate today) {
        var ends = day(row, "endsOn");
        var kept = day(row, "keepUntil");
        boolean late = isBefore(row, "endsOn", today);
        return exitLine(
                frame,
                head,
                row,
                late ? Tone.BAD : Tone.CALM,
                ends != null
                        ? frame.text(late ? "readiness.overdue" : "readiness.state.ends", frame.date(ends))
                        : kept != null
                                ? frame.text("readiness.state.kept", frame.date(kept))
                                : frame.text("readiness.state.open"));
    }

    private static ReadinessPage.Line exitLine(Frame frame, EngagementHead head, Row row, Tone tone, String state) {
        return new ReadinessPage.Line(
                head.address() + "/registers/legacy-exit/rows/" + row.id(),
                row.ref() + " " + word(row, "text"),
                line(frame.text("readiness.exitKind." + word(row, "kind")), word(row, "withWhom"), owner(frame, row)),
                tone,
                state);
    }

    private LocalDate today(Engagement engagement) {
        return LocalDate.ofInstant(clock.instant(), engagement.timeZone());
    }

    private static long signed(List<Row> signOffs) {
        return signOffs.stream().filter(row -> row.get("signedOff") != null).count();
    }

    private static boolean isBefore(Row row, String column, LocalDate today) {
        var day = day(row, column);
        return day != null && day.isBefore(today);
    }

    private static String word(Row row, String column) {
        return Objects.toString(row.get(column), "");
    }

    private static String owner(Frame frame, Row row) {
        String owner = word(row, "owner");
        return owner.isEmpty() ? frame.text("readiness.page.nobody") : owner;
    }

    private static @Nullable LocalDate day(Row row, String column) {
        return (LocalDate) row.get(column);
    }

    private static Comparator<@Nullable LocalDate> nullsLast() {
        return Comparator.nullsLast(Comparator.naturalOrder());
    }

    private static String line(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
