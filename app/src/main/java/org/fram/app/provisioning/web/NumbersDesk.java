package org.fram.app.provisioning.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.register.CellType;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.texts.Text;
import org.fram.app.provisioning.AddingNumbers;
import org.fram.app.provisioning.NumberRange;
import org.fram.app.provisioning.Numbers;
import org.fram.app.provisioning.Numbers.Batch;
import org.fram.app.provisioning.Order;
import org.fram.app.provisioning.OrderKind;
import org.fram.app.provisioning.Orders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what is shown of numbers. Is asked within a transaction of whoever looks.
@Component
class NumbersDesk {

    /// Fields of a range beside its numbers, which are columns of the register.
    private static final List<String> SAME = List.of("kind", "site", "todayTo", "tomorrowTo", "batch", "forwarding");

    private static final int SHOWN_OF_A_BATCH = 10;
    private static final int MOST_NOTES = 20;
    private static final double HUNDRED = 100;

    private final Authority authority;
    private final EngagementHeads heads;
    private final Numbers numbers;
    private final Orders orders;
    private final AddingNumbers adding;
    private final Register register;

    NumbersDesk(
            Authority authority,
            EngagementHeads heads,
            Numbers numbers,
            Orders orders,
            AddingNumbers adding,
            Register numbersRegister) {
        this.authority = authority;
        this.heads = heads;
        this.numbers = numbers;
        this.orders = orders;
        this.adding = adding;
        this.register = numbersRegister;
    }

    /// @param added how many numbers were just added, or -1
    /// @param there how many of a range were there already
    NumbersPage page(Frame frame, Actor.Person me, EngagementId engagement, int added, int there) {
        var head = heads.of(frame, me, engagement);
        var batches = numbers.batches(engagement);
        var ports = ports(engagement);
        var shown = new ArrayList<NumbersPage.Batch>();
        for (var batch : batches) {
            var port = ports.get(batch.name().toLowerCase(Locale.ROOT));
            shown.add(batch(frame, head, batch, "batch-" + shown.size(), port));
        }
        return new NumbersPage(
                head,
                authority.may(me, Act.CONTRIBUTE, engagement),
                added < 0 ? "" : frame.text("provisioning.numbers.added", added, there),
                batches.isEmpty() ? List.of() : figures(frame, batches),
                notes(frame, head, batches, ports),
                shown);
    }

    /// The form of a range, with what would be added where somebody wrote one.
    RangePage range(Frame frame, Actor.Person me, EngagementId engagement, Map<String, String> written) {
        authority.require(me, Act.CONTRIBUTE, engagement);
        if (written.getOrDefault("from", "").isBlank()) {
            return range(frame, me, engagement, written, "", "", List.of(), 0);
        }
        var wrong = refusal(frame, written);
        if (wrong != null) {
            return refused(frame, me, engagement, written, wrong);
        }
        return switch (NumberRange.read(written.getOrDefault("from", ""), written.getOrDefault("to", ""))) {
            case NumberRange.Reading.Refused(var reason) -> refused(frame, me, engagement, written, reason);
            case NumberRange.Reading.Read(var range) -> {
                int there = adding.there(me, engagement, range).size();
                int addable = range.count() - there;
                var sample = range.count() == 1 ? List.of(range.first()) : List.of(range.first(), range.last());
                yield range(
                        frame,
                        me,
                        engagement,
                        written,
                        "",
                        frame.text("provisioning.range.preview", addable, there),
                        sample,
                        addable);
            }
        };
    }

    /// The same form with why it is refused.
    RangePage refused(Frame frame, Actor.Person me, EngagementId engagement, Map<String, String> written, Text reason) {
        authority.require(me, Act.CONTRIBUTE, engagement);
        return range(frame, me, engagement, written, frame.text(reason), "", List.of(), 0);
    }

    /// What stands in the other columns, read as the register reads it; empty where it refuses something.
    Map<String, @Nullable Object> same(Frame frame, Map<String, String> written) {
        var same = new LinkedHashMap<String, @Nullable Object>();
        for (String key : SAME) {
            if (reading(frame, written, key) instanceof CellType.Reading.Value(var value)) {
                same.put(key, value);
            }
        }
        return same;
    }

