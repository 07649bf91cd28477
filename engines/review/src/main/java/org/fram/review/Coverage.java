package org.fram.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which topics a document covers. A topic is covered by at least one statement of substance about it, or by being
/// left out in so many words ("web chat is excluded"). A phrase that promises nothing, a blank or "to be determined"
/// alone, a definition and history do not cover it.
///
/// @param covered ids, in the order of the topics
/// @param missing all other ids, in the order of the topics
/// @param evidence the statement that covers a topic best; topics that a structure covers have none
public record Coverage(List<String> covered, List<String> missing, Map<String, Statement> evidence) {

    public Coverage {
        covered = List.copyOf(covered);
        missing = List.copyOf(missing);
        evidence = Map.copyOf(evidence);
    }

    /// A statement as coverage sees it.
    ///
    /// @param vague whether it cannot be checked as it stands
    /// @param topics what it is about, the likeliest first: as [TopicClassifier] ranks them
    public record Said(Statement statement, Standing standing, boolean vague, List<TopicScore> topics) {
        public Said {
            topics = List.copyOf(topics);
        }
    }

    /// What a statement is to the engagement.
    public enum Standing {
        /// It promises something.
        OBLIGATION,
        /// It says something of the engagement and promises nothing: scope, exclusions, prices, conditions.
        STATEMENT,
        /// It covers nothing: history, definitions, advertisement, text for information, titles.
        ASIDE
    }

    /// What is known of a document beyond its single statements. What is true here covers its topic.
    ///
    /// @param priceTable whether prices stand in a table or a total is named
    /// @param responsibilityTable whether a table says who does what
    /// @param measuresTable whether measures stand with their targets
    /// @param assumptions whether assumptions are stated
    /// @param buyerDuties whether the buyer promises something
    public record Structure(
            boolean priceTable,
            boolean responsibilityTable,
            boolean measuresTable,
            boolean assumptions,
            boolean buyerDuties) {

        /// Nothing is known.
        public static final Structure UNKNOWN = new Structure(false, false, false, false, false);

        Set<String> topics() {
            var topics = new HashSet<String>();
            addIf(priceTable, "pricing", topics);
            addIf(responsibilityTable, "roles-raci", topics);
            addIf(measuresTable, "kpi-targets", topics);
            addIf(assumptions, "assumptions", topics);
            addIf(buyerDuties, "buyer-duties", topics);
            return topics;
        }

        private static void addIf(boolean known, String topic, Set<String> topics) {
            if (known) {
                topics.add(topic);
            }
        }
    }

    /// Finds what a document covers.
    ///
    /// @param said its statements, in any order
    public static Coverage of(List<Said> said, Structure structure, Topics topics) {
        var judging = new CoverageJudge();
        var best = new LinkedHashMap<String, Double>();
        var evidence = new LinkedHashMap<String, Statement>();
        for (var one : said) {
            judging.covers(one).forEach((topic, strength) -> {
                if (strength > best.getOrDefault(topic, 0.0)) {
                    best.put(topic, strength);
                    evidence.put(topic, one.statement());
                }
            });
        }
        var covered = new HashSet<>(structure.topics());
        covered.addAll(evidence.keySet());
        var missing = new ArrayList<String>();
        for (var topic : topics.all()) {
            if (!covered.contains(topic.id())) {
                missing.add(topic.id());
            }
        }
        return new Coverage(topics.inOrder(covered), missing, evidence);
    }
}
