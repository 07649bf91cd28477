package org.fram.rules;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fram.facts.MoneyFact;
import org.jspecify.annotations.Nullable;

/// Values in words, for messages and explanations.
final class Words {

    private static final int LONGEST = 80;
    private static final int MOST = 8;

    private static final ClassValue<@Nullable RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected @Nullable RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private Words() {}

    /// A value as a message shows it.
    static String of(Object value) {
        return switch (value) {
            case Double number -> decimal(number);
            case LocalDate day -> "%d %s %d".formatted(day.getDayOfMonth(), month(day), day.getYear());
            case MoneyFact money -> money(money);
            case Unknown(var what, var fault) -> fault ? "(%s)".formatted(what) : "(not known)";
            case List<?> list -> list(list);
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> "%s %s".formatted(entry.getKey(), entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", "));
            case Record record -> label(record);
            default -> String.valueOf(value);
        };
    }

    /// A value as an explanation shows it: short, and strings told from other things.
    static String shown(Object value) {
        return switch (value) {
            case String text -> "“%s”".formatted(cut(text));
            case Unknown(var what, var fault) -> fault ? "fault: " + what : "not known: " + what;
            case List<?> list -> list.isEmpty() ? "an empty list" : "%d: %s".formatted(list.size(), cut(list(list)));
            case Boolean truth -> truth ? "true" : "false";
            default -> cut(of(value));
        };
    }

    /// What tells an item from others: its id, else its first field.
    static String label(Object item) {
        if (!(item instanceof Record record)) {
            return of(item);
        }
        var components = COMPONENTS.get(record.getClass());
        if (components == null || components.length == 0 || components[0] == null) {
            return record.toString();
        }
        try {
            var value = components[0].getAccessor().invoke(record);
            return switch (value) {
                case null -> "?";
                case Enum<?> word -> FactTypes.word(word);
                default -> of(value);
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The first field of %s cannot be read.".formatted(record), e);
        }
    }

    private static String list(List<?> list) {
        var labels = list.stream().limit(MOST).map(Words::label).toList();
        if (list.size() > MOST) {
            return "%s and %d more".formatted(String.join(", ", labels), list.size() - MOST);
        }
        return switch (labels.size()) {
            case 0 -> "none";
            case 1 -> labels.getFirst();
            default -> "%s and %s".formatted(String.join(", ", labels.subList(0, labels.size() - 1)), labels.getLast());
        };
    }

    private static String decimal(double number) {
        var text = String.format(Locale.ROOT, "%.2f", number);
        return text.replaceAll("\\.?0+$", "");
    }

    private static String month(LocalDate day) {
        return day.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH);
    }

    private static String money(MoneyFact money) {
        int digits;
        try {
            digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            digits = 2;
        }
        return "%s %s"
                .formatted(
                        money.currency(),
                        String.format(Locale.ENGLISH, "%,." + digits + "f", money.minorUnits() / Math.pow(10, digits)));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).stripTrailing() + "…";
    }
}
