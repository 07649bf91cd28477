package org.fram.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fram.facts.EngagementKind;
import org.fram.facts.FactsDocument;
import org.fram.facts.Severity;
import org.jspecify.annotations.Nullable;

/// The evaluation of one check over the facts: item by item, and after a change only for what has changed.
final class Evaluation {

    /// What came of an item: null where nothing is the matter, [Unknown] where it cannot be told, else a
    /// [Fired].
    record Outcomes(List<?> items, List<@Nullable Object> results) {}

    /// Something is the matter with an item.
    record Fired(
            Severity severity, String message, @Nullable String fix) {}

    /// What the engagement as a whole is, as an item.
    static final Object WHOLE = "";

    private final Practice practice;
    private final CompiledCheck check;
    private final FactTypes types;
    private final FactsDocument facts;
    private final LocalDate today;
    private final Map<String, Object> parameters;
    private final Budget budget;
    private final Set<LocalDate> holidays;
    private final Remembered remembered;

    Evaluation(
            Practice practice,
            CompiledCheck check,
            FactTypes types,
            FactsDocument facts,
            LocalDate today,
            Map<String, Object> parameters,
            Budget budget,
            Remembered remembered) {
        this.practice = practice;
        this.check = check;
        this.types = types;
        this.facts = facts;
        this.today = today;
        this.parameters = parameters;
        this.budget = budget;
        this.holidays = holidays(facts);
        this.remembered = remembered;
    }

    static Set<LocalDate> holidays(FactsDocument facts) {
        var engagement = facts.engagement();
        return Functions.holidays(engagement == null ? null : engagement.holidays());
    }

    /// The paths that the check needs and the facts do not know.
    List<String> missing() {
        var unread = Set.copyOf(Objects.requireNonNullElse(facts.unread(), List.<String>of()));
        return check.check().needs().stream()
                .filter(path -> !FactPath.known(facts, path, types, unread))
                .toList();
    }

    /// What came of each item, or the reason why the items cannot be told.
    ///
    /// @param before what came of items before a change, or null; results of items that are still there are
    /// taken over
    @SuppressWarnings("ReferenceEquality") // results are taken over for the very same values
    Object outcomes(@Nullable Outcomes before) {
        Object items =
                check.items() == null ? List.of(WHOLE) : check.items().code().value(frame(check.items(), null));
        if (items instanceof Unknown) {
            return items;
        }
        var list = (List<?>) items;
        // Made only where an item does not stand where it stood: most often one has changed and none has moved.
        @Nullable Map<Object, Object> known = null;
        var frames = new Frames();
        var results = new ArrayList<@Nullable Object>(list.size());
        for (int i = 0; i < list.size(); i++) {
            var item = list.get(i);
            if (before != null && i < before.items().size() && before.items().get(i) == item) {
                results.add(before.results().get(i));
                continue;
            }
            if (before != null && before.items().size() != list.size()) {
                known = known == null ? byItem(before) : known;
                if (known.containsKey(item)) {
                    results.add(known.get(item));
                    continue;
                }
            }
            results.add(outcome(item, frames));
        }
        return new Outcomes(list, results);
    }

    private static Map<Object, Object> byItem(Outcomes before) {
        var known = new IdentityHashMap<Object, Object>();
        for (int i = 0; i < before.items().size(); i++) {
            known.put(before.items().get(i), before.results().get(i));
        }
        return known;
    }

    /// Frames of this check, one for each of its expressions, used for one item after the other.
    private final class Frames {

        private final @Nullable Frame filter = check.filter() == null ? null : frame(check.filter(), WHOLE);
        private final Frame when = frame(check.when(), WHOLE);

        Frame of(Frame frame, Object item) {
            if (check.itemSlot() >= 0) {
                frame.slots()[check.itemSlot()] = item;
            }
            return frame;
        }
    }

    private @Nullable Object outcome(Object item, Frames frames) {
        budget.step();
        if (check.filter() != null && frames.filter != null) {
            Object wanted = check.filter().code().value(frames.of(frames.filter, item));
            if (wanted instanceof Unknown) {
                return wanted;
            }
            if (!(Boolean) wanted) {
                return null;
            }
        }
        Object fires = check.when().code().value(frames.of(frames.when, item));
        if (fires instanceof Unknown) {
            return fires;
        }
        return (Boolean) fires ? fired(item) : null;
    }

    private Object fired(Object item) {
        Object severity = severity(item);
        if (!(severity instanceof Severity known)) {
            return severity;
        }
        var fix = check.fix();
        return new Fired(
                known,
                check.message().of(expression -> frame(expression, item)),
                fix == null ? null : fix.of(expression -> frame(expression, item)));
    }

    private Object severity(Object item) {
        var expression = check.severity();
        if (expression == null) {
            return Objects.requireNonNull(check.check().severity());
        }
        Object word = expression.code().value(frame(expression, item));
        for (var severity : Severity.values()) {
            if (FactTypes.word(severity).equals(word)) {
                return severity;
            }
        }
        return word instanceof Unknown ? word : Unknown.fault("“%s” is no severity".formatted(word));
    }

    private Frame frame(Expression expression, @Nullable Object item) {
        return frame(expression, item, null);
    }

    /// A frame with the variables of the facts, today, the parameters and the item.
    Frame frame(Expression expression, @Nullable Object item, @Nullable Trace trace) {
        // Of the facts, today, the kind of engagement, parameters, and the item behind them.
        int variables = types.root().fields().size() + 2 + practice.parameters().size() + 1;
        var slots = new @Nullable Object[Math.max(expression.slotCount(), variables)];
        int slot = 0;
        for (var field : types.root().fields().values()) {
            Object value = field.reading().of(facts);
            // Whoever names nothing that could not be read has read all.
            slots[slot++] = value == null && field.name().equals("unread") ? List.of() : value;
        }
        slots[slot++] = today;
        slots[slot++] = kind();
        for (var name : practice.parameters().keySet()) {
            slots[slot++] = parameters.get(name);
        }
        if (check.itemSlot() >= 0 && item != null) {
            slots[check.itemSlot()] = item;
        }
        return new Frame(slots, holidays, budget, trace, trace == null ? remembered : null);
    }

    private @Nullable String kind() {
        var engagement = facts.engagement();
        EngagementKind kind = engagement == null ? null : engagement.kind();
        return kind == null ? null : FactTypes.word(kind);
    }
}
