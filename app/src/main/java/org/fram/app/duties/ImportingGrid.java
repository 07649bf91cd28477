package org.fram.app.duties;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fram.app.duties.GridSheet.Headings;
import org.fram.app.duties.GridSheet.Line;
import org.fram.app.duties.GridSheet.Problem;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.Origin;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.texts.Text;
import org.fram.office.Sheets;
import org.fram.office.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Taking a table of responsibilities from a spreadsheet: all of it or nothing. Rows that are there, by
/// their number or else by their words, are changed, others are added; what is new or changed is a
/// proposal.
@Component
public class ImportingGrid {

    private final Transactions transactions;
    private final Authority authority;
    private final Grids grids;
    private final Register register;

    ImportingGrid(Transactions transactions, Authority authority, Grids grids, Register responsibilitiesRegister) {
        this.transactions = transactions;
        this.authority = authority;
        this.grids = grids;
        this.register = responsibilitiesRegister;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Done(int added, int changed, int same) implements Outcome {}

        /// Nothing was taken over.
        record Refused(List<Problem> problems) implements Outcome {

            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /// The file cannot be read.
        ///
        /// @param reason in words for whoever gave it
        record Unreadable(String reason) implements Outcome {}
    }

    /// Takes a file.
    ///
    /// @param name as its owner calls it
    public Outcome take(Actor.Person me, EngagementId engagement, Path file, String name, Headings headings) {
        try {
            return transactions.as(me, () -> {
                authority.require(me, Act.CONTRIBUTE, engagement);
                var grid = grids.of(engagement);
                var sheet =
                        GridSheet.of(Sheets.read(file, name), Sheets.oddities(file, name), grid.columns(), headings);
                return sheet.problems().isEmpty()
                        ? Origin.IMPORT.during(() -> write(me, engagement, grid, sheet.lines()))
                        : new Outcome.Refused(sheet.problems());
            });
        } catch (UnreadableDocumentException unreadable) {
            return new Outcome.Unreadable(String.valueOf(unreadable.getMessage()));
        } catch (NotAll notAll) {
            return new Outcome.Refused(notAll.problems);
        }
    }

    private Outcome write(Actor.Person me, EngagementId engagement, Grid grid, List<Line> lines) {
        var byRef = new HashMap<String, Activity>();
        var byWords = new HashMap<String, Activity>();
        for (var row : grid.rows()) {
            byRef.put(row.ref(), row);
            byWords.put(Activity.words(row.text()), row);
        }
        var added = new ArrayList<Line>();
        var problems = new ArrayList<Problem>();
        int changed = 0;
        int same = 0;
        for (var line : lines) {
            var before = Optional.ofNullable(byRef.get(line.ref()))
                    .or(() -> Optional.ofNullable(byWords.get(Activity.words(line.text()))));
            if (before.isEmpty()) {
                added.add(line);
            } else if (same(before.get(), line)) {
                same++;
            } else {
                changed++;
                note(line, change(me, engagement, before.get(), line), problems);
            }
        }
        var outcomes = register.acts()
                .addAll(
                        register,
                        me,
                        engagement,
                        added.stream().map(ImportingGrid::values).toList());
        for (int at = 0; at < outcomes.size(); at++) {
            note(added.get(at), outcomes.get(at), problems);
        }
        if (!problems.isEmpty()) {
            throw new NotAll(problems);
        }
        return new Outcome.Done(added.size(), changed, same);
    }

    private RowOutcome change(Actor.Person me, EngagementId engagement, Activity before, Line line) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("area", Codes.of(line.area()));
        values.put("text", line.text());
        values.putAll(before.with(line.letters()));
        return register.acts()
                .change(register, me, engagement, before.id(), new Seen.Version(before.version()), values);
    }

    private static boolean same(Activity before, Line line) {
        return before.area() == line.area()
                && before.text().equals(line.text())
                && line.letters().entrySet().stream()
                        .allMatch(cell -> before.letters(cell.getKey()) == cell.getValue());
    }

    private static Map<String, @Nullable Object> values(Line line) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("ref", line.ref().isEmpty() ? null : line.ref());
        values.put("area", Codes.of(line.area()));
        values.put("text", line.text());
        values.putAll(Activity.lists(line.letters()));
        return values;
    }

    private static void note(Line line, RowOutcome outcome, List<Problem> problems) {
        switch (outcome) {
            case RowOutcome.Done _ -> {}
            case RowOutcome.Refused(var reasons) ->
                reasons.values().forEach(reason -> problems.add(new Problem(line.number(), "", line.text(), reason)));
            case RowOutcome.Overtaken _, RowOutcome.Gone _ ->
                problems.add(new Problem(line.number(), "", line.text(), Text.of("duties.overtaken.row")));
        }
    }

    /// Takes back what was written before a row could not be.
    private static final class NotAll extends RuntimeException {

        private final transient List<Problem> problems;

        private NotAll(List<Problem> problems) {
            super("An import does not write a part.");
            this.problems = problems;
        }
    }
}
