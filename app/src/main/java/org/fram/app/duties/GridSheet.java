package org.fram.app.duties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.texts.Text;
import org.fram.facts.ActivityArea;
import org.fram.office.Oddity;
import org.fram.office.Sheet;
import org.jspecify.annotations.Nullable;

/// A table of responsibilities as a spreadsheet has it: a row for each activity, a column for each who
/// takes part.
///
/// @param lines what it says; none where there are problems
/// @param problems what cannot be taken over, and where
public record GridSheet(List<Line> lines, List<Problem> problems) {

    /// Lines among which the one that heads the table is looked for.
    private static final int LINES_TO_LOOK_AT = 20;

    private static final int LONGEST_TEXT = 500;
    private static final int MOST_ROWS = 1000;

    public GridSheet {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /// What the columns are called that are nobody’s.
    ///
    /// @param ref of numbers
    /// @param ignored whatever else an export has
    /// @param areas kinds of work by their names
    public record Headings(
            Set<String> ref,
            Set<String> area,
            Set<String> activity,
            Set<String> ignored,
            Map<String, ActivityArea> areas) {

        public Headings {
            ref = words(ref);
            area = words(area);
            activity = words(activity);
            ignored = words(ignored);
            var named = new HashMap<String, ActivityArea>();
            areas.forEach((name, kind) -> named.put(Activity.words(name), kind));
            areas = Map.copyOf(named);
        }

        private static Set<String> words(Set<String> names) {
            var words = new HashSet<String>();
            names.forEach(name -> words.add(Activity.words(name)));
            return Set.copyOf(words);
        }
    }

    /// A row of the table.
    ///
    /// @param number of the row in the file
    /// @param ref empty where it has none
    /// @param letters by the names of the table’s columns
    public record Line(int number, String ref, ActivityArea area, String text, Map<String, Letters> letters) {

        public Line {
            letters = Map.copyOf(letters);
        }
    }

    /// Something that cannot be taken over.
    ///
    /// @param row its number in the file
    /// @param column as its head says, or empty where the whole row is meant
    /// @param value as the file has it
    public record Problem(int row, String column, String value, Text reason) {}

    /// Reads the sheet that holds the table.
    ///
    /// @param columns who takes part
    /// @param oddities by the names of the sheets
    static GridSheet of(
            List<Sheet> sheets, Map<String, List<Oddity>> oddities, List<Participant> columns, Headings headings) {
        for (var sheet : sheets) {
            for (int at = 0; at < Math.min(LINES_TO_LOOK_AT, sheet.lines().size()); at++) {
                var heads = texts(sheet.lines().get(at));
                if (heads.stream().anyMatch(head -> headings.activity().contains(Activity.words(head)))) {
                    var odd = oddities.getOrDefault(sheet.name(), List.of());
                    return new Reading(heads, columns, headings).read(sheet, at, odd);
                }
            }
        }
        return new GridSheet(List.of(), List.of(new Problem(1, "", "", Text.of("duties.import.noTable"))));
    }

    private static List<String> texts(Sheet.Line line) {
        return line.cells().stream().map(cell -> cell.text().strip()).toList();
    }

    /// A table while it is read.
    private static final class Reading {

        private final List<String> heads;
        private final Headings headings;
        private final Map<Integer, Participant> takers = new LinkedHashMap<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> refs = new HashSet<>();
        private final Set<String> activities = new HashSet<>();
        private final int ref;
        private final int area;
        private final int activity;
        private @Nullable ActivityArea above;

        private Reading(List<String> heads, List<Participant> columns, Headings headings) {
            this.heads = heads;
            this.headings = headings;
            this.ref = place(headings.ref());
            this.area = place(headings.area());
            this.activity = place(headings.activity());
            for (int at = 0; at < heads.size(); at++) {
                var head = Activity.words(heads.get(at));
                if (at == ref
                        || at == area
                        || at == activity
                        || head.isEmpty()
                        || headings.ignored().contains(head)) {
                    continue;
                }
                var taker = taker(head, columns);
                if (taker.isEmpty()) {
                    problem(0, at, heads.get(at), Text.of("duties.import.unknownColumn", known(columns)));
                } else if (takers.containsValue(taker.get())) {
                    problem(
                            0,
                            at,
                            heads.get(at),
                            Text.of("duties.import.columnTwice", taker.get().name()));
                } else {
                    takers.put(at, taker.get());
                }
            }
        }

        private GridSheet read(Sheet sheet, int head, List<Oddity> oddities) {
            int number = sheet.lines().get(head).number();
            problems.replaceAll(problem -> new Problem(number, problem.column(), problem.value(), problem.reason()));
            for (var oddity : oddities) {
                if (oddity.row() >= number && oddity.column() < heads.size()) {
                    problem(
                            oddity.row(),
                            oddity.column(),
                            "",
                            Text.of(
                                    oddity.kind() == Oddity.Kind.FORMULA
                                            ? "duties.import.formula"
                                            : "duties.import.merged"));
                }
            }
            var below = sheet.lines().subList(head + 1, sheet.lines().size());
            if (below.size() > MOST_ROWS) {
                problem(number, activity, "", Text.of("duties.import.tooMany", MOST_ROWS));
            } else {
                below.forEach(this::read);
            }
            return new GridSheet(problems.isEmpty() ? lines : List.of(), problems);
        }

        private void read(Sheet.Line line) {
            var cells = texts(line);
            String text = cell(cells, activity);
            String kind = cell(cells, area);
            boolean said =
                    takers.keySet().stream().anyMatch(at -> !cell(cells, at).isEmpty());
            int before = problems.size();
            if (!kind.isEmpty()) {
                above = headings.areas().get(Activity.words(kind));
                if (above == null) {
                    problem(line.number(), area, kind, Text.of("duties.import.area"));
                }
            }
            if (text.isEmpty()) {
                // The title of a group, unless somebody is to do something nameless.
                if (said) {
                    problem(line.number(), activity, "", Text.of("duties.import.noActivity"));
                }
                return;
            }
            if (!said && kind.isEmpty() && headings.areas().containsKey(Activity.words(text))) {
                above = headings.areas().get(Activity.words(text));
                return;
            }
            if (text.length() > LONGEST_TEXT) {
                problem(line.number(), activity, text, Text.of("duties.import.long", LONGEST_TEXT));
            }
            if (!activities.add(Activity.words(text))) {
                problem(line.number(), activity, text, Text.of("duties.import.twice"));
            }
            String numbered = cell(cells, ref);
            if (!numbered.isEmpty() && !refs.add(numbered)) {
                problem(line.number(), ref, numbered, Text.of("duties.import.numberTwice"));
            }
            var letters = letters(line.number(), cells);
            if (problems.size() == before) {
                whole(line.number(), letters);
            }
            lines.add(new Line(
                    line.number(), numbered, Objects.requireNonNullElse(above, ActivityArea.OTHER), text, letters));
        }

        private Map<String, Letters> letters(int number, List<String> cells) {
            var letters = new LinkedHashMap<String, Letters>();
            takers.forEach((at, taker) -> {
                String cell = cell(cells, at);
                Letters.read(cell)
                        .ifPresentOrElse(
                                letter -> letters.put(taker.name(), letter),
                                () -> problem(number, at, cell, Text.of("duties.import.letters")));
            });
            return letters;
        }

        /// A row that says something has one who answers and somebody who does it.
        private void whole(int number, Map<String, Letters> letters) {
            var answering = letters.keySet().stream()
                    .filter(name -> letters.getOrDefault(name, Letters.NONE).accountable())
                    .sorted()
                    .toList();
            boolean done = letters.values().stream().anyMatch(Letters::responsible);
            boolean said = letters.values().stream().anyMatch(letter -> letter != Letters.NONE);
            if (answering.size() > 1) {
                problem(number, -1, "", Text.of("duties.flaw.several", String.join(", ", answering)));
            } else if (said && answering.isEmpty()) {
                problem(number, -1, "", Text.of(done ? "duties.flaw.noAccountable" : "duties.flaw.nobody"));
            } else if (said && !done) {
                problem(number, -1, "", Text.of("duties.flaw.noResponsible", answering.getFirst()));
            }
        }

        private void problem(int row, int column, String value, Text reason) {
            problems.add(new Problem(row, cell(heads, column), value, reason));
        }

        private int place(Set<String> names) {
            for (int at = 0; at < heads.size(); at++) {
                if (names.contains(Activity.words(heads.get(at)))) {
                    return at;
                }
            }
            return -1;
        }

        /// The one whose name it is; else the only one whose function or party it is.
        private static Optional<Participant> taker(String head, List<Participant> columns) {
            var named = columns.stream()
                    .filter(column -> Activity.words(column.name()).equals(head))
                    .findFirst();
            if (named.isPresent()) {
                return named;
            }
            var others = columns.stream()
                    .filter(column -> Activity.words(column.function()).equals(head)
                            || column.function().isEmpty()
                                    && (Activity.words(column.partyName()).equals(head)
                                            || Activity.words(Codes.of(column.side()))
                                                    .equals(head)))
                    .toList();
            return others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty();
        }

        private static String known(List<Participant> columns) {
            return String.join("; ", columns.stream().map(Participant::name).toList());
        }

        private static String cell(List<String> cells, int at) {
            return at >= 0 && at < cells.size() ? cells.get(at) : "";
        }
    }

    /// Names between bars, as texts have them.
    public static Set<String> between(String... texts) {
        var names = new HashSet<String>();
        for (String text : texts) {
            names.addAll(Arrays.asList(text.split("\\|")));
        }
        return names;
    }
}
