package org.fram.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fram.facts.ActivityArea;
import org.jspecify.annotations.Nullable;

/// Says which topics a statement is about: from its own words, the headings above it, its table and its lead-in, and,
/// where these leave it open, from the sentences that it is nearest to in meaning.
///
/// Holds the word lists, so make one and use it for many documents; it is safe to use from several threads. The
/// sentence-embedding model is loaded when it is first needed.
public final class TopicClassifier {

    /// What a statement is about when nothing at all speaks for any topic.
    static final String OTHERWISE = "scope";

    private static final double SECTION = TopicWeights.of("section");
    private static final double OUTER_SECTION = TopicWeights.of("outerSection");
    private static final double CAPTION = TopicWeights.of("caption");
    private static final double COLUMNS = TopicWeights.of("columns");
    private static final double LEAD_IN = TopicWeights.of("leadIn");
    private static final double OTHER_CELLS = TopicWeights.of("otherCells");
    private static final double FAVOURED = TopicWeights.of("favoured");
    private static final double GATHERING = TopicWeights.of("gathering");
    private static final double SAYS_WHO_NOT_WHAT = TopicWeights.of("saysWhoNotWhat");
    private static final int WORDS_OF_A_LINE = 8;
    private static final int MOST_FOR_THE_MODEL = 200;
    private static final double CLEAR_LEAD = TopicWeights.of("clearLead");
    private static final double NEAR_THE_TOP = TopicWeights.of("nearTheTop");
    private static final double MEANING = TopicWeights.of("meaning");
    private static final double FALL_OF_NEARNESS = TopicWeights.of("fallOfNearness");
    private static final Pattern NAME = Pattern.compile("\\p{L}{3,}");
    private static final Pattern NUMBER_OF_HEADING = Pattern.compile("^(?:\\p{L}?[\\d.]+|\\p{Lu})[.)]?\\s+");

    private final Topics topics;
    private final TopicWords words;
    private final TopicPrototypes prototypes;

    public TopicClassifier(Topics topics) {
        this.topics = topics;
        this.words = new TopicWords(topics);
        this.prototypes = TopicPrototypes.load(topics);
    }

    /// What the words have said of a statement: each topic's weight in its own words, and the same with what stands
    /// above and what is favoured.
    private static final class Evidence {
        private final double[] said;
        private final double[] all;

        Evidence(double[] said, double[] all) {
            this.said = said;
            this.all = all;
        }

        /// The evidence with what the sentence means, where no word denies it.
        double[] with(double[] meaning) {
            var sum = new double[all.length];
            for (int i = 0; i < sum.length; i++) {
                sum[i] = all[i] + (said[i] < 0 ? 0 : MEANING * meaning[i]);
            }
            return sum;
        }

        /// By how much the first topic leads.
        double lead() {
            double first = 0;
            double second = 0;
            for (double score : all) {
                if (score > first) {
                    second = first;
                    first = score;
                } else if (score > second) {
                    second = score;
                }
            }
            return first - second;
        }
    }

    /// The topics of statements, for each the likeliest first; as many as there are statements, in their order.
    ///
    /// @param favoured for each statement the topics that something else than its text speaks for:
    /// `buyer-duties` where the buyer has to act, `billing-payment` for a payment
    public List<List<TopicScore>> rank(List<Statement> statements, List<Set<String>> favoured) {
        var evidence = IntStream.range(0, statements.size())
                .parallel()
                .mapToObj(i -> evidence(statements.get(i), favoured.get(i)))
                .toList();
        var open = IntStream.range(0, evidence.size())
                .boxed()
                .filter(i -> evidence.get(i).lead() < CLEAR_LEAD)
                .sorted(Comparator.comparingDouble(i -> evidence.get(i).lead()))
                .limit(MOST_FOR_THE_MODEL)
                .toList();
        var vectors = SentenceEmbedding.of(
                open.stream().map(i -> inContext(statements.get(i))).toList());
        var meaning = new double[statements.size()][];
        for (int i = 0; i < open.size(); i++) {
            meaning[open.get(i)] = meaning(vectors.get(i));
        }
        var ranked = new ArrayList<List<TopicScore>>();
        for (int i = 0; i < evidence.size(); i++) {
            var words = evidence.get(i);
            ranked.add(scores(words.said, meaning[i] == null ? words.all : words.with(meaning[i])));
        }
        return List.copyOf(ranked);
    }

