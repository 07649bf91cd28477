package org.fram.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Words in a row that two texts share, or that only one of them has.
///
/// @param text single spaces between the words
public record WordRun(Kind kind, String text) {

    /// Which text has the words.
    public enum Kind {
        /// Both have them.
        @JsonProperty("same")
        SAME,
        /// Only the old one.
        @JsonProperty("deleted")
        DELETED,
        /// Only the new one.
        @JsonProperty("inserted")
        INSERTED
    }

    /// Above this many pairs of words the middle of two texts counts as replaced, so that a page-long cell does not
    /// take seconds.
    private static final long MOST_PAIRS = 4_000_000;

    /// The difference of two texts, word by word: as many words as possible are the same. The runs that are not
    /// inserted make up the old text, those that are not deleted the new one.
    public static List<WordRun> between(String before, String after) {
        var old = words(before);
        var now = words(after);
        int start = 0;
        while (start < Math.min(old.length, now.length) && old[start].equals(now[start])) {
            start++;
        }
        int oldEnd = old.length;
        int nowEnd = now.length;
        while (oldEnd > start && nowEnd > start && old[oldEnd - 1].equals(now[nowEnd - 1])) {
            oldEnd--;
            nowEnd--;
        }
        var runs = new Runs();
        runs.add(Kind.SAME, old, 0, start);
        middle(old, start, oldEnd, now, start, nowEnd, runs);
        runs.add(Kind.SAME, old, oldEnd, old.length);
        return runs.list();
    }

    private static void middle(String[] old, int i, int oldEnd, String[] now, int j, int nowEnd, Runs runs) {
        int n = oldEnd - i;
        int m = nowEnd - j;
        if (n == 0 || m == 0 || (long) n * m > MOST_PAIRS) {
            runs.add(Kind.DELETED, old, i, oldEnd);
            runs.add(Kind.INSERTED, now, j, nowEnd);
            return;
        }
        // longest[a][b]: how many words the rests from a and from b share in order
        int[][] longest = new int[n + 1][m + 1];
        for (int a = n - 1; a >= 0; a--) {
            for (int b = m - 1; b >= 0; b--) {
                longest[a][b] = old[i + a].equals(now[j + b])
                        ? longest[a + 1][b + 1] + 1
                        : Math.max(longest[a + 1][b], longest[a][b + 1]);
            }
        }
        int a = 0;
        int b = 0;
        while (a < n || b < m) {
            if (a < n && b < m && old[i + a].equals(now[j + b])) {
                runs.add(Kind.SAME, old, i + a, i + a + 1);
                a++;
                b++;
            } else if (b == m || (a < n && longest[a + 1][b] >= longest[a][b + 1])) {
                runs.add(Kind.DELETED, old, i + a, i + a + 1);
                a++;
            } else {
                runs.add(Kind.INSERTED, now, j + b, j + b + 1);
                b++;
            }
        }
    }

    private static String[] words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    /// Runs under construction. Between two shared words, what is deleted comes before what is inserted.
    private static final class Runs {

        private final List<WordRun> done = new ArrayList<>();
        private final List<String> same = new ArrayList<>();
        private final List<String> deleted = new ArrayList<>();
        private final List<String> inserted = new ArrayList<>();

        void add(Kind kind, String[] words, int start, int end) {
            if (start == end) {
                return;
            }
            if (kind == Kind.SAME) {
                flush(Kind.DELETED, deleted);
                flush(Kind.INSERTED, inserted);
            } else {
                flush(Kind.SAME, same);
            }
            var run = switch (kind) {
                case SAME -> same;
                case DELETED -> deleted;
                case INSERTED -> inserted;
            };
            run.addAll(Arrays.asList(words).subList(start, end));
        }

        List<WordRun> list() {
            flush(Kind.SAME, same);
            flush(Kind.DELETED, deleted);
            flush(Kind.INSERTED, inserted);
            return List.copyOf(done);
        }

        private void flush(Kind kind, List<String> words) {
            if (!words.isEmpty()) {
                done.add(new WordRun(kind, String.join(" ", words)));
                words.clear();
            }
        }
    }
}