    /// Why what stands in the other columns cannot be taken, or null where it can.
    @Nullable
    Text refusal(Frame frame, Map<String, String> written) {
        for (String key : SAME) {
            if (reading(frame, written, key) instanceof CellType.Reading.Refused(var reason)) {
                return reason;
            }
        }
        return null;
    }

    private CellType.Reading reading(Frame frame, Map<String, String> written, String key) {
        return register.column(key).orElseThrow().type().read(written.getOrDefault(key, ""), frame);
    }

    private RangePage range(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            Map<String, String> written,
            String refusal,
            String preview,
            List<String> sample,
            int addable) {
        var kinds = register.column("kind").orElseThrow().type().choices(frame).stream()
                .map(choice -> new Choice(
                        choice.value(), choice.label(), choice.value().equals(written.getOrDefault("kind", ""))))
                .toList();
        var known = new LinkedHashMap<String, String>();
        Stream.concat(Stream.of("from", "to"), SAME.stream())
                .forEach(field -> known.put(field, written.getOrDefault(field, "")));
        return new RangePage(heads.of(frame, me, engagement), known, kinds, refusal, preview, sample, addable);
    }

    /// The orders that move batches, by their numbers and names in lower case.
    private Map<String, Order> ports(EngagementId engagement) {
        var ports = new LinkedHashMap<String, Order>();
        for (var order : orders.of(engagement)) {
            if (order.kind() == OrderKind.NUMBER_PORT) {
                ports.put(order.name().toLowerCase(Locale.ROOT), order);
            }
        }
        for (var order : List.copyOf(ports.values())) {
            ports.put(order.row().ref().toLowerCase(Locale.ROOT), order);
        }
        return ports;
    }

    private static List<KeyFigure> figures(Frame frame, List<Batch> batches) {
        int all = sum(batches, Type.ALL);
        return List.of(
                figure(frame, "all", all, "provisioning.numbers.tollFree", sum(batches, Type.TOLL_FREE)),
                figure(frame, "routed", sum(batches, Type.ROUTED), "provisioning.numbers.of", all),
                figure(frame, "passed", sum(batches, Type.PASSED), "provisioning.numbers.of", all),
                figure(frame, "failed", sum(batches, Type.FAILED), "provisioning.numbers.failedNote", 0));
    }

    private enum Type {
        ALL,
        TOLL_FREE,
        ROUTED,
        PASSED,
        FAILED
    }

    private static int sum(List<Batch> batches, Type type) {
        return batches.stream()
                .mapToInt(batch -> switch (type) {
                    case ALL -> batch.rows().size();
                    case TOLL_FREE ->
                        (int) batch.rows().stream()
                                .filter(row -> "toll-free".equals(row.get("kind")))
                                .count();
                    case ROUTED -> batch.count("tomorrowTo");
                    case PASSED -> batch.passed();
                    case FAILED -> batch.failed();
                })
                .sum();
    }

    private static KeyFigure figure(Frame frame, String key, int value, String note, int noteValue) {
        return new KeyFigure(
                frame.text("provisioning.numbers." + key),
                String.format(frame.texts().locale(), "%,d", value),
                frame.text(note, noteValue),
                null);
    }

    private static NumbersPage.Batch batch(
            Frame frame, EngagementHead head, Batch batch, String id, @Nullable Order port) {
        int all = batch.rows().size();
        String list = head.address() + "/registers/numbers?f.batch="
                + URLEncoder.encode(batch.name(), StandardCharsets.UTF_8);
        return new NumbersPage.Batch(
                id,
                name(frame, batch, port),
                Link.to(
                        batch.name().isEmpty() ? head.address() + "/registers/numbers" : list,
                        frame.text("provisioning.numbers.inList")),
                port == null
                        ? null
                        : Link.to(
                                head.address() + "/registers/number-ports/rows/"
                                        + port.row().id(),
                                port.row().ref()),
                port == null ? Tone.CALM : port.by().state().tone(),
                port == null ? "" : ProvisioningDesk.state(frame, port),
                counts(frame, batch, port),
                width(batch.passed(), all),
                width(batch.failed(), all),
                frame.text("provisioning.numbers.progress", batch.passed(), all, batch.failed()),
                batch.rows().stream()
                        .limit(SHOWN_OF_A_BATCH)
                        .map(row -> line(frame, head, row))
                        .toList());
    }

