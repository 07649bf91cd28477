package org.fram.app.raid.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.NamedThings;
import org.fram.app.engagement.Owners;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Pair;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.register.Column;
import org.fram.app.platform.register.OwnParty;
import org.fram.app.raid.DayOf;
import org.fram.app.raid.NotingAction;
import org.fram.app.raid.RaidItem;
import org.fram.app.raid.RaidItems;
import org.fram.app.raid.RaidLink;
import org.fram.app.raid.RaidLinks;
import org.fram.app.raid.Relation;
import org.fram.app.raid.ThingKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Puts together the page of an item. Is asked within a transaction of whoever looks.
@Component
class ItemDesk {

    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Members members;
    private final RaidItems items;
    private final RaidLinks links;
    private final ObjectProvider<NamedThings> things;

    ItemDesk(
            Authority authority,
            EngagementHeads heads,
            Engagements engagements,
            Members members,
            RaidItems items,
            RaidLinks links,
            ObjectProvider<NamedThings> things) {
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.members = members;
        this.items = items;
        this.links = links;
        this.things = things;
    }

    ItemPage page(Frame frame, Actor.Person me, EngagementId engagement, ThingKind kind, UUID id, String refusal) {
        var mine = authority.require(me, Act.SEE, engagement);
        var item = items.get(engagement, kind, id);
        var register = items.register(kind);
        var head = heads.of(frame, me, engagement, "registers/" + register.name());
        boolean writes = mine.may(Act.CONTRIBUTE);
        var today = engagements.today(engagement);
        String source = item.words("source");
        boolean hasPage = NotingAction.isPage(head.address(), source);
        return new ItemPage(
                head,
                head.address() + "/" + item.path(),
                item.ref(),
                item.text(),
                tone(item, today),
                told(frame, item, today),
                nobody(frame, engagement, item),
                Link.to(head.address() + "/registers/" + register.name(), frame.text(register.texts() + ".title")),
                Link.to(
                        head.address() + "/registers/" + register.name() + "/rows/" + id,
                        frame.text(writes ? "raid.item.change" : "raid.item.row")),
                pairs(frame, item, hasPage),
                hasPage ? List.of(Link.to(source, frame.text("raid.item.source"))) : List.of(),
                groups(frame, engagement, head.address(), item),
                Choice.of(Relation.class, "raid.relation", Relation.CONCERNS, frame),
                Arrays.stream(ThingKind.values())
                        .map(one ->
                                new Choice(one.code(), frame.text("raid.kind." + one.code()), one == ThingKind.ACTION))
                        .toList(),
                writes ? days(frame, item) : List.of(),
                writes,
                kind == ThingKind.DECISION
                        && mine.may(Act.RECORD_DECISION)
                        && !item.open()
                        && item.day("entered") == null,
                refusal);
    }

    /// That its owner is none of the people here, so that it stands on nobody’s page.
    private String nobody(Frame frame, EngagementId engagement, RaidItem item) {
        String owner = item.words("owner");
        return !item.open()
                        || owner.isEmpty()
                        || members.of(engagement).stream().anyMatch(member -> Owners.means(owner, member))
                ? ""
                : frame.text("raid.told.nobody", owner);
    }

    private static List<ItemPage.Noted> days(Frame frame, RaidItem item) {
        return DayOf.of(item.kind()).stream()
                .filter(day -> item.open() && (day != DayOf.ESCALATED || item.day("escalated") == null))
                .filter(day ->
                        day != DayOf.EXERCISED || !item.words("contingencyPlan").isEmpty())
                .map(day -> new ItemPage.Noted(
                        day.code(),
                        frame.text("raid.today." + item.kind().code() + "-" + day.code()),
                        day == DayOf.EXERCISED
                                ? frame.text("raid.today.note.exercised")
                                : item.kind() == ThingKind.ISSUE && day == DayOf.CLOSED
                                        ? frame.text("raid.today.note.closed")
                                        : ""))
                .toList();
    }

