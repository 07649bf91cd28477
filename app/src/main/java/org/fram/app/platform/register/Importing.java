package org.fram.app.platform.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.register.Uploads.Upload;
import org.fram.app.platform.texts.Text;
import org.fram.office.Sheet;
import org.fram.office.Sheets;
import org.fram.office.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Importing a list into a register: all of it or nothing.
///
/// A file is read and kept; its headers are taken for columns, which people correct; what would happen is
/// shown; then the rows are written through the register's acts. A row with the number of one that is there
/// changes it, others are added.
@Component
public class Importing {

    /// Lines among which the one that heads the list is looked for.
    private static final int LINES_TO_LOOK_AT = 20;

    private final Transactions transactions;
    private final Authority authority;
    private final Uploads uploads;
    private final Headers headers;
    private final Rows rows;

    Importing(Transactions transactions, Authority authority, Uploads uploads, Headers headers, Rows rows) {
        this.transactions = transactions;
        this.authority = authority;
        this.uploads = uploads;
        this.headers = headers;
        this.rows = rows;
    }

    /// What came of a file.
    public sealed interface Taken {

        /// It is kept under this id.
        record In(UUID upload) implements Taken {}

        /// It cannot be taken.
        ///
        /// @param reason in words for whoever gave it
        record Refused(String reason) implements Taken {}
    }

    /// A header of the list.
    ///
    /// @param column the key of the one it is taken for, or null where it is left out
    /// @param example of what stands below it
    public record Header(String text, @Nullable String column, String example) {}

    /// Something that cannot be taken over.
    ///
    /// @param row its number in the file
    /// @param column its key, or empty where the whole row is meant
    /// @param value as the file has it
    public record Problem(int row, String column, String value, Text reason) {}

    /// What an import does.
    public record Preview(
            String name, List<Header> headers, int added, int changed, int same, List<Problem> problems) {}

