package org.fram.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which passage of an earlier version became which of a later one.
///
/// What is the same in both is found first, in order. Between two such passages, those are paired that share most of
/// their words, in order too: so that the sum of what pairs share is as large as can be.
final class PassagePairs {

    /// Two passages that share less of their words than this are not one that was edited.
    private static final double EDITED = 0.45;

    /// Above this many pairs between two passages that are the same, what is not the same went and came.
    private static final long MOST_PAIRS = 1_000_000;

    private PassagePairs() {}

    /// A passage before and after; one of them is null where it went or came.
    record Pair(@Nullable Passage before, @Nullable Passage after) {}

    static List<Pair> of(List<Passage> old, List<Passage> now) {
        var oldKeys = old.stream().map(Passage::key).toList();
        var nowKeys = now.stream().map(Passage::key).toList();
        var patch = DiffUtils.diff(oldKeys, nowKeys, new MyersDiffWithLinearSpace<>(String::equals), null, true);
        var pairs = new ArrayList<Pair>();
        // What goes and what comes between two that are the same: the algorithm tells of them apart.
        var gone = new ArrayList<Passage>();
        var come = new ArrayList<Passage>();
        for (var delta : patch.getDeltas()) {
            var from = delta.getSource();
            var to = delta.getTarget();
            var olds = old.subList(from.getPosition(), from.getPosition() + from.size());
            var nows = now.subList(to.getPosition(), to.getPosition() + to.size());
            if (delta.getType() == DeltaType.EQUAL) {
                between(gone, come, pairs);
                gone.clear();
                come.clear();
                for (int i = 0; i < olds.size(); i++) {
                    pairs.add(new Pair(olds.get(i), nows.get(i)));
                }
            } else {
                gone.addAll(olds);
                come.addAll(nows);
            }
        }
        between(gone, come, pairs);
        return pairs;
    }

    private static void between(List<Passage> old, List<Passage> now, List<Pair> pairs) {
        int n = old.size();
        int m = now.size();
        boolean pairable = n > 0 && m > 0 && (long) n * m <= MOST_PAIRS;
        double[][] shared = pairable ? shared(old, now) : new double[n + 1][m + 1];
        double[][] best = new double[n + 1][m + 1];
        for (int i = n - 1; i >= 0 && pairable; i--) {
            for (int j = m - 1; j >= 0; j--) {
                best[i][j] = Math.max(
                        Math.max(best[i + 1][j], best[i][j + 1]),
                        shared[i][j] > 0 ? best[i + 1][j + 1] + shared[i][j] : 0);
            }
        }
        int i = 0;
        int j = 0;
        while (i < n || j < m) {
            if (i < n && j < m && shared[i][j] > 0 && best[i][j] == best[i + 1][j + 1] + shared[i][j]) {
                pairs.add(new Pair(old.get(i), now.get(j)));
                i++;
                j++;
            } else if (j == m || i < n && best[i + 1][j] >= best[i][j + 1]) {
                pairs.add(new Pair(old.get(i), null));
                i++;
            } else {
                pairs.add(new Pair(null, now.get(j)));
                j++;
            }
        }
    }

    /// What each pair shares of its words, 0 where that is too little or they look different.
    private static double[][] shared(List<Passage> old, List<Passage> now) {
        var oldWords = old.stream().map(PassagePairs::counted).toList();
        var nowWords = now.stream().map(PassagePairs::counted).toList();
        double[][] shared = new double[old.size() + 1][now.size() + 1];
        for (int i = 0; i < old.size(); i++) {
            for (int j = 0; j < now.size(); j++) {
                if (old.get(i).shape() == now.get(j).shape()
                        && old.get(i).level() == now.get(j).level()
                        && old.get(i).cells().size() == now.get(j).cells().size()) {
                    double share = dice(oldWords.get(i), nowWords.get(j));
                    shared[i][j] = share >= EDITED ? share : 0;
                }
            }
        }
        return shared;
    }

    private static Map<String, Integer> counted(Passage passage) {
        var counts = new HashMap<String, Integer>();
        passage.words().forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    private static double dice(Map<String, Integer> a, Map<String, Integer> b) {
        int all = 0;
        int both = 0;
        for (var word : a.entrySet()) {
            all += word.getValue();
            both += Math.min(word.getValue(), b.getOrDefault(word.getKey(), 0));
        }
        for (int count : b.values()) {
            all += count;
        }
        return all == 0 ? 1 : 2.0 * both / all;
    }
}
