package org.fram.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.fram.drafting.Refusal.Reason;
import org.junit.jupiter.api.Test;

/// What people type, and what is made of it.
class AnswersTest {

    private static final SowTemplate TEMPLATE = SowTemplate.read("sample", """
            ---
            title: Sample
            about: For tests.
            use: technology
            steps:
              - title: All
                questions:
                  - {id: vendor, text: Who?, kind: text}
                  - {id: scope, text: What?, kind: long-text}
                  - {id: agents, text: How many?, kind: number, default: "12"}
                  - {id: day, text: When?, kind: date}
                  - {id: onsite, text: On site?, kind: yes-no}
                  - {id: place, text: Where?, kind: choice, options: {cloud: in the cloud, premises: here}}
                  - {id: channels, text: Which?, kind: several, options: {voice: voice, chat: chat}}
                  - {id: sites, text: Which sites?, kind: lines, columns: [Site, Agents]}
                  - {id: days, text: How many days?, kind: number, when: onsite and place = premises}
                  - {id: link, text: Which line?, kind: text, when: days}
            ---
            # Work
            """);

    @Test
    void goodAnswersAreTakenAndTidied() {
        var reading = Answers.read(
                TEMPLATE,
                Map.of(
                        "vendor", List.of("  Corbel\tNetworks "),
                        "agents", List.of("1,250"),
                        "day", List.of("2027-03-31"),
                        "channels", List.of("voice", "chat", "voice"),
                        "sites", List.of(" Osterley; 30 \r\n\r\nFernhill ")));

        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.answers().values())
                .containsEntry("vendor", List.of("Corbel Networks"))
                .containsEntry("agents", List.of("1250"))
                .containsEntry("channels", List.of("voice", "chat"))
                .containsEntry("sites", List.of("Osterley; 30", "Fernhill"));
    }

    @Test
    void answersOfAnotherKindAreRefusedWithWhatWouldDo() {
        assertThat(refusal("agents", "a lot")).isEqualTo(Reason.NO_NUMBER);
        assertThat(refusal("agents", "-3")).isEqualTo(Reason.NO_NUMBER);
        assertThat(refusal("day", "31 March")).isEqualTo(Reason.NO_DATE);
        assertThat(refusal("day", "2027-02-30")).isEqualTo(Reason.NO_DATE);
        assertThat(refusal("onsite", "perhaps")).isEqualTo(Reason.NO_YES_OR_NO);
        assertThat(refusal("place", "attic")).isEqualTo(Reason.NOT_AMONG_OPTIONS);
        assertThat(refusal("channels", "fax")).isEqualTo(Reason.NOT_AMONG_OPTIONS);
        assertThat(refusal("vendor", "one\ntwo")).isEqualTo(Reason.ONE_LINE);
        assertThat(refusal("sites", "a; b; c")).isEqualTo(Reason.TOO_MANY_COLUMNS);
        assertThat(Answers.read(TEMPLATE, Map.of("vendor", List.of("one", "two")))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(Reason.ONE_ANSWER);
        assertThat(Answers.read(TEMPLATE, Map.of("place", List.of("attic"))).refusals())
                .extracting(Refusal::message)
                .containsExactly("place: “attic” cannot be chosen; there are cloud, premises.");
    }

    @Test
    void whatNoDocumentCanHoldIsRefused() {
        assertThat(refusal("vendor", "Bell\u0007")).isEqualTo(Reason.CONTROL_CHARACTERS);
        assertThat(refusal("scope", "Null\u0000")).isEqualTo(Reason.CONTROL_CHARACTERS);
        assertThat(refusal("scope", "A position of the program \uE0000\uE001")).isEqualTo(Reason.CONTROL_CHARACTERS);
        assertThat(refusal("scope", "Half a pair \uD83D")).isEqualTo(Reason.CONTROL_CHARACTERS);
        assertThat(refusal("scope", "x".repeat(100_000))).isEqualTo(Reason.TOO_LONG);
        assertThat(refusal("vendor", "x".repeat(501))).isEqualTo(Reason.TOO_LONG);
        assertThat(refusal("sites", "x\n".repeat(201))).isEqualTo(Reason.TOO_MANY_LINES);
        assertThat(Answers.read(TEMPLATE, Map.of("scope", List.of("x".repeat(100_000))))
                        .refusals()
                        .getFirst()
                        .seen())
                .hasSizeLessThan(100);
    }

    @Test
    void anAnswerToNoQuestionIsAnsweredWithTheNearestName() {
        var reading = Answers.read(TEMPLATE, Map.of("vendr", List.of("x")));

        assertThat(reading.refusals().getFirst().message())
                .isEqualTo("vendr: The template asks nothing of this name. Did you mean “vendor”?");
    }

    @Test
    void aDefaultCountsUntilSomebodyLeavesTheQuestionOpen() {
        var agents = TEMPLATE.question("agents").orElseThrow();

        assertThat(Answers.none().to(agents)).containsExactly("12");
        assertThat(Answers.read(TEMPLATE, Map.of("agents", List.of("")))
                        .answers()
                        .to(agents))
                .isEmpty();
    }

    @Test
    void aQuestionIsAskedWhenEarlierAnswersSaySo() {
        var days = TEMPLATE.question("days").orElseThrow();
        var link = TEMPLATE.question("link").orElseThrow();
        var yes = new Answers(Map.of("onsite", List.of("yes"), "place", List.of("premises"), "days", List.of("3")));
        var no = new Answers(Map.of("onsite", List.of("no"), "place", List.of("premises"), "days", List.of("3")));

        assertThat(yes.ask(TEMPLATE, days)).isTrue();
        assertThat(yes.ask(TEMPLATE, link)).isTrue();
        assertThat(no.ask(TEMPLATE, days)).isFalse();
        // An answer that is left over from before counts for nothing.
        assertThat(no.ask(TEMPLATE, link)).isFalse();
    }

    @Test
    void aFileOfAnswersIsReadAsItIsWritten() {
        assertThat(AnswersFile.read("a.yaml", "vendor: Corbel\nonsite: no\nday: 2027-03-31\nchannels: [voice, chat]\n"))
                .containsEntry("vendor", List.of("Corbel"))
                .containsEntry("onsite", List.of("no"))
                .containsEntry("day", List.of("2027-03-31"))
                .containsEntry("channels", List.of("voice", "chat"));
        for (String wrong : List.of("- a\n", "", "a: {b: c}\n", "a: [\n", "a: 1\na: 2\n")) {
            assertThatThrownBy(() -> AnswersFile.read("a.yaml", wrong))
                    .as(wrong)
                    .isInstanceOf(UnusableTemplateException.class)
                    .hasMessageStartingWith("a.yaml, line ");
        }
    }

    private static Reason refusal(String question, String answer) {
        var refusals = Answers.read(TEMPLATE, Map.of(question, List.of(answer))).refusals();
        assertThat(refusals).as(answer).hasSize(1);
        assertThat(refusals.getFirst().message()).startsWith(question + ": ").doesNotContain("%");
        return refusals.getFirst().reason();
    }
}
