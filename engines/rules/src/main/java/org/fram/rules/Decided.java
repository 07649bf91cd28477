package org.fram.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fram.facts.PracticeFacts;
import org.fram.facts.PracticeFacts.ExceptionFact;
import org.fram.facts.PracticeFacts.WaiverFact;
import org.jspecify.annotations.Nullable;

/// What people decided about practices, by practice: waivers, exceptions, switches, values of parameters.
final class Decided {

    private final Map<String, List<WaiverFact>> waivers = new HashMap<>();
    private final Map<String, List<ExceptionFact>> exceptions = new HashMap<>();
    private final Map<String, String> switchedOff = new HashMap<>();
    private final Map<String, Map<String, Double>> parameters = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();

    /// Later parts go before earlier ones, where both say something of the same parameter.
    ///
    /// @throws UnusableFileException if a parameter that is a whole number is given another
    static Decided of(LocalDate today, Map<String, Practice> practices, @Nullable PracticeFacts... parts) {
        var decided = new Decided();
        for (var part : parts) {
            if (part != null) {
                decided.add(part, today, practices);
            }
        }
        return decided;
    }

    private void add(PracticeFacts part, LocalDate today, Map<String, Practice> practices) {
        for (var waiver : all(part.waivers()).toList()) {
            known(waiver.practice(), practices, "waiver");
            if (waiver.until().isBefore(today)) {
                remarks.add("The waiver of %s%s by %s ended on %s."
                        .formatted(
                                waiver.practice(),
                                waiver.item() == null ? "" : " for " + waiver.item(),
                                waiver.by(),
                                Words.of(waiver.until())));
            } else {
                waivers.computeIfAbsent(waiver.practice(), _ -> new ArrayList<>())
                        .add(waiver);
            }
        }
        for (var exception : all(part.notApplicable()).toList()) {
            known(exception.practice(), practices, "exception");
            exceptions
                    .computeIfAbsent(exception.practice(), _ -> new ArrayList<>())
                    .add(exception);
        }
        for (var off : all(part.switchedOff()).toList()) {
            known(off.practice(), practices, "switch");
            switchedOff.put(off.practice(), off.reason());
        }
        for (var value : all(part.parameters()).toList()) {
            known(value.practice(), practices, "parameter");
            var practice = practices.get(value.practice());
            if (practice != null && !practice.parameters().containsKey(value.name())) {
                remarks.add("%s has no parameter “%s”.%s"
                        .formatted(
                                value.practice(),
                                value.name(),
                                Nearest.question(
                                        value.name(), practice.parameters().keySet())));
            }
            var fault = practice == null ? null : fault(practice, value.name(), value.value());
            if (fault != null) {
                throw new UnusableFileException(fault);
            }
            parameters.computeIfAbsent(value.practice(), _ -> new HashMap<>()).put(value.name(), value.value());
        }
    }

    /// What is wrong with a value for a parameter, or null.
    static @Nullable String fault(Practice practice, String name, double value) {
        var parameter = practice.parameters().get(name);
        return parameter != null && parameter.whole() && value != Math.rint(value)
                ? "The parameter “%s” of %s is a whole number%s, not %s."
                        .formatted(
                                name,
                                practice.id(),
                                parameter.unit() == null ? "" : " of " + parameter.unit(),
                                Words.of(value))
                : null;
    }

    private void known(String practice, Map<String, Practice> practices, String what) {
        if (!practices.containsKey(practice)) {
            remarks.add("There is a %s for %s, which is no practice.%s"
                    .formatted(what, practice, Nearest.question(practice, practices.keySet())));
        }
    }

    private static <T> Stream<T> all(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.<T>of()).stream();
    }

    /// What the deciders should know: what has ended, and what leads nowhere.
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /// Why the practice is switched off, or null.
    @Nullable
    String offBecause(String practice) {
        return switchedOff.get(practice);
    }

    /// Why the practice does not apply to the item, or, for the item null, to any; null where it does.
    @Nullable
    String exempt(String practice, @Nullable String item) {
        return all(exceptions.get(practice))
                .filter(exception ->
                        exception.item() == null || exception.item().equals(item))
                .map(exception -> "%s (decided by %s)".formatted(exception.reason(), exception.decidedBy()))
                .findFirst()
                .orElse(null);
    }

    Finding.@Nullable Waiver waiver(String practice, String item) {
        return all(waivers.get(practice))
                .filter(waiver -> waiver.item() == null || waiver.item().equals(item))
                .map(waiver -> new Finding.Waiver(waiver.by(), waiver.authority(), waiver.reason(), waiver.until()))
                .findFirst()
                .orElse(null);
    }

    double parameter(Practice practice, String name) {
        var parameter = Objects.requireNonNull(practice.parameters().get(name));
        return parameters.getOrDefault(practice.id(), Map.of()).getOrDefault(name, parameter.standard());
    }
}
