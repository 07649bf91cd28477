package org.fram.app.sow.clauses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.sow.clauses.Clause.Shape;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.review.DocumentWording;
import org.jspecify.annotations.Nullable;

/// A working copy as it is read: its clauses with the numbers that they have now.
///
/// @param lines the clauses, in their order
/// @param last what was done last and can be taken back, or null
public record Manuscript(WorkingCopy copy, List<Line> lines, WorkingCopies.@Nullable Last last) {

    public Manuscript {
        lines = List.copyOf(lines);
    }

    /// A clause.
    ///
    /// @param printed its number or marker
    /// @param texts its words, or those of a table’s cells, row by row
    /// @param lost whether it refers to a clause that was taken out
    /// @param seal by which it is told whether somebody else changed it
    public record Line(
            ClauseId id,
            Shape shape,
            int level,
            String printed,
            List<String> texts,
            Block.@Nullable Table table,
            boolean lost,
            String seal) {

        public Line {
            texts = List.copyOf(texts);
        }

        /// Its words in one line.
        public String quote() {
            return String.join(
                    " | ", texts.stream().filter(text -> !text.isBlank()).toList());
        }
    }

    static Manuscript of(WorkingCopy copy, List<Clause> clauses, WorkingCopies.@Nullable Last last) {
        var numbers = Numbers.of(clauses);
        var lines = new ArrayList<Line>();
        for (var clause : clauses) {
            if (!clause.removed()) {
                var shown = clause.withWords(text -> References.shown(text, numbers));
                lines.add(new Line(
                        clause.id(),
                        clause.shape(),
                        clause.level(),
                        numbers.printed(clause),
                        shown.words(),
                        shown.table(),
                        clause.words().stream()
                                .flatMap(words -> References.targets(words).stream())
                                .anyMatch(target -> numbers.of(target) == null),
                        clause.seal()));
            }
        }
        return new Manuscript(copy, lines, last);
    }

    /// What to look at in the words of a working copy.
    ///
    /// @param terms that it defines
    /// @param remarks what is the matter, in the order of the clauses
    /// @param circles clauses that refer to each other in a circle
    public record Wording(List<DocumentWording.Term> terms, List<Remark> remarks, List<List<Line>> circles) {

        public Wording {
            terms = List.copyOf(terms);
            remarks = List.copyOf(remarks);
            circles = List.copyOf(circles);
        }
    }

    /// What is the matter with a clause.
    public record Remark(Line line, String reason) {}

    static Wording wording(Manuscript manuscript, List<Clause> clauses, Document document) {
        Map<ClauseId, Line> byId = new HashMap<>();
        manuscript.lines().forEach(line -> byId.put(line.id(), line));
        var wording = DocumentWording.of(document);
        var remarks = new ArrayList<Remark>();
        for (var unclear : wording.unclear()) {
            int paragraph = unclear.place().paragraph();
            if (paragraph > 0 && paragraph <= manuscript.lines().size()) {
                remarks.add(new Remark(manuscript.lines().get(paragraph - 1), unclear.reason()));
            }
        }
        var circles = References.circles(clauses).stream()
                .map(circle -> circle.stream().map(byId::get).toList())
                .toList();
        return new Wording(wording.terms(), remarks, circles);
    }
}
