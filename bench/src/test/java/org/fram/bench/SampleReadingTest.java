package org.fram.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fram.office.Block;
import org.fram.office.Documents;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The readers give what people quote from the samples: each sentence whole in one block, each row of a table as one
/// row, though a page ends in the middle of a sentence or a cell goes on in the next line.
class SampleReadingTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyQuoteStandsInOneBlock(Path document, List<String> quotes) {
        var blocks = Documents.read(document).blocks().stream()
                .flatMap(SampleReadingTest::texts)
                .map(Words::plain)
                .toList();

        assertThat(quotes)
                .hasSizeGreaterThan(50)
                .allSatisfy(quote -> assertThat(blocks).anyMatch(block -> block.contains(Words.plain(quote))));
    }

    private static Stream<String> texts(Block block) {
        return switch (block) {
            case Block.Heading heading -> Stream.of(heading.text());
            case Block.Paragraph paragraph -> Stream.of(paragraph.text());
            case Block.ListItem item -> Stream.of(item.text());
            case Block.Footnote footnote -> Stream.of(footnote.text());
            case Block.Table table -> table.rows().stream().map(Block.Row::quote);
        };
    }

    private static List<Arguments> documents() throws IOException {
        var documents = new ArrayList<Arguments>();
        try (var files = Files.list(SampleLabelsTest.folder())) {
            for (var file : files.filter(file -> file.toString().endsWith(".gold.json"))
                    .sorted()
                    .toList()) {
                var labels = Labels.read(file);
                var quotes = quotes(labels);
                labels.documents().forEach(document -> documents.add(Arguments.of(document, quotes)));
            }
        }
        return documents;
    }

    private static List<String> quotes(Labels labels) {
        var quotes = new ArrayList<String>();
        labels.obligations().forEach(obligation -> quotes.add(obligation.quote()));
        labels.kpis().forEach(kpi -> quotes.add(kpi.quote()));
        Stream.of(labels.assumptions(), labels.objectives(), labels.vague(), labels.boilerplate())
                .filter(Objects::nonNull)
                .forEach(quotes::addAll);
        return quotes;
    }
}
