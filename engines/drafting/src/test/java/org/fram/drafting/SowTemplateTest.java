package org.fram.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Templates that cannot be used are refused with the line, what is the matter, and the name that was
/// probably meant.
class SowTemplateTest {

    private static final String HEAD = """
            ---
            title: Sample
            about: For tests.
            use: technology
            steps:
              - title: All
                questions:
                  - {id: vendor, text: Who?, kind: text}
                  - {id: place, text: Where?, kind: choice, options: {cloud: in the cloud, premises: here}}
                  - {id: sites, text: Which sites?, kind: lines, columns: [Site, Agents]}
            ---
            """;

    @Test
    void aGoodTemplateSaysWhatItAsks() {
        var template = SowTemplate.read("sample", HEAD + "# Work of {{vendor}}\n");

        assertThat(template.title()).isEqualTo("Sample");
        assertThat(template.use()).isEqualTo(SowTemplate.Use.TECHNOLOGY);
        assertThat(template.questions()).extracting(Question::id).containsExactly("vendor", "place", "sites");
        assertThat(template.question("vendor").orElseThrow().blank()).isEqualTo("vendor");
    }

    @Test
    void anUnknownPlaceholderIsAnsweredWithTheNearestName() {
        refused(
                "# Work\n\nThe {{vendr}} works.\n",
                "sample, line 14: There is no question “vendr”. Did you mean “vendor”?");
    }

    @Test
    void aSectionThatIsNeverClosedIsNamedWithItsLine() {
        refused("{{#if place = cloud}}\nText.\n", "sample, line 12: “{{#if place = cloud}}” is never closed");
        refused("{{#each sites}}\n- {{item}}\n", "sample, line 12: “{{#each sites}}” is never closed");
        refused("Text {{vendor\n", "sample, line 12: “{{” has no “}}” on this line");
        refused("{{/if}}\n", "“{{/if}}” closes nothing that is open");
        refused("{{#if vendor}}\n{{#each sites}}\n{{/if}}\n", "“{{#each sites}}” of line 13 is still open");
        refused("{{else}}\n", "“{{else}}” belongs between");
    }

    @Test
    void aReferenceToAClauseThatIsNotThereIsAnsweredWithTheNearestName() {
        refused(
                "## Acceptance {#acceptance}\n\nSee clause {{ref aceptance}}.\n",
                "sample, line 14: No clause is called “aceptance”. Its heading has to end in “{#aceptance}”. Did you mean “acceptance”?");
    }

    @Test
    void twoClausesAndTwoQuestionsHaveTwoNames() {
        refused("## One {#a}\n\n## Two {#a}\n", "The clause “a” is there already, on line 12");
        refusedHead(
                "      - {id: vendor, text: Again?, kind: text}\n",
                "The question “vendor” is there already, on line 8. Give this one another id.");
    }

    @Test
    void conditionsThatWaitForEachOtherAreNamedAsACircle() {
        refusedHead("""
                      - {id: a, text: A?, kind: text, when: b}
                      - {id: b, text: B?, kind: text, when: c}
                      - {id: c, text: C?, kind: text, when: a}
                """, "wait for each other in a circle: a → b → c → a");
        refusedHead("      - {id: a, text: A?, kind: text, when: a}\n", "in a circle: a → a");
        refusedHead("""
                      - {id: a, text: A?, kind: text, when: b}
                      - {id: b, text: B?, kind: text}
                """, "“a” is asked only after “b” is known, which is asked later. Move “b” before it.");
    }

    @Test
    void aQuestionHasATextAndAKind() {
        refusedHead("      - {id: a, kind: text}\n", "The question “a” has no text");
        refusedHead("      - {id: a, text: A?, kind: txt}\n", "“txt” is no kind of question", "Did you mean “text”?");
        refusedHead("      - {id: a, text: A?, kind: choice}\n", "The question “a” has nothing to choose");
        refusedHead("      - {id: a, text: A?, kind: text, options: {x: X}}\n", "has options, which only");
        refusedHead(
                "      - {id: a, text: A?, kind: text, hlp: x}\n", "A question has no “hlp”", "Did you mean “help”?");
        refusedHead("      - {id: a, text: A?, text: B?, kind: text}\n", "“text” is there twice");
        refusedHead("      - {id: A b, text: A?, kind: text}\n", "“A b” is no id");
        refusedHead("      - {id: a, text: A?, kind: text, known: custmer}\n", "Did you mean “customer”?");
        refusedHead("      - {id: a, text: A?, kind: text, blank: 24 months}\n", "cannot stand as “blank”");
    }