    /// The topics of a single statement, the likeliest first.
    public List<TopicScore> rank(Statement statement) {
        return rank(List.of(statement), List.of(Set.of())).getFirst();
    }

    /// The topics of a statement by words alone, the likeliest first; those for which no word speaks are left out.
    public List<TopicScore> rankByWords(Statement statement) {
        var evidence = evidence(statement, Set.of());
        return scores(evidence.said, evidence.all);
    }

    /// The topic that a ranking begins with; `scope` where it is empty.
    public static String first(List<TopicScore> ranked) {
        return ranked.isEmpty() ? OTHERWISE : ranked.getFirst().topic();
    }

    /// The kind of work that a ranking speaks of: that of its first topic that is work and not far behind the
    /// likeliest;
    /// null where there is none.
    @Nullable
    ActivityArea area(List<TopicScore> ranked) {
        for (var score : ranked) {
            var work = topics.topic(score.topic()).work();
            if (work != null
                    && score.score() >= NEAR_THE_TOP * ranked.getFirst().score()) {
                return work;
            }
        }
        return null;
    }

    private List<TopicScore> scores(double[] said, double[] all) {
        var scores = new ArrayList<TopicScore>();
        for (int i = 0; i < all.length; i++) {
            if (all[i] > 0) {
                scores.add(new TopicScore(topics.all().get(i).id(), all[i], Math.max(0, said[i])));
            }
        }
        scores.sort(Comparator.comparingDouble(TopicScore::score).reversed());
        return List.copyOf(scores);
    }

    private Evidence evidence(Statement statement, Set<String> favoured) {
        var said = said(statement);
        var all = TopicWords.plus(said, 1, around(statement));
        for (String topic : favoured) {
            all[topics.position(topic)] += FAVOURED;
        }
        return new Evidence(said, all);
    }

    /// How near each topic is in meaning: 1 for the nearest, 0 for all that are well behind it.
    private double[] meaning(float[] vector) {
        var nearness = prototypes.nearness(vector);
        double nearest = Arrays.stream(nearness).max().orElse(0);
        return Arrays.stream(nearness)
                .map(near -> Math.max(0, 1 - (nearest - near) / FALL_OF_NEARNESS))
                .toArray();
    }

    /// A short statement is understood with its heading and lead-in; a long one speaks for itself.
    private static String inContext(Statement statement) {
        if (Words.of(statement.quote()).size() > WORDS_OF_A_LINE) {
            return statement.quote();
        }
        var leadIn = statement.leadIn();
        String heading = NUMBER_OF_HEADING.matcher(statement.section()).replaceFirst("");
        return (heading.isEmpty() ? "" : heading + ": ")
                + (leadIn == null ? "" : leadIn.quote() + " ")
                + statement.quote();
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
                    above(statement.headings().get(i)));
        }
        var row = statement.row();
        if (row != null) {
            sum = TopicWords.plus(sum, CAPTION, above(row.caption()));
            sum = row.column() >= 0 && row.column() < row.headers().size()
                    ? TopicWords.plus(
                            sum, COLUMNS, words.inHeading(row.headers().get(row.column())))
                    : TopicWords.plus(sum, COLUMNS, words.inHeading(String.join(" ; ", row.headers())));
        }
        var leadIn = statement.leadIn();
        return leadIn == null ? sum : TopicWords.plus(sum, LEAD_IN, words.in(leadIn.quote()));
    }

    /// What a heading or caption says of the statements below it: little, where they can be of all topics.
    private double[] above(String heading) {
        var said = words.inHeading(heading);
        boolean gathers = false;
        for (int i = 0; i < said.length; i++) {
            gathers |= topics.all().get(i).gathers() && said[i] >= SAYS_WHO_NOT_WHAT;
        }
        return gathers ? TopicWords.plus(new double[said.length], GATHERING, said) : said;
    }
}
