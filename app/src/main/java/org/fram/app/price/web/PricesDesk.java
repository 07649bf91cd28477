package org.fram.app.price.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.texts.Text;
import org.fram.app.practice.Facts;
import org.fram.app.price.Approvals;
import org.fram.app.price.Price;
import org.fram.app.price.Prices;
import org.fram.price.PaymentPlan;
import org.fram.price.PriceSheet;
import org.fram.price.Standing;
import org.fram.price.Totals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what is shown of the price. Is asked within a transaction of whoever looks.
@Component
class PricesDesk {

    private final Authority authority;
    private final EngagementHeads heads;
    private final Prices prices;
    private final Approvals approvals;
    private final Facts facts;
    private final Register lines;
    private final Register payments;
    private final Register approved;

    PricesDesk(
            Authority authority,
            EngagementHeads heads,
            Prices prices,
            Approvals approvals,
            Facts facts,
            Register priceLinesRegister,
            Register paymentsRegister,
            Register approvalsRegister) {
        this.authority = authority;
        this.heads = heads;
        this.prices = prices;
        this.approvals = approvals;
        this.facts = facts;
        this.lines = priceLinesRegister;
        this.payments = paymentsRegister;
        this.approved = approvalsRegister;
    }

    PricesPage page(Frame frame, Actor.Person me, EngagementId engagement) {
        var head = heads.of(frame, me, engagement);
        var price = prices.of(engagement);
        var ways = new Ways(head);
        var sheet = price.sheet();
        var counted = price.lines().stream().filter(line -> !isOption(line)).toList();
        var options = price.lines().stream().filter(PricesDesk::isOption).toList();
        return new PricesPage(
                head,
                authority.may(me, Act.CONTRIBUTE, engagement),
                price.currency().map(Objects::toString).orElse(""),
                price.refusal().map(frame::text).orElse(""),
                sheet == null ? List.of() : figures(frame, sheet.total(), engagement, ways),
                counted.stream().map(line -> line(frame, ways, line)).toList(),
                sheet == null ? List.of() : sums(frame, sheet.total()),
                options.stream().map(line -> line(frame, ways, line)).toList(),
                sheet == null || sheet.options().lines().isEmpty() ? List.of() : optionSums(frame, sheet),
                price.payments().stream()
                        .map(payment -> payment(frame, ways, payment))
                        .toList(),
                paymentSums(frame, price),
                notes(frame, ways, price, obligations(engagement)));
    }

    /// The head and the price of somebody's engagement.
    Shown shown(Frame frame, Actor.Person me, EngagementId engagement) {
        return new Shown(heads.of(frame, me, engagement), prices.of(engagement));
    }

    /// An engagement's price, for whoever may see it.
    record Shown(EngagementHead head, Price price) {}

    private List<KeyFigure> figures(Frame frame, Totals total, EngagementId engagement, Ways ways) {
        String code = total.currency().getCurrencyCode();
        var figures = new ArrayList<KeyFigure>();
        figures.add(
                new KeyFigure(frame.text("price.page.net"), code + " " + Figures.amount(frame, total.net()), "", null));
        figures.add(new KeyFigure(
                frame.text("price.page.gross"),
                code + " " + Figures.amount(frame, total.gross()),
                frame.text("price.page.taxOf", Figures.amount(frame, total.tax())),
                null));
        if (total.estimated().signum() > 0) {
            figures.add(new KeyFigure(
                    frame.text("price.page.estimated"),
                    code + " " + Figures.amount(frame, total.estimated()),
                    frame.text("price.page.estimatedNote"),
                    null));
        }
        approvals
                .total(engagement)
                .ifPresent(sum -> figures.add(new KeyFigure(
                        frame.text("price.page.approved"),
                        sum.currency().getCurrencyCode() + " " + Figures.amount(frame, sum.amount()),
                        covered(frame, total, sum),
                        Link.to(ways.register(approved), frame.text("price.approval.title")))));
        return figures;
    }

    private static String covered(Frame frame, Totals total, Money.Sum sum) {
        if (!sum.currency().equals(total.currency())) {
            return frame.text("price.page.approvedOther");
        }
        var left = sum.amount().subtract(total.gross());
        return left.signum() < 0
                ? frame.text("price.page.approvedShort", Figures.amount(frame, left.negate()))
                : frame.text("price.page.approvedCovers");
    }

    private PricesPage.Line line(Frame frame, Ways ways, Price.Line line) {
        var row = line.row();
        var amount = line.amount();
        return new PricesPage.Line(
                ways.to(lines, row),
                Objects.toString(row.get("text"), ""),
                Figures.how(frame, row, line.priced()),
                percent(frame, row.get("discount")),
                percent(frame, row.get("tax")),
                line.obligations(),
                amount == null ? "" : Figures.amount(frame, amount.net()),
                standing(frame, line));
    }

    private static String standing(Frame frame, Price.Line line) {
        if (line.ours()) {
            return frame.text("price.page.ours");
        }
        if (line.priced() == null) {
            return frame.text("price.page.unpriced");
        }
        return line.priced().standing() == Standing.INVOKED ? frame.text("price.page.invoked") : "";
    }

    private static boolean isOption(Price.Line line) {
        return Boolean.TRUE.equals(line.row().get("option"))
                && !Boolean.TRUE.equals(line.row().get("invoked"));
    }

    private static List<PricesPage.Sum> sums(Frame frame, Totals total) {
        var sums = new ArrayList<PricesPage.Sum>();
        sums.add(new PricesPage.Sum(frame.text("price.page.net"), Figures.amount(frame, total.net()), true));
        for (var tax : total.taxes()) {
            sums.add(new PricesPage.Sum(
                    frame.text(
                            "price.page.taxAt", Figures.percent(frame, tax.rate()), Figures.amount(frame, tax.net())),
                    Figures.amount(frame, tax.tax()),
                    false));
        }
        sums.add(new PricesPage.Sum(frame.text("price.page.gross"), Figures.amount(frame, total.gross()), true));
        return sums;
    }

