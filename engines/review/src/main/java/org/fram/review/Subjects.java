package org.fram.review;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fram.review.PhraseScan.Mention;
import tools.jackson.core.type.TypeReference;

/// What statements speak about: the events, terms, measures and counted things of `library/review/subjects.yaml`,
/// found in a text.
final class Subjects {

    private record Data(
            int mostValues,
            int mostSeats,
            Map<String, List<String>> subjects,
            Map<String, List<String>> counted,
            List<String> staff,
            List<String> parts,
            Map<String, List<String>> qualifiers,
            List<String> doing,
            List<String> work,
            Map<String, List<String>> roles) {}

    private static final Data DATA = Library.yaml("review/subjects.yaml", new TypeReference<Data>() {});
    private static final PhraseScan SUBJECTS = new PhraseScan(DATA.subjects());
    private static final PhraseScan QUALIFIERS = new PhraseScan(DATA.qualifiers());
    private static final Map<String, String> COUNTED = DATA.counted().entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(word -> Map.entry(word, entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final Set<String> STAFF = Set.copyOf(DATA.staff());
    private static final Pattern PARTS = PhraseScan.anyOf(DATA.parts());
    private static final Pattern DOING = PhraseScan.anyOf(DATA.doing());
    private static final Pattern STAGE = Pattern.compile(
            "(?i)\\b(wave|phase|stage|lot|fy|fiscal year|year|option|group|release|month|tier|severity|sev\\.?|priority|prio|level|class|category|sprint|iteration|cohort|batch|site|region|p(?=\\d)|day)\\s?#?(\\d{1,2}|one|two|three|four|five|i{1,3}|iv|[a-d])\\b(?![,.]\\d|\\s?%|:\\d)");

    private static final Pattern NAMED_SEVERITY = Pattern.compile(
            "(?i)\\b(critical|serious|major|minor|urgent|routine|high|medium|low)\\b(?=\\s*(?:[-–:(|]|priority|severity|impact|urgency|defect|incident|fault|issue|problem|ticket|request))");

    private Subjects() {}

    /// The subjects that a text names, in its order; where phrases overlap, the longest.
    static List<Mention> in(String text) {
        return SUBJECTS.in(text);
    }

    /// Their ids, each once, joined in alphabetical order: two lines are about the same when this is equal.
    static Optional<String> keyOf(String text) {
        var ids = in(text).stream().map(Mention::id).sorted().distinct().toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(String.join(" + ", ids));
    }

    /// What sets a text apart from another on the same subject: an audience, a channel, a wave, a severity.
    static Set<String> qualifiersIn(String text) {
        var found = new LinkedHashSet<String>();
        QUALIFIERS.in(text).forEach(mention -> found.add(mention.id()));
        found.addAll(stagesIn(text));
        return found;
    }

    /// The waves, phases, severities and the like that a text names ("severity 1").
    static Set<String> stagesIn(String text) {
        var found = new LinkedHashSet<String>();
        for (Matcher stage = STAGE.matcher(text); stage.find(); ) {
            var word = stage.group(1).toLowerCase(Locale.ROOT).replace(".", "");
            var kind = switch (word) {
                case "sev", "severity", "p", "prio", "priority" -> "severity";
                default -> word;
            };
            var number = switch (stage.group(2).toLowerCase(Locale.ROOT)) {
                case "one", "i" -> "1";
                case "two", "ii" -> "2";
                case "three", "iii" -> "3";
                case "four", "iv" -> "4";
                case "five" -> "5";
                case String other -> other;
            };
            found.add(kind + " " + number);
        }
        for (Matcher severity = NAMED_SEVERITY.matcher(text); severity.find(); ) {
            found.add("severity " + severity.group(1).toLowerCase(Locale.ROOT));
        }
        return found;
    }

    /// The thing that a noun counts ("advisers" are seats), or the noun itself in the singular.
    static String counted(String noun) {
        var singular = singular(noun);
        return COUNTED.getOrDefault(singular, singular);
    }

    /// Whether a noun names one of the things that are counted in statements of work.
    static boolean isCounted(String noun) {
        return COUNTED.containsKey(singular(noun));
    }

    /// Whether a noun names people beside the agents.
    static boolean isStaff(String noun) {
        return STAFF.contains(singular(noun));
    }

    /// Whether a text says that its number is a part of something.
    static boolean namesPart(String text) {
        return PARTS.matcher(text).find();
    }

    /// The subjects of which a kind of value can be said.
    static Set<String> role(String name) {
        var ids = DATA.roles().get(name);
        if (ids == null) {
            throw new IllegalArgumentException("library/review/subjects.yaml has no role " + name);
        }
        return Set.copyOf(ids);
    }

    /// Of how many values of one thing a document speaks at most; what comes with more is many things of one name.
    static int mostValues() {
        return DATA.mostValues();
    }

    /// The same for seats.
    static int mostSeats() {
        return DATA.mostSeats();
    }

    /// The pieces of work that a party does as a whole.
    static List<String> work() {
        return DATA.work();
    }

    /// Verbs that make somebody the doer of what they name.
    static Pattern doing() {
        return DOING;
    }

    static String singular(String noun) {
        var word = withoutPossessive(noun.toLowerCase(Locale.ROOT));
        if (word.equals("menus")) {
            return "menu";
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is") || word.length() < 3) {
            return word;
        }
        if (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static String withoutPossessive(String word) {
        var owner = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return owner.endsWith("'") || owner.endsWith("’") ? owner.substring(0, owner.length() - 1) : word;
    }
}
