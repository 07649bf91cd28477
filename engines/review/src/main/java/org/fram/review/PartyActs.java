package org.fram.review;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Where a document has names act: as the subject of a promise, behind a bullet ("(QP)"), in a column of owners, over a
/// column of a responsibility matrix.
///
/// @param promises by the key of a name, how often it is the subject of a promise; of a verb in the present, a third
/// of that
/// @param entries by name, how often lists and tables name it as the one who acts
record PartyActs(Map<String, Double> promises, Map<String, Integer> entries) {

    private static final String NAME = PartyNames.NAME;
    private static final double PRESENT = 0.3;

    private static final Pattern SUBJECT = Pattern.compile(
            "(?:^|[.;,:] |\\band |\\bthat |\\bwhich |\\bthe |\\bThe )("
                    + NAME
                    + ")(?:['’]s? [\\p{L} ]{2,30})? (?:(?:shall|will|must)(?! (?:also |then )?be(?! responsible))|agrees to|undertakes to|is responsible|are responsible)\\b");
    private static final Pattern SUBJECT_OF_PRESENT = Pattern.compile("(?:^|[.;,:] |\\band |\\bthe |\\bThe )(" + NAME
            + ")(?:['’]s? [\\p{L} ]{2,30}?)? (\\p{Ll}[\\p{L}\\-]+s)\\b");
    private static final Pattern TAG =
            Pattern.compile("\\((\\p{Lu}[\\p{L}&]{1,20}(?: ?[+/&,] ?\\p{Lu}[\\p{L}&]{1,20}[^()]{0,20})?)\\)[.;]?$");
    private static final Pattern NAME_ALONE = Pattern.compile(NAME);
    private static final Pattern LETTERS = Pattern.compile("(?i)[raci](\\s*[/,+&]\\s*[raci])*|[-–—]?");
    private static final Pattern ARTICLE = Pattern.compile("^(?i)the ");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[+/&,]\\s*");
    private static final int LONGEST_OWNER = 40;

    static PartyActs of(List<Statement> statements) {
        var promises = new HashMap<String, Double>();
        var entries = new HashMap<String, Integer>();
        var matrices = new LinkedHashSet<Integer>();
        for (var statement : statements) {
            promises(statement.quote(), promises);
            tag(statement, entries);
            var row = statement.row();
            if (row != null) {
                owners(row, entries);
                if (isMatrix(row) && matrices.add(row.table())) {
                    row.headers().stream()
                            .skip(1)
                            .filter(header -> !header.isBlank())
                            .forEach(header -> entries.merge(header, 2, Integer::sum));
                }
            }
        }
        return new PartyActs(promises, entries);
    }

    private static void promises(String text, Map<String, Double> promises) {
        var matcher = SUBJECT.matcher(text);
        while (matcher.find()) {
            promises.merge(key(matcher.group(1)), 1.0, Double::sum);
        }
        var present = SUBJECT_OF_PRESENT.matcher(text);
        while (present.find()) {
            if (Verbs.isThirdPerson(present.group(2))) {
                promises.merge(key(present.group(1)), PRESENT, Double::sum);
            }
        }
    }

    private static String key(String name) {
        return PartyNames.key(PartyNames.clean(name));
    }

    /// A name in brackets at the end of a bullet, unless it abbreviates the words before it.
    private static void tag(Statement statement, Map<String, Integer> entries) {
        if (statement.row() != null || statement.form() != Statement.Form.ITEM) {
            return;
        }
        var tag = TAG.matcher(statement.quote());
        if (tag.find()
                && !PartyNames.initialsOf(statement.quote().substring(0, tag.start()))
                        .endsWith(tag.group(1))) {
            Arrays.stream(SEPARATOR.split(tag.group(1)))
                    .forEach(part -> entries.merge(part.split(" ")[0], 1, Integer::sum));
        }
    }

    private static void owners(Statement.TableRow row, Map<String, Integer> entries) {
        for (int c = 0; c < row.cells().size() && c < row.headers().size(); c++) {
            if (ColumnRole.of(row.headers().get(c)) == ColumnRole.OWNER) {
                var cell = ARTICLE.matcher(row.cells().get(c)).replaceFirst("");
                if (cell.length() <= LONGEST_OWNER && NAME_ALONE.matcher(cell).matches()) {
                    entries.merge(cell, 1, Integer::sum);
                }
            }
        }
    }

    private static boolean isMatrix(Statement.TableRow row) {
        return row.cells().size() > 2
                && row.cells().stream()
                        .skip(1)
                        .allMatch(cell -> LETTERS.matcher(cell).matches());
    }
}
