package org.fram.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fram.facts.SowFacts.RemarkKind;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.review.Review.Unclear;

/// References that lead nowhere: to a section, table, annex or deliverable that the document does not have.
///
/// A reference into another document ("Section 12 of the MSA", "D2, Appendix F", "Section 508") is none of ours. Where
/// a document numbers nothing of a kind, references of that kind are left alone; annexes that it never shows are only
/// worth a hint, as they may be files of their own.
final class CrossReferences {

    private static final Pattern LABELLED = Pattern.compile(
            "(?<![\\w-])(Annex|Appendix|Exhibit|Schedule|Attachment|Enclosure|Addendum|ANNEX|APPENDIX|EXHIBIT|SCHEDULE|ATTACHMENT)\\s+([A-Z]|\\d{1,2}|[IVX]{1,4})(?![\\w’'-]|\\.\\d)");
    private static final String[] LABELS = {
        "Annex",
        "Appendix",
        "Exhibit",
        "Schedule",
        "Attachment",
        "Enclosure",
        "Addendum",
        "ANNEX",
        "APPENDIX",
        "EXHIBIT",
        "SCHEDULE",
        "ATTACHMENT",
        "Table",
        "Figure"
    };
    private static final Pattern TABLED =
            Pattern.compile("(?<![\\w-])(Table|Figure)s?\\s+(\\d{1,2}(?:[.-]\\d{1,2})?)(?![\\w-]|\\.\\d)");
    private static final Pattern DELIVERABLE = Pattern.compile("(?<![\\w.-])(D\\d{1,2})(?![\\w-]|\\.\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}(?:\\.\\d{1,2}){0,5}");
    private static final Pattern NUMBER_AT_START = Pattern.compile(
            "^(?:(?i:section|article|clause|paragraph|sec\\.)\\s+|§\\s*)?(\\d{1,2}(?:\\.\\d{1,2}){0,5})(?:[.):]|\\s|$)");
    private final Document document;
    private final Set<String> sections = new HashSet<>();
    private Numbering numbering = new Numbering(0, 0, -1, Set.of());
    private final Map<String, Set<String>> labelled = new HashMap<>();
    private final Set<String> deliverables = new HashSet<>();
    private final Map<String, Unclear> found = new LinkedHashMap<>();

    private CrossReferences(Document document) {
        this.document = document;
    }

    /// One remark for each thing that is referred to and not there, at the first place that does.
    static List<Unclear> of(Document document, List<Statement> statements) {
        var references = new CrossReferences(document);
        references.targets();
        references.numbering = Numbering.of(references.sections);
        statements.forEach(references::check);
        return new ArrayList<>(references.found.values());
    }

    private void targets() {
        for (var block : document.blocks()) {
            switch (block) {
                case Block.Heading heading -> {
                    number(heading.number());
                    target((heading.number() + " " + heading.text()).strip());
                    target(heading.text());
                }
                case Block.Paragraph paragraph -> {
                    number(paragraph.number());
                    target(paragraph.text());
                }
                case Block.ListItem item -> {
                    number(item.marker());
                    target(item.text());
                }
                case Block.Footnote footnote -> target(footnote.text());
                case Block.Table table ->
                    table.rows().stream().flatMap(row -> row.cells().stream()).forEach(cell -> target(cell.text()));
            }
        }
        document.runningText().forEach(this::target);
    }

    private void number(String number) {
        var matcher = NUMBER.matcher(number);
        if (matcher.find()) {
            sections.add(matcher.group());
        }
        label(number);
    }

    /// What a piece of text declares by its first words: "3.2 …", "Table 4. …", "Annex B …", "D3 …", "… (D3)".
    private void target(String text) {
        for (var line : text.split("\n")) {
            var start = NUMBER_AT_START.matcher(line.strip());
            if (start.find()) {
                sections.add(start.group(1));
            }
            label(line.strip());
        }
        for (Matcher matcher = DELIVERABLE.matcher(text); matcher.find(); ) {
            boolean first = text.substring(0, matcher.start()).strip().isEmpty();
            boolean bracketed = text.substring(0, matcher.start()).endsWith("(") && text.startsWith(")", matcher.end());
            if (first || bracketed) {
                deliverables.add(matcher.group(1));
            }
        }
    }

