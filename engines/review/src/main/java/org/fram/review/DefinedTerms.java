package org.fram.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.facts.SowFacts.RemarkKind;
import org.fram.review.Review.Unclear;

/// Defined terms that do not work: used and never defined, defined and never used, defined twice in different words.
///
/// Only what contracts are known to define counts as used like a defined term (`library/review/terms.yaml`, and the
/// levels of a scale such as "Severity 1"): a capital alone makes no term, as names, roles and headings have one too.
final class DefinedTerms {

    private static final String QUOTED = "[\"“”]([^\"“”]{2,60})[\"“”]";
    private static final Pattern BRACKETED = Pattern.compile("\\((?:[^()\"“”]{0,50})" + QUOTED + "(?:[^()]{0,60})\\)");
    private static final Pattern MEANS = Pattern.compile(
            "(?:" + QUOTED
                    + "|^((?:\\p{Lu}[\\w-]*\\s?){1,5}))\\s*(?:\\([^)]*\\)\\s*)?(?:shall mean|will mean|means|mean|is defined as|are defined as|has the meaning|have the meaning|refers to|shall have the meaning|is understood as)\\b(.*)");
    private static final String[] MEANING = {"mean", "defined as", "refers to", "understood as"};
    private static final Pattern QUOTED_FIRST = Pattern.compile("^" + QUOTED + "\\s*(?:[:–—=-]|is\\b|are\\b)(.*)");
    private static final Pattern AS_DEFINED = Pattern.compile(
            "((?:\\p{Lu}[\\w-]+\\s?){1,4}),?\\s*\\(?(?:as|is|are) (?:further )?defined (?:below|above|herein|in this (?:SOW|Statement of Work|document|section|PWS))\\b");
    private static final Pattern LEVEL =
            Pattern.compile("\\b([Ss]everity|[Ss]ev\\.?|[Pp]riority)(?: [Ll]evel)?[ -]?([1-4])\\b");
    private static final Pattern LEVEL_EXPLAINED = Pattern.compile(
            "(?i).*\\b(?:severity|sev\\.?|priority)(?: level)?[ -]?[1-4]\\b[^.;]{0,40}?(?:\\bmeans?\\b|\\bis (?:a|an|the|when|where|defined|any)\\b|\\bdefined\\b|[:=–—]\\s*\\p{L}{3,}|\\(\\s*\\p{L}{4,}).*");
    private static final Pattern SCALE =
            Pattern.compile("(?i).*\\b(?:severity|priority) (?:levels?|definitions?|classification).*");
    private static final Pattern EXPLAINING = Pattern.compile("[:.–—=]|\\b(?:is|are|means?|shall)\\b");
    private static final Pattern CAPITALS_DEFINED =
            Pattern.compile("(?i)\\bcapitali[sz]ed terms\\b.*\\b(?:meaning|defined)\\b");
    private static final Set<String> WANTED = Terms.list("defined");

    private DefinedTerms() {}

    /// A definition.
    ///
    /// @param meaning the words that define; empty where the term stands for a name before it
    private record Definition(String term, String meaning, Statement statement) {}

    /// The found on the terms of a document, in its order.
    static List<Unclear> of(List<Statement> statements) {
        var definitions = definitions(statements);
        var found = new ArrayList<Unclear>();
        unused(Mentions.in(statements), definitions, found);
        twice(definitions, found);
        undefined(statements, definitions, found);
        levels(statements, found);
        found.sort(java.util.Comparator.comparingInt(one -> indexOf(statements, one.quote())));
        return List.copyOf(found);
    }

    private static List<Definition> definitions(List<Statement> statements) {
        var definitions = new ArrayList<Definition>();
        statements.forEach(statement -> define(statement, definitions));
        return definitions;
    }

    private static int indexOf(List<Statement> statements, String quote) {
        for (var statement : statements) {
            if (statement.quote().equals(quote)) {
                return statement.index();
            }
        }
        return statements.size();
    }

