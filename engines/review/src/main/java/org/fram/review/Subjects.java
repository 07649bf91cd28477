package org.fram.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;

/// What statements speak about: the events, terms, measures and counted things of `library/review/subjects.yaml`,
/// found in a text.
final class Subjects {

    /// A place where a text names a subject.
    ///
    /// @param id its name in the data file
    record Mention(String id, int start, int end) {}

    private record Phrases(Pattern pattern, List<String> ids) {}

    private record Data(
            Map<String, List<String>> subjects,
            Map<String, List<String>> counted,
            List<String> staff,
            List<String> parts,
            Map<String, List<String>> qualifiers,
            List<String> doing,
            List<String> work,
            Map<String, List<String>> roles) {}

    private static final Data DATA = Library.yaml("review/subjects.yaml", new TypeReference<Data>() {});
    private static final Phrases SUBJECTS = phrases(DATA.subjects());
    private static final Phrases QUALIFIERS = phrases(DATA.qualifiers());
    private static final Map<String, String> COUNTED = DATA.counted().entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(word -> Map.entry(word, entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final Set<String> STAFF = Set.copyOf(DATA.staff());
    private static final Pattern PARTS = Pattern.compile("(?i)(?<!\\w)(?:" + alternatives(DATA.parts()) + ")(?!\\w)");
    private static final Pattern DOING = Pattern.compile("(?i)(?<!\\w)(?:" + alternatives(DATA.doing()) + ")(?!\\w)");
    private static final Pattern STAGE = Pattern.compile(
            "(?i)\\b(wave|phase|stage|lot|fy|fiscal year|year|option|group|release|month|tier|severity|sev\\.?|priority|prio|level|class|category|sprint|iteration|cohort|batch|site|region|p(?=\\d)|day)\\s?#?(\\d{1,2}|one|two|three|four|five|i{1,3}|iv|[a-d])\\b(?![,.]\\d|\\s?%|:\\d)");

    private static final Pattern NAMED_SEVERITY = Pattern.compile(
            "(?i)\\b(critical|serious|major|minor|urgent|routine|high|medium|low)\\b(?=\\s*(?:[-–:(|]|priority|severity|impact|urgency|defect|incident|fault|issue|problem|ticket|request))");

    private Subjects() {}

    /// The subjects that a text names, in its order; where phrases overlap, the longest.
    static List<Mention> in(String text) {
        return mentions(SUBJECTS, text);
    }

    /// Their ids, each once, joined in alphabetical order: two lines are about the same when this is equal.
    static Optional<String> keyOf(String text) {
        var ids = in(text).stream().map(Mention::id).sorted().distinct().toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(String.join(" + ", ids));
    }

    /// What sets a text apart from another on the same subject: an audience, a channel, a wave, a severity.
    static Set<String> qualifiersIn(String text) {
        var found = new LinkedHashSet<String>();
        mentions(QUALIFIERS, text).forEach(mention -> found.add(mention.id()));
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

    /// The pieces of work that a party does as a whole.
    static List<String> work() {
        return DATA.work();
    }

    /// Verbs that make somebody the doer of what they name.
    static Pattern doing() {
        return DOING;
    }

    static String singular(String noun) {
        var word = noun.toLowerCase(Locale.ROOT).replaceFirst("[’']s?$", "");
        if (word.equals("menus")) {
            return "menu";
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.matches(".*(?:ss|us|is)") || word.length() < 3) {
            return word;
        }
        if (word.matches(".*(?:sses|xes|ches|shes)")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static List<Mention> mentions(Phrases phrases, String text) {
        var found = new ArrayList<Mention>();
        for (Matcher matcher = phrases.pattern().matcher(text); matcher.find(); ) {
            for (int group = 1; group <= phrases.ids().size(); group++) {
                if (matcher.group(group) != null) {
                    found.add(new Mention(phrases.ids().get(group - 1), matcher.start(), matcher.end()));
                    break;
                }
            }
        }
        return found;
    }

    /// One pattern for all phrases, the longest first, a group for each, so that a scan finds the longest.
    private static Phrases phrases(Map<String, List<String>> named) {
        record Phrase(String id, String words) {}
        var all = named.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(words -> new Phrase(entry.getKey(), words)))
                .sorted(Comparator.comparingInt(
                                (Phrase phrase) -> phrase.words().length())
                        .reversed()
                        .thenComparing(Phrase::words))
                .toList();
        var pattern = all.stream()
                .map(phrase -> "(" + regex(phrase.words()) + ")")
                .collect(Collectors.joining("|", "(?<![\\w-])(?:", ")(?![\\w])"));
        return new Phrases(
                Pattern.compile(pattern, Pattern.CASE_INSENSITIVE),
                all.stream().map(Phrase::id).toList());
    }

    private static String alternatives(List<String> phrases) {
        return phrases.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Subjects::regex)
                .collect(Collectors.joining("|"));
    }

    private static String regex(String phrase) {
        return java.util.Arrays.stream(phrase.split(" "))
                .map(word -> word.replace("*", "\\w*"))
                .collect(Collectors.joining("[\\s‑-]+"));
    }
}