    /// A label is a name at the beginning, alone or before a title: "Table 3. Tests", but not "Table 3 states …".
    private void label(String text) {
        if (!mayLabel(text)) {
            return;
        }
        for (var pattern : List.of(LABELLED, TABLED)) {
            var matcher = pattern.matcher(text);
            if (matcher.find()
                    && text.substring(0, matcher.start()).matches("(?i)\\W*(?:list of \\w+|technical)?\\W*")
                    && text.substring(matcher.end()).matches("(?s)(?:\\s*[.:;,)|–—-].*|\\s+[\\p{Lu}\\d(“\"].*|\\s*)")) {
                labelled.computeIfAbsent(kind(matcher.group(1)), _ -> new HashSet<>())
                        .add(matcher.group(2));
            }
        }
    }

    private static boolean mayLabel(String text) {
        return Hints.any(text, LABELS);
    }

    private static String kind(String word) {
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    private void check(Statement statement) {
        var text = statement.quote();
        if (numbering.outermost() >= 3) {
            for (var reference : SectionReference.in(text)) {
                if (!isSection(reference.number()) && plausible(reference.number())) {
                    report(statement, "Section " + reference.number(), RemarkKind.REFERENCE);
                }
            }
        }
        boolean labels = mayLabel(text);
        for (Matcher matcher = LABELLED.matcher(text); labels && matcher.find(); ) {
            var kind = kind(matcher.group(1));
            var known = labelled.getOrDefault(kind, Set.of());
            if (!known.contains(matcher.group(2))
                    && !SectionReference.elsewhere(text, matcher)
                    && !isLabel(text, matcher)) {
                report(
                        statement,
                        kind + " " + matcher.group(2),
                        known.isEmpty() ? RemarkKind.ATTACHMENT : RemarkKind.REFERENCE);
            }
        }
        for (Matcher matcher = TABLED.matcher(text); labels && matcher.find(); ) {
            var kind = kind(matcher.group(1));
            var known = labelled.getOrDefault(kind, Set.of());
            if (!known.isEmpty() && !known.contains(matcher.group(2)) && !SectionReference.elsewhere(text, matcher)) {
                report(statement, kind + " " + matcher.group(2), RemarkKind.REFERENCE);
            }
        }
        for (Matcher matcher = DELIVERABLE.matcher(text); matcher.find(); ) {
            if (deliverables.size() >= 2 && !deliverables.contains(matcher.group(1)) && !between(text, matcher)) {
                report(statement, matcher.group(1), RemarkKind.REFERENCE);
            }
        }
    }

    private boolean isSection(String number) {
        var plain = number.replaceFirst("(?:\\.0)+$", "");
        return numbering.parts().contains(plain) || sections.contains(number);
    }

    /// Whether the number could be one of this document: "Section 508" of ten sections is a law.
    private boolean plausible(String number) {
        int top = Integer.parseInt(number.split("\\.")[0]);
        boolean deeperThanKnown = number.contains(".") && depth(number) > numbering.deepest();
        return top >= 1 && top <= 2 * numbering.last() + 2 && !deeperThanKnown;
    }

    private static int depth(String number) {
        return (int) number.chars().filter(c -> c == '.').count();
    }

    /// How the sections of a document are numbered.
    ///
    /// @param outermost how many have a number of one part
    /// @param last the highest of these
    /// @param deepest the most full stops that a number has
    /// @param parts all numbers, and those of the sections that these are in: of `4.1.2` also `4.1` and `4`
    private record Numbering(int outermost, int last, int deepest, Set<String> parts) {

        static Numbering of(Set<String> sections) {
            var outermost = sections.stream()
                    .filter(number -> number.matches("\\d{1,2}"))
                    .toList();
            var parts = new HashSet<String>();
            for (String section : sections) {
                for (String part = section; parts.add(part) && part.contains("."); ) {
                    part = part.substring(0, part.lastIndexOf('.'));
                }
            }
            return new Numbering(
                    outermost.size(),
                    outermost.stream().mapToInt(Integer::parseInt).max().orElse(0),
                    sections.stream().mapToInt(CrossReferences::depth).max().orElse(-1),
                    parts);
        }
    }

    /// "D1 to D8" names the ends of a row; "D4 paper" is a size and rare enough.
    private static boolean between(String text, Matcher id) {
        return text.substring(0, id.start()).matches("(?s).*\\p{Lu}{2,}\\s*$");
    }

    private static boolean isLabel(String text, Matcher reference) {
        return text.substring(0, reference.start()).isBlank();
    }

    private void report(Statement statement, String what, RemarkKind kind) {
        found.putIfAbsent(
                what,
                new Unclear(
                        statement.quote(),
                        kind,
                        what + " is referred to and is not in the document",
                        statement.place()));
    }
}
