package org.fram.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fram.review.Topics;

/// What topics are called and how they group, in the order in which pages show them.
public final class TopicCatalogue {

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /// Of these topics, in their order.
    public TopicCatalogue(List<Entry> topics) {
        topics.forEach(topic -> entries.put(topic.id(), topic));
    }

    /// Of the topics that reviews know.
    public static TopicCatalogue of(Topics topics) {
        return new TopicCatalogue(topics.all().stream()
                .map(topic -> new Entry(
                        topic.id(), topic.title(), topics.areaTitle(topic.area()), topic.covers(), topic.ask()))
                .toList());
    }

    /// A topic as pages speak of it.
    ///
    /// @param title in plain words
    /// @param area title of the group that it belongs to
    /// @param covers what has to be said for the topic to count as covered
    /// @param ask what to ask the other side for when it is missing
    public record Entry(String id, String title, String area, String covers, String ask) {}

    /// The topic with this id. One that the catalogue does not know is called by its id.
    Entry entry(String id) {
        var known = entries.get(id);
        return known == null ? new Entry(id, spoken(id), "Other", "", "") : known;
    }

    /// Where a topic stands in the order of the catalogue; those that it does not know come last.
    int position(String id) {
        int position = 0;
        for (var known : entries.keySet()) {
            if (known.equals(id)) {
                return position;
            }
            position++;
        }
        return position;
    }

    /// Where the area of a topic stands: where its first topic does.
    int areaPosition(String id) {
        var area = entry(id).area();
        int position = 0;
        for (var known : entries.values()) {
            if (known.area().equals(area)) {
                return position;
            }
            position++;
        }
        return position;
    }

    /// Areas in their order, and within them topics in theirs.
    Comparator<String> inOrder() {
        return Comparator.comparingInt(this::areaPosition)
                .thenComparingInt(this::position)
                .thenComparing(Comparator.naturalOrder());
    }

    private static String spoken(String id) {
        var words = id.replace('-', ' ').strip();
        return words.isEmpty() ? "No topic" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
