package org.fram.app.provisioning.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.register.Row;
import org.fram.app.provisioning.Bandwidth;
import org.fram.app.provisioning.Obstacle;
import org.fram.app.provisioning.Order;
import org.fram.app.provisioning.OrderBy.State;
import org.fram.app.provisioning.Orders;
import org.fram.app.provisioning.SiteLines;
import org.fram.app.provisioning.SiteLines.SiteLine;
import org.fram.app.provisioning.Unconfirmed;
import org.fram.app.provisioning.web.ProvisioningPage.Stretch;
import org.springframework.stereotype.Component;

/// Puts together what is shown of orders and sites. Is asked within a transaction of whoever looks.
@Component
class ProvisioningDesk {

    private final Authority authority;
    private final EngagementHeads heads;
    private final Orders orders;
    private final SiteLines siteLines;

    ProvisioningDesk(Authority authority, EngagementHeads heads, Orders orders, SiteLines siteLines) {
        this.authority = authority;
        this.heads = heads;
        this.orders = orders;
        this.siteLines = siteLines;
    }

    ProvisioningPage page(Frame frame, Actor.Person me, EngagementId engagement) {
        var shown = shown(frame, me, engagement);
        var head = shown.head();
        var open = shown.orders().stream()
                .filter(order -> order.by().state() != State.DELIVERED)
                .toList();
        return new ProvisioningPage(
                head,
                authority.may(me, Act.CONTRIBUTE, engagement),
                shown.orders().isEmpty() && shown.sites().isEmpty(),
                shown.orders().isEmpty() ? List.of() : figures(frame, open, shown.today()),
                Obstacle.of(open, shown.today()).stream()
                        .map(obstacle -> note(frame, head, obstacle))
                        .toList(),
                picture(frame, head, open, shown.today()),
                shown.orders().stream().map(order -> line(frame, head, order)).toList(),
                shown.sites().stream().map(site -> site(frame, head, site)).toList(),
                siteLines.without(engagement, shown.sites()));
    }

    /// The head, the orders and the sites of somebody's engagement.
    Shown shown(Frame frame, Actor.Person me, EngagementId engagement) {
        var head = heads.of(frame, me, engagement);
        var all = Orders.inOrder(orders.of(engagement));
        return new Shown(head, all, siteLines.of(engagement, all), orders.today(engagement));
    }

    /// What there is of an engagement, for whoever may see it.
    record Shown(EngagementHead head, List<Order> orders, List<SiteLine> sites, LocalDate today) {}

    private static List<KeyFigure> figures(Frame frame, List<Order> open, LocalDate today) {
        long late = count(open, State.TOO_LATE);
        long now = count(open, State.ORDER_NOW);
        long comesLate = count(open, State.ORDERED_TOO_LATE);
        long silent = open.stream()
                .filter(order -> Unconfirmed.of(order, today).isPresent())
                .count();
        var next = open.stream()
                .filter(order -> order.by().state() == State.LATER || order.by().state() == State.ORDER_NOW)
                .flatMap(order -> order.by().orderBy().stream())
                .min(LocalDate::compareTo);
        return List.of(
                figure(frame, "now", Long.toString(late + now), frame.text("provisioning.figure.nowNote", late)),
                figure(
                        frame,
                        "next",
                        next.map(frame::date).orElse("–"),
                        frame.text("provisioning.figure." + (next.isPresent() ? "nextNote" : "nextNone"))),
                figure(frame, "late", Long.toString(comesLate), frame.text("provisioning.figure.lateNote")),
                figure(frame, "silent", Long.toString(silent), frame.text("provisioning.figure.silentNote")));
    }

    private static KeyFigure figure(Frame frame, String key, String value, String note) {
        return new KeyFigure(frame.text("provisioning.figure." + key), value, note, null);
    }

    private static long count(List<Order> open, State state) {
        return open.stream().filter(order -> order.by().state() == state).count();
    }

    private static ProvisioningPage.Note note(Frame frame, EngagementHead head, Obstacle obstacle) {
        return new ProvisioningPage.Note(
                link(head, obstacle.order()), obstacle.order().name(), frame.text(obstacle.text()));
    }

    private static ProvisioningPage.Picture picture(
            Frame frame, EngagementHead head, List<Order> open, LocalDate today) {
        var line = Timeline.of(open, today);
        var bars = open.stream().map(order -> bar(frame, head, line, order)).toList();
        var month = DateTimeFormatter.ofPattern(
                "MMM" + (line.first().getYear() == line.last().getYear() ? "" : " yy"),
                frame.texts().locale());
        var ticks = line.ticks().stream()
                .map(day -> new ProvisioningPage.Tick(line.at(day), month.format(day)))
                .toList();
        String summary = frame.text(
                "provisioning.picture.summary", open.size(), frame.date(line.first()), frame.date(line.last()));
        return new ProvisioningPage.Picture(summary, line.at(today), ticks, bars);
    }

