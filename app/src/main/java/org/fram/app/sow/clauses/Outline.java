package org.fram.app.sow.clauses;

import java.util.List;
import org.fram.app.sow.OutermostHeadings;
import org.fram.app.sow.clauses.Clause.Shape;

/// The order of clauses that are not taken out, and what belongs together in it: below a heading stands all up to the
/// next heading that is no deeper.
record Outline(List<Clause> clauses) {

    Outline {
        clauses = clauses.stream().filter(clause -> !clause.removed()).toList();
    }

    /// Where a clause stands, from 0; -1 where it does not.
    int indexOf(ClauseId id) {
        for (int i = 0; i < clauses.size(); i++) {
            if (clauses.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /// What moves with the clause at a place: its section, where it is a heading, else itself alone.
    List<Clause> unit(int index) {
        return clauses.subList(index, end(index));
    }

    /// Where the unit that stands right before one begins; -1 where none does in the same section.
    int before(int index) {
        var clause = clauses.get(index);
        if (clause.shape() != Shape.HEADING) {
            return index - 1;
        }
        for (int i = index - 1; i >= 0; i--) {
            var other = clauses.get(i);
            if (other.shape() == Shape.HEADING && other.level() <= clause.level()) {
                return other.level() == clause.level() ? i : -1;
            }
        }
        return -1;
    }

    /// Where the unit that stands right behind one begins; -1 where none does in the same section.
    int behind(int index) {
        int end = end(index);
        if (end >= clauses.size()) {
            return -1;
        }
        var clause = clauses.get(index);
        boolean sibling = clause.shape() != Shape.HEADING || clauses.get(end).level() == clause.level();
        return sibling ? end : -1;
    }

    /// The outermost level of headings of which there are several; 1 where there is none.
    int outermost() {
        var levels = clauses.stream()
                .filter(clause -> clause.shape() == Shape.HEADING)
                .map(Clause::level)
                .toList();
        int level = OutermostHeadings.level(levels);
        return levels.contains(level) ? level : 1;
    }

    /// How many parts the numbers of headings of a level have.
    ///
    /// @param otherwise what is answered where there are none
    int depth(int level, int otherwise) {
        return clauses.stream()
                .filter(clause -> clause.shape() == Shape.HEADING && clause.level() == level)
                .mapToInt(Clause::depth)
                .max()
                .orElse(otherwise);
    }

    private int end(int index) {
        var clause = clauses.get(index);
        int end = index + 1;
        while (clause.shape() == Shape.HEADING
                && end < clauses.size()
                && !(clauses.get(end).shape() == Shape.HEADING
                        && clauses.get(end).level() <= clause.level())) {
            end++;
        }
        return end;
    }
}
