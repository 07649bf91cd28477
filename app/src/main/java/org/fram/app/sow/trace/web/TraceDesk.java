package org.fram.app.sow.trace.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.fram.app.sow.Obligation.State;
import org.fram.app.sow.RequirementSource;
import org.fram.app.sow.trace.Asked;
import org.fram.app.sow.trace.Likeness;
import org.fram.app.sow.trace.Promised;
import org.fram.app.sow.trace.Trace;
import org.fram.app.sow.trace.Trace.Standing;
import org.fram.app.sow.trace.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what is shown of requirements and obligations. Is asked within a transaction of whoever looks.
@Component
class TraceDesk {

    private static final int PART = 100;
    private static final int BEGINNING = 10;
    private static final int MOST_LIKELY = 8;
    private static final int MOST_FOUND = 50;
    private static final double LEAST_LIKENESS = 0.12;
    private static final int HUNDRED = 100;

    private final Authority authority;
    private final EngagementHeads heads;
    private final Traces traces;

    TraceDesk(Authority authority, EngagementHeads heads, Traces traces) {
        this.authority = authority;
        this.heads = heads;
        this.traces = traces;
    }

    /// What somebody wants to see.
    ///
    /// @param show which part; empty for the beginning of each
    /// @param source of the requirements; empty for all
    /// @param page from 1
    record Question(String show, String source, String search, int page) {

        private boolean wants(Standing standing) {
            return switch (show) {
                case "without" -> standing == Standing.WITHOUT;
                case "broken" -> standing == Standing.BROKEN || standing == Standing.PARTLY_BROKEN;
                case "covered" -> standing.answered();
                case "deferred" -> standing == Standing.DEFERRED;
                case "unasked" -> false;
                default -> true;
            };
        }

        private Question with(String part, int at) {
            return new Question(part, source, search, at);
        }

        private String at(String address) {
            var parts = new ArrayList<String>();
            add(parts, "show", show);
            add(parts, "source", source);
            add(parts, "q", search);
            add(parts, "page", page <= 1 ? "" : Integer.toString(page));
            return address + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
        }

