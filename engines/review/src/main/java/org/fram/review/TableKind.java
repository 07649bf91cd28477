package org.fram.review;

import java.util.List;
import java.util.regex.Pattern;
import org.fram.review.Statement.Form;
import org.fram.review.Statement.TableRow;

/// What kind of table a row stands in, by its headers and its cells.
enum TableKind {
    /// Letters R, A, C, I (or words such as "Lead", "Support") under parties.
    RACI,
    /// Each column lists the duties of the party that heads it.
    DUTIES,
    PRICE,
    /// What is paid when.
    MILESTONES,
    MEASURES,
    /// Somebody in a column of owners does something.
    OWNED,
    /// Something with a date.
    SCHEDULE,
    /// Something with a quantity.
    QUANTITIES,
    /// Two columns without headers: a name and its value.
    PAIRS,
    DEFINITIONS,
    OTHER,
    /// No table.
    NONE;

    private static final Pattern LETTERS = Pattern.compile("(?i)[raci](\\s*[/,+&]\\s*[raci])*|[-–—]?");
    private static final Pattern ROLE_WORDS = Pattern.compile(
            "(?i)(responsible|accountable|consulted|informed|lead|leads|support|supports|approve|approves|perform|performs"
                    + "|assist|assists|primary|secondary|review|reviews|own|owns|inform|consult|none|n/a|x|✓|[-–—]?)"
                    + "(\\s*[/,+&]\\s*(responsible|accountable|consulted|informed|lead|support|approve|perform|assist|review|own|inform|consult))*");
    private static final Pattern MONEY = Pattern.compile(
            ".*([$£€]\\s?\\d|\\d[\\d.,]*\\d\\s?(USD|EUR|GBP|\\$|£|€)).*|[\\d,. ]*\\d{1,3}(,\\d{3})+(\\.\\d\\d)?|TBD|Included|included");

    static TableKind of(Statement statement, Parties parties) {
        var row = statement.row();
        if (row == null) {
            return NONE;
        }
        var headers = row.headers();
        long partyHeaders = headers.stream()
                .filter(header -> parties.heading(header) != null)
                .count();
        if (statement.form() == Form.CELL && partyHeaders >= 2) {
            return DUTIES;
        }
        var rest = row.cells().stream().skip(1).map(String::strip).toList();
        if (partyHeaders >= 2
                && rest.stream().anyMatch(cell -> !cell.isEmpty())
                && columnsOfParties(row, parties).stream()
                        .allMatch(cell -> LETTERS.matcher(cell).matches()
                                || ROLE_WORDS.matcher(cell).matches())) {
            return RACI;
        }
        if (rest.size() >= 2
                && rest.stream().allMatch(cell -> LETTERS.matcher(cell).matches())
                && rest.stream().anyMatch(cell -> !cell.isBlank())) {
            return RACI;
        }
        if (headers.stream().allMatch(String::isBlank)) {
            return row.cells().size() == 2 ? PAIRS : OTHER;
        }
        var roles = headers.stream().map(ColumnRole::of).toList();
        boolean money = false;
        for (int c = 0; c < roles.size() && c < row.cells().size(); c++) {
            money |= roles.get(c) == ColumnRole.AMOUNT
                    && MONEY.matcher(row.cells().get(c).strip()).matches();
        }
        var first = headers.getFirst().toLowerCase(java.util.Locale.ROOT);
        if (money) {
            boolean milestone = roles.contains(ColumnRole.SHARE)
                    || first.matches(".*\\b(milestone|payment|instal?lment|event|trigger)s?\\b.*")
                    || headers.stream()
                            .anyMatch(
                                    header -> header.matches(
                                            "(?i).*\\b(payment|invoice) (milestone|date|trigger|event).*|.*\\bdue (on|at|upon)\\b.*"));
            return milestone ? MILESTONES : PRICE;
        }
        if (roles.contains(ColumnRole.SHARE) && first.matches(".*\\b(milestone|payment|instal?lment)s?\\b.*")) {
            return MILESTONES;
        }
        if (first.matches(".*\\b(term|acronym|abbreviation|definition)s?\\b.*")
                || headers.stream()
                        .anyMatch(header -> header.matches("(?i).*\\b(meaning|definition|stands for)\\b.*"))) {
            return DEFINITIONS;
        }
        if (roles.contains(ColumnRole.MEASURE)
                || (roles.contains(ColumnRole.TARGET) && !roles.contains(ColumnRole.OWNER))) {
            return MEASURES;
        }
        if (ownersNamed(row, roles, parties)) {
            return OWNED;
        }
        if (roles.stream().skip(1).anyMatch(role -> role == ColumnRole.WHEN)) {
            return SCHEDULE;
        }
        return roles.stream().skip(1).anyMatch(role -> role == ColumnRole.QUANTITY) ? QUANTITIES : OTHER;
    }

    private static List<String> columnsOfParties(TableRow row, Parties parties) {
        var cells = new java.util.ArrayList<String>();
        for (int c = 0; c < row.headers().size() && c < row.cells().size(); c++) {
            if (parties.heading(row.headers().get(c)) != null) {
                cells.add(row.cells().get(c).strip());
            }
        }
        return cells;
    }

    private static boolean ownersNamed(TableRow row, List<ColumnRole> roles, Parties parties) {
        for (int c = 0; c < roles.size() && c < row.cells().size(); c++) {
            var cell = row.cells().get(c);
            if (roles.get(c) == ColumnRole.OWNER
                    && (cell.isBlank()
                            || cell.matches("(?i)tb[dac].*")
                            || !parties.mentionedIn(cell).isEmpty())) {
                return true;
            }
        }
        return false;
    }
}