    @Test
    void aDefaultIsAnAnswer() {
        refusedHead(
                "      - {id: a, text: A?, kind: number, default: many}\n", "The default of “a” is no answer to it");
        refusedHead("      - {id: a, text: A?, kind: yes-no, default: maybe}\n", "is neither yes nor no");
    }

    @Test
    void conditionsAreAboutAnswersThatCanBeGiven() {
        refused("{{#if place = clout}}x{{/if}}\n", "“clout” is no answer to “place”", "Did you mean “cloud”?");
        refused("{{#if vendor = x}}x{{/if}}\n", "“vendor” has nothing to choose");
        refused("{{#if place =}}x{{/if}}\n", "“place =” is no condition");
        refused("{{#when place}}x\n", "opens nothing");
        refused("{{the vendor}}\n", "“{{the vendor}}” is no tag");
    }

    @Test
    void itemsStandWithinTheirLines() {
        refused("{{item}}\n", "“{{item}}” belongs between “{{#each …}}”");
        refused("{{#each sites}}{{item.3}}{{/each}}\n", "a line of “sites” has 2 columns");
        refused("{{#each vendor}}{{item}}{{/each}}\n", "“vendor” has one answer");
        refused("{{#each sites}}\n{{#each sites}}\n{{/each}}\n{{/each}}\n", "stands within another one");
        refused("{{sum sites.3}}\n", "a line of “sites” has 2 columns");
    }

    @Test
    void aFileThatIsNoTemplateIsRefused() {
        assertThatThrownBy(() -> SowTemplate.read("x", "# Heading\n"))
                .isInstanceOf(UnusableTemplateException.class)
                .hasMessageStartingWith("x, line 1: A template begins with a line “---”");
        assertThatThrownBy(() -> SowTemplate.read("x", "---\ntitle: [\n---\n"))
                .isInstanceOf(UnusableTemplateException.class)
                .hasMessageContaining("This is no YAML");
        assertThatThrownBy(() -> SowTemplate.read("x", "---\n- a\n---\n"))
                .isInstanceOf(UnusableTemplateException.class)
                .hasMessageContaining("stand “title”");
        assertThatThrownBy(() -> SowTemplate.read("x", "a".repeat(2_000_000)))
                .isInstanceOf(UnusableTemplateException.class)
                .hasMessageContaining("2,000,000 characters");
        refused("Text \uE0001\uE001\n", "are kept for the program");
    }

    @Test
    void allMistakesAreToldAtOnceInTheOrderOfTheirLines() {
        assertThatThrownBy(() -> SowTemplate.read("sample", HEAD + "{{one}}\n{{two}}\n"))
                .isInstanceOf(UnusableTemplateException.class)
                .satisfies(refusal -> assertThat(
                                String.valueOf(refusal.getMessage()).lines())
                        .hasSize(2)
                        .first()
                        .asString()
                        .startsWith("sample, line 12:"));
    }

    @Test
    void theLibrarysTemplatesCanBeReadAndAreNamedByNearness() {
        assertThat(SowLibrary.standard().templates())
                .extracting(SowTemplate::id)
                .containsExactly("technology", "outsourced-service");
        assertThat(SowLibrary.standard().unknown("tecnology")).contains("Did you mean “technology”?");
    }

    private static void refused(String body, String... words) {
        refusedFile(HEAD + body, List.of(words));
    }

    /// With more questions behind those of the head.
    private static void refusedHead(String questions, String... words) {
        String indented =
                questions.lines().map(line -> "      " + line.strip() + "\n").reduce("", String::concat);
        refusedFile(HEAD.replaceFirst("---\n$", indented + "---\n") + "# Work\n", List.of(words));
    }

    private static void refusedFile(String file, List<String> words) {
        assertThatThrownBy(() -> SowTemplate.read("sample", file))
                .isInstanceOf(UnusableTemplateException.class)
                .hasMessageContainingAll(words.toArray(CharSequence[]::new));
    }
}