    private static String name(Frame frame, Batch batch, @Nullable Order port) {
        if (batch.name().isEmpty()) {
            return frame.text("provisioning.numbers.noBatch");
        }
        return port == null ? batch.name() : port.name();
    }

    private static List<String> counts(Frame frame, Batch batch, @Nullable Order port) {
        int all = batch.rows().size();
        var counts = new ArrayList<String>();
        counts.add(frame.text("provisioning.numbers.state", all));
        int without = all - batch.count("tomorrowTo");
        if (without > 0) {
            counts.add(frame.text("provisioning.numbers.without", without));
        }
        if (batch.count("forwarding") > 0) {
            counts.add(frame.text("provisioning.numbers.forwarded", batch.count("forwarding")));
        }
        var days = Stream.concat(
                        batch.rows().stream().map(row -> row.get("foc")),
                        port == null ? Stream.empty() : port.day("foc").stream())
                .filter(LocalDate.class::isInstance)
                .map(LocalDate.class::cast)
                .distinct()
                .sorted()
                .toList();
        if (days.size() == 1) {
            counts.add(frame.text("provisioning.numbers.foc", frame.date(days.getFirst())));
        } else if (!days.isEmpty()) {
            counts.add(
                    frame.text("provisioning.numbers.focs", frame.date(days.getFirst()), frame.date(days.getLast())));
        }
        return counts;
    }

    private static NumbersPage.Line line(Frame frame, EngagementHead head, Row row) {
        var outcome = row.get("outcome");
        String tested = Stream.of(
                        row.get("tested") instanceof LocalDate day ? frame.date(day) : "",
                        Objects.toString(row.get("testedBy"), ""))
                .filter(part -> !part.isEmpty())
                .reduce((day, by) -> day + ", " + by)
                .orElse("");
        return new NumbersPage.Line(
                Link.to(way(head, row), word(row, "number")),
                row.get("kind") == null ? "" : frame.text("provisioning.numberKind." + row.get("kind")),
                word(row, "todayTo"),
                word(row, "tomorrowTo"),
                word(row, "forwarding"),
                row.get("foc") instanceof LocalDate day ? frame.date(day) : "",
                tested,
                outcome == null ? Tone.CALM : outcome.equals("passed") ? Tone.GOOD : Tone.BAD,
                frame.text("provisioning.outcome." + (outcome == null ? "none" : outcome)));
    }

    private static List<NumbersPage.Note> notes(
            Frame frame, EngagementHead head, List<Batch> batches, Map<String, Order> ports) {
        var notes = new ArrayList<NumbersPage.Note>();
        Numbers.twice(batches).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(MOST_NOTES)
                .forEach(same -> notes.add(new NumbersPage.Note(
                        same.getValue().stream()
                                .map(row -> Link.to(way(head, row), row.ref()))
                                .toList(),
                        frame.text("provisioning.numbers.twice", same.getKey()))));
        for (var batch : batches) {
            if (!batch.name().isEmpty() && !ports.containsKey(batch.name().toLowerCase(Locale.ROOT))) {
                notes.add(
                        new NumbersPage.Note(List.of(), frame.text("provisioning.numbers.unknownBatch", batch.name())));
            }
        }
        return notes;
    }

    private static String way(EngagementHead head, Row row) {
        return head.address() + "/registers/numbers/rows/" + row.id();
    }

    private static String word(Row row, String column) {
        return Objects.toString(row.get(column), "");
    }

    private static String width(int part, int all) {
        return String.format(Locale.ROOT, "%.2f%%", part * HUNDRED / all);
    }
}
