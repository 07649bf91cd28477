package org.fram.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fram.office.Document;
import org.fram.office.Marked;

/// The words of two versions of a document in one: what stays, what went, what came, word by word, and what only stands
/// elsewhere.
///
/// @param parts in the order of the later version; what went stands where it stood
/// @param alike which part of their words both have, 0 to 1: of two that have nothing to do with each other it is small
public record Redline(List<Part> parts, double alike) {

    public Redline {
        parts = List.copyOf(parts);
    }

    /// Below this, two documents are no versions of each other.
    public static final double FOREIGN = 0.1;

    /// A passage in both versions, or in one of them.
    ///
    /// @param before in the earlier version, empty where it came
    /// @param after in the later one, empty where it went
    /// @param cells the words; several cells only in the row of a table
    /// @param moved whether the same words went or came elsewhere
    public record Part(
            Marked.Shape shape,
            int level,
            Fate fate,
            Side before,
            Side after,
            List<List<WordRun>> cells,
            boolean moved) {

        public Part {
            cells = cells.stream().map(List::copyOf).toList();
        }
    }

    /// How a passage stands in one version.
    ///
    /// @param number as printed, or empty
    /// @param index of the passage in that version, from 0; -1 where it is not there
    public record Side(String number, int index) {

        static final Side NONE = new Side("", -1);
    }

    /// What became of a passage.
    public enum Fate {
        SAME,
        EDITED,
        CAME,
        WENT
    }

    /// The redline from one version to another.
    public static Redline between(Document before, Document after) {
        var old = Passage.of(before);
        var now = Passage.of(after);
        var parts = new ArrayList<Part>();
        for (var pair : PassagePairs.of(old, now)) {
            parts.add(part(pair));
        }
        return new Redline(moved(parts), alike(old, now));
    }

    /// How many passages fared that way.
    public long count(Fate fate) {
        return parts.stream().filter(part -> part.fate() == fate).count();
    }

    /// The pieces to write: with numbers where they are printed, and a number that changed as a change.
    public List<Marked> marked() {
        return parts.stream().map(Redline::marked).toList();
    }

    private static Part part(PassagePairs.Pair pair) {
        var old = pair.before();
        var now = pair.after();
        if (old == null) {
            var came = Objects.requireNonNull(now);
            return new Part(
                    came.shape(),
                    came.level(),
                    Fate.CAME,
                    Side.NONE,
                    came.side(),
                    whole(came, WordRun.Kind.INSERTED),
                    false);
        }
        if (now == null) {
            return new Part(
                    old.shape(),
                    old.level(),
                    Fate.WENT,
                    old.side(),
                    Side.NONE,
                    whole(old, WordRun.Kind.DELETED),
                    false);
        }
        boolean same = old.cells().equals(now.cells());
        var cells = new ArrayList<List<WordRun>>();
        for (int i = 0; i < Math.max(old.cells().size(), now.cells().size()); i++) {
            String was = i < old.cells().size() ? old.cells().get(i) : "";
            String is = i < now.cells().size() ? now.cells().get(i) : "";
            cells.add(WordRun.between(was, is));
        }
        return new Part(now.shape(), now.level(), same ? Fate.SAME : Fate.EDITED, old.side(), now.side(), cells, false);
    }

    private static List<List<WordRun>> whole(Passage passage, WordRun.Kind kind) {
        return passage.cells().stream()
                .map(text -> text.isEmpty() ? List.<WordRun>of() : List.of(new WordRun(kind, text)))
                .toList();
    }

    /// Marks what went from one place and came at another with the same words.
    private static List<Part> moved(List<Part> parts) {
        var came = new HashMap<String, Integer>();
        var went = new HashMap<String, Integer>();
        for (var part : parts) {
            if (part.fate() == Fate.CAME || part.fate() == Fate.WENT) {
                (part.fate() == Fate.CAME ? came : went).merge(words(part), 1, Integer::sum);
            }
        }
        return parts.stream()
                .map(part -> isMoved(part, came, went) ? asMoved(part) : part)
                .toList();
    }

    private static boolean isMoved(Part part, Map<String, Integer> came, Map<String, Integer> went) {
        if (part.fate() != Fate.CAME && part.fate() != Fate.WENT) {
            return false;
        }
        String words = words(part);
        return !words.isBlank() && came.containsKey(words) && went.containsKey(words);
    }

    private static Part asMoved(Part part) {
        return new Part(part.shape(), part.level(), part.fate(), part.before(), part.after(), part.cells(), true);
    }

    private static String words(Part part) {
        var words = new StringBuilder();
        part.cells()
                .forEach(cell -> cell.forEach(run -> words.append(run.text()).append('\t')));
        return words.toString();
    }

    private static double alike(List<Passage> old, List<Passage> now) {
        var counts = new HashMap<String, Integer>();
        long all = 0;
        for (var passage : old) {
            for (String word : passage.words()) {
                counts.merge(word, 1, Integer::sum);
                all++;
            }
        }
        long shared = 0;
        for (var passage : now) {
            for (String word : passage.words()) {
                all++;
                if (counts.merge(word, -1, Integer::sum) >= 0) {
                    shared++;
                }
            }
        }
        return all == 0 ? 1 : 2.0 * shared / all;
    }

    private static Marked marked(Part part) {
        var change = switch (part.fate()) {
            case SAME, EDITED -> Marked.Change.KEPT;
            case CAME -> Marked.Change.INSERTED;
            case WENT -> Marked.Change.DELETED;
        };
        var cells = new ArrayList<List<Marked.Run>>();
        for (int i = 0; i < part.cells().size(); i++) {
            var runs = new ArrayList<Marked.Run>();
            if (i == 0) {
                number(part, change, runs);
            }
            part.cells().get(i).forEach(run -> runs.add(new Marked.Run(change(run.kind()), run.text())));
            cells.add(runs);
        }
        return new Marked(part.shape(), part.level(), change, cells);
    }

    /// Word numbers the items of lists by itself.
    private static void number(Part part, Marked.Change change, List<Marked.Run> runs) {
        if (part.shape() == Marked.Shape.ITEM) {
            return;
        }
        String was = part.before().number();
        String is = part.after().number();
        if (was.equals(is)) {
            if (!is.isEmpty()) {
                runs.add(new Marked.Run(change, is));
            }
            return;
        }
        if (!was.isEmpty()) {
            runs.add(new Marked.Run(Marked.Change.DELETED, was));
        }
        if (!is.isEmpty()) {
            runs.add(new Marked.Run(Marked.Change.INSERTED, is));
        }
    }

    private static Marked.Change change(WordRun.Kind kind) {
        return switch (kind) {
            case SAME -> Marked.Change.KEPT;
            case DELETED -> Marked.Change.DELETED;
            case INSERTED -> Marked.Change.INSERTED;
        };
    }
}
