package org.fram.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.fram.review.values.Money;
import org.fram.review.values.Numeral;
import org.jspecify.annotations.Nullable;

/// A number with the noun that it counts: "12 IVR call flows" is 12 of "flows", modified by "ivr" and "call".
///
/// @param noun as written, in the plural
/// @param modifiers lower case, in the singular
record Count(double value, String noun, Set<String> modifiers, int start, int end) {

    private static final Pattern WORD = Pattern.compile("\\)?[\\s-]*([\\p{L}][\\p{L}’'-]*)");
    private static final Set<String> STOPS = Subjects.role("noNouns");
    private static final Set<String> IRREGULAR = Set.of("people", "staff", "personnel", "menus", "buses");

    /// The counts of a text, in its order.
    static List<Count> in(String text) {
        var money = Money.in(text);
        var found = new ArrayList<Count>();
        for (var numeral : Numeral.in(text)) {
            if (money.stream().anyMatch(amount -> amount.start() < numeral.end() && numeral.start() < amount.end())) {
                continue;
            }
            // "Two (2) buildings" counts; "(2) Buildings" is an item of a list.
            boolean bracketed = numeral.end() < text.length() && text.charAt(numeral.end()) == ')';
            var word = bracketed ? repeated(numeral, text) : numeral;
            if (word == null) {
                continue;
            }
            // "Zero Trust" is a name.
            if (numeral.value().signum() == 0) {
                continue;
            }
            var words = new ArrayList<String>();
            var ends = new ArrayList<Integer>();
            int at = numeral.end();
            int plural = -1;
            var matcher = WORD.matcher(text);
            while (words.size() < 5 && matcher.region(at, text.length()).lookingAt()) {
                var next = matcher.group(1);
                var lower = next.toLowerCase(Locale.ROOT);
                if (STOPS.contains(lower)) {
                    break;
                }
                words.add(lower);
                ends.add(matcher.end());
                at = matcher.end();
                if (IRREGULAR.contains(lower) || (lower.matches(".{3,}s") && !lower.matches(".*(?:ss|us|is)"))) {
                    plural = words.size() - 1;
                }
                if (matcher.end() < text.length() && ",;:.()|".indexOf(text.charAt(matcher.end())) >= 0) {
                    break;
                }
            }
            if (plural >= 0) {
                var modifiers = words.subList(0, plural).stream()
                        .map(Subjects::singular)
                        .collect(java.util.stream.Collectors.toUnmodifiableSet());
                found.add(new Count(
                        numeral.value().doubleValue(),
                        words.get(plural),
                        modifiers,
                        numeral.start(),
                        ends.get(plural)));
            }
        }
        return List.copyOf(found);
    }

    private static @Nullable Numeral repeated(Numeral numeral, String text) {
        return Numeral.in(text.substring(0, numeral.start())).stream()
                .filter(before -> before.value().compareTo(numeral.value()) == 0
                        && text.substring(before.end(), numeral.start()).equals(" ("))
                .findFirst()
                .orElse(null);
    }
}
