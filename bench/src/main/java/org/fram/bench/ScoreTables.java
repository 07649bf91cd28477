package org.fram.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.fram.bench.ReviewRun.Scored;
import org.fram.bench.Score.Found;
import org.fram.bench.Score.Right;

/// Scores as tables: a line a document, then the totals of each set, micro (all documents as one) and macro (the mean
/// of the documents).
final class ScoreTables {

    private record Line(
            String name, Function<Function<Score, OptionalDouble>, OptionalDouble> of, Score sum, int failed) {
        String cell(Function<Score, OptionalDouble> measure) {
            var value = of.apply(measure);
            return value.isEmpty() ? "–" : String.format(Locale.ROOT, "%.3f", value.getAsDouble());
        }
    }

    private ScoreTables() {}

    static String print(List<Scored> scored, boolean markdown) {
        var lines = new ArrayList<Line>();
        var sets = new LinkedHashMap<String, List<Scored>>();
        for (var one : scored) {
            lines.add(new Line(
                    one.of().file().getFileName().toString(),
                    measure -> measure.apply(one.score()),
                    one.score(),
                    one.failed().size()));
            sets.computeIfAbsent(one.of().set(), set -> new ArrayList<>()).add(one);
        }
        sets.put("all", scored);
        sets.forEach((name, members) -> {
            if (members.size() == 1) {
                return;
            }
            var scores = members.stream().map(Scored::score).toList();
            var sum = Score.sum(scores);
            int failed = members.stream().mapToInt(one -> one.failed().size()).sum();
            lines.add(new Line("= " + name + ", micro", measure -> measure.apply(sum), sum, failed));
            lines.add(new Line("= " + name + ", macro", measure -> mean(scores, measure), sum, failed));
        });
        return main(lines).print(markdown)
                + '\n'
                + lesser(lines).print(markdown)
                + '\n'
                + parts(lines).print(markdown);
    }

    private static Table main(List<Line> lines) {
        var table = new Table(List.of(
                "document",
                "oblig. P",
                "R",
                "F1",
                "accountable",
                "kind",
                "topic",
                "missing P",
                "R",
                "F1",
                "contrad. P",
                "R",
                "price",
                "quotes not there"));
        for (var line : lines) {
            table.add(List.of(
                    line.name,
                    line.cell(precision(Found.OBLIGATIONS)),
                    line.cell(recall(Found.OBLIGATIONS)),
                    line.cell(f1(Found.OBLIGATIONS)),
                    line.cell(share(Right.ACCOUNTABLE)),
                    line.cell(share(Right.KIND)),
                    line.cell(share(Right.TOPIC)),
                    line.cell(precision(Found.MISSING_TOPICS)),
                    line.cell(recall(Found.MISSING_TOPICS)),
                    line.cell(f1(Found.MISSING_TOPICS)),
                    line.cell(precision(Found.CONTRADICTIONS)),
                    line.cell(recall(Found.CONTRADICTIONS)),
                    line.cell(share(Right.ADDS_UP)),
                    Integer.toString(line.failed)));
        }
        return table;
    }

    private static Table lesser(List<Line> lines) {
        var what = List.of(
                Found.VAGUE,
                Found.BOILERPLATE,
                Found.ASSUMPTIONS,
                Found.OBJECTIVES,
                Found.KPIS,
                Found.PRICE_LINES,
                Found.PARTIES);
        var headers = new ArrayList<String>(List.of("document"));
        what.forEach(found -> headers.add(found.title + " P/R/F1"));
        var table = new Table(headers);
        for (var line : lines) {
            var cells = new ArrayList<String>(List.of(line.name));
            for (var found : what) {
                cells.add(line.cell(precision(found)) + "/" + line.cell(recall(found)) + "/" + line.cell(f1(found)));
            }
            table.add(cells.stream()
                    .map(cell -> cell.equals("–/–/–") ? "–" : cell)
                    .toList());
        }
        return table;
    }

    private static Table parts(List<Line> lines) {
        var what = List.of(
                Right.DUE,
                Right.DUE_OVERLAPS,
                Right.QUANTITY,
                Right.QUANTITY_OVERLAPS,
                Right.AMOUNT,
                Right.AMOUNT_OVERLAPS,
                Right.SIDE,
                Right.STATED_TOTAL);
        var headers = new ArrayList<String>(List.of("document"));
        what.forEach(right -> headers.add(right.title));
        headers.add("right/missed/false");
        headers.add("F1 with KPI rows");
        var table = new Table(headers);
        for (var line : lines) {
            var cells = new ArrayList<String>(List.of(line.name));
            what.forEach(right -> cells.add(line.cell(share(right))));
            var tally = line.sum.found().getOrDefault(Found.OBLIGATIONS, Tally.NONE);
            cells.add(tally.right() + "/" + tally.missed() + "/" + tally.wrong());
            cells.add(line.cell(f1(Found.OBLIGATIONS_AND_KPI_ROWS)));
            table.add(cells);
        }
        return table;
    }

    /// Errors of one document, a line each, by kind.
    static String errors(Scored scored) {
        var out = new StringBuilder();
        out.append("## ").append(scored.of().file().getFileName()).append('\n');
        var kinds = new LinkedHashMap<String, List<String>>();
        scored.failed()
                .forEach(quote -> kinds.computeIfAbsent("QUOTE NOT IN DOCUMENT", kind -> new ArrayList<>())
                        .add(quote));
        scored.notes()
                .forEach(note -> kinds.computeIfAbsent("quote", kind -> new ArrayList<>())
                        .add(note));
        for (var error : scored.score().errors()) {
            kinds.computeIfAbsent(error.what(), kind -> new ArrayList<>()).add(error.text());
        }
        kinds.forEach((kind, texts) -> {
            out.append("# ").append(kind).append(" (").append(texts.size()).append(")\n");
            texts.forEach(
                    text -> out.append("  ").append(text.replace('\n', ' ')).append('\n'));
        });
        return out.toString();
    }

    private static Function<Score, OptionalDouble> precision(Found found) {
        return score -> score.found().containsKey(found) ? tally(score, found).precision() : OptionalDouble.empty();
    }

    private static Function<Score, OptionalDouble> recall(Found found) {
        return score -> score.found().containsKey(found) ? tally(score, found).recall() : OptionalDouble.empty();
    }

    static Function<Score, OptionalDouble> f1(Found found) {
        return score -> score.found().containsKey(found) ? tally(score, found).f1() : OptionalDouble.empty();
    }

    static Function<Score, OptionalDouble> share(Right right) {
        return score -> score.right().getOrDefault(right, Share.NONE).value();
    }

    private static Tally tally(Score score, Found found) {
        return score.found().getOrDefault(found, Tally.NONE);
    }

    /// The mean over the scores for which the measure is defined; none where it is for none.
    static OptionalDouble mean(List<Score> scores, Function<Score, OptionalDouble> measure) {
        return scores.stream()
                .map(measure)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
    }
}
