package org.fram.drafting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fram.drafting.Question.Kind;
import org.fram.drafting.Question.Option;
import org.fram.drafting.SowTemplate.Head;
import org.fram.drafting.SowTemplate.Step;
import org.fram.drafting.SowTemplate.Use;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads the file of a template: YAML between two lines of three hyphens, and Markdown below. All
/// mistakes are gathered, so that an author sees them at once.
final class TemplateFile {

    /// Characters. A long statement of work has about 200,000.
    static final int LARGEST = 1_000_000;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    /// Short and plain, so that the review of a document knows the mark for a blank.
    private static final Pattern BLANK = Pattern.compile("[^\\d\\[\\]]{1,33}");

    private static final String FENCE = "---";
    private static final List<String> HEAD_KEYS = List.of("title", "about", "use", "steps", "definitions");
    private static final List<String> STEP_KEYS = List.of("title", "about", "questions");
    private static final List<String> QUESTION_KEYS = List.of(
            "id", "text", "blank", "help", "kind", "options", "columns", "default", "when", "required", "known");

    private final String id;
    private final String text;
    private final List<Mistake> mistakes = new ArrayList<>();

    TemplateFile(String id, String text) {
        this.id = id;
        this.text = text;
    }

    /// All keys that stand above a text.
    static Set<String> keys() {
        var keys = new LinkedHashSet<>(HEAD_KEYS);
        keys.addAll(STEP_KEYS);
        keys.addAll(QUESTION_KEYS);
        return keys;
    }

    SowTemplate read() {
        if (text.length() > LARGEST) {
            throw refused(1, "The template has %,d characters; the most that is read is %,d.", text.length(), LARGEST);
        }
        List<String> lines = text.replace("\r\n", "\n").lines().toList();
        int end = lines.isEmpty() || !lines.getFirst().strip().equals(FENCE)
                ? -1
                : lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (end < 1) {
            throw refused(
                    1,
                    "A template begins with a line “---”, its questions as YAML, and another line “---”; the text comes below.");
        }
        var tags = new TagReader(id, mistakes);
        var head = head(String.join("\n", lines.subList(1, end)), tags);
        var body = tags.body(lines.subList(end + 1, lines.size()), end + 2);
        new TemplateChecks(id, head, body, tags, mistakes).check();
        if (!mistakes.isEmpty()) {
            throw new UnusableTemplateException(mistakes.stream().sorted().toList());
        }
        return new SowTemplate(id, head, body);
    }

    private Head head(String yaml, TagReader tags) {
        if (!(compose(yaml) instanceof MappingNode map)) {
            throw refused(2, "Above the text stand “title”, “about”, “use” and “steps”.");
        }
        var entries = entries(map, "A template", HEAD_KEYS);
        var steps = new ArrayList<Step>();
        for (Node step : items(entries.get("steps"), map, "steps")) {
            steps.add(step(step));
        }
        String use = words(entries, "use", map, true);
        if (!use.isEmpty()
                && Arrays.stream(Use.values()).noneMatch(one -> code(one).equals(use))) {
            mistake(line(map), "“use” is “technology” or “outsourcing”, not “%s”.", use);
        }
        var definitions = new LinkedHashMap<String, List<Part>>();
        if (entries.get("definitions") instanceof MappingNode terms) {
            terms.getValue().forEach(term -> {
                if (term.getKeyNode() instanceof ScalarNode key && term.getValueNode() instanceof ScalarNode value) {
                    definitions.put(key.getValue(), tags.line(value.getValue().strip(), line(value)));
                }
            });
        }
        return new Head(
                words(entries, "title", map, true),
                words(entries, "about", map, true),
                use.equals(code(Use.OUTSOURCING)) ? Use.OUTSOURCING : Use.TECHNOLOGY,
                steps,
                definitions);
    }

    private static String code(Use use) {
        return use.name().toLowerCase(Locale.ROOT);
    }

    private Step step(Node node) {
        if (!(node instanceof MappingNode map)) {
            mistake(line(node), "A step has a “title” and “questions”.");
            return new Step("", "", List.of());
        }
        var entries = entries(map, "A step", STEP_KEYS);
        var questions = new ArrayList<Question>();
        for (Node question : items(entries.get("questions"), map, "questions")) {
            if (question instanceof MappingNode one) {
                questions.add(question(one));
            } else {
                mistake(line(question), "A question has an “id”, a “text” and a “kind”.");
            }
        }
        return new Step(words(entries, "title", map, true), words(entries, "about", map, false), questions);
    }