    private static Tone tone(RaidItem item, LocalDate today) {
        if (item.day("entered") != null) {
            return Tone.GOOD;
        }
        return item.open() ? late(item, today) ? Tone.WARN : Tone.CALM : Tone.GOOD;
    }

    private static boolean late(RaidItem item, LocalDate today) {
        var due = item.day("due");
        var escalateBy = item.day("escalated") == null ? item.day("escalateBy") : null;
        return due != null && due.isBefore(today) || escalateBy != null && escalateBy.isBefore(today);
    }

    private static String told(Frame frame, RaidItem item, LocalDate today) {
        String kind = item.kind().code();
        var entered = item.day("entered");
        if (entered != null) {
            return frame.text("raid.told.entered", frame.date(entered));
        }
        var ended = item.ended();
        if (ended != null) {
            return frame.text("raid.told.ended." + kind, frame.date(ended));
        }
        var due = item.day("due");
        if (due != null && due.isBefore(today)) {
            return frame.text("raid.told.overdue", frame.date(due));
        }
        var escalateBy = item.day("escalateBy");
        if (escalateBy != null && item.day("escalated") == null && escalateBy.isBefore(today)) {
            return frame.text("raid.told.toEscalate", frame.date(escalateBy));
        }
        return due == null ? frame.text("raid.told.open." + kind) : frame.text("raid.told.due", frame.date(due));
    }

    /// What its row says, but for what the page says elsewhere.
    private List<Pair> pairs(Frame frame, RaidItem item, boolean hasPage) {
        var register = items.register(item.kind());
        var pairs = new ArrayList<Pair>();
        for (Column column : register.columns()) {
            boolean elsewhere = List.of("ref", "text").contains(column.key())
                    || hasPage && column.key().equals("source")
                    || column.type() instanceof OwnParty && item.row().get(column.key()) == null;
            var value = item.row().get(column.key());
            if (value != null && !elsewhere) {
                pairs.add(new Pair(
                        frame.text(register.texts() + ".column." + column.key()),
                        value instanceof BigDecimal number && column.key().startsWith("days")
                                ? frame.text("raid.days", number)
                                : column.type().show(value, frame)));
            }
        }
        return pairs;
    }

    private List<ItemPage.Group> groups(Frame frame, EngagementId engagement, String address, RaidItem item) {
        Map<Relation, List<ItemPage.Line>> lines = new EnumMap<>(Relation.class);
        for (RaidLink link : links.of(engagement, item)) {
            boolean from = item.kind() == link.fromKind() && item.row().id().equals(link.from());
            var relation = from || link.relation() == Relation.CONCERNS ? link.relation() : Relation.LED_TO;
            line(frame, engagement, address, link, from)
                    .ifPresent(line -> lines.computeIfAbsent(relation, _ -> new ArrayList<>())
                            .add(line));
        }
        return lines.entrySet().stream()
                .map(entry -> new ItemPage.Group(
                        frame.text("raid.relation." + entry.getKey().code()), entry.getValue()))
                .toList();
    }

    private Optional<ItemPage.Line> line(
            Frame frame, EngagementId engagement, String address, RaidLink link, boolean from) {
        var kind = from ? link.toKind() : link.fromKind();
        String word = frame.text("raid.kind." + kind.code());
        String id = link.id().toString();
        if (kind.isItem()) {
            var other = from ? UUID.fromString(link.toName()) : link.from();
            return items.find(engagement, kind, other)
                    .map(found -> new ItemPage.Line(word, found.ref(), found.text(), address + "/" + found.path(), id));
        }
        return Optional.of(things.stream()
                .filter(one -> one.kind().equals(kind.code()))
                .flatMap(one -> one.find(engagement, link.toName()).stream())
                .findFirst()
                .map(thing -> new ItemPage.Line(word, thing.name(), thing.text(), address + "/" + thing.path(), id))
                .orElseGet(() -> new ItemPage.Line(word, link.toName(), "", "", id)));
    }
}
