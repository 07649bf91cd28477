package org.fram.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.fram.review.Claim.Aspect;
import org.fram.review.Statement.TableRow;
import org.fram.review.values.Length;
import org.fram.review.values.Numeral;
import org.fram.review.values.When;
import org.jspecify.annotations.Nullable;

/// The claims of one row of a table: what its cells say about the thing that its label names, or that the column
/// names.
final class RowReading {

    private static final Pattern START = Pattern.compile("(?i).*\\b(?:start|starts|begin|begins|from)\\b.*");
    private static final Pattern FINISH =
            Pattern.compile("(?i).*\\b(?:finish|end|ends|to|complete|completion|until)\\b.*");
    private static final Pattern DUE = Pattern.compile("(?i).*\\b(?:due|by|deadline|ready|latest|delivery)\\b.*");
    private static final Pattern ISSUED = Pattern.compile(
            "(?i).*\\b(?:issued?|issue date|version|revision|author|reason|signed|baseline|actual|previous|approved)\\b.*");
    private static final Pattern QUANTITY =
            Pattern.compile("(?i).*\\b(?:qty|quantity|quantities|number|no\\.|count|units)(?!\\w).*");
    private static final Pattern TARGET = Pattern.compile(
            "(?i).*\\b(?:target|standard|threshold|service level|sla|commitment|requirement|goal|aql)\\b.*");
    private static final Pattern EFFORT = Pattern.compile(
            "(?i).*\\b(?:days|hours|weeks|effort|duration|basis|length|quantity|qty|period|sessions|scope|retention|term|how long)\\b.*");

    private static final Pattern BRACKETED = Pattern.compile("^([\\p{L}][\\p{L} -]*\\p{L})\\s*\\((\\d{1,5})\\)");

    private final Claims claims;
    private final Statement statement;
    private final TableRow row;
    private final String label;
    private final int labelColumn;
    private final String labelWords;

