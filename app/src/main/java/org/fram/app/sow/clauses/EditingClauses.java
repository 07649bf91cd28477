package org.fram.app.sow.clauses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementsOfWork;
import org.fram.app.sow.clauses.Clause.Shape;
import org.fram.app.sow.clauses.WorkingCopies.Deed;
import org.fram.app.sow.clauses.WorkingCopies.Edit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Editing the working copy of a statement of work: writing, adding, moving and taking out clauses, and taking that
/// back. Numbers and references follow by themselves.
@Component
public class EditingClauses {

    private static final int LONGEST = 20_000;
    private static final int MOST_CLAUSES = 20_000;
    private static final int MOST_AT_ONCE = 500;
    private static final int DEEPEST = 6;

    private final Transactions transactions;
    private final Authority authority;
    private final StatementsOfWork statements;
    private final WorkingCopies copies;

    EditingClauses(Transactions transactions, Authority authority, StatementsOfWork statements, WorkingCopies copies) {
        this.transactions = transactions;
        this.authority = authority;
        this.statements = statements;
        this.copies = copies;
    }

    /// What came of it.
    public sealed interface Outcome {

        /// It is on the disk.
        ///
        /// @param at the clause to look at, or null
        record Done(@Nullable ClauseId at) implements Outcome {}

        /// Somebody else changed the clause in the meantime; nothing was changed.
        record Overtaken() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Which clause, as it was when whoever edits saw it.
    ///
    /// @param seen its seal then
    public record Target(EngagementId engagement, SowId sow, ClauseId clause, String seen) {}

    /// A way to go.
    public enum Way implements Code {
        UP,
        DOWN
    }

    /// Takes the newest version as one’s party’s working copy, where it has none.
    public Outcome begin(Actor.Person me, EngagementId engagement, SowId sow) {
        return transactions.as(me, () -> {
            var mine = authority.require(me, Act.CONTRIBUTE, engagement);
            statements.get(engagement, sow);
            int ordinal = statements.versions(sow).size();
            if (ordinal == 0) {
                return new Outcome.Refused(Text.of("sow.clauses.noVersion"));
            }
            if (copies.of(sow).isEmpty()) {
                copies.begin(
                        engagement, sow, mine.party(), me.id(), ordinal, Clauses.of(statements.document(sow, ordinal)));
            }
            return new Outcome.Done(null);
        });
    }

    /// Gives a clause other words.
    ///
    /// @param texts one, or as many as a table has cells, row by row
    public Outcome write(Actor.Person me, Target target, List<String> texts) {
        return edit(me, target, "write", (outline, clause) -> {
            var clean = texts.stream().map(EditingClauses::clean).toList();
            if (clean.size() != clause.words().size()
                    || clean.stream().anyMatch(text -> text.length() > LONGEST)
                    || clause.shape() != Shape.TABLE && clean.getFirst().isEmpty()) {
                return refused(Text.of("sow.clauses.refused.text", LONGEST));
            }
            var numbers = Numbers.of(outline.clauses());
            var before = clause.words().iterator();
            var after = clean.iterator();
            var written = clause.shape() == Shape.TABLE
                    ? clause.withWords(
                            text -> before.hasNext() ? References.keptAnew(after.next(), before.next(), numbers) : text)
                    : clause.withWords(_ -> References.keptAnew(after.next(), before.next(), numbers));
            return changed(Stream.of(new Edit(clause, written)));
        });
    }

    /// Adds clauses behind one: an empty line begins another one.
    ///
    /// @param after behind which, or null at the beginning
    /// @param text of a table, a line for each row, its cells parted by `|`, the first row its head
    public Outcome add(
            Actor.Person me, EngagementId engagement, SowId sow, @Nullable ClauseId after, Shape shape, String text) {
        return onCopy(me, engagement, sow, (copy, all) -> {
            var outline = new Outline(all);
            int at = after == null ? -1 : outline.indexOf(after);
            if (after != null && at < 0) {
                return new Outcome.Overtaken();
            }
            var texts = shape == Shape.TABLE ? List.of(clean(text)) : parted(text);
            if (texts.isEmpty() || texts.stream().anyMatch(one -> one.isEmpty() || one.length() > LONGEST)) {
                return new Outcome.Refused(Text.of("sow.clauses.refused.text", LONGEST));
            }
            if (texts.size() > MOST_AT_ONCE || all.size() + texts.size() > MOST_CLAUSES) {
                return new Outcome.Refused(Text.of("sow.clauses.refused.many", MOST_AT_ONCE, MOST_CLAUSES));
            }
            var numbers = Numbers.of(all);
            var places = places(
                    engagement,
                    copy,
                    all,
                    after == null ? null : outline.clauses().get(at),
                    texts.size());
            var edits = new ArrayList<Edit>();
            for (int i = 0; i < texts.size(); i++) {
                var clause = NewClause.of(shape, texts.get(i), outline, at)
                        .withWords(words -> References.kept(words, numbers))
                        .at(places.get(i));
                edits.add(new Edit(null, clause));
            }
            copies.keep(new Deed(engagement, me.id(), "add"), copy, edits);
            return new Outcome.Done(edits.getFirst().after().id());
        });
    }

    /// Takes out a clause.
    ///
    /// @param whole whether the section goes, where it is a heading
    public Outcome takeOut(Actor.Person me, Target target, boolean whole) {
        return edit(me, target, "take-out", (outline, clause) -> {
            var unit = whole ? outline.unit(outline.indexOf(clause.id())) : List.of(clause);
            return changed(unit.stream().map(one -> new Edit(one, one.takenOut())));
        });
    }

