package org.fram.drafting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fram.drafting.Draft.Kind;
import org.fram.drafting.Draft.Open;
import org.fram.office.Block;
import org.fram.office.Documents;
import org.fram.office.Place;
import org.jspecify.annotations.Nullable;

/// Fills a template with answers.
///
/// Answers never pass through the reader of Markdown. The text is put together with numbered positions
/// where answers belong, read as Markdown, and only then do the answers take their positions: whatever
/// somebody typed stands there as they typed it.
final class Filling {

    private static final Pattern POSITION = Pattern.compile(TagReader.OPEN + "(\\d+)" + TagReader.CLOSE);
    private static final Pattern LABEL = Pattern.compile("\\s*\\{#([^}]*)}$");
    private static final String BULLET = "•";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final SowTemplate template;
    private final Answers answers;
    private final StringBuilder markdown = new StringBuilder();
    private final List<Insert> inserts = new ArrayList<>();
    private final Map<String, String> clauses = new HashMap<>();
    private final Map<String, Open> open = new LinkedHashMap<>();
    private String heading = "";

    private Filling(SowTemplate template, Answers answers) {
        this.template = template;
        this.answers = answers;
    }

    /// What takes a position.
    private sealed interface Insert {

        record Words(String text) implements Insert {}

        record Missing(Kind kind, String name, String text) implements Insert {}

        record Clause(String name) implements Insert {}

        record Definitions() implements Insert {}
    }

    static Draft of(SowTemplate template, Answers answers) {
        return new Filling(template, answers).draft();
    }

    private Draft draft() {
        add(template.body(), List.of(), null);
        define();
        var numbered = new ArrayList<>(
                Documents.markdown(template.id(), markdown.toString()).blocks());
        number(numbered);
        var blocks = new ArrayList<Block>();
        numbered.forEach(block -> fill(block, blocks));
        for (var question : template.questions()) {
            if (question.required()
                    && answers.ask(template, question)
                    && answers.to(question).isEmpty()) {
                open.putIfAbsent(question.id(), new Open(Kind.ANSWER, question.id(), question.blank(), ""));
            }
        }
        return new Draft(blocks, List.copyOf(open.values()));
    }

    private void add(List<Part> parts, List<String> item, @Nullable Question each) {
        for (var part : parts) {
            switch (part) {
                case Part.Words(var text) -> markdown.append(text);
                case Part.Place(var name, int _) -> place(question(name));
                case Part.Item(int column, int _) -> item(column, item, each);
                case Part.Sum(var name, int column, int _) -> sum(question(name), column);
                case Part.Reference(var clause, int _) -> put(new Insert.Clause(clause));
                case Part.Variant(var when, var then, var otherwise, int _) ->
                    add(when.holds(name -> answers.effective(template, name)) ? then : otherwise, item, each);
                case Part.Each(var name, var inner, int _) -> each(question(name), inner);
                case Part.Definitions _ -> put(new Insert.Definitions());
            }
        }
    }

    private void each(Question question, List<Part> parts) {
        var answer = answers.effective(template, question.id());
        if (answer.isEmpty() && question.required()) {
            add(parts, List.of(), question);
        }
        for (String line : answer) {
            add(parts, question.columns().isEmpty() ? List.of(question.textOf(line)) : Answers.columns(line), question);
        }
    }

    private void item(int column, List<String> item, @Nullable Question each) {
        if (each == null) {
            throw new IllegalStateException("An item stands within the lines that it is of.");
        }
        if (column == 0 && !item.isEmpty()) {
            put(new Insert.Words(String.join("; ", item)));
            return;
        }
        String text = column > 0 && column <= item.size() ? item.get(column - 1) : "";
        if (!text.isEmpty()) {
            put(new Insert.Words(text));
            return;
        }
        String blank =
                column == 0 ? each.blank() : each.columns().get(column - 1).toLowerCase(Locale.ROOT);
        put(new Insert.Missing(Kind.ANSWER, each.id(), blank));
    }

    /// The sum of a column, to the last digit. Without any line, or with one that has no number there,
    /// it is open.
    private void sum(Question question, int column) {
        var sum = BigDecimal.ZERO;
        var lines = answers.effective(template, question.id());
        for (String line : lines) {
            var columns = Answers.columns(line);
            var number = column <= columns.size() ? Answers.number(columns.get(column - 1)) : null;
            if (number == null) {
                lines = List.of();
                break;
            }
            sum = sum.add(number);
        }
        put(
                lines.isEmpty()
                        ? new Insert.Missing(Kind.ANSWER, question.id(), "total")
                        : new Insert.Words(Answers.written(sum)));
    }

    private void place(Question question) {
        var answer = answers.effective(template, question.id());
        if (!answer.isEmpty()) {
            put(new Insert.Words(written(question, answer)));
        } else if (question.required()) {
            put(new Insert.Missing(Kind.ANSWER, question.id(), question.blank()));
        }
    }

    private Question question(String name) {
        return template.question(name).orElseThrow();
    }

    private static String written(Question question, List<String> answer) {
        String first = answer.getFirst();
        return switch (question.kind()) {
            case TEXT, LONG_TEXT, YES_NO -> first;
            case NUMBER -> Answers.written(new BigDecimal(first));
            case DATE -> LocalDate.parse(first).format(DAY);
            case CHOICE -> question.textOf(first);
            case SEVERAL, LINES ->
                enumerated(answer.stream().map(question::textOf).toList());
        };
    }