    RowReading(Claims claims, Statement statement, TableRow row) {
        this.claims = claims;
        this.statement = statement;
        this.row = row;
        this.labelColumn = labelColumn(row);
        this.label = labelColumn < 0 ? "" : row.cells().get(labelColumn);
        this.labelWords = String.join(
                " ",
                label.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\d ]", " ")
                        .strip()
                        .split("\\s+"));
    }

    private static int labelColumn(TableRow row) {
        for (int c = 0; c < row.cells().size(); c++) {
            if (row.cells().get(c).matches("(?s).*\\p{L}{2,}.*")) {
                return c;
            }
        }
        return -1;
    }

    void read() {
        if (labelColumn < 0
                || row.headers().stream().anyMatch(header -> header.matches("(?i)version|issue|revision"))) {
            return;
        }
        dates();
        for (int c = 0; c < row.cells().size(); c++) {
            var cell = row.cells().get(c);
            if (c > 0 && cell.equals(row.cells().get(c - 1))) {
                continue;
            }
            for (var clause : Claims.clauses(cell)) {
                lengths(c, clause);
                counts(c, clause);
                levels(c, clause);
                rhythm(c, clause);
                dayOf(c, clause);
            }
        }
    }

    private String header(int column) {
        return column < row.headers().size() ? row.headers().get(column) : "";
    }

    /// The stages and sites that the row names, with the columns' names ("Wave" | "1").
    private Set<String> rowQualifiers(String subject, String own) {
        var found = new TreeSet<>(claims.qualifiers(statement, own, subject));
        for (int c = 0; c < row.cells().size(); c++) {
            if (row.cells().get(c).split("\\s+").length <= 4) {
                found.addAll(Subjects.stagesIn(header(c) + " " + row.cells().get(c)));
            }
        }
        return found;
    }

    private void dates() {
        When start = null;
        When finish = null;
        var others = new ArrayList<Integer>();
        for (int c = 0; c < row.cells().size(); c++) {
            if (ISSUED.matcher(header(c)).matches() || !dated(c)) {
                continue;
            }
            var when = When.in(row.cells().get(c), claims.year()).getFirst();
            if (START.matcher(header(c)).matches() && start == null) {
                start = when;
            } else if (FINISH.matcher(header(c)).matches() && start != null && finish == null) {
                finish = when;
            } else {
                others.add(c);
            }
        }
        if (start != null) {
            addDate(Aspect.DATE, finish == null ? start : through(start, finish), labelKey(), Set.of());
        } else if (others.size() == 1) {
            single(others.getFirst());
        }
    }

    private void single(int column) {
        var cell = row.cells().get(column);
        var all = When.in(cell, claims.year());
        var when = all.size() == 1 ? all.getFirst() : through(all.getFirst(), all.getLast());
        var named = Subjects.keyOf(header(column)).orElse(null);
        if (named != null && column != labelColumn) {
            addDate(Aspect.DATE, when, named, claims.qualifiers(statement, label, named));
            return;
        }
        var own = Subjects.keyOf(cell.replace(when.text(), " ")).orElse(null);
        if (column == labelColumn && own == null) {
            return;
        }
        addDate(DUE.matcher(header(column)).matches() ? Aspect.DUE : Aspect.DATE, when, labelKey(), Set.of());
    }

    private static When through(When first, When last) {
        return first.scale() == last.scale()
                ? new When(
                        first.scale(),
                        first.days().span(last.days()),
                        first.text() + " to " + last.text(),
                        first.start(),
                        last.end())
                : first;
    }

    /// Whether a cell is a date, give or take a few words ("Saturday 4 May", "by week 6").
    private boolean dated(int column) {
        var cell = row.cells().get(column);
        var times = When.in(cell, claims.year());
        if (times.isEmpty() || cell.matches("(?is).*\\b(?:after|before|until|through|from the|since)\\b.*")) {
            return false;
        }
        int words = 0;
        for (var when : times) {
            words += when.end() - when.start();
        }
        return words * 5 >= cell.length() * 3;
    }

    private @Nullable String labelKey() {
        if (label.matches("(?i)D\\d{1,2}\\b.*")) {
            return label.replaceFirst("(?i)^(D\\d{1,2}).*", "$1");
        }
        return Subjects.keyOf(label).orElse(labelWords.split(" ").length >= 2 ? "“" + labelWords + "”" : null);
    }

    private void addDate(Aspect aspect, When when, @Nullable String subject, Set<String> more) {
        if (subject == null) {
            return;
        }
        var qualifiers = new TreeSet<>(rowQualifiers(subject, masked(label)));
        qualifiers.addAll(more);
        claims.add(statement, aspect, subject, qualifiers, when, true);
    }

    /// A label without the words that name its subjects, so that they do not set it apart.
    private static String masked(String label) {
        var text = new StringBuilder(label);
        for (var mention : Subjects.in(label)) {
            for (int i = mention.start(); i < mention.end(); i++) {
                text.setCharAt(i, ' ');
            }
        }
        return text.toString();
    }

    private void lengths(int column, String cell) {
        var times = When.in(cell, claims.year());
        for (var length : Length.in(cell)) {
            var before = cell.substring(0, length.start());
            var after = cell.substring(length.end());
            boolean repeated =
                    after.matches("(?is)^\\W{0,3}(?:each|per|a|an|every|x|×|before|after|of the)\\b.*|^\\s*×.*")
                            || before.matches("(?is).*\\b(?:every|each|per)\\s*$");
            if (repeated
                    || times.stream().anyMatch(when -> when.start() < length.end() && length.start() < when.end())) {
                continue;
            }
            var named = column == labelColumn
                    ? null
                    : Subjects.keyOf(header(column)).orElse(null);
            var own = Subjects.keyOf(cell).orElse(null);
            var ofLabel = Subjects.keyOf(label).orElse(null);
            if (named != null) {
                var qualifiers = rowQualifiers(named, label);
                if (qualifiers.isEmpty()) {
                    qualifiers = Set.of("“" + labelWords + "”");
                }
                add(named, qualifiers, length, before, after);
            } else if (ofLabel != null && (own == null || column == labelColumn)) {
                boolean whole = column == labelColumn
                        || claims.isPriceLine(statement)
                        || EFFORT.matcher(header(column)).matches();
                if (whole) {
                    add(ofLabel, rowQualifiers(ofLabel, masked(label)), length, before, after);
                }
            }
        }
    }

    private void add(String subject, Set<String> qualifiers, Length length, String before, String after) {
        var aspect = subject.contains(" + ") ? Aspect.LENGTH : Claims.aspect(subject, before, after);
        if (aspect == null) {
            return;
        }
        var value =
                aspect == Aspect.LENGTH ? Claims.bounded(length.value(), Claims.bounds(before, after)) : length.value();
        claims.add(new Claim(
                statement,
                aspect,
                subject,
                qualifiers,
                length.unit().base(),
                length.unit().inBase(value),
                length.unit().days(value),
                length.text(),
                true));
    }

    private void counts(int column, String cell) {
        var counts = Count.in(cell);
        for (var count : counts) {
            boolean time = Length.in(cell).stream()
                    .anyMatch(length -> length.start() <= count.start() && count.start() < length.end());
            if (!time && column != labelColumn) {
                claims.count(statement, cell, count);
            }
        }
        var bracketed = BRACKETED.matcher(cell);
        if (column == labelColumn && bracketed.find()) {
            bracketed(bracketed.group(1), bracketed.group(2));
            return;
        }
        boolean number = counts.isEmpty() && cell.matches("\\s*[\\d,]+\\s*");
        boolean entry = row.cells().size() == 2 && column == 1;
        var heading = header(column).strip();
        if (number && column != labelColumn && heading.matches("\\p{L}+s") && Subjects.isCounted(heading)) {
            bracketed(label + " " + heading, cell.strip());
            return;
        }
        if (!number || !(entry || QUANTITY.matcher(heading).matches())) {
            return;
        }
        var thing = Count.in("2 " + label.replaceFirst("[,(:;].*", "").strip());
        var unit = unit();
        var counted = unit.isEmpty() ? thing : unit;
        var value = Numeral.in(cell);
        if (counted.isEmpty()
                || value.size() != 1
                || (entry && !Subjects.isCounted(counted.getFirst().noun()))) {
            return;
        }
        var noun = counted.getFirst();
        var text = cell.strip() + " " + String.join(" ", noun.modifiers())
                + (noun.modifiers().isEmpty() ? "" : " ") + noun.noun();
        claims.count(
                statement,
                text,
                new Count(value.getFirst().value().doubleValue(), noun.noun(), noun.modifiers(), 0, text.length()));
    }

    /// A number that stands behind what it counts ("Integrations (4)", or a column of "Sessions").
    private void bracketed(String things, String number) {
        var counted = Count.in(number + " " + things.replaceFirst("[,:;].*?(?=\\S+$)", ""));
        if (counted.size() == 1 && Subjects.isCounted(counted.getFirst().noun())) {
            var count = counted.getFirst();
            claims.count(statement, (number + " " + things.replaceFirst("[,:;].*?(?=\\S+$)", "")), count);
        }
    }

    /// The thing that a column of units names ("User"), where it is one that is counted.
    private List<Count> unit() {
        for (int c = 0; c < row.cells().size(); c++) {
            var cell = row.cells().get(c).strip();
            if (header(c).matches("(?i)units?|unit of measure|uom|metric|per|basis") && Subjects.isCounted(cell)) {
                return Count.in("2 " + (cell.endsWith("s") ? cell : cell + "s"));
            }
        }
        return List.of();
    }

    private void levels(int column, String cell) {
        var header = header(column);
        boolean target = TARGET.matcher(header).matches();
        if (!target || column == labelColumn) {
            return;
        }
        var subject = Subjects.keyOf(label).orElse(null);
        if (subject == null || subject.contains(" + ")) {
            return;
        }
        for (var numeral : Numeral.in(cell)) {
            if (cell.substring(numeral.end()).matches("(?is)^\\s?(?:%|per ?cent).*")) {
                claims.level(
                        statement,
                        subject,
                        rowQualifiers(subject, masked(label) + " " + cell),
                        numeral.value().doubleValue(),
                        numeral.value().toPlainString() + " %");
                return;
            }
        }
    }

    private void dayOf(int column, String cell) {
        var subject = Subjects.keyOf(label).orElse(null);
        if (column != labelColumn && subject != null) {
            claims.dayOf(statement, subject, rowQualifiers(subject, masked(label)), cell);
        }
    }

    private void rhythm(int column, String cell) {
        if (!header(column)
                        .matches(
                                "(?i).*\\b(?:frequency|rhythm|how often|cadence|interval|occurrence|when|timing|period|schedule)\\b.*")
                || column == labelColumn) {
            return;
        }
        var subject = Subjects.keyOf(label).orElse(null);
        if (subject == null) {
            return;
        }
        claims.rhythm(statement, subject, rowQualifiers(subject, masked(label)), cell);
    }
}
