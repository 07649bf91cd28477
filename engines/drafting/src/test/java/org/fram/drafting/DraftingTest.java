package org.fram.drafting;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fram.office.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a template and answers make.
class DraftingTest {

    private static final String HEAD = """
            ---
            title: Sample
            about: For tests.
            use: technology
            steps:
              - title: All
                questions:
                  - {id: vendor, text: Who?, kind: text, blank: name of the vendor}
                  - {id: scope, text: What?, kind: long-text}
                  - {id: agents, text: How many?, kind: number}
                  - {id: day, text: When?, kind: date}
                  - {id: place, text: Where?, kind: choice, options: {cloud: in the cloud, premises: here}}
                  - {id: channels, text: Which?, kind: several, options: {voice: voice, chat: web chat, mail: e-mail}}
                  - {id: prices, text: Prices?, kind: lines, columns: [Item, Amount], blank: price}
                  - {id: phone, text: Phone?, kind: text, required: no}
                  - {id: racks, text: Racks?, kind: number, when: place = premises}
            definitions:
              Platform: the technology that the {{vendor}} builds for Go-Live
              Go-Live: the first day
              Unused: nothing
            ---
            """;

    @Test
    void answersTakeTheirPlacesInTheFormOfDocuments() {
        String text = text(
                "{{vendor}}, {{agents}} agents, {{day}}, {{place}}: {{channels}}.\n",
                Map.of(
                        "vendor", List.of("Corbel"),
                        "agents", List.of("1250"),
                        "day", List.of("2027-03-01"),
                        "place", List.of("cloud"),
                        "channels", List.of("voice", "chat", "mail")));

        assertThat(text).isEqualTo("Corbel, 1,250 agents, 1 March 2027, in the cloud: voice, web chat and e-mail.");
    }

    @Test
    void variantsFollowTheAnswers() {
        String body = """
                {{#if place = cloud}}
                It runs in the cloud.
                {{else}}
                It runs in a room{{#if racks}} with {{racks}} racks{{/if}}.
                {{/if}}
                {{#if channels = chat and place != premises or vendor}}
                Both.
                {{/if}}
                """;

        assertThat(text(body, Map.of("place", List.of("cloud")))).isEqualTo("It runs in the cloud.");
        assertThat(text(body, Map.of("place", List.of("premises"), "racks", List.of("2"))))
                .isEqualTo("It runs in a room with 2 racks.");
        assertThat(text(body, Map.of("place", List.of("cloud"), "channels", List.of("chat"))))
                .isEqualTo("It runs in the cloud. Both.");
    }

    @Test
    void headingsAreNumberedAndReferencesFollowThem() {
        String body = """
                # Work

                {{#if place = premises}}
                ## Rooms {#rooms}
                {{/if}}

                ## Tests {#tests}

                ### Load {#load}

                As clause {{ref price}} says, and clause {{ref load}}.

                ## Price {#price}
                """;

        assertThat(blocks(body, Map.of("place", List.of("cloud"))))
                .containsExactly(
                        "# Work", "## 1 Tests", "### 1.1 Load", "As clause 2 says, and clause 1.1.", "## 2 Price");
        assertThat(blocks(body, Map.of("place", List.of("premises"))))
                .contains("As clause 3 says, and clause 2.1.", "## 3 Price");
    }

    @Test
    void aClauseThatTheAnswersLeaveOutIsNamedAsOpen() {
        var draft = draft("""
                {{#if place = premises}}
                ## Rooms {#rooms}
                {{/if}}

                ## Tests

                See clause {{ref rooms}}.
                """, Map.of("place", List.of("cloud")));

        assertThat(draft.open()).contains(new Draft.Open(Draft.Kind.CLAUSE, "rooms", "clause “rooms”", "1 Tests"));
    }

    @Test
    void linesBecomeItemsAndRowsAndAddUp() {
        String body = """
                {{#each prices}}
                - {{item}}
                {{/each}}

                | Item | Amount |
                | --- | --- |
                {{#each prices}}
                | {{item.1}} | {{item.2}} |
                {{/each}}
                | Total | {{sum prices.2}} |
                """;

        assertThat(blocks(body, Map.of("prices", List.of("Design; 1,200.50", "Build; 0.25"))))
                .containsExactly(
                        "• Design; 1,200.50",
                        "• Build; 0.25",
                        "Item | Amount / Design | 1,200.50 / Build | 0.25 / Total | 1,200.75");
        assertThat(blocks(body, Map.of("prices", List.of("Design"))).getLast())
                .isEqualTo("Item | Amount / Design | [Open: amount] / Total | [Open: total]");
    }