    private Question question(MappingNode map) {
        var entries = entries(map, "A question", QUESTION_KEYS);
        String name = words(entries, "id", map, true);
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            mistake(
                    line(map),
                    "“%s” is no id. An id begins with a small letter and has small letters, digits and hyphens.",
                    name);
        }
        String asked = words(entries, "text", map, false);
        if (asked.isBlank()) {
            mistake(line(map), "The question “%s” has no text. Write what people are asked under “text”.", name);
        }
        String kindName = words(entries, "kind", map, true);
        Kind kind = Kind.of(kindName).orElse(Kind.TEXT);
        List<String> kinds = Arrays.stream(Kind.values()).map(Kind::code).toList();
        if (!kindName.isEmpty() && !kinds.contains(kindName)) {
            mistake(
                    line(map),
                    "“%s” is no kind of question; there are %s.%s",
                    kindName,
                    String.join(", ", kinds),
                    Nearest.question(kindName, kinds));
        }
        var options = options(entries.get("options"));
        if (kind.chooses() != !options.isEmpty()) {
            mistake(
                    line(map),
                    kind.chooses()
                            ? "The question “%s” has nothing to choose. List its “options”."
                            : "The question “%s” has options, which only “choice” and “several” offer.",
                    name);
        }
        String blank = words(entries, "blank", map, false);
        if (!blank.isEmpty() && !BLANK.matcher(blank).matches()) {
            mistake(
                    line(map),
                    "“%s” cannot stand as “blank”: it has at most 33 characters, without digits and brackets.",
                    blank);
        }
        return new Question(
                name,
                asked,
                blank.isEmpty() ? name.replace('-', ' ') : blank,
                words(entries, "help", map, false),
                kind,
                options,
                list(entries.get("columns")),
                list(entries.get("default")),
                when(entries.get("when")),
                !words(entries, "required", map, false).equals(Answers.NO),
                known(words(entries, "known", map, false), line(map)),
                line(map));
    }

    private @Nullable Known known(String code, int line) {
        if (code.isEmpty()) {
            return null;
        }
        var known = Known.of(code);
        if (known.isEmpty()) {
            mistake(
                    line,
                    "Nothing is known under “%s”; there are %s.%s",
                    code,
                    String.join(", ", Known.codes()),
                    Nearest.question(code, Known.codes()));
        }
        return known.orElse(null);
    }

    private Condition when(@Nullable Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            return Condition.ALWAYS;
        }
        try {
            return Condition.read(scalar.getValue());
        } catch (IllegalArgumentException wrong) {
            mistake(line(node), "%s", wrong.getMessage());
            return Condition.ALWAYS;
        }
    }

    private static List<Option> options(@Nullable Node node) {
        var options = new ArrayList<Option>();
        if (node instanceof MappingNode map) {
            map.getValue().forEach(entry -> {
                if (entry.getKeyNode() instanceof ScalarNode key && entry.getValueNode() instanceof ScalarNode value) {
                    options.add(new Option(key.getValue(), value.getValue()));
                }
            });
        }
        return options;
    }

    private static List<String> list(@Nullable Node node) {
        return switch (node) {
            case SequenceNode sequence ->
                sequence.getValue().stream()
                        .filter(ScalarNode.class::isInstance)
                        .map(item -> ((ScalarNode) item).getValue())
                        .toList();
            case ScalarNode scalar -> List.of(scalar.getValue());
            case null, default -> List.of();
        };
    }

    private List<Node> items(@Nullable Node node, Node around, String key) {
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return sequence.getValue();
        }
        mistake(line(node == null ? around : node), "“%s” is a list with one entry or more.", key);
        return List.of();
    }

    private Map<String, Node> entries(MappingNode map, String what, List<String> keys) {
        var entries = new LinkedHashMap<String, Node>();
        Set<String> unknown = new LinkedHashSet<>();
        Set<String> known = new HashSet<>(keys);
        map.getValue().forEach(entry -> {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                if (known.contains(key.getValue())) {
                    if (entries.put(key.getValue(), entry.getValueNode()) != null) {
                        mistake(line(key), "“%s” is there twice. Keep one.", key.getValue());
                    }
                } else if (unknown.add(key.getValue())) {
                    mistake(
                            line(key),
                            "%s has no “%s”; it has %s.%s",
                            what,
                            key.getValue(),
                            String.join(", ", keys),
                            Nearest.question(key.getValue(), keys));
                }
            }
        });
        return entries;
    }

    private String words(Map<String, Node> entries, String key, Node around, boolean needed) {
        if (entries.get(key) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip().replaceAll("\\s+", " ");
        }
        if (needed) {
            mistake(line(around), "“%s” is missing.", key);
        }
        return "";
    }

    private @Nullable Node compose(String yaml) {
        var settings =
                LoadSettings.builder().setLabel(id).setCodePointLimit(LARGEST).build();
        try {
            return new Compose(settings).composeString(yaml).orElse(null);
        } catch (MarkedYamlEngineException wrong) {
            int line = wrong.getProblemMark().map(Mark::getLine).orElse(0) + 2;
            throw refused(line, "This is no YAML: %s.", String.valueOf(wrong.getProblem()));
        } catch (YamlEngineException | StackOverflowError wrong) {
            throw refused(2, "This is no YAML: %s", String.valueOf(wrong.getMessage()));
        }
    }

    /// The line in the file: the YAML begins on its second.
    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 2;
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void mistake(int line, String words, @Nullable Object... values) {
        mistakes.add(new Mistake(id, line, words.formatted(values)));
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private UnusableTemplateException refused(int line, String words, Object... values) {
        return new UnusableTemplateException(List.of(new Mistake(id, line, words.formatted(values))));
    }
}
