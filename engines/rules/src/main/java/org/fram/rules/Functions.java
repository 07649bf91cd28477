package org.fram.rules;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fram.facts.MoneyFact;

/// What expressions can call beside the operators and functions of CEL: days, working days, money, sums,
/// names.
///
/// Days are CEL's timestamps, spans of days its durations.
final class Functions {

    private static final CelType DAY = SimpleType.TIMESTAMP;
    private static final CelType SPAN = SimpleType.DURATION;
    private static final CelType INT = SimpleType.INT;
    private static final CelType DOUBLE = SimpleType.DOUBLE;
    private static final CelType STRING = SimpleType.STRING;
    private static final CelType BOOL = SimpleType.BOOL;

    /// No plan reaches further, and sums of spans do not overflow.
    private static final long MOST_DAYS = 1_000_000;

    /// Computes a result. No argument is unknown; what cannot be computed gives an [Unknown].
    @FunctionalInterface
    interface Work {
        Object of(Object[] arguments, Frame frame);
    }

    private final Map<String, Work> works = new LinkedHashMap<>();
    private final Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();

    /// The functions over records of facts; money only where the facts have it.
    Functions(FactTypes types) {
        days();
        numbers();
        texts();
        types.findType(MoneyFact.class.getSimpleName()).ifPresent(this::money);
    }