    /// Has a clause stand one place earlier or later among its like; a heading takes its section along.
    public Outcome move(Actor.Person me, Target target, Way way) {
        return onCopy(me, target.engagement(), target.sow(), (copy, all) -> {
            var outline = new Outline(all);
            int index = outline.indexOf(target.clause());
            if (index < 0) {
                return new Outcome.Overtaken();
            }
            int other = way == Way.UP ? outline.before(index) : outline.behind(index);
            if (other < 0) {
                return new Outcome.Refused(Text.of("sow.clauses.refused.edge"));
            }
            // Where it goes down, what stands behind it goes up.
            int later = Math.max(index, other);
            var moving = outline.clauses().get(index).shape() == Shape.HEADING
                    ? outline.unit(later)
                    : List.of(outline.clauses().get(later));
            int before = Math.min(index, other) - 1;
            var places = places(
                    target.engagement(),
                    copy,
                    all,
                    before < 0 ? null : outline.clauses().get(before),
                    moving.size());
            var edits = new ArrayList<Edit>();
            var now = new Outline(copies.clauses(copy));
            for (int i = 0; i < moving.size(); i++) {
                var clause = now.clauses().get(now.indexOf(moving.get(i).id()));
                edits.add(new Edit(clause, clause.at(places.get(i))));
            }
            copies.keep(new Deed(target.engagement(), me.id(), "move"), copy, edits);
            return new Outcome.Done(target.clause());
        });
    }

    /// Has a heading with its section, or an item, stand deeper (1) or less deep (-1).
    public Outcome shift(Actor.Person me, Target target, int by) {
        return edit(me, target, "shift", (outline, clause) -> {
            if (clause.level() + by < 1 || clause.level() + by > DEEPEST) {
                return refused(Text.of("sow.clauses.refused.depth", DEEPEST));
            }
            var unit = clause.shape() == Shape.HEADING ? outline.unit(outline.indexOf(clause.id())) : List.of(clause);
            return changed(unit.stream()
                    .filter(one -> one.shape() == Shape.HEADING
                            || one.depth() > 0
                            || one.id().equals(clause.id()))
                    .map(one -> new Edit(one, shifted(outline, one, by))));
        });
    }

    /// Takes back what was done last, by whomever of one’s party.
    public Outcome undo(Actor.Person me, EngagementId engagement, SowId sow) {
        return onCopy(
                me,
                engagement,
                sow,
                (copy, _) -> copies.last(copy)
                        .<Outcome>map(last -> {
                            copies.undo(engagement, copy, last);
                            var before = ClauseJson.before(last.before());
                            return new Outcome.Done(
                                    before.changed().isEmpty()
                                            ? null
                                            : before.changed().getFirst().id());
                        })
                        .orElseGet(() -> new Outcome.Refused(Text.of("sow.clauses.refused.nothing"))));
    }

    /// Lets the working copy go, with all that was written in it.
    public Outcome discard(Actor.Person me, EngagementId engagement, SowId sow) {
        return onCopy(me, engagement, sow, (copy, _) -> {
            copies.discard(copy);
            return new Outcome.Done(null);
        });
    }

    /// A heading is numbered as others of its new level are.
    private static Clause shifted(Outline outline, Clause clause, int by) {
        int level = clause.level() == 0 ? 0 : Math.clamp((long) clause.level() + by, 1, DEEPEST);
        int depth = clause.depth() == 0 ? 0 : Math.clamp((long) clause.depth() + by, 1, DEEPEST);
        return clause.with(level, clause.shape() == Shape.HEADING ? outline.depth(level, depth) : depth);
    }

    /// What an edit comes to: clauses that become others, or why not.
    private record Came(List<Edit> edits, Optional<Text> refusal) {}

    private static Came changed(Stream<Edit> edits) {
        return new Came(
                edits.filter(edit -> !edit.after().equals(edit.before())).toList(), Optional.empty());
    }

    private static Came refused(Text reason) {
        return new Came(List.of(), Optional.of(reason));
    }

    private Outcome edit(Actor.Person me, Target target, String act, BiFunction<Outline, Clause, Came> edit) {
        return onCopy(me, target.engagement(), target.sow(), (copy, all) -> {
            var outline = new Outline(all);
            int index = outline.indexOf(target.clause());
            if (index < 0 || !outline.clauses().get(index).seal().equals(target.seen())) {
                return new Outcome.Overtaken();
            }
            var came = edit.apply(outline, outline.clauses().get(index));
            if (came.refusal().isPresent()) {
                return new Outcome.Refused(came.refusal().get());
            }
            if (!came.edits().isEmpty()) {
                copies.keep(new Deed(target.engagement(), me.id(), act), copy, came.edits());
            }
            return new Outcome.Done(target.clause());
        });
    }

    private Outcome onCopy(
            Actor.Person me, EngagementId engagement, SowId sow, BiFunction<WorkingCopy, List<Clause>, Outcome> act) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            statements.get(engagement, sow);
            return copies.locked(sow)
                    .map(copy -> act.apply(copy, copies.clauses(copy)))
                    .orElseGet(() -> new Outcome.Refused(Text.of("sow.clauses.refused.none")));
        });
    }

    /// Positions for so many clauses behind one. Where there is no room, all clauses get some.
    private List<Long> places(
            EngagementId engagement, WorkingCopy copy, List<Clause> all, @Nullable Clause after, int many) {
        var places = Positions.between(all, after, many);
        if (!places.isEmpty()) {
            return places;
        }
        var spread = Positions.spread(all);
        copies.spread(engagement, copy, spread);
        var again = after == null
                ? null
                : spread.stream()
                        .filter(one -> one.id().equals(after.id()))
                        .findFirst()
                        .orElseThrow();
        return Positions.between(spread, again, many);
    }

    private static List<String> parted(String text) {
        return Stream.of(clean(text).split("\n\\s*\n"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /// Without control characters, and with line ends of one kind.
    private static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
    }
}
