package org.fram.app.sow;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fram.review.Topic;
import org.fram.review.Topics;
import org.springframework.stereotype.Component;

/// What statements of work can be about, in plain words.
@Component
public class TopicTitles {

    private final Topics topics = Topics.load();
    private final Map<String, String> titles =
            topics.all().stream().collect(toMap(Topic::id, Topic::title, (first, _) -> first, LinkedHashMap::new));

    /// Titles by id, in the order of the list of topics.
    public Map<String, String> all() {
        return titles;
    }

    /// The topics themselves.
    public Topics topics() {
        return topics;
    }
}