    /// What the type checker is told.
    List<CelFunctionDecl> declarations() {
        return overloads.entrySet().stream()
                .map(entry -> CelFunctionDecl.newFunctionDeclaration(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// The work of an overload, or null where it is one of CEL's own.
    @org.jspecify.annotations.Nullable
    Work work(String overload) {
        return works.get(overload);
    }

    Collection<String> names() {
        return overloads.keySet();
    }

    private void days() {
        global("day", DAY, List.of(STRING), (arguments, _) -> {
            try {
                return LocalDate.parse((String) arguments[0]);
            } catch (DateTimeParseException wrong) {
                return Unknown.fault("“%s” is no day; write it as 2026-11-30".formatted(arguments[0]));
            }
        });
        global("days", SPAN, List.of(INT), (arguments, _) -> span((Long) arguments[0]));
        global("days", SPAN, List.of(DOUBLE), (arguments, _) -> span(Math.round((Double) arguments[0])));
        global(
                "daysBetween",
                INT,
                List.of(DAY, DAY),
                (arguments, _) -> ((LocalDate) arguments[1]).toEpochDay() - ((LocalDate) arguments[0]).toEpochDay());
        global(
                "workingDays",
                INT,
                List.of(DAY, DAY),
                (arguments, frame) -> workingDays((LocalDate) arguments[0], (LocalDate) arguments[1], frame));
        global(
                "addWorkingDays",
                DAY,
                List.of(DAY, INT),
                (arguments, frame) -> addWorkingDays((LocalDate) arguments[0], (Long) arguments[1], frame));
        global(
                "addWorkingDays",
                DAY,
                List.of(DAY, DOUBLE),
                (arguments, frame) ->
                        addWorkingDays((LocalDate) arguments[0], Math.round((Double) arguments[1]), frame));
    }

    private static Object span(long days) {
        return Math.abs(days) <= MOST_DAYS ? new Days(days) : Unknown.fault("%d days are too many".formatted(days));
    }

    /// Working days after the first day, up to and with the second; negative where the second comes first.
    private static Object workingDays(LocalDate from, LocalDate to, Frame frame) {
        if (to.isBefore(from)) {
            return workingDays(to, from, frame) instanceof Long days ? (Object) (-days) : 0L;
        }
        long all = to.toEpochDay() - from.toEpochDay();
        long working = all / 7 * 5;
        for (var day = to.minusDays(all % 7 - 1); !day.isAfter(to); day = day.plusDays(1)) {
            working += weekend(day) ? 0 : 1;
        }
        return working
                - frame.holidays().stream()
                        .filter(day -> day.isAfter(from) && !day.isAfter(to) && !weekend(day))
                        .count();
    }

    private static Object addWorkingDays(LocalDate from, long days, Frame frame) {
        if (Math.abs(days) > MOST_DAYS) {
            return Unknown.fault("%d days are too many".formatted(days));
        }
        int step = days < 0 ? -1 : 1;
        var day = from;
        for (long left = Math.abs(days); left > 0; ) {
            frame.budget().step();
            day = day.plusDays(step);
            if (!weekend(day) && !frame.holidays().contains(day)) {
                left--;
            }
        }
        return day;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private void numbers() {
        global("sum", INT, List.of(ListType.create(INT)), (arguments, frame) -> {
            long sum = 0;
            for (var one : items(arguments[0], frame)) {
                sum = Math.addExact(sum, (Long) one);
            }
            return sum;
        });
        global("sum", DOUBLE, List.of(ListType.create(DOUBLE)), (arguments, frame) -> {
            double sum = 0;
            for (var one : items(arguments[0], frame)) {
                sum += (Double) one;
            }
            return sum;
        });
        for (var type : List.of(INT, DOUBLE, DAY)) {
            global(
                    "min",
                    type,
                    List.of(ListType.create(type)),
                    (arguments, frame) -> extreme(arguments[0], Comparator.reverseOrder(), "min", frame));
            global(
                    "max",
                    type,
                    List.of(ListType.create(type)),
                    (arguments, frame) -> extreme(arguments[0], Comparator.naturalOrder(), "max", frame));
        }
        global("percent", STRING, List.of(DOUBLE), (arguments, _) -> Words.of((Double) arguments[0] * 100) + " %");
    }

    @SuppressWarnings("unchecked")
    private static Object extreme(Object list, Comparator<Comparable<Object>> order, String name, Frame frame) {
        var items = (List<Comparable<Object>>) list;
        items.forEach(_ -> frame.budget().step());
        return items.stream()
                .max(order)
                .<Object>map(found -> found)
                .orElseGet(() -> Unknown.fault("%s of an empty list".formatted(name)));
    }

    private static List<?> items(Object list, Frame frame) {
        var items = (List<?>) list;
        items.forEach(_ -> frame.budget().step());
        return items;
    }

    private void texts() {
        global("names", STRING, List.of(ListType.create(SimpleType.DYN)), (arguments, _) -> Words.of(arguments[0]));
        member("lower", STRING, List.of(STRING), (arguments, _) -> ((String) arguments[0]).toLowerCase(Locale.ROOT));
        member(
                "join",
                STRING,
                List.of(ListType.create(STRING), STRING),
                (arguments, frame) -> items(arguments[0], frame).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining((String) arguments[1])));
        member("containsAny", BOOL, List.of(STRING, ListType.create(STRING)), (arguments, frame) -> {
            var text = ((String) arguments[0]).toLowerCase(Locale.ROOT);
            for (var part : items(arguments[1], frame)) {
                if (text.contains(((String) part).toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
            return false;
        });
    }

    private void money(CelType money) {
        global("money", money, List.of(INT, STRING), (arguments, _) -> amount((Long) arguments[0], arguments[1]));
        global("sum", money, List.of(ListType.create(money)), (arguments, frame) -> {
            var list = items(arguments[0], frame);
            if (list.isEmpty()) {
                return Unknown.fault("the sum of no money has no currency");
            }
            Object sum = list.getFirst();
            for (var one : list.subList(1, list.size())) {
                sum = sum instanceof MoneyFact so ? plus(so, (MoneyFact) one) : sum;
            }
            return sum;
        });
        global(
                "_+_",
                money,
                List.of(money, money),
                (arguments, _) -> plus((MoneyFact) arguments[0], (MoneyFact) arguments[1]));
        global("_-_", money, List.of(money, money), (arguments, _) -> {
            var other = (MoneyFact) arguments[1];
            return plus((MoneyFact) arguments[0], new MoneyFact(-other.minorUnits(), other.currency()));
        });
        comparison("_<_", money, sign -> sign < 0);
        comparison("_<=_", money, sign -> sign <= 0);
        comparison("_>_", money, sign -> sign > 0);
        comparison("_>=_", money, sign -> sign >= 0);
    }

    private void comparison(String operator, CelType money, java.util.function.IntPredicate holds) {
        global(operator, BOOL, List.of(money, money), (arguments, _) -> {
            var one = (MoneyFact) arguments[0];
            var other = (MoneyFact) arguments[1];
            return one.currency().equals(other.currency())
                    ? holds.test(Long.compare(one.minorUnits(), other.minorUnits()))
                    : differ(one, other);
        });
    }

    private static Object amount(long whole, Object currency) {
        try {
            int digits = Math.max(
                    0, java.util.Currency.getInstance((String) currency).getDefaultFractionDigits());
            return new MoneyFact(Math.multiplyExact(whole, Math.powExact(10L, digits)), (String) currency);
        } catch (IllegalArgumentException unknown) {
            return Unknown.fault("“%s” is no currency; write its ISO code, such as EUR".formatted(currency));
        }
    }

    private static Object plus(MoneyFact one, MoneyFact other) {
        return one.currency().equals(other.currency())
                ? new MoneyFact(Math.addExact(one.minorUnits(), other.minorUnits()), one.currency())
                : differ(one, other);
    }

    private static Unknown differ(MoneyFact one, MoneyFact other) {
        return Unknown.fault("%s and %s are of two currencies".formatted(Words.of(one), Words.of(other)));
    }

    private void global(String name, CelType result, List<CelType> arguments, Work work) {
        var id = id(name, arguments);
        add(name, CelOverloadDecl.newGlobalOverload(id, result, arguments), id, work);
    }

    private void member(String name, CelType result, List<CelType> arguments, Work work) {
        var id = id(name, arguments);
        add(name, CelOverloadDecl.newMemberOverload(id, result, arguments), id, work);
    }

    private void add(String name, CelOverloadDecl overload, String id, Work work) {
        overloads.computeIfAbsent(name, _ -> new ArrayList<>()).add(overload);
        if (works.put(id, work) != null) {
            throw new IllegalStateException("The function %s is there twice.".formatted(id));
        }
    }

    private static String id(String name, List<CelType> arguments) {
        var id = new StringBuilder("fram_").append(name);
        arguments.forEach(type -> id.append('_')
                .append(
                        type instanceof ListType list
                                ? "list_" + list.elemType().name()
                                : type.name()));
        return id.toString();
    }

    /// Set of all holidays from a list that may be absent.
    static Set<LocalDate> holidays(@org.jspecify.annotations.Nullable List<LocalDate> list) {
        return list == null ? Set.of() : Set.copyOf(list);
    }
}