    private static void define(Statement statement, List<Definition> definitions) {
        var text = statement.quote();
        if (!Hints.any(text, "\"", "“", "”") && !Hints.any(text, MEANING)) {
            return;
        }
        for (Matcher matcher = BRACKETED.matcher(text); matcher.find(); ) {
            definitions.add(new Definition(matcher.group(1).strip(), "", statement));
        }
        var means = MEANS.matcher(text);
        if (means.find()) {
            var term = means.group(1) != null ? means.group(1) : means.group(2);
            definitions.add(new Definition(term.strip(), means.group(3).strip(), statement));
        }
        var first = QUOTED_FIRST.matcher(text);
        if (first.find()) {
            definitions.add(
                    new Definition(first.group(1).strip(), first.group(2).strip(), statement));
        }
    }

    private static void unused(Mentions mentions, List<Definition> definitions, List<Unclear> found) {
        var seen = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        for (var definition : definitions) {
            if (!definition.term().matches("\\p{Lu}.*") || !seen.add(definition.term())) {
                continue;
            }
            long uses = mentions.of(definition.term());
            if (uses <= 1) {
                found.add(new Unclear(
                        definition.statement().quote(),
                        RemarkKind.UNUSED_TERM,
                        "“%s” is defined and never used".formatted(definition.term()),
                        definition.statement().place()));
            }
        }
    }

    /// The words of a document, to count terms in.
    ///
    /// @param texts of its statements, with their headings, in lower case
    private record Mentions(List<String> texts) {

        static Mentions in(List<Statement> statements) {
            return new Mentions(statements.stream()
                    .flatMap(statement -> Stream.of(
                            statement.quote(),
                            statement.row() == null
                                    ? ""
                                    : String.join(" | ", statement.row().headers()),
                            statement.section()))
                    .map(text -> text.toLowerCase(Locale.ROOT))
                    .toList());
        }