        private static void add(List<String> parts, String name, String value) {
            if (!value.isEmpty()) {
                parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
    }

    /// An engagement's trace, for whoever may see it.
    record Shown(EngagementHead head, Trace trace) {}

    Shown shown(Frame frame, Actor.Person me, EngagementId engagement) {
        return new Shown(heads.of(frame, me, engagement), traces.of(engagement));
    }

    TracePage page(Frame frame, Actor.Person me, EngagementId engagement, Question question) {
        var shown = shown(frame, me, engagement);
        var trace = shown.trace();
        String address = shown.head().address() + "/trace";
        boolean writable = authority.may(me, Act.CONTRIBUTE, engagement);
        var words = words(question.search());
        var unasked = question.source().isEmpty()
                ? trace.unasked().stream()
                        .filter(one -> matches(words, one.code(), one.text(), one.section(), one.party()))
                        .toList()
                : List.<Promised>of();
        var lines = trace.lines().stream()
                .filter(line -> question.wants(line.standing()))
                .filter(line -> question.source().isEmpty()
                        || question.source().equals(code(line.asked().source())))
                .filter(line -> matches(words, line))
                .sorted(Comparator.comparing(Trace.Line::standing))
                .toList();
        boolean onlyUnasked = question.show().equals("unasked");
        int all = onlyUnasked ? unasked.size() : lines.size();
        int last = Math.max(1, (all + PART - 1) / PART);
        int page = Math.clamp(question.page(), 1, last);
        int from = (page - 1) * PART;
        var seenUnasked = onlyUnasked
                ? unasked.subList(Math.min(from, unasked.size()), Math.min(from + PART, unasked.size()))
                : question.show().isEmpty() && page == 1
                        ? unasked.subList(0, Math.min(BEGINNING, unasked.size()))
                        : List.<Promised>of();
        var seenLines = lines.subList(Math.min(from, lines.size()), Math.min(from + PART, lines.size()));
        return new TracePage(
                shown.head(),
                address,
                trace.lines().isEmpty() && trace.unasked().isEmpty(),
                writable,
                figures(frame, trace, address),
                trace.coverage().stream().map(of -> bar(frame, of)).toList(),
                shows(frame, trace, address, question),
                question.show(),
                question.search(),
                sources(frame, question.source()),
                seenUnasked.stream()
                        .map(one -> promise(frame, shown.head(), one))
                        .toList(),
                new Link(
                        question.with("unasked", 1).at(address),
                        !onlyUnasked && unasked.size() > seenUnasked.size() && !seenUnasked.isEmpty()
                                ? frame.text("sow.trace.allUnasked", unasked.size())
                                : "",
                        false),
                seenLines.stream()
                        .map(line -> line(frame, shown.head(), address, writable, line))
                        .toList(),
                all == 0
                        ? frame.text("sow.trace.none")
                        : frame.text("sow.trace.part", from + 1, Math.min(from + PART, all), all),
                Link.to(
                        page > 1 ? question.with(question.show(), page - 1).at(address) : "",
                        frame.text("sow.trace.before")),
                Link.to(
                        page < last ? question.with(question.show(), page + 1).at(address) : "",
                        frame.text("sow.trace.after")));
    }

    /// The page on which one says what answers a requirement.
    ///
    /// @throws NotFoundException where there is none for whoever asks
    LinkPage link(Frame frame, Actor.Person me, EngagementId engagement, UUID row, String search, String notice) {
        var head = heads.of(frame, me, engagement);
        authority.require(me, Act.CONTRIBUTE, engagement);
        var asked = traces.asked(engagement, row).orElseThrow(NotFoundException::new);
        var all = traces.promised(engagement);
        var links = Trace.of(List.of(asked), all).lines().getFirst().links();
        var named = new ArrayList<LinkPage.Candidate>();
        var taken = new LinkedHashSet<String>();
        var standing = new LinkedHashSet<String>();
        for (var link : links) {
            if (taken.add(link.label())) {
                named.add(candidate(frame, link, named.size()));
            }
            if (link instanceof Trace.Link.Found(var _, var one)) {
                standing.add(one.code());
            }
        }
        var others = newest(all).stream()
                .filter(one -> one.stands() && !standing.contains(one.code()))
                .toList();
        var likely = new Likeness(others.stream()
                        .map(one -> one.section() + " " + one.text())
                        .toList())
                .to(asked.text(), LEAST_LIKENESS, MOST_LIKELY).stream()
                        .map(like -> others.get(like.position()))
                        .toList();
        var words = words(search);
        var found = words.isEmpty()
                ? List.<Promised>of()
                : others.stream()
                        .filter(one -> !likely.contains(one))
                        .filter(one -> matches(words, one.code(), one.text(), one.section(), one.party()))
                        .toList();
        return new LinkPage(
                head,
                head.address() + "/trace",
                head.address() + "/trace/" + row,
                asked.ref(),
                asked.text(),
                asked.version(),
                search,
                notice,
                named,
                candidates(frame, likely, "l"),
                candidates(frame, found.subList(0, Math.min(MOST_FOUND, found.size())), "f"),
                found.size() > MOST_FOUND,
                all.isEmpty());
    }

    /// Of obligations with one number, that of the newest statement of work: a name means it.
    private static List<Promised> newest(List<Promised> all) {
        var numbers = new LinkedHashSet<Integer>();
        return all.reversed().stream()
                .filter(one -> numbers.add(one.number()))
                .toList()
                .reversed();
    }

    private List<LinkPage.Candidate> candidates(Frame frame, List<Promised> all, String kind) {
        var candidates = new ArrayList<LinkPage.Candidate>();
        for (var one : all) {
            candidates.add(new LinkPage.Candidate(
                    kind + candidates.size(), one.code(), one.text(), about(one), state(frame, one), false, false));
        }
        return candidates;
    }

    private LinkPage.Candidate candidate(Frame frame, Trace.Link link, int position) {
        String id = "n" + position;
        return switch (link) {
            case Trace.Link.Found(var label, var one) ->
                new LinkPage.Candidate(id, label, one.text(), about(one), state(frame, one), true, false);
            case Trace.Link.Dropped(var label, var one) ->
                new LinkPage.Candidate(id, label, one.text(), about(one), state(frame, one), true, true);
            case Trace.Link.Unknown(var label) ->
                new LinkPage.Candidate(id, label, frame.text("sow.trace.unknown"), "", "", true, true);
        };
    }

    private static List<KeyFigure> figures(Frame frame, Trace trace, String address) {
        return List.of(
                figure(frame, "all", trace.lines().size(), address),
                figure(frame, "covered", trace.answered(), address + "?show=covered"),
                figure(frame, "without", trace.count(Standing.WITHOUT), address + "?show=without"),
                figure(frame, "broken", trace.brokenLinks(), address + "?show=broken"),
                figure(frame, "unasked", trace.unasked().size(), address + "?show=unasked"));
    }

    private static KeyFigure figure(Frame frame, String key, int value, String address) {
        return new KeyFigure(
                frame.text("sow.trace.figure." + key),
                Integer.toString(value),
                "",
                value == 0 ? null : Link.to(address, frame.text("sow.figure.see")));
    }

    private static TracePage.Bar bar(Frame frame, Trace.Coverage of) {
        var source = of.source();
        return new TracePage.Bar(
                source == null
                        ? frame.text("sow.trace.noSource")
                        : frame.text("sow.requirement.source." + source.code()),
                of.answered() * HUNDRED / of.all(),
                of.deferred() * HUNDRED / of.all(),
                of.deferred() == 0
                        ? frame.text("sow.trace.coverage", of.answered(), of.all())
                        : frame.text("sow.trace.coverageDeferred", of.answered(), of.all(), of.deferred()));
    }

    private static List<Link> shows(Frame frame, Trace trace, String address, Question question) {
        int broken = trace.count(Standing.BROKEN) + trace.count(Standing.PARTLY_BROKEN);
        return Stream.of(
                        new Part("", trace.lines().size()),
                        new Part("without", trace.count(Standing.WITHOUT)),
                        new Part("broken", broken),
                        new Part("unasked", trace.unasked().size()),
                        new Part("covered", trace.answered()),
                        new Part("deferred", trace.count(Standing.DEFERRED)))
                .map(part -> new Link(
                        question.with(part.name(), 1).at(address),
                        frame.text("sow.trace.show." + (part.name().isEmpty() ? "all" : part.name()), part.many()),
                        part.name().equals(question.show())))
                .toList();
    }

    private record Part(String name, int many) {}

    private static List<Choice> sources(Frame frame, String chosen) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", frame.text("sow.trace.allSources"), chosen.isEmpty()));
        for (var source : RequirementSource.values()) {
            choices.add(new Choice(
                    source.code(),
                    frame.text("sow.requirement.source." + source.code()),
                    source.code().equals(chosen)));
        }
        return choices;
    }

