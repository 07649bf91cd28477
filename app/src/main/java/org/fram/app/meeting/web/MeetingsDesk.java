package org.fram.app.meeting.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.meeting.AllSeries;
import org.fram.app.meeting.Invited;
import org.fram.app.meeting.Meeting;
import org.fram.app.meeting.MeetingKind;
import org.fram.app.meeting.Meetings;
import org.fram.app.meeting.Rhythm;
import org.fram.app.meeting.Series;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Pair;
import org.fram.app.platform.pages.TimeZones;
import org.fram.app.platform.pages.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together the pages of all meetings and of a series. Is asked within a transaction of whoever
/// looks.
@Component
class MeetingsDesk {

    private static final int USUAL_MINUTES = 45;
    private static final int MOST_PAST = 40;
    private static final int NEXT_OF_EACH = 2;
    private static final int MOST_COMING = 12;

    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Members members;
    private final AllSeries series;
    private final Meetings meetings;

    MeetingsDesk(
            Authority authority,
            EngagementHeads heads,
            Engagements engagements,
            Members members,
            AllSeries series,
            Meetings meetings) {
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.members = members;
        this.series = series;
        this.meetings = meetings;
    }

    MeetingsPage all(Frame frame, Actor.Person me, EngagementId engagement, String refusal) {
        var mine = authority.require(me, Act.SEE, engagement);
        var head = heads.of(frame, me, engagement);
        var today = meetings.today(engagement);
        var all = meetings.of(engagement);
        var groups = Stream.of(
                        group(frame, head.address(), "owed", all.stream().filter(one -> isOwed(one, today))),
                        group(
                                frame,
                                head.address(),
                                "next",
                                all.stream()
                                        .filter(one -> one.held() == null && !day(one).isBefore(today))
                                        .collect(groupingBy(Meeting::series, LinkedHashMap::new, toList()))
                                        .values()
                                        .stream()
                                        .flatMap(of -> of.stream().limit(NEXT_OF_EACH))
                                        .sorted(Comparator.comparing(Meeting::begins))),
                        group(
                                frame,
                                head.address(),
                                "past",
                                all.stream()
                                        .filter(one ->
                                                one.held() != null || one.isLeftOut() && day(one).isBefore(today))
                                        .sorted(Comparator.comparing(Meeting::begins)
                                                .reversed())
                                        .limit(MOST_PAST)))
                .filter(group -> !group.meetings().isEmpty())
                .toList();
        return new MeetingsPage(
                head,
                groups,
                series.of(engagement).stream()
                        .filter(one -> one.rhythm().unit() != Rhythm.Unit.ONCE)
                        .map(one -> line(frame, head.address(), one, today))
                        .toList(),
                now(engagement),
                mine.may(Act.CONTRIBUTE),
                refusal);
    }

    MeetingsPage.NowForm now(EngagementId engagement) {
        return new MeetingsPage.NowForm(EngagementHeads.address(engagement) + "/meetings/now", "");
    }

    NowPage now(Frame frame, Actor.Person me, EngagementId engagement, String name, String refusal) {
        authority.require(me, Act.CONTRIBUTE, engagement);
        return new NowPage(
                heads.of(frame, me, engagement),
                new MeetingsPage.NowForm(EngagementHeads.address(engagement) + "/meetings/now", name),
                refusal);
    }

    /// @param refused the ids of those whose invitation could not be delivered
    SeriesPage one(Frame frame, Actor.Person me, EngagementId engagement, String ref, Set<UUID> refused) {
        var mine = authority.require(me, Act.SEE, engagement);
        var head = heads.of(frame, me, engagement);
        var one = series.get(engagement, ref);
        var today = meetings.today(engagement);
        var all = meetings.of(one, today.minusDays(Meetings.DAYS_BACK), today.plusYears(1));
        String address = head.address() + "/" + one.path();
        return new SeriesPage(
                head,
                address,
                one.name(),
                frame.text(one.rhythm().words(one.first())),
                terms(frame, engagement, one),
                series.invited(one).stream()
                        .map(invited -> person(frame, invited, refused))
                        .toList(),
                one.standing(),
                one.questions(),
                all.stream()
                        .filter(meeting ->
                                meeting.held() == null && !day(meeting).isBefore(today))
                        .limit(MOST_COMING)
                        .map(meeting -> line(frame, head.address(), meeting))
                        .toList(),
                all.stream()
                        .filter(meeting ->
                                meeting.held() != null || day(meeting).isBefore(today))
                        .sorted(Comparator.comparing(Meeting::begins).reversed())
                        .limit(MOST_PAST)
                        .map(meeting -> line(frame, head.address(), meeting))
                        .toList(),
                one.kind().meets()
                        ? List.of(Link.to(address + "/meetings.ics", frame.text("meeting.series.calendar")))
                        : List.of(),
                mine.may(Act.CONTRIBUTE));
    }

