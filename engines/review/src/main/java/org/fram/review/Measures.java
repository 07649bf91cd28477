package org.fram.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.fram.review.Review.Assumption;
import org.fram.review.Review.Kpi;
import org.fram.review.Review.Objective;

/// What a document wants to reach and what it takes for granted: objectives, KPIs with their targets, assumptions.
final class Measures {

    private static final Pattern ASSUMES = Pattern.compile(
            "(?i)\\b(assumes?|assumed|assumption is|on the assumption|is based on the assumption|are based on the assumption|presumes?)\\b");
    private static final Pattern AIM = Pattern.compile(
            "(?i)\\b(objectives?|goals?|aims?|wish(es)? (to|the)|intends to|seeks to|wants to|is to fall|success (is|will be) measured|would like to)\\b");
    private static final Pattern NUMERIC = Pattern.compile(
            "(?i).*(\\d+(\\.\\d+)? ?(%|percent|seconds?|minutes?|hours?)|\\(\\d+\\) percent|no more than|zero|\\bnone\\b|within \\d).*");

    private Measures() {}

    static List<Assumption> assumptions(List<Context> contexts) {
        var found = new ArrayList<Assumption>();
        for (var context : contexts) {
            var statement = context.statement();
            boolean listed = context.section() == SectionKind.ASSUMPTIONS
                    && statement.form() != Statement.Form.LABEL
                    && !statement.quote().endsWith(":")
                    && context.promises().stream()
                            .noneMatch(clause -> clause.actor() instanceof Parties.Actor.Named
                                    && !statement.quote().contains("assum"))
                    && !statement
                            .quote()
                            .matches(
                                    "(?i)(this|the|these|following) .*assumptions?\\b.*|.*\\bassumptions? (proves?|is|are|turns?)\\b.*");
            boolean under = statement.leadIn() != null
                    && ASSUMES.matcher(statement.leadIn().quote()).find();
            boolean says = ASSUMES.matcher(statement.quote()).find()
                    && !statement.quote().endsWith(":")
                    && !statement
                            .quote()
                            .matches(
                                    "(?i).*\\b(assumes? (the )?(responsibility|liability|risk|overall|ownership|all))\\b.*|if an? assumption.*");
            if (listed || under || says) {
                found.add(new Assumption(statement.quote(), statement.place()));
            }
        }
        return found;
    }

    static List<Objective> objectives(List<Context> contexts) {
        var found = new ArrayList<Objective>();
        for (var context : contexts) {
            var statement = context.statement();
            var leadIn = statement.leadIn();
            boolean under = leadIn != null
                    && Pattern.compile("(?i)\\b(objectives?|goals?|aims?)\\b")
                            .matcher(leadIn.quote())
                            .find();
            boolean listed = context.section() == SectionKind.OBJECTIVES
                    && (statement.form() == Statement.Form.ITEM
                            || AIM.matcher(statement.quote()).find());
            boolean says = (context.section() == SectionKind.BACKGROUND
                            || context.section() == SectionKind.OBJECTIVES
                            || context.section() == SectionKind.NONE)
                    && AIM.matcher(statement.quote()).find()
                    && statement.form() != Statement.Form.LABEL;
            if ((under || listed || says)
                    && !statement.quote().endsWith(":")
                    && statement.form() != Statement.Form.ROW
                    && !statement.quote().matches("(?i).*\\b(section|table) \\d+.*")) {
                found.add(new Objective(statement.quote(), statement.place()));
            }
        }
        return found;
    }

    static List<Kpi> kpis(List<Context> contexts) {
        var found = new ArrayList<Kpi>();
        var seen = new LinkedHashSet<Integer>();
        for (var context : contexts) {
            var statement = context.statement();
            var row = statement.row();
            if (context.table() == TableKind.MEASURES
                    && row != null
                    && (statement.form() == Statement.Form.ROW || statement.form() == Statement.Form.CELL)) {
                boolean measures = context.section() == SectionKind.MEASURES
                        || row.headers().stream().anyMatch(header -> ColumnRole.of(header) == ColumnRole.MEASURE)
                        || row.headers().stream()
                                .anyMatch(header ->
                                        header.matches("(?i).*\\b(target|threshold|standard|service level)s?\\b.*"));
                if (measures && seen.add(statement.index())) {
                    found.add(new Kpi(row.cells().getFirst(), target(row), statement.quote(), statement.place()));
                }
            } else if (statement.form() != Statement.Form.ROW
                    && context.section() == SectionKind.MEASURES
                    && NUMERIC.matcher(statement.quote()).matches()
                    && statement.form() != Statement.Form.LABEL) {
                found.add(new Kpi(statement.quote().split("[:.;|]")[0], "", statement.quote(), statement.place()));
            }
        }
        return found;
    }

    private static String target(Statement.TableRow row) {
        for (int c = 1; c < row.headers().size() && c < row.cells().size(); c++) {
            if (ColumnRole.of(row.headers().get(c)) == ColumnRole.TARGET) {
                return row.cells().get(c);
            }
        }
        return row.cells().size() > 1 ? row.cells().get(1) : "";
    }
}
