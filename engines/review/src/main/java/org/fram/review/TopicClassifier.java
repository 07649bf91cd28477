package org.fram.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Says which topics a statement is about, from its own words, the headings above it, its table and its lead-in.
/// Holds the word lists, so make one and use it for many documents; it is safe to use from several threads.
public final class TopicClassifier {

    private static final double SECTION = 0.75;
    private static final double OUTER_SECTION = 0.3;
    private static final double CAPTION = 0.5;
    private static final double COLUMNS = 0.2;
    private static final double LEAD_IN = 0.45;
    private static final double OTHER_CELLS = 0.6;
    private static final double BUYER_ACTS = 1.2;
    private static final Pattern NAME = Pattern.compile("\\p{L}{3,}");

    private final Topics topics;
    private final TopicWords words;

    public TopicClassifier(Topics topics) {
        this.topics = topics;
        this.words = new TopicWords(topics);
    }

    /// The topics of a statement, the likeliest first; those for which nothing speaks are left out.
    public List<TopicScore> rank(Statement statement) {
        return rank(statement, false);
    }

    /// The topics of a statement, the likeliest first; those for which nothing speaks are left out.
    ///
    /// @param buyerActs whether it is the buyer who has to act
    public List<TopicScore> rank(Statement statement, boolean buyerActs) {
        var said = said(statement);
        var all = TopicWords.plus(said, 1, around(statement));
        if (buyerActs) {
            all[topics.position("buyer-duties")] += BUYER_ACTS;
        }
        var scores = new ArrayList<TopicScore>();
        for (int i = 0; i < all.length; i++) {
            if (all[i] > 0) {
                scores.add(new TopicScore(topics.all().get(i).id(), all[i], said[i]));
            }
        }
        scores.sort(Comparator.comparingDouble(TopicScore::score).reversed());
        return List.copyOf(scores);
    }

    /// What the statement's own words say. In a row the first cell with a name in it says what the row is about.
    private double[] said(Statement statement) {
        var row = statement.row();
        if (row == null || row.column() >= 0) {
            return words.in(statement.quote());
        }
        var sum = new double[topics.size()];
        boolean named = false;
        String before = "";
        for (String cell : row.cells()) {
            if (!cell.equals(before)) {
                boolean name = !named && NAME.matcher(cell).find();
                sum = TopicWords.plus(sum, name ? 1 : OTHER_CELLS, words.in(cell));
                named |= name;
            }
            before = cell;
        }
        return sum;
    }

    private double[] around(Statement statement) {
        var sum = new double[topics.size()];
        for (int i = 0; i < statement.headings().size(); i++) {
            boolean innermost = i == statement.headings().size() - 1;
            sum = TopicWords.plus(
                    sum,
                    innermost ? SECTION : OUTER_SECTION,
                    words.inHeading(statement.headings().get(i)));
        }
        var row = statement.row();
        if (row != null) {
            sum = TopicWords.plus(sum, CAPTION, words.inHeading(row.caption()));
            sum = row.column() >= 0 && row.column() < row.headers().size()
                    ? TopicWords.plus(
                            sum, COLUMNS, words.inHeading(row.headers().get(row.column())))
                    : TopicWords.plus(sum, COLUMNS, words.inHeading(String.join(" ; ", row.headers())));
        }
        var leadIn = statement.leadIn();
        return leadIn == null ? sum : TopicWords.plus(sum, LEAD_IN, words.in(leadIn.quote()));
    }
}
