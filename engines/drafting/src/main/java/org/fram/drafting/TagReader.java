package org.fram.drafting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the text of a template: Markdown with tags in double braces. A line of tags alone, which open
/// and close something, leaves no line behind.
final class TagReader {

    /// What stands before and behind the position of something that is put in later. Texts must not
    /// hold these.
    static final char OPEN = '\uE000';

    static final char CLOSE = '\uE001';

    private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern FRAMING =
            Pattern.compile("(?:\\{\\{\\s*(?:#(?:if|each)\\s.*?|else|/(?:if|each))\\s*}}\\s*)+");
    private static final Pattern LABEL = Pattern.compile("#{1,6}\\s.*\\{#([^}]*)}\\s*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern SUM = Pattern.compile("sum\\s+([A-Za-z0-9-]+)\\.(\\d{1,2})");
    private static final Pattern ITEM = Pattern.compile("item(?:\\.(\\d{1,2}))?");

    private final String template;
    private final List<Mistake> mistakes;
    private final Map<String, Integer> clauses = new LinkedHashMap<>();
    private final Deque<Frame> open = new ArrayDeque<>();

    TagReader(String template, List<Mistake> mistakes) {
        this.template = template;
        this.mistakes = mistakes;
    }

    /// The names of clauses and the lines of their headings.
    Map<String, Integer> clauses() {
        return clauses;
    }

    /// Reads the text below the questions.
    ///
    /// @param first the number of its first line
    List<Part> body(List<String> lines, int first) {
        open.clear();
        open.push(new Frame("", "", first));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int number = first + i;
            label(line, number);
            read(line, number);
            if (!FRAMING.matcher(line.strip()).matches()) {
                words("\n");
            }
        }
        return closed();
    }

    /// Reads one line that stands somewhere else.
    List<Part> line(String line, int number) {
        open.clear();
        open.push(new Frame("", "", number));
        read(line, number);
        return closed();
    }

    private List<Part> closed() {
        while (open.size() > 1) {
            var frame = open.pop();
            mistake(
                    frame.line,
                    "“{{#%s %s}}” is never closed. Put “{{/%s}}” where it ends.",
                    frame.tag,
                    frame.subject,
                    frame.tag);
        }
        return open.pop().parts;
    }

    private void label(String line, int number) {
        Matcher matcher = LABEL.matcher(line);
        if (!matcher.matches()) {
            return;
        }
        String name = matcher.group(1);
        if (!NAME.matcher(name).matches()) {
            mistake(number, "“%s” is no name of a clause. It has letters, digits and hyphens.", name);
        }
        Integer before = clauses.putIfAbsent(name, number);
        if (before != null) {
            mistake(number, "The clause “%s” is there already, on line %d. Give this one another name.", name, before);
        }
    }

    private void read(String line, int number) {
        if (line.indexOf(OPEN) >= 0 || line.indexOf(CLOSE) >= 0) {
            mistake(number, "The characters U+E000 and U+E001 are kept for the program. Take them out.");
        }
        boolean framing = FRAMING.matcher(line.strip()).matches();
        Matcher matcher = TAG.matcher(line);
        int at = 0;
        while (matcher.find()) {
            if (!framing) {
                words(line.substring(at, matcher.start()));
            }
            tag(matcher.group(1).strip(), number);
            at = matcher.end();
        }
        String rest = line.substring(at);
        if (rest.contains("{{")) {
            mistake(number, "“{{” has no “}}” on this line. A tag stands on one line.");
        }
        if (!framing) {
            words(rest);
        }
    }

    private void tag(String tag, int line) {
        if (tag.startsWith("#")) {
            String[] parts = tag.substring(1).split("\\s+", 2);
            String subject = parts.length < 2 ? "" : parts[1];
            if (!parts[0].equals("if") && !parts[0].equals("each")) {
                mistake(
                        line,
                        "“{{%s}}” opens nothing; there are “{{#if …}}” and “{{#each …}}”.%s",
                        tag,
                        Nearest.question(parts[0], List.of("if", "each")));
                return;
            }
            open.push(new Frame(parts[0], subject, line));
        } else if (tag.equals("else")) {
            if (!"if".equals(top().tag) || top().then != null) {
                mistake(line, "“{{else}}” belongs between “{{#if …}}” and its “{{/if}}”, once.");
                return;
            }
            top().then = top().parts;
            top().parts = new ArrayList<>();
        } else if (tag.startsWith("/")) {
            close(tag.substring(1).strip(), line);
        } else {
            place(tag, line);
        }
    }

    private void close(String tag, int line) {
        var frame = top();
        if (!frame.tag.equals(tag)) {
            mistake(
                    line,
                    frame.tag.isEmpty()
                            ? "“{{/%s}}” closes nothing that is open."
                            : "“{{/%s}}” stands where “{{/%s}}” has to: “{{#%2$s %s}}” of line %d is still open.",
                    tag,
                    frame.tag,
                    frame.subject,
                    frame.line);
            return;
        }
        open.pop();
        if (tag.equals("each")) {
            top().parts.add(new Part.Each(frame.subject.strip(), frame.parts, frame.line));
            return;
        }
        var then = frame.then;
        top().parts
                .add(
                        then == null
                                ? new Part.Variant(condition(frame), frame.parts, List.of(), frame.line)
                                : new Part.Variant(condition(frame), then, frame.parts, frame.line));
    }

    private Condition condition(Frame frame) {
        try {
            return Condition.read(frame.subject);
        } catch (IllegalArgumentException wrong) {
            mistake(frame.line, "%s", wrong.getMessage());
            return Condition.ALWAYS;
        }
    }

    private void place(String tag, int line) {
        Matcher item = ITEM.matcher(tag);
        Matcher sum = SUM.matcher(tag);
        if (tag.equals("definitions")) {
            top().parts.add(new Part.Definitions(line));
        } else if (item.matches()) {
            if (open.stream().noneMatch(frame -> frame.tag.equals("each"))) {
                mistake(line, "“{{%s}}” belongs between “{{#each …}}” and its “{{/each}}”.", tag);
            }
            top().parts.add(new Part.Item(item.group(1) == null ? 0 : Integer.parseInt(item.group(1)), line));
        } else if (sum.matches()) {
            top().parts.add(new Part.Sum(sum.group(1), Integer.parseInt(sum.group(2)), line));
        } else if (tag.startsWith("ref ")) {
            top().parts.add(new Part.Reference(tag.substring(4).strip(), line));
        } else if (NAME.matcher(tag).matches()) {
            top().parts.add(new Part.Place(tag, line));
        } else {
            mistake(line, "“{{%s}}” is no tag. Write the id of a question, as “{{vendor}}”.", tag);
        }
    }

    private void words(String text) {
        if (text.isEmpty()) {
            return;
        }
        var parts = top().parts;
        if (!parts.isEmpty() && parts.getLast() instanceof Part.Words(var before)) {
            parts.set(parts.size() - 1, new Part.Words(before + text));
        } else {
            parts.add(new Part.Words(text));
        }
    }

    private Frame top() {
        return open.getFirst();
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void mistake(int line, String words, @Nullable Object... values) {
        mistakes.add(new Mistake(template, line, words.formatted(values)));
    }

    /// What is open at a place: the whole, or something between a tag and the one that closes it.
    private static final class Frame {
        private final String tag;
        private final String subject;
        private final int line;
        private List<Part> parts = new ArrayList<>();
        private @Nullable List<Part> then;

        Frame(String tag, String subject, int line) {
            this.tag = tag;
            this.subject = subject;
            this.line = line;
        }
    }
}
