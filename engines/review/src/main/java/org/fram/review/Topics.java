package org.fram.review;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fram.facts.ActivityArea;
import org.fram.facts.EngagementKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// The topics of `library/topics.yaml`, in its order.
public final class Topics {

    private final List<Topic> all;
    private final Map<String, String> areas;
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    private Topics(List<Topic> all, Map<String, String> areas) {
        this.all = List.copyOf(all);
        this.areas = Map.copyOf(areas);
        for (int i = 0; i < all.size(); i++) {
            positions.put(all.get(i).id(), i);
        }
    }

    /// The topics that Fram ships with.
    public static Topics load() {
        var file = Library.yaml("topics.yaml", new TypeReference<TopicsFile>() {});
        return new Topics(file.topics().stream().map(TopicEntry::topic).toList(), file.areas());
    }

    /// All topics, in the order in which reviews list them.
    public List<Topic> all() {
        return all;
    }

    /// The topic with this id.
    ///
    /// @throws IllegalArgumentException if there is none
    public Topic topic(String id) {
        return all.get(position(id));
    }

    /// The title of an area ("Going live").
    public String areaTitle(String area) {
        return Objects.requireNonNullElse(areas.get(area), area);
    }

    /// The ids given, each once, in the order of the topics.
    public List<String> inOrder(Collection<String> ids) {
        var wanted = new HashSet<>(ids);
        return all.stream().map(Topic::id).filter(wanted::contains).toList();
    }

    int size() {
        return all.size();
    }

    int position(String id) {
        var position = positions.get(id);
        if (position == null) {
            throw new IllegalArgumentException(
                    "No topic is called \"%s\". Topics are: %s.".formatted(id, positions.keySet()));
        }
        return position;
    }

    private record TopicsFile(Map<String, String> areas, List<TopicEntry> topics) {}

    private record TopicEntry(
            String id,
            String title,
            String area,
            String covers,
            String ask,
            @Nullable ActivityArea work,
            Asks asks,
            @Nullable Boolean gathers,
            List<String> decides,
            List<String> suggests,
            List<String> hints,
            List<String> against,
            List<String> prototypes) {

        Topic topic() {
            return new Topic(
                    id,
                    title,
                    area,
                    covers,
                    ask,
                    work,
                    asks.byKind(),
                    Boolean.TRUE.equals(gathers),
                    new Topic.Phrases(decides, suggests, hints, against),
                    prototypes);
        }
    }

    private record Asks(
            @Nullable List<String> technology, @Nullable List<String> outsourcing) {

        Map<EngagementKind, List<String>> byKind() {
            return Map.of(
                    EngagementKind.TECHNOLOGY_PROJECT,
                    Objects.requireNonNullElse(technology, List.of()),
                    EngagementKind.OUTSOURCED_SERVICE,
                    Objects.requireNonNullElse(outsourcing, List.of()));
        }
    }
}