    private static TracePage.Promise promise(Frame frame, EngagementHead head, Promised one) {
        return new TracePage.Promise(
                Link.to(address(head, one), one.code()),
                one.text(),
                about(one),
                frame.text("sow.kind." + one.kind().name().toLowerCase(Locale.ROOT)),
                tone(one),
                state(frame, one));
    }

    private static TracePage.Line line(
            Frame frame, EngagementHead head, String address, boolean writable, Trace.Line line) {
        var asked = line.asked();
        return new TracePage.Line(
                Link.to(head.address() + "/registers/requirements/rows/" + asked.row(), asked.ref()),
                asked.text(),
                source(frame, asked),
                tone(line.standing()),
                frame.text("sow.trace.standing." + line.standing().code()),
                writable ? address + "/" + asked.row() : "",
                line.links().stream().map(link -> answer(frame, head, link)).toList());
    }

    private static TracePage.Answer answer(Frame frame, EngagementHead head, Trace.Link link) {
        return switch (link) {
            case Trace.Link.Found(var _, var one) ->
                new TracePage.Answer(
                        one.code(), address(head, one), one.text(), about(one), false, tone(one), state(frame, one));
            case Trace.Link.Dropped(var label, var one) ->
                new TracePage.Answer(
                        label, address(head, one), one.text(), about(one), true, Tone.BAD, state(frame, one));
            case Trace.Link.Unknown(var label) ->
                new TracePage.Answer(
                        label, "", frame.text("sow.trace.unknown"), "", true, Tone.BAD, frame.text("sow.trace.lost"));
        };
    }

    static String source(Frame frame, Asked asked) {
        var source = asked.source();
        return source == null ? "" : frame.text("sow.requirement.source." + source.code());
    }

    static String state(Frame frame, Promised one) {
        return frame.text("sow.state." + one.state().code());
    }

    private static String address(EngagementHead head, Promised one) {
        return "%s/sow/%s%s".formatted(head.address(), one.sow(), one.id().place());
    }

    private static String about(Promised one) {
        return Stream.of(one.party(), one.section())
                .filter(text -> !text.isEmpty())
                .reduce((left, right) -> left + " · " + right)
                .orElse("");
    }

    private static Tone tone(Promised one) {
        return one.state() == State.ACCEPTED ? Tone.GOOD : one.stands() ? Tone.CALM : Tone.BAD;
    }

    private static Tone tone(Standing standing) {
        return switch (standing) {
            case WITHOUT, BROKEN -> Tone.BAD;
            case PARTLY_BROKEN -> Tone.WARN;
            case COVERED -> Tone.GOOD;
            case DEFERRED -> Tone.CALM;
        };
    }

    private static String code(@Nullable RequirementSource source) {
        return source == null ? "" : source.code();
    }

    private static Set<String> words(String search) {
        var words = new LinkedHashSet<>(
                List.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+")));
        words.remove("");
        return words;
    }

    private static boolean matches(Set<String> words, Trace.Line line) {
        if (words.isEmpty()) {
            return true;
        }
        var texts = new ArrayList<>(List.of(line.asked().ref(), line.asked().text()));
        for (var link : line.links()) {
            texts.add(link.label());
            if (link instanceof Trace.Link.Found(var _, var one)) {
                texts.add(one.text());
            }
        }
        return matches(words, texts.toArray(String[]::new));
    }

    private static boolean matches(Set<String> words, String... texts) {
        String all = String.join(" ", texts).toLowerCase(Locale.ROOT);
        Predicate<String> within = all::contains;
        return words.stream().allMatch(within);
    }
}