    private static String enumerated(List<String> items) {
        int last = items.size() - 1;
        return last == 0 ? items.getFirst() : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    private void put(Insert insert) {
        markdown.append(TagReader.OPEN).append(inserts.size()).append(TagReader.CLOSE);
        inserts.add(insert);
    }

    /// Puts the defined terms where the template wants them: those that the text uses, or that another
    /// one of them uses.
    private void define() {
        int at = inserts.indexOf(new Insert.Definitions());
        if (at < 0) {
            return;
        }
        String text = markdown.toString();
        Set<String> used = new LinkedHashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (var term : template.definitions().entrySet()) {
                boolean uses = uses(text, term.getKey())
                        || used.stream()
                                .anyMatch(other ->
                                        uses(plain(template.definitions().get(other)), term.getKey()));
                more |= uses && used.add(term.getKey());
            }
        }
        markdown.setLength(0);
        used.stream().sorted(String.CASE_INSENSITIVE_ORDER).forEach(term -> {
            markdown.append("- “").append(term).append("” means ");
            add(template.definitions().getOrDefault(term, List.of()), List.of(), null);
            markdown.append('\n');
        });
        String list = markdown.toString();
        markdown.setLength(0);
        markdown.append(text.replace(TagReader.OPEN + String.valueOf(at) + TagReader.CLOSE, list));
    }

    private static String plain(@Nullable List<Part> parts) {
        var words = new StringBuilder();
        if (parts != null) {
            parts.forEach(part -> words.append(part instanceof Part.Words(var text) ? text : " "));
        }
        return words.toString();
    }

    private static boolean uses(String text, String term) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(term) + "(?:s|es)?(?![\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }

    /// Numbers the headings below the title, and notes the numbers of clauses by their names.
    private void number(List<Block> blocks) {
        var counts = new int[7];
        for (int i = 0; i < blocks.size(); i++) {
            if (!(blocks.get(i) instanceof Block.Heading(int level, var _, var text, var place))) {
                continue;
            }
            String number = "";
            if (level > 1) {
                counts[level]++;
                Arrays.fill(counts, level + 1, counts.length, 0);
                var parts = new ArrayList<String>();
                for (int k = 2; k <= level; k++) {
                    parts.add(String.valueOf(counts[k]));
                }
                number = String.join(".", parts);
            }
            Matcher label = LABEL.matcher(text);
            String words = text;
            if (label.find()) {
                clauses.put(label.group(1), number);
                words = text.substring(0, label.start());
            }
            blocks.set(i, new Block.Heading(level, number, words, place));
        }
    }

    private void fill(Block block, List<Block> into) {
        var place = Place.paragraph(0, into.size() + 1);
        switch (block) {
            case Block.Heading(int level, var number, var text, var _) -> {
                String words = fill(text);
                heading = (number + " " + words).strip();
                into.add(new Block.Heading(level, number, words, place));
            }
            case Block.Paragraph(var number, var text, var _) -> {
                // An answer that is a paragraph by itself may be several.
                for (String paragraph : fill(text).split("\\n\\s*\\n", -1)) {
                    if (!paragraph.isBlank()) {
                        into.add(new Block.Paragraph(number, paragraph.strip(), Place.paragraph(0, into.size() + 1)));
                    }
                }
            }
            case Block.ListItem(int level, var marker, var text, var _) ->
                into.add(new Block.ListItem(level, marker.equals("-") ? BULLET : marker, fill(text), place));
            case Block.Footnote(var marker, var text, var _) -> into.add(new Block.Footnote(marker, fill(text), place));
            case Block.Table(int headers, var rows, var at) -> {
                int paragraph = place.paragraph();
                into.add(new Block.Table(
                        headers, rows.stream().map(row -> fill(row, paragraph)).toList(), moved(at, paragraph)));
            }
        }
    }

    private Block.Row fill(Block.Row row, int paragraph) {
        UnaryOperator<Block.Cell> filled = cell -> new Block.Cell(
                fill(cell.text()), cell.column(), cell.columns(), cell.rows(), moved(cell.place(), paragraph));
        return new Block.Row(row.cells().stream().map(filled).toList(), moved(row.place(), paragraph));
    }

    private static Place moved(Place place, int paragraph) {
        return new Place(place.page(), paragraph, place.table(), place.row(), place.cell());
    }

    private String fill(String text) {
        return POSITION.matcher(text)
                .replaceAll(position -> Matcher.quoteReplacement(
                        switch (inserts.get(Integer.parseInt(position.group(1)))) {
                            case Insert.Words(var words) -> words;
                            case Insert.Missing(var kind, var name, var words) -> missing(kind, name, words);
                            case Insert.Clause(var name) -> {
                                String number = clauses.get(name);
                                yield number == null ? missing(Kind.CLAUSE, name, "clause “" + name + "”") : number;
                            }
                            case Insert.Definitions() -> "";
                        }));
    }

    private String missing(Kind kind, String name, String words) {
        String text = kind == Kind.ANSWER ? question(name).blank() : words;
        open.putIfAbsent(name, new Open(kind, name, text, heading));
        return Draft.MARK_BEGINS + words + Draft.MARK_ENDS;
    }
}
