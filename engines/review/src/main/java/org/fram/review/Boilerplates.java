package org.fram.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fram.facts.SowFacts.RemarkKind;
import org.fram.review.Review.Boilerplate;

/// Statements that would stand unchanged in any contract: self-praise and standard clauses without anything of this
/// engagement in them.
final class Boilerplates {

    private static final Pattern PRAISE = SectionKind.wholeWords(WordLists.of("marketing"));
    private static final Pattern STANDARD = Pattern.compile(
            "(?i)\\bneither party (shall|will) be (liable|responsible) (for|to)\\b.*|.*\\bbeyond (its|their|the) reasonable control\\b.*"
                    + "|.*\\b(all trademarks|proprietary information and|may not be reproduced|must not be reproduced|forward-looking statements|without (the )?prior written consent)\\b.*"
                    + "|.*\\bprofessional and workmanlike\\b.*|.*\\bgood industry practice\\b.*|.*\\b(standard terms|general terms)( and conditions)?( of (business|service|sale))?\\b.*"
                    + "|.*\\bentire agreement\\b.*|.*\\bseverab\\w+.*|.*\\bthis (document|proposal) (is|contains) (confidential|proprietary)\\b.*|.*\\bwaiver of any\\b.*|.*\\btime is of the essence\\b.*|.*\\bcounterparts\\b.*");

    private Boilerplates() {}

    static List<Boilerplate> of(List<Context> contexts) {
        var found = new ArrayList<Boilerplate>();
        for (var context : contexts) {
            var statement = context.statement();
            if (statement.form() == Statement.Form.ROW) {
                continue;
            }
            var lower = statement.quote().toLowerCase(Locale.ROOT);
            boolean promise =
                    context.promises().stream().anyMatch(clause -> clause.actor() instanceof Parties.Actor.Named)
                            && lower.matches("(?s).*\\d.*");
            if (PRAISE.matcher(lower).find() && !promise) {
                found.add(new Boilerplate(
                        statement.quote(), RemarkKind.PRAISE, "praise that promises nothing", statement.place()));
            } else if (STANDARD.matcher(statement.quote()).matches()) {
                found.add(new Boilerplate(
                        statement.quote(),
                        RemarkKind.STANDARD_CLAUSE,
                        "a standard clause with nothing of this engagement in it",
                        statement.place()));
            }
        }
        return found;
    }
}