    @Test
    void termsThatTheTextUsesAreDefinedAndOthersAreNot() {
        var blocks = blocks(
                "## Definitions\n\n{{definitions}}\n\n## Work\n\nThe Platforms run.\n",
                Map.of("vendor", List.of("Corbel")));

        assertThat(blocks)
                .contains(
                        "• “Go-Live” means the first day",
                        "• “Platform” means the technology that the Corbel builds for Go-Live")
                .noneMatch(line -> line.contains("Unused"));
    }

    @Test
    void whatIsMissingIsMarkedAndNamedWithItsClause() {
        var draft = draft(
                "## Scope\n\n{{vendor}} serves {{agents}} agents{{phone}}.\n\n{{#each prices}}\n- {{item}}\n{{/each}}\n",
                Map.of());

        assertThat(words(draft))
                .contains("[Open: name of the vendor] serves [Open: agents] agents.", "• [Open: price]");
        assertThat(draft.open())
                .contains(new Draft.Open(Draft.Kind.ANSWER, "vendor", "name of the vendor", "1 Scope"))
                // It decides about clauses and has no place of its own.
                .contains(new Draft.Open(Draft.Kind.ANSWER, "place", "place", ""))
                .extracting(Draft.Open::name)
                .doesNotContain("phone", "racks")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{vendor}} {{#if place}}",
                "{{/each}}",
                "*bold* _it_ `code` **x**",
                "# no heading",
                "- no item",
                "1. no item either",
                "| no | cell |",
                "[a](https://example.org) ![b](c)",
                "<b>tag</b> &amp; <!-- comment -->",
                "[^1] and \\ and ~~~",
                "{#name} $1 \\1",
                "---"
            })
    void whateverSomebodyTypesComesOutAsTheyTypedIt(String typed) {
        var answers = Map.of("vendor", List.of(typed), "prices", List.of(typed), "scope", List.of(typed));

        assertThat(blocks("{{vendor}}\n", answers)).containsExactly(typed);
        assertThat(blocks("By {{vendor}}, **so** it is.\n", answers)).containsExactly("By " + typed + ", so it is.");
        assertThat(blocks("## {{vendor}} {#v}\n", answers)).containsExactly("## 1 " + typed);
        assertThat(blocks("{{#each prices}}\n- {{item}}\n{{/each}}\n", answers)).containsExactly("• " + typed);
        assertThat(blocks("| A | B |\n| --- | --- |\n| {{vendor}} | x |\n", answers))
                .containsExactly("A | B / " + typed + " | x");
        assertThat(blocks("{{scope}}\n", answers)).containsExactly(typed);
    }

    @Test
    void paragraphsOfAnAnswerStayParagraphs() {
        assertThat(blocks("{{scope}}\n", Map.of("scope", List.of("One.\nStill one.\n\nTwo."))))
                .containsExactly("One.\nStill one.", "Two.");
    }

    @Test
    void theSameAnswersMakeTheSameDocument() {
        for (var template : SowLibrary.standard().templates()) {
            var first = Drafting.draft(template, Answers.none());

            assertThat(Drafting.draft(template, Answers.none())).isEqualTo(first);
            assertThat(first.open()).as(template.id()).isNotEmpty();
        }
    }

    private static Draft draft(String body, Map<String, List<String>> answers) {
        return Drafting.draft(SowTemplate.read("sample", HEAD + body), new Answers(answers));
    }

    private static String text(String body, Map<String, List<String>> answers) {
        return String.join(" ", blocks(body, answers));
    }

    private static List<String> blocks(String body, Map<String, List<String>> answers) {
        return words(draft(body, answers));
    }

    private static List<String> words(Draft draft) {
        var words = new ArrayList<String>();
        for (var block : draft.blocks()) {
            words.add(
                    switch (block) {
                        case Block.Heading(var level, var number, var text, var _) ->
                            "#".repeat(level) + " " + (number.isEmpty() ? "" : number + " ") + text;
                        case Block.Paragraph paragraph -> paragraph.text();
                        case Block.ListItem item -> item.marker() + " " + item.text();
                        case Block.Footnote note -> note.text();
                        case Block.Table table ->
                            table.rows().stream()
                                    .map(row -> row.cells().stream()
                                            .map(Block.Cell::text)
                                            .collect(joining(" | ")))
                                    .collect(joining(" / "));
                    });
        }
        return words;
    }
}