    /// The form of a new series, as somebody filled it in or empty.
    SeriesFormPage blank(
            Frame frame, Actor.Person me, EngagementId engagement, @Nullable SeriesForm filled, String refusal) {
        var mine = authority.require(me, Act.CONTRIBUTE, engagement);
        String address = EngagementHeads.address(engagement) + "/meetings";
        var known = engagements.get(engagement);
        var form = filled != null
                ? filled
                : new SeriesForm(
                        "",
                        MeetingKind.STATUS_MEETING.code(),
                        Rhythm.Unit.WEEKS.code(),
                        "1",
                        nextWorkingDay(meetings.today(engagement)).toString(),
                        "",
                        "10:00",
                        Integer.toString(USUAL_MINUTES),
                        known.timeZone().getId(),
                        "",
                        me.id().toString(),
                        "",
                        Stream.of("moved", "inTheWay", "need")
                                .map(one -> frame.text("meeting.question." + one))
                                .collect(Collectors.joining("\n")),
                        members.of(engagement).stream()
                                .map(member -> member.person().toString())
                                .toList(),
                        "");
        return form(
                frame,
                me,
                engagement,
                frame.text("meeting.new.title"),
                address,
                address,
                "",
                false,
                mine.may(Act.INVITE_GUESTS),
                form,
                refusal);
    }

    /// The form of a series as it is, or as somebody filled it in.
    SeriesFormPage edit(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            String ref,
            @Nullable SeriesForm filled,
            String refusal) {
        var mine = authority.require(me, Act.CONTRIBUTE, engagement);
        var one = series.get(engagement, ref);
        var form = filled == null ? SeriesForm.of(one, series.invited(one)) : filled;
        String address = EngagementHeads.address(engagement) + "/" + one.path();
        boolean fixed =
                !meetings.of(one, one.first(), meetings.today(engagement)).isEmpty();
        return form(
                frame,
                me,
                engagement,
                frame.text("meeting.edit.title", one.name()),
                address,
                address,
                Integer.toString(one.version()),
                fixed,
                mine.may(Act.INVITE_GUESTS),
                form,
                refusal);
    }

    private SeriesFormPage form(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            String title,
            String address,
            String back,
            String version,
            boolean fixed,
            boolean outside,
            SeriesForm form,
            String refusal) {
        var people = members.of(engagement);
        var leaders = new ArrayList<Choice>();
        leaders.add(
                new Choice("", frame.text("meeting.leader.none"), form.leader().isEmpty()));
        people.forEach(member ->
                leaders.add(choice(member, form.leader().equals(member.person().toString()))));
        return new SeriesFormPage(
                heads.of(frame, me, engagement),
                title,
                address,
                back,
                version,
                fixed,
                outside,
                form,
                choices(MeetingKind.values(), form.kind(), kind -> frame.text("meeting.kind." + kind.code())),
                choices(Rhythm.Unit.values(), form.unit(), unit -> frame.text("meeting.unit." + unit.code())),
                TimeZones.choices(
                        form.zone().isEmpty() ? engagements.get(engagement).timeZone() : zone(form.zone(), engagement)),
                leaders,
                people.stream()
                        .map(member -> choice(
                                member, form.people().contains(member.person().toString())))
                        .toList(),
                refusal);
    }

    private ZoneId zone(String typed, EngagementId engagement) {
        try {
            return ZoneId.of(typed);
        } catch (DateTimeException _) {
            return engagements.get(engagement).timeZone();
        }
    }

    private static <E extends Enum<E> & Code> List<Choice> choices(
            E[] constants, String chosen, Function<E, String> label) {
        return Stream.of(constants)
                .map(one -> new Choice(one.code(), label.apply(one), one.code().equals(chosen)))
                .toList();
    }

    private static Choice choice(Member member, boolean chosen) {
        return new Choice(member.person().toString(), member.name(), chosen);
    }

