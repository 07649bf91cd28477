package org.fram.review;

import java.util.regex.Pattern;

/// The items of a list that says what a report, a form or a record holds ("The report shall contain: date of the call,
/// name of the caller"). The report is promised, and its sentence says so; what stands in it is no promise of its own.
final class RecordContents {

    private static final String RECORD =
            SectionKind.wholeWords(WordLists.of("documentNouns")).pattern();
    private static final Pattern HOLDS = Pattern.compile(
            "(?is).*" + RECORD
                    + "[^.;:]{0,60}\\b(?:contain|include|consist of|comprise|show|list|state|specify|indicate|hold|give)(?:s|ing)?\\b[^.;]*");
    private static final Pattern FOLLOWING_INFORMATION = Pattern.compile(
            "(?is).*\\bfollowing (?:minimum )?(?:information|data|details|particulars|fields|columns|entries)\\b[^.;]*");

    private RecordContents() {}

    /// Whether a statement is such an item.
    static boolean isOne(Context context) {
        var leadIn = context.statement().leadIn();
        return leadIn != null
                && context.statement().row() == null
                && context.promises().stream().allMatch(clause -> clause.mode() == Clause.Mode.IMPERATIVE)
                && (HOLDS.matcher(leadIn.quote()).matches()
                        || FOLLOWING_INFORMATION.matcher(leadIn.quote()).matches());
    }
}