    private static ProvisioningPage.Bar bar(Frame frame, EngagementHead head, Timeline line, Order order) {
        var by = order.by();
        var need = order.day("need");
        var spread = Stretch.NONE;
        var body = Stretch.NONE;
        if (order.day("ordered").isPresent() && by.expected().isPresent()) {
            body = stretch(line, order.day("ordered").get(), by.expected().get());
        } else if (by.orderBy().isPresent() && by.safeBy().isPresent() && need.isPresent()) {
            body = stretch(line, by.orderBy().get(), need.get());
            if (by.safeBy().get().isBefore(by.orderBy().get())) {
                spread = stretch(line, by.safeBy().get(), by.orderBy().get());
            }
        }
        var foc = order.day("foc");
        var supplier = order.day("supplierDate").filter(day -> foc.isEmpty());
        return new ProvisioningPage.Bar(
                link(head, order),
                order.name(),
                by.state().tone(),
                state(frame, order),
                spread,
                body,
                need.map(line::at).orElse(""),
                supplier.map(line::at).orElse(""),
                foc.map(line::at).orElse(""),
                words(frame, order));
    }

    private static Stretch stretch(Timeline line, LocalDate from, LocalDate until) {
        return new Stretch(line.at(from), line.between(from, until));
    }

    private static String words(Frame frame, Order order) {
        var words = new ArrayList<String>();
        add(frame, words, "ordered", order.day("ordered"));
        if (order.day("ordered").isEmpty()) {
            add(frame, words, "orderBy", order.by().orderBy());
        }
        add(frame, words, "supplier", order.day("supplierDate"));
        add(frame, words, "foc", order.day("foc"));
        add(frame, words, "need", order.day("need"));
        return String.join(", ", words);
    }

    private static void add(Frame frame, List<String> words, String key, Optional<LocalDate> day) {
        day.ifPresent(date -> words.add(frame.text("provisioning.picture." + key, frame.date(date))));
    }

    private static ProvisioningPage.Line line(Frame frame, EngagementHead head, Order order) {
        var by = order.by();
        boolean ordered = order.day("ordered").isPresent();
        return new ProvisioningPage.Line(
                link(head, order),
                order.name(),
                frame.text("provisioning.kind." + order.kind().code()),
                order.word("owner").orElse(""),
                ordered
                        ? frame.text(
                                "provisioning.page.orderedOn",
                                frame.date(order.day("ordered").orElseThrow()))
                        : by.orderBy()
                                .filter(_ -> by.state() != State.DELIVERED)
                                .map(frame::date)
                                .orElse(""),
                by.slack().map(days -> slack(frame, days)).orElse(""),
                order.day("need").map(frame::date).orElse(""),
                how(frame, order),
                by.expected().map(frame::date).orElse(""),
                by.state().tone(),
                state(frame, order));
    }

    private static String slack(Frame frame, int days) {
        return days < 0 ? frame.text("provisioning.page.daysLate", -days) : frame.text("provisioning.page.days", days);
    }

    static String state(Frame frame, Order order) {
        return frame.text("provisioning.state." + order.by().state().code());
    }

    /// How long it takes: a date where the supplier named one, otherwise days, and whether they are a default.
    static String how(Frame frame, Order order) {
        if (order.by().state() == State.DELIVERED) {
            return "";
        }
        if (order.day("ordered").isPresent() && order.promised().isPresent()) {
            String which = order.day("foc").isPresent()
                    ? "foc"
                    : order.day("confirmed").isPresent() ? "firm" : "said";
            return frame.text("provisioning.how." + which);
        }
        var time = order.leadTime();
        boolean spread = time.low() != time.high();
        String days = frame.text(
                "provisioning.how." + time.days().code() + (spread ? "Spread" : ""),
                time.likely(),
                time.low(),
                time.high());
        return time.own() ? days : frame.text("provisioning.how.default", days);
    }

    private static ProvisioningPage.Site site(Frame frame, EngagementHead head, SiteLine line) {
        var row = line.row();
        return new ProvisioningPage.Site(
                link(head, "site-calls", row),
                line.site(),
                row.get("calls") instanceof BigDecimal calls ? "%,d".formatted(calls.intValue()) : "",
                line.coding()
                        .map(coding -> frame.text(
                                coding.encrypted() ? "provisioning.page.codingEncrypted" : "provisioning.page.coding",
                                frame.text(
                                        "provisioning.codec." + coding.codec().code()),
                                coding.interval(),
                                frame.text("provisioning.link." + coding.link().code())))
                        .orElse(""),
                line.coding()
                        .map(coding -> "%s kbit/s"
                                .formatted(Bandwidth.ofCall(coding)
                                        .setScale(1, RoundingMode.HALF_UP)
                                        .toPlainString()))
                        .orElse(""),
                line.needed().map(ProvisioningDesk::megabits).orElse(""),
                has(frame, line),
                line.enough().tone(),
                frame.text("provisioning.enough." + line.enough().code()));
    }

    private static String has(Frame frame, SiteLine line) {
        if (line.planned().signum() == 0) {
            return line.ordered().signum() == 0 ? "" : megabits(line.ordered());
        }
        return frame.text("provisioning.page.planned", megabits(line.ordered()), megabits(line.planned()));
    }

    private static String megabits(BigDecimal megabits) {
        return "%s Mbit/s"
                .formatted(megabits.setScale(2, RoundingMode.CEILING)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    private static Link link(EngagementHead head, Order order) {
        return link(head, order.register(), order.row());
    }

    private static Link link(EngagementHead head, String register, Row row) {
        return Link.to("%s/registers/%s/rows/%s".formatted(head.address(), register, row.id()), row.ref());
    }
}