    /// Reads a file and keeps its list.
    ///
    /// @param name as its owner calls it
    public Taken take(
            Frame frame, Register register, Actor.Person me, EngagementId engagement, Path file, String name) {
        List<Sheet> sheets;
        try {
            sheets = Sheets.read(file, name);
        } catch (UnreadableDocumentException unreadable) {
            return new Taken.Refused(String.valueOf(unreadable.getMessage()));
        }
        return transactions.<Taken>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            Sheet best = null;
            int head = 0;
            long most = 0;
            for (Sheet sheet : sheets) {
                for (int at = 0; at < Math.min(LINES_TO_LOOK_AT, sheet.lines().size() - 1); at++) {
                    long known = headers
                            .suggest(
                                    frame,
                                    register,
                                    engagement,
                                    texts(sheet.lines().get(at)))
                            .stream()
                            .filter(Objects::nonNull)
                            .count();
                    if (best == null || known > most) {
                        best = sheet;
                        head = at;
                        most = known;
                    }
                }
            }
            return best == null
                    ? new Taken.Refused(frame.text("register.import.nothing", name))
                    : new Taken.In(uploads.keep(register, me, engagement, name, best, head));
        });
    }

    /// What importing a kept list would do.
    ///
    /// @param columns as many as the list has headers, null where one is left out; or null for those that are
    /// suggested
    public Preview preview(
            Frame frame,
            Register register,
            Actor.Person me,
            EngagementId engagement,
            UUID id,
            @Nullable List<@Nullable String> columns) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            return plan(frame, register, engagement, uploads.get(register, engagement, id), columns)
                    .preview();
        });
    }

    /// Imports a kept list, unless something in it cannot be taken over; then nothing is.
    ///
    /// @return what was done, or what the problems are
    public Preview importAll(
            Frame frame,
            Register register,
            Actor.Person me,
            EngagementId engagement,
            UUID id,
            List<@Nullable String> columns) {
        try {
            return transactions.as(me, () -> {
                authority.require(me, Act.CONTRIBUTE, engagement);
                var upload = uploads.get(register, engagement, id);
                var plan = plan(frame, register, engagement, upload, columns);
                headers.keep(register, engagement, upload.headers(), plan.columns);
                if (plan.problems.isEmpty()) {
                    Origin.IMPORT.during(() -> write(register, me, engagement, plan));
                    uploads.remove(id);
                }
                return plan.preview();
            });
        } catch (NotAll notAll) {
            return notAll.preview;
        }
    }

    private void write(Register register, Actor.Person me, EngagementId engagement, Plan plan) {
        var added = plan.steps.stream().filter(step -> step.before == null).toList();
        var outcomes = register.acts()
                .addAll(
                        register,
                        me,
                        engagement,
                        added.stream().map(Step::values).toList());
        for (int at = 0; at < outcomes.size(); at++) {
            plan.take(added.get(at), outcomes.get(at));
        }
        for (Step step : plan.steps) {
            var before = step.before;
            if (before != null) {
                var seen = new Seen.Version(before.version());
                plan.take(step, register.acts().change(register, me, engagement, before.id(), seen, step.values));
            }
        }
        if (!plan.problems.isEmpty()) {
            throw new NotAll(plan.preview());
        }
    }

    private Plan plan(
            Frame frame,
            Register register,
            EngagementId engagement,
            Upload upload,
            @Nullable List<@Nullable String> wanted) {
        var columns = wanted == null
                ? headers.suggest(frame, register, engagement, upload.headers())
                : fitted(wanted, upload.headers().size());
        var plan = new Plan(upload, columns);
        var known = rows.byRef(register, engagement, refs(frame, register, upload, columns.indexOf(Register.REF)));
        var numbers = new HashSet<String>();
        for (var line : upload.lines()) {
            var values = new LinkedHashMap<String, @Nullable Object>();
            int problems = plan.problems.size();
            for (int at = 0; at < columns.size(); at++) {
                String key = columns.get(at);
                var column = key == null ? null : register.column(key).orElse(null);
                if (column == null) {
                    continue;
                }
                String text = at < line.cells().size() ? line.cells().get(at) : "";
                switch (column.type().read(text, frame)) {
                    case CellType.Reading.Value(var value) -> values.put(column.key(), value);
                    case CellType.Reading.Refused(var reason) ->
                        plan.problems.add(new Problem(line.number(), column.key(), text, reason));
                }
            }
            var ref = values.get(Register.REF);
            if (ref == null) {
                values.remove(Register.REF);
            } else if (!numbers.add(ref.toString())) {
                plan.problems.add(
                        new Problem(line.number(), Register.REF, ref.toString(), Text.of("register.import.twice")));
            }
            var before = ref == null ? null : known.get(ref.toString());
            var after = merged(register, before, values);
            if (plan.problems.size() == problems) {
                register.refuse(after)
                        .forEach((column, reason) -> plan.problems.add(
                                new Problem(line.number(), column, Objects.toString(values.get(column), ""), reason)));
            }
            if (before != null && before.values().equals(after.values())) {
                plan.same++;
            } else {
                plan.steps.add(new Step(line.number(), before, values));
            }
        }
        return plan;
    }

    /// The numbers that the list has.
    ///
    /// @param at the place of their column, or -1 where there is none
    private static Set<String> refs(Frame frame, Register register, Upload upload, int at) {
        var refs = new HashSet<String>();
        for (var line : upload.lines()) {
            if (at >= 0
                    && at < line.cells().size()
                    && register.columns().getFirst().type().read(line.cells().get(at), frame)
                            instanceof CellType.Reading.Value(var ref)
                    && ref != null) {
                refs.add(ref.toString());
            }
        }
        return refs;
    }

    /// As many columns as there are headers, whatever a form sent.
    private static List<@Nullable String> fitted(List<@Nullable String> columns, int headers) {
        var fitted = new ArrayList<@Nullable String>(columns.subList(0, Math.min(headers, columns.size())));
        while (fitted.size() < headers) {
            fitted.add(null);
        }
        return fitted;
    }

    private static Row merged(Register register, @Nullable Row before, Map<String, @Nullable Object> values) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        for (Column column : register.columns()) {
            all.put(column.key(), before == null ? null : before.get(column.key()));
        }
        all.putAll(values);
        return before == null ? new Row(Ids.next(), 0, all) : new Row(before.id(), before.version() + 1, all);
    }

    private static List<String> texts(Sheet.Line line) {
        return line.cells().stream().map(org.fram.office.Cell::text).toList();
    }

    /// A row that is to be written.
    private record Step(int number, @Nullable Row before, Map<String, @Nullable Object> values) {}

    /// What is to be done, while it is being found out.
    private static final class Plan {

        private final Upload upload;
        private final List<@Nullable String> columns;
        private final List<Step> steps = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private int same;

        private Plan(Upload upload, List<@Nullable String> columns) {
            this.upload = upload;
            this.columns = columns;
        }

        /// Notes what came of a step.
        private void take(Step step, RowOutcome outcome) {
            switch (outcome) {
                case RowOutcome.Done _ -> {}
                case RowOutcome.Refused(var reasons) ->
                    reasons.forEach((column, reason) -> problems.add(new Problem(step.number, column, "", reason)));
                case RowOutcome.Overtaken _, RowOutcome.Gone _ ->
                    problems.add(new Problem(step.number, "", "", Text.of("register.import.changed")));
            }
        }

        private Preview preview() {
            int added = (int) steps.stream().filter(step -> step.before == null).count();
            var heads = new ArrayList<Header>();
            for (int at = 0; at < upload.headers().size(); at++) {
                heads.add(new Header(
                        upload.headers().get(at), at < columns.size() ? columns.get(at) : null, example(at)));
            }
            return new Preview(upload.name(), heads, added, steps.size() - added, same, List.copyOf(problems));
        }

        private String example(int column) {
            return upload.lines().stream()
                    .filter(line -> line.cells().size() > column)
                    .map(line -> line.cells().get(column))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    /// Takes back what was written before a row could not be.
    private static final class NotAll extends RuntimeException {

        private final transient Preview preview;

        private NotAll(Preview preview) {
            super("An import does not write a part.");
            this.preview = preview;
        }
    }
}
