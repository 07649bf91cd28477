package org.fram.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The operators and functions of CEL itself, on values whose types the checker has already made sure of.
///
/// Source: *Common Expression Language, language definition*, github.com/google/cel-spec.
final class Operators {

    private Operators() {}

    /// The work of an operator or function, or null where facts have no use for it.
    static Functions.@Nullable Work work(String function) {
        return switch (function) {
            case "_==_" -> (arguments, _) -> equal(arguments[0], arguments[1]);
            case "_!=_" -> (arguments, _) -> !equal(arguments[0], arguments[1]);
            case "_<_" -> (arguments, _) -> compare(arguments) < 0;
            case "_<=_" -> (arguments, _) -> compare(arguments) <= 0;
            case "_>_" -> (arguments, _) -> compare(arguments) > 0;
            case "_>=_" -> (arguments, _) -> compare(arguments) >= 0;
            case "!_" -> (arguments, _) -> !(Boolean) arguments[0];
            case "-_" ->
                (arguments, _) -> arguments[0] instanceof Long whole ? Math.negateExact(whole) : -(Double) arguments[0];
            case "_+_" -> (arguments, _) -> plus(arguments[0], arguments[1]);
            case "_-_" -> (arguments, _) -> minus(arguments[0], arguments[1]);
            case "_*_" ->
                (arguments, _) -> arguments[0] instanceof Long whole
                        ? (Object) Math.multiplyExact(whole, (Long) arguments[1])
                        : (Object) ((Double) arguments[0] * (Double) arguments[1]);
            case "_/_" -> (arguments, _) -> divided(arguments[0], arguments[1]);
            case "_%_" ->
                (arguments, _) -> (Long) arguments[1] == 0
                        ? Unknown.fault("a division by zero")
                        : (Object) ((Long) arguments[0] % (Long) arguments[1]);
            case "@in" -> (arguments, frame) -> in(arguments[0], arguments[1], frame);
            case "_[_]" -> (arguments, _) -> at(arguments[0], arguments[1]);
            case "size" -> (arguments, _) -> size(arguments[0]);
            case "contains" -> (arguments, _) -> ((String) arguments[0]).contains((String) arguments[1]);
            case "startsWith" -> (arguments, _) -> ((String) arguments[0]).startsWith((String) arguments[1]);
            case "endsWith" -> (arguments, _) -> ((String) arguments[0]).endsWith((String) arguments[1]);
            case "string" -> (arguments, _) -> Words.of(arguments[0]);
            case "int" -> (arguments, _) -> whole(arguments[0]);
            case "double" -> (arguments, _) -> decimal(arguments[0]);
            default -> null;
        };
    }

    static boolean equal(Object one, Object other) {
        if (one instanceof Number a
                && other instanceof Number b
                && !a.getClass().equals(b.getClass())) {
            return a.doubleValue() == b.doubleValue();
        }
        return one.equals(other);
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object[] arguments) {
        if (arguments[0] instanceof Number a
                && arguments[1] instanceof Number b
                && !a.getClass().equals(b.getClass())) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        if (arguments[0] instanceof LocalDate day) {
            return day.compareTo((LocalDate) arguments[1]);
        }
        return ((Comparable<Object>) arguments[0]).compareTo(arguments[1]);
    }

    private static Object plus(Object one, Object other) {
        return switch (one) {
            case Long whole -> Math.addExact(whole, (Long) other);
            case Double number -> number + (Double) other;
            case String text -> text + other;
            case LocalDate day -> day.plusDays(((Days) other).count());
            case Days span when other instanceof LocalDate day -> day.plusDays(span.count());
            case Days span -> new Days(Math.addExact(span.count(), ((Days) other).count()));
            case List<?> list -> {
                var both = new java.util.ArrayList<Object>(list);
                both.addAll((Collection<?>) other);
                yield List.copyOf(both);
            }
            default -> Unknown.fault("nothing can be added to %s".formatted(Words.of(one)));
        };
    }

    private static Object minus(Object one, Object other) {
        return switch (one) {
            case Long whole -> Math.subtractExact(whole, (Long) other);
            case Double number -> number - (Double) other;
            case LocalDate day when other instanceof Days span -> day.minusDays(span.count());
            case LocalDate day -> new Days(day.toEpochDay() - ((LocalDate) other).toEpochDay());
            case Days span -> new Days(Math.subtractExact(span.count(), ((Days) other).count()));
            default -> Unknown.fault("nothing can be taken from %s".formatted(Words.of(one)));
        };
    }

    private static Object divided(Object one, Object other) {
        if (one instanceof Long whole) {
            return (Long) other == 0 ? Unknown.fault("a division by zero") : (Object) (whole / (Long) other);
        }
        return (Double) one / (Double) other;
    }

    private static Object in(Object item, Object list, Frame frame) {
        return switch (list) {
            case Set<?> set -> set.contains(item);
            case Map<?, ?> map -> map.containsKey(item);
            default -> {
                for (var one : (List<?>) list) {
                    frame.budget().step();
                    if (equal(one, item)) {
                        yield true;
                    }
                }
                yield false;
            }
        };
    }

    /// A list of constants as a set, so that asking whether it holds something costs the same for each
    /// length.
    static Set<Object> constants(List<Object> list) {
        return new HashSet<>(list);
    }

    private static Object at(Object list, Object index) {
        if (list instanceof Map<?, ?> map) {
            var value = map.get(index);
            return value == null ? Unknown.absent("[“%s”]".formatted(index)) : value;
        }
        var items = (List<?>) list;
        long position = (Long) index;
        return position >= 0 && position < items.size()
                ? items.get((int) position)
                : Unknown.fault("item %d of a list of %d".formatted(position, items.size()));
    }

    private static Object size(Object of) {
        return switch (of) {
            case String text -> (Object) (long) text.codePointCount(0, text.length());
            case Map<?, ?> map -> (Object) (long) map.size();
            default -> (Object) (long) ((Collection<?>) of).size();
        };
    }

    /// By RE2, whose time grows with the text and never explodes.
    private static Object whole(Object value) {
        return switch (value) {
            case Long same -> same;
            case Double number when Math.abs(number) < 9e18 -> number.longValue();
            case String text when text.matches("-?\\d{1,18}") -> Long.valueOf(text);
            default -> Unknown.fault("%s is no whole number".formatted(Words.of(value)));
        };
    }

    private static Object decimal(Object value) {
        return switch (value) {
            case Double same -> same;
            case Long number -> number.doubleValue();
            case String text when text.matches("-?\\d{1,18}(\\.\\d{1,18})?") -> Double.valueOf(text);
            default -> Unknown.fault("%s is no number".formatted(Words.of(value)));
        };
    }
}
