package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.fram.facts.EngagementKind;
import org.junit.jupiter.api.Test;

class TopicsPageTest {

    private static final Path PAGE = Path.of("../../docs/reference/topics.md");
    private static final String INTRODUCTION = """
            # Topics

            What a statement of work for a contact center can be about. A review says of each obligation which topic it
            belongs to, and of the document which topics it covers and which are missing. A topic is covered by one
            statement of substance, or by being left out in so many words.

            `library/topics.yaml` owns the topics, with the words that point to each and what to ask for when one is
            missing. The last columns name the practices that fire when the topic is missing, in a technology project
            and in an outsourced service. This page is written by `TopicsPageTest` with `-Dfram.write=true`.

            | id | topic | area | covered by | technology | outsourcing |
            | --- | --- | --- | --- | --- | --- |
            """;

    @Test
    void thePageListsTheTopics() throws IOException {
        var page = page(Topics.load());
        if (Boolean.getBoolean("fram.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).content().isEqualToNormalizingNewlines(page);
    }

    private static String page(Topics topics) {
        return INTRODUCTION
                + topics.all().stream()
                        .map(topic -> "| `%s` | %s | %s | %s | %s | %s |\n"
                                .formatted(
                                        topic.id(),
                                        topic.title(),
                                        topics.areaTitle(topic.area()),
                                        topic.covers(),
                                        practices(topic.askedBy(EngagementKind.TECHNOLOGY_PROJECT)),
                                        practices(topic.askedBy(EngagementKind.OUTSOURCED_SERVICE))))
                        .collect(Collectors.joining());
    }

    private static String practices(List<String> practices) {
        return practices.stream().sorted().collect(Collectors.joining(", "));
    }
}