    private static List<PricesPage.Sum> optionSums(Frame frame, PriceSheet sheet) {
        return List.of(
                new PricesPage.Sum(
                        frame.text("price.page.optionsNet"),
                        Figures.amount(frame, sheet.options().net()),
                        true),
                new PricesPage.Sum(
                        frame.text("price.page.withOptions"),
                        Figures.amount(frame, sheet.withOptions().gross()),
                        true));
    }

    private PricesPage.Payment payment(Frame frame, Ways ways, Price.Payment payment) {
        var row = payment.row();
        var pays = payment.pays();
        return new PricesPage.Payment(
                ways.to(payments, row),
                Objects.toString(row.get("text"), ""),
                row.get("due") instanceof LocalDate due ? frame.date(due) : "",
                released(frame, payment),
                payment.state().tone(),
                frame.text("price.state." + payment.state().code()),
                part(frame, row),
                pays == null ? "" : Figures.amount(frame, pays.net()),
                pays == null ? "" : Figures.amount(frame, pays.tax()),
                pays == null ? "" : Figures.amount(frame, pays.gross()));
    }

    private static String part(Frame frame, Row row) {
        if (row.get("share") != null) {
            return percent(frame, row.get("share"));
        }
        return row.get("amount") == null ? "" : frame.text("price.page.amount");
    }

    private static String released(Frame frame, Price.Payment payment) {
        var parts = new ArrayList<String>();
        if (payment.row().get("criterion") instanceof String criterion) {
            parts.add(criterion);
        }
        if (!payment.obligations().isEmpty()) {
            parts.add(frame.text("price.page.acceptance", String.join(", ", payment.obligations())));
        }
        return String.join(" ", parts);
    }

    private static List<PricesPage.PaidSum> paymentSums(Frame frame, Price price) {
        var left = price.left();
        var total = price.total();
        if (left == null || total.isEmpty()) {
            return List.of();
        }
        var sums = new ArrayList<PricesPage.PaidSum>();
        if (left.gross().signum() > 0) {
            sums.add(paid(frame, frame.text("price.page.left"), left, false));
        }
        sums.add(paid(
                frame,
                frame.text("price.page.total"),
                new PaymentPlan.Payment(total.get().net(), total.get().tax()),
                true));
        return sums;
    }

    private static PricesPage.PaidSum paid(Frame frame, String name, PaymentPlan.Payment payment, boolean strong) {
        return new PricesPage.PaidSum(
                name,
                Figures.amount(frame, payment.net()),
                Figures.amount(frame, payment.tax()),
                Figures.amount(frame, payment.gross()),
                strong);
    }

    /// What is said of several rows is said once.
    private List<PricesPage.Note> notes(Frame frame, Ways ways, Price price, @Nullable Set<String> known) {
        var rows = new LinkedHashMap<Text, List<Link>>();
        for (var line : price.lines()) {
            if (!line.ours()) {
                missing(line, known)
                        .forEach(note -> rows.computeIfAbsent(note, _ -> new ArrayList<>())
                                .add(ways.to(lines, line.row())));
            }
        }
        for (var payment : price.payments()) {
            if (!payment.ours()) {
                missing(payment, known)
                        .forEach(note -> rows.computeIfAbsent(note, _ -> new ArrayList<>())
                                .add(ways.to(payments, payment.row())));
            }
        }
        var notes = new ArrayList<PricesPage.Note>();
        rows.forEach((note, of) -> notes.add(new PricesPage.Note(of, frame.text(note))));
        return notes;
    }

    private static List<Text> missing(Price.Line line, @Nullable Set<String> known) {
        var notes = new ArrayList<>(line.reasons());
        if (line.obligations().isEmpty()) {
            notes.add(Text.of("price.page.note.noObligation"));
        }
        unknown(line.obligations(), known).forEach(one -> notes.add(Text.of("price.page.note.unknown", one)));
        return notes;
    }

    private static List<Text> missing(Price.Payment payment, @Nullable Set<String> known) {
        var notes = new ArrayList<>(payment.reasons());
        if (!payment.tied()) {
            notes.add(Text.of("price.page.note.noAcceptance"));
        }
        if (payment.row().get("paid") != null && payment.row().get("accepted") == null) {
            notes.add(Text.of("price.page.note.paidBefore"));
        }
        unknown(payment.obligations(), known).forEach(one -> notes.add(Text.of("price.page.note.unknown", one)));
        return notes;
    }

    private static List<String> unknown(List<String> named, @Nullable Set<String> known) {
        return known == null
                ? List.of()
                : named.stream().filter(one -> !known.contains(one)).toList();
    }

    /// The numbers of the obligations there are; null where no statement of work has any.
    private @Nullable Set<String> obligations(EngagementId engagement) {
        var sow = facts.of(engagement).sow();
        var obligations = sow == null ? null : sow.obligations();
        return obligations == null || obligations.isEmpty()
                ? null
                : obligations.stream().map(one -> one.id()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String percent(Frame frame, @Nullable Object value) {
        return value instanceof BigDecimal number ? Figures.percent(frame, number) : "";
    }

    /// The ways from here to rows of registers.
    private record Ways(EngagementHead head) {

        String register(Register register) {
            return head.address() + "/registers/" + register.name();
        }

        Link to(Register register, Row row) {
            return Link.to(register(register) + "/rows/" + row.id(), row.ref());
        }
    }
}
