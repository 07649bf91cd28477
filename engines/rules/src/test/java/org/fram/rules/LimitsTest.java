package org.fram.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fram.facts.FactsDocument;
import org.fram.rules.Verdict.Standing;
import org.junit.jupiter.api.Test;

/// Bad input and costly practices: each ends with a message, none with a process that hangs.
class LimitsTest {

    private static final Circumstances TODAY = Circumstances.on(LocalDate.of(2027, 3, 2));

    @Test
    void aPracticeThatComparesEachWithEachFailsAndTheOthersAreEvaluated() {
        var catalogue = Catalogue.of(Map.of(
                "own.yaml",
                pack("OWN-1", "sow.obligations.all(a, sow.obligations.exists(b, b.text == a.id))")
                        + practice("OWN-2", "size(sow.obligations) > 3")));
        var verdicts = catalogue.check(obligations(6_000), TODAY).verdicts();

        assertThat(verdicts).extracting(Verdict::standing).containsExactly(Standing.QUIET, Standing.FIRED);

        var nested = pack("OWN-1", "sow.obligations.exists(a, sow.obligations.exists(b, b.text == a.id))");
        var failed = Catalogue.of(Map.of("own.yaml", nested))
                .check(obligations(6_000), TODAY)
                .verdicts()
                .getFirst();
        assertThat(failed.standing()).isEqualTo(Standing.FAILED);
        assertThat(failed.reason()).startsWith("own.yaml:").contains("20,000,000 steps");
    }

    @Test
    void anEvaluationCanBeStopped() {
        var nested = pack("OWN-1", "sow.obligations.exists(a, sow.obligations.exists(b, b.text == a.id))");
        var verdict = Catalogue.of(Map.of("own.yaml", nested))
                .check(obligations(1_000), TODAY.stoppedWhen(() -> true))
                .verdicts()
                .getFirst();

        assertThat(verdict.standing()).isEqualTo(Standing.FAILED);
        assertThat(verdict.reason()).isEqualTo("The evaluation was stopped before it came to OWN-1.");
    }

    @Test
    void anEvaluationIsStoppedWithinAPracticeAndTheRestIsNotAsked() {
        var nested = pack("OWN-1", "true")
                + practice("OWN-2", "sow.obligations.exists(a, sow.obligations.exists(b, b.text == a.id))")
                + practice("OWN-3", "true");
        var looks = new AtomicInteger();
        var checked = Catalogue.of(Map.of("own.yaml", nested))
                .check(obligations(1_000), TODAY.stoppedWhen(() -> looks.incrementAndGet() > 5));

        assertThat(checked.stopped()).isEqualTo("OWN-2");
        assertThat(checked.verdicts())
                .extracting(Verdict::standing)
                .containsExactly(Standing.FIRED, Standing.FAILED, Standing.FAILED);
        assertThat(checked.verdicts().get(1).reason())
                .startsWith("own.yaml:")
                .endsWith("The evaluation was stopped while it was at OWN-2.");
    }

