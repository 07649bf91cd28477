package org.fram.review;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When, how many and how much a statement says, each as a verbatim part of its quote or null.
record Details(
        @Nullable String due,
        @Nullable String quantity,
        @Nullable String amount) {

    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?";
    private static final String DATE =
            "(?:(?:" + MONTH + ") \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)?(?: and \\d{1,2})? (?:"
                    + MONTH + ")(?: \\d{4})?|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|(?:" + MONTH
                    + ") \\d{4}|(?:end of )?[Ww]eeks? \\d+(?:[–-]\\d+)?)";
    private static final String NUMBER =
            "(?:\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|forty-five|fifty|sixty|ninety|hundred)";
    private static final String UNIT =
            "(?:(?:business|working|calendar|duty|consecutive) )?(?:days?|hours?|minutes?|weeks?|months?|years?)";
    /// What follows up to the next stop; the stops of a time of day are none.
    private static final String REST = "(?:(?<=[\\d ])[ap]\\.m\\.?|[^,;.])";

    private static final Pattern DUE = Pattern.compile("(?i:between " + DATE + " and " + DATE + ")"
            + "|(?i:(?:no later than|not later than|by|before|until|from|on|through|due(?: on| by)?|over the weekend of|in the week beginning)(?: the)?(?: end of)? "
            + DATE + "(?:(?: and| to| until|,) (?:by )?" + DATE + ")?)"
            + "|(?i:(?:no later than |not later than |within |at least |not less than |for |over |in )?(?:\\(?" + NUMBER
            + "\\)? ?){1,2}" + UNIT
            + "(?:'s|’)?(?: (?:of|after|before|prior to|following|from|in advance)\\b" + REST + "{0,60})?)"
            + "|(?i:\\b(?:immediately|upon|at the end of|prior to|during|throughout|before|after|until)\\b " + REST
            + "{3,60})"
            + "|(?i:\\b(?:every|each) (?:day|week|month|quarter|year|monday|tuesday|wednesday|thursday|friday)\\b"
            + REST + "{0,30})"
            + "|(?i:\\b(?:daily|weekly|monthly|quarterly|annually|twice a year|once a year)\\b)"
            + "|" + DATE);
    private static final Pattern QUANTITY = Pattern.compile(
            "(?i)\\b(?:up to |at least |no more than |not more than |no less than |all )?(?:\\d[\\d,.]*%?|\\d+ ?percent|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|a full-time)(?: \\(\\d+\\))? (?!business|working|calendar|days?\\b|hours?\\b|minutes?\\b|weeks?\\b|months?\\b|years?\\b|a\\.m|p\\.m|january|february|march|april|may|june|july|august|september|october|november|december)[\\p{L}][\\p{L}\\- ]{2,40}?(?=[,;.]| and | for | at | by | in | on | to | with | within | from | listed | that | per |$)");
    private static final Pattern AMOUNT = Pattern.compile(
            "(?i)(?:up to |not to exceed )?(?:[$£€] ?\\d[\\d,]*(?:\\.\\d+)?(?: ?(?:million|k|m))?|\\d[\\d,]*(?:\\.\\d+)? ?(?:USD|EUR|GBP|dollars|pounds|euros))(?:/(?:hr|hour|day|month|year)| (?:a|an|per|each per) (?:hour|day|month|year|seat|user|agent))?");

    static Details of(Statement statement) {
        var quote = statement.quote();
        var row = statement.row();
        if (row != null && statement.form() == Statement.Form.ROW) {
            return new Details(
                    cell(row, ColumnRole.WHEN), cell(row, ColumnRole.QUANTITY), cell(row, ColumnRole.AMOUNT));
        }
        return new Details(first(DUE, quote), first(QUANTITY, quote), first(AMOUNT, quote));
    }

    /// The last filled cell of a kind of column: of "Start" and "Finish" the finish.
    private static @Nullable String cell(Statement.TableRow row, ColumnRole role) {
        @Nullable String found = null;
        for (int c = 1; c < row.headers().size() && c < row.cells().size(); c++) {
            var cell = row.cells().get(c).strip();
            if (ColumnRole.of(row.headers().get(c)) == role && !cell.isEmpty() && !cell.matches("[-–—]")) {
                found = cell;
            }
        }
        return found;
    }

    private static @Nullable String first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group().strip() : null;
    }
}