        /// How often a term stands there, its definition included.
        long of(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            var term = Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(lower) + "(?:s|es|’s|'s)?(?![\\p{L}\\d])");
            return texts.stream()
                    .filter(text -> text.contains(lower))
                    .mapToLong(text -> term.matcher(text).results().count())
                    .sum();
        }
    }

    /// The terms that a document defines, each at its first definition.
    static List<DocumentWording.Term> defined(List<Statement> statements) {
        var definitions = definitions(statements);
        var mentions = Mentions.in(statements);
        var seen = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        return definitions.stream()
                .filter(one -> one.term().matches("\\p{Lu}.*") && seen.add(one.term()))
                .map(one -> new DocumentWording.Term(
                        one.term(), one.meaning(), one.statement().place().paragraph(), (int)
                                Math.max(0, mentions.of(one.term()) - 1)))
                .toList();
    }

    private static void twice(List<Definition> definitions, List<Unclear> found) {
        Map<String, Definition> first = new LinkedHashMap<>();
        for (var definition : definitions) {
            if (definition.meaning().split("\\s+").length < 4) {
                continue;
            }
            var earlier = first.putIfAbsent(definition.term().toLowerCase(Locale.ROOT), definition);
            if (earlier != null
                    && earlier.statement().index() != definition.statement().index()
                    && differ(earlier.meaning(), definition.meaning())) {
                found.add(new Unclear(
                        definition.statement().quote(),
                        RemarkKind.TERM,
                        "“%s” is defined twice, first as “%s”"
                                .formatted(definition.term(), shortened(earlier.meaning())),
                        definition.statement().place()));
            }
        }
    }

    private static boolean differ(String a, String b) {
        var first = words(a);
        var second = words(b);
        var both = new TreeSet<>(first);
        both.retainAll(second);
        var all = new TreeSet<>(first);
        all.addAll(second);
        return both.size() * 10 < all.size() * 9;
    }

    private static Set<String> words(String text) {
        return java.util.Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, text.lastIndexOf(' ', 80)) + " …";
    }

    private static void undefined(List<Statement> statements, List<Definition> definitions, List<Unclear> found) {
        var explained = Explained.of(statements, definitions);
        var reported = new TreeSet<String>();
        for (var statement : statements) {
            if (!statement.quote().contains("defined")) {
                continue;
            }
            for (Matcher matcher = AS_DEFINED.matcher(statement.quote()); matcher.find(); ) {
                var term = matcher.group(1).strip().replaceFirst("^(?:The|An?|Each|Any|All) ", "");
                if (!explained.explains(term)) {
                    report(term, "is said to be defined in the document and is not", statement, reported, found);
                }
            }
        }
        boolean defines = definitions.stream().map(Definition::term).distinct().count() >= 2;
        for (var term : WANTED) {
            if (!defines || explained.explains(term)) {
                continue;
            }
            var use = Pattern.compile(
                    "(?<=[\\p{Ll},;] )" + Pattern.quote(term) + "(?![\\p{L}\\d-])(?! (?:\\p{Lu}|“|\"))");
            statements.stream()
                    .filter(statement -> statement.row() == null
                            && statement.quote().contains(term)
                            && use.matcher(statement.quote()).find())
                    .filter(statement -> !externally(statement.quote(), term))
                    .findFirst()
                    .ifPresent(statement -> report(
                            term, "is used like a defined term and is never defined", statement, reported, found));
        }
    }

    /// Whether the sentence itself says that another document defines its terms.
    private static boolean externally(String quote, String term) {
        return quote.matches("(?is).*" + Pattern.quote(term)
                        + ".{0,60}\\b(?:defined|meaning|described|set forth|listed)\\b.*")
                || quote.matches("(?is).*\\b(?:defined in|meaning (?:given|ascribed|set forth))\\b.*");
    }

    /// What the document explains: the terms it defines, and what its headings, labels and first cells name.
    ///
    /// @param elsewhere whether it says that capitalised terms are defined in another document
    private record Explained(Set<String> terms, boolean elsewhere) {

        static Explained of(List<Statement> statements, List<Definition> definitions) {
            var terms = new TreeSet<String>();
            definitions.forEach(definition -> terms.add(key(definition.term())));
            for (var statement : statements) {
                var row = statement.row();
                var first = row == null || row.cells().isEmpty()
                        ? EXPLAINING.split(statement.quote(), 2)[0]
                        : row.cells().getFirst();
                for (var label : List.of(first, statement.section().replaceFirst("^[\\d.]+\\s*", ""))) {
                    if (label.strip().split("\\s+").length <= 6) {
                        terms.add(key(label));
                    }
                }
            }
            boolean elsewhere = statements.stream()
                    .anyMatch(statement ->
                            CAPITALS_DEFINED.matcher(statement.quote()).find());
            return new Explained(terms, elsewhere);
        }

        boolean explains(String term) {
            var key = key(term);
            return elsewhere || terms.stream().anyMatch(known -> known.endsWith(key));
        }

        private static String key(String term) {
            return Subjects.singular(term.strip()).toLowerCase(Locale.ROOT);
        }
    }

    private static void report(
            String term, String what, Statement statement, Set<String> reported, List<Unclear> found) {
        if (reported.add(Subjects.singular(term))) {
            found.add(new Unclear(
                    statement.quote(),
                    RemarkKind.TERM,
                    "Undefined term: “%s” %s".formatted(term, what),
                    statement.place()));
        }
    }

    /// Levels of severity that nothing explains.
    private static void levels(List<Statement> statements, List<Unclear> found) {
        boolean explained = statements.stream()
                .anyMatch(statement -> scaled(statement.quote())
                                && LEVEL_EXPLAINED.matcher(statement.quote()).matches()
                        || explainsInRow(statement)
                        || scaled(statement.section())
                                && SCALE.matcher(statement.section()).matches());
        if (explained) {
            return;
        }
        statements.stream()
                .filter(statement -> scaled(statement.quote())
                        && LEVEL.matcher(statement.quote()).find())
                .filter(statement -> !externally(statement.quote(), ""))
                .findFirst()
                .ifPresent(statement -> {
                    var level = LEVEL.matcher(statement.quote());
                    if (level.find()) {
                        found.add(new Unclear(
                                statement.quote(),
                                RemarkKind.TERM,
                                "Undefined term: “%s” is used and no level of that scale is explained"
                                        .formatted(level.group()),
                                statement.place()));
                    }
                });
    }

    /// Whether a text may speak of severities or priorities.
    private static boolean scaled(String text) {
        return Hints.any(text.toLowerCase(Locale.ROOT), "sev", "priority");
    }

    private static boolean explainsInRow(Statement statement) {
        var row = statement.row();
        return row != null
                && scaled(row.cells().getFirst())
                && LEVEL.matcher(row.cells().getFirst()).find()
                && row.cells().stream().skip(1).anyMatch(cell -> cell.split("\\s+").length >= 4);
    }
}