    @Test
    void aTextBeyondTheLimitIsRefusedAtOnce() {
        var huge = "version: 1\n" + " ".repeat(YamlFile.LARGEST);
        var start = System.nanoTime();

        assertThatThrownBy(() -> FactsFile.read(huge, "facts.yaml"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage("facts.yaml:1:1: The file has 64,000,011 characters; the most that is read is 64,000,000.");
        assertThatThrownBy(() -> Catalogue.of(Map.of("own.yaml", huge))).isInstanceOf(UnusableFileException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aCaseThatGivesADecimalForAWholeNumberIsRefused() {
        var pack = pack("OWN-1", "size(sow.obligations) > most")
                + "  parameters: {most: {default: 3, unit: obligations, about: as many as one can read}}\n";
        var cases = """
                cases:
                - {practice: OWN-1, name: many, parameters: {%s}, given: {sow: {obligations: []}}, expect: quiet}
                """;

        assertThatThrownBy(() -> PackCases.of(
                        Catalogue.of(Map.of("own.yaml", pack)), Map.of("own.cases.yaml", cases.formatted("most: 2.5"))))
                .hasMessage("own.cases.yaml:2:14: The parameter “most” of OWN-1 is a whole number of obligations,"
                        + " not 2.5.");
        assertThatThrownBy(() -> PackCases.of(
                        Catalogue.of(Map.of("own.yaml", pack)), Map.of("own.cases.yaml", cases.formatted("mots: 2"))))
                .hasMessage("own.cases.yaml:2:14: OWN-1 has no parameter “mots”. Did you mean “most”?");
    }

    @Test
    void aRegularExpressionTakesTimeInProportionToTheText() {
        var catalogue =
                Catalogue.of(Map.of("own.yaml", pack("OWN-1", "sow.obligations.exists(o, o.text.matches('(a+)+$'))")));
        var facts = FactsFile.read(
                "version: 1\nsow: {obligations: [{id: O-1, kind: duty, text: %sb}]}\n".formatted("a".repeat(50_000)),
                "facts.yaml");

        assertThat(catalogue.check(facts, TODAY).verdicts().getFirst().standing())
                .isEqualTo(Standing.QUIET);
    }

    @Test
    void aRegularExpressionThatIsNoneIsAMistakeOfThePack() {
        assertThatThrownBy(() -> Catalogue.of(Map.of("own.yaml", pack("OWN-1", "sow.document.matches('(a')"))))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith("own.yaml:");
    }

    @Test
    void aliasesThatExplodeAreRefused() {
        var bomb = new StringBuilder("version: 1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1)));
        }
        assertThatThrownBy(() -> FactsFile.read(bomb.toString(), "bomb.yaml"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith("bomb.yaml:");
    }

    @Test
    void listsWithinListsWithoutEndAreRefused() {
        assertThatThrownBy(() -> FactsFile.read("[".repeat(100_000), "deep.yaml"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith("deep.yaml:");
    }

    @Test
    void activitiesThatWaitForEachOtherAreNamed() {
        assertThatThrownBy(() -> FactsFile.read("""
                version: 1
                plan:
                  activities:
                  - {id: T-1, name: Train, after: [T-3]}
                  - {id: T-2, name: Test, after: [T-1]}
                  - {id: T-3, name: Configure, after: [T-2]}
                """, "facts.yaml"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("T-1 → T-3 → T-2 → T-1");
    }

    @Test
    void aKeyOrAnIdThatIsThereTwiceIsRefused() {
        assertThatThrownBy(() -> FactsFile.read("version: 1\nsow: {document: a, document: b}\n", "facts.yaml"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith("facts.yaml:2:");
        assertThatThrownBy(() -> FactsFile.read("""
                version: 1
                sow:
                  obligations:
                  - {id: O-1, text: One., kind: duty}
                  - {id: O-1, text: Another., kind: duty}
                """, "facts.yaml"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith("facts.yaml:5:");
    }

    @Test
    void twoPracticesOfOneIdAreRefusedWithBothPlaces() {
        var twice = pack("OWN-1", "true") + practice("OWN-1", "false");
        assertThatThrownBy(() -> Catalogue.of(Map.of("own.yaml", twice)))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("another practice OWN-1 at own.yaml:4:7");
    }

    @Test
    void theWorkIsInProportionToTheItems() {
        var catalogue = Catalogue.standard();
        var least = new ArrayList<Long>();
        // The steps that all practices need, found by halving; no clock, so that it is the same on a busy machine.
        for (int size : List.of(200, 2_000)) {
            var facts = obligations(size);
            long enough = 20_000_000;
            long tooFew = 0;
            while (enough - tooFew > enough / 50) {
                long middle = (enough + tooFew) / 2;
                boolean failed = catalogue.check(facts, TODAY.withSteps(middle)).verdicts().stream()
                        .anyMatch(verdict -> verdict.standing() == Standing.FAILED);
                tooFew = failed ? middle : tooFew;
                enough = failed ? enough : middle;
            }
            least.add(enough);
        }
        assertThat((double) least.get(1) / least.get(0)).isBetween(1.0, 12.0);
    }

    private static String pack(String id, String when) {
        return "pack: own\ntitle: Own\npractices:\n" + practice(id, when);
    }

    private static String practice(String id, String when) {
        return """
                - id: %s
                  title: Something
                  applies: [technology project, outsourced service]
                  gates: [sign]
                  severity: warning
                  source: us
                  why: It is so.
                  when: "%s"
                  message: It is so.
                  fix: Change it.
                """.formatted(id, when);
    }

    private static FactsDocument obligations(int number) {
        return FactsFile.read(
                "version: 1\nengagement: {kind: technology project}\nsow:\n  obligations:\n"
                        + IntStream.range(0, number)
                                .mapToObj(i -> "  - {id: O-%d, text: The vendor does %d., kind: service%s}\n"
                                        .formatted(i, i, i % 2 == 0 ? ", accountable: Kestrel" : ""))
                                .collect(Collectors.joining()),
                "facts.yaml");
    }
}