    private List<Pair> terms(Frame frame, EngagementId engagement, Series one) {
        var terms = new ArrayList<Pair>();
        terms.add(new Pair(
                frame.text("meeting.kind"),
                frame.text("meeting.kind." + one.kind().code())));
        terms.add(new Pair(
                frame.text("meeting.starts"),
                frame.text("meeting.at", one.starts().toString(), one.zone().getId())));
        if (one.kind().meets()) {
            terms.add(new Pair(frame.text("meeting.minutes"), frame.text("meeting.lasts", one.minutes())));
        }
        if (!one.place().isEmpty()) {
            terms.add(new Pair(frame.text("meeting.place"), one.place()));
        }
        terms.add(new Pair(frame.text("meeting.first"), frame.date(one.first())));
        var last = one.last();
        if (last != null) {
            terms.add(new Pair(frame.text("meeting.last"), frame.date(last)));
        }
        terms.add(new Pair(frame.text("meeting.leader"), leader(frame, engagement, one)));
        return terms;
    }

    private String leader(Frame frame, EngagementId engagement, Series one) {
        var leader = one.leader();
        return leader == null
                ? frame.text("meeting.leader.none")
                : members.find(engagement, leader).map(Member::name).orElseGet(() -> frame.text("meeting.leader.left"));
    }

    private SeriesPage.Person person(Frame frame, Invited invited, Set<UUID> refused) {
        return new SeriesPage.Person(
                invited.left() ? frame.text("meeting.people.somebody") : invited.name(),
                invited.person() == null ? invited.email() : "",
                invited.left()
                        ? frame.text("meeting.people.left")
                        : refused.contains(invited.id()) ? frame.text("meeting.people.refused") : "");
    }

    private MeetingsPage.SeriesLine line(Frame frame, String address, Series one, LocalDate today) {
        var last = one.last();
        return new MeetingsPage.SeriesLine(
                Link.to(address + "/" + one.path(), one.ref()),
                one.name(),
                frame.text(one.rhythm().words(one.first())),
                frame.text("meeting.kind." + one.kind().code()),
                last != null && last.isBefore(today));
    }

    private MeetingsPage.Group group(Frame frame, String address, String name, Stream<Meeting> meetings) {
        return new MeetingsPage.Group(
                frame.text("meeting.group." + name),
                meetings.map(meeting -> line(frame, address, meeting)).toList());
    }

    MeetingsPage.Line line(Frame frame, String address, Meeting meeting) {
        var stand = stand(meeting);
        return new MeetingsPage.Line(
                Link.to(address + "/" + meeting.path(), meeting.ref()),
                meeting.series().name(),
                when(frame, meeting),
                stand.tone(),
                frame.text("meeting.state." + stand.code()));
    }

    /// How a meeting stands.
    record Stand(Tone tone, String code) {}

    Stand stand(Meeting meeting) {
        if (meeting.isLeftOut()) {
            return new Stand(Tone.CALM, "leftOut");
        }
        if (meeting.held() != null) {
            return new Stand(Tone.GOOD, "held");
        }
        var today = meetings.today(meeting.series().engagement());
        if (day(meeting).isBefore(today)) {
            return new Stand(Tone.WARN, meeting.series().kind().meets() ? "owed" : "unclosed");
        }
        boolean now = day(meeting).equals(today);
        return now
                ? new Stand(Tone.ACCENT, "today")
                : meeting.moved() == null ? new Stand(Tone.CALM, "planned") : new Stand(Tone.CALM, "moved");
    }

    /// When it begins, with its weekday and its zone.
    static String when(Frame frame, Meeting meeting) {
        var begins = meeting.begins();
        return frame.text(
                "meeting.when",
                frame.text("meeting.weekday." + begins.getDayOfWeek().name().toLowerCase(Locale.ROOT)),
                frame.time(begins.toInstant(), begins.getZone()),
                begins.getZone().getId());
    }

    static boolean isOwed(Meeting meeting, LocalDate today) {
        return meeting.isOpen() && day(meeting).isBefore(today);
    }

    static LocalDate day(Meeting meeting) {
        return meeting.begins().toLocalDate();
    }

    /// What a form begins with: nobody means to meet on a Sunday.
    static LocalDate nextWorkingDay(LocalDate today) {
        return switch (today.getDayOfWeek()) {
            case FRIDAY -> today.plusDays(3);
            case SATURDAY -> today.plusDays(2);
            default -> today.plusDays(1);
        };
    }
}
