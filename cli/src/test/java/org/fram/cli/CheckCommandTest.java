package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {

    private static final String OWN_PACK = """
            pack: own
            title: What we look for
            practices:
            - id: OWN-1
              title: Nobody owns the wallboards
              applies: [technology project, outsourced service]
              gates: [hand-off]
              severity: information
              source: our own projects
              why: They go dark on the first day, and nobody knows whom to call.
              needs: [sow.obligations]
              when: "!sow.obligations.exists(o, o.text.lower().contains('wallboard'))"
              message: None of {size(sow.obligations)} obligations is about wallboards.
              fix: Say who owns them.
            """;

    private static final String OWN_CASES = """
            cases:
            - practice: OWN-1
              name: nobody speaks of them
              given: {sow: {obligations: [{id: O-1, text: The vendor trains., kind: service}]}}
              expect: fired
            - practice: OWN-1
              name: the vendor owns them
              given: {sow: {obligations: [{id: O-1, text: The vendor keeps wallboards running., kind: service}]}}
              expect: quiet
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path facts = Path.of("");
    private Path pack = Path.of("");

    @BeforeEach
    void writeFactsAndAPack() throws IOException {
        facts = write("facts.yaml", """
                version: 1
                asOf: 2027-03-02
                engagement: {name: Riverside, kind: technology project}
                sow:
                  obligations:
                  - {id: O-1, text: The numbers shall be ported., kind: service}
                  - {id: O-2, text: The vendor trains the agents., kind: service, accountable: Kestrel}
                """);
        pack = folder.resolve("own");
        Files.createDirectory(pack);
        write("own/own.yaml", OWN_PACK);
        write("own/own.cases.yaml", OWN_CASES);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private int fram(Object... arguments) {
        var args = new String[arguments.length];
        for (int i = 0; i < args.length; i++) {
            args[i] = arguments[i].toString();
        }
        return Fram.run(new CommandLine(new Fram()), new PrintWriter(out), new PrintWriter(err), args);
    }

    @Test
    void whatIsTheMatterIsShownWithItsItemAndWhatToDo() {
        assertThat(fram("check", facts)).isZero();
        assertThat(out.toString())
                .startsWith(facts.toString())
                .contains("BLOCKERS", "SOW-02    An obligation has no accountable party", "O-1", "→ ")
                .contains("NOT EVALUATED");
    }

    @Test
    void aScriptLearnsOfBlockersByTheExitCode() {
        assertThat(fram("check", facts, "--fail-on", "blocker")).isEqualTo(Fram.FINDINGS);
    }

    @Test
    void aWaiverLetsAFindingPassUntilItEnds() throws IOException {
        var waiver = """
                waivers:
                - {practice: SOW-02, by: sponsor, authority: steering committee, reason: The carrier does it., until: %s}
                """;
        var settings = write("settings.yaml", waiver.formatted("2027-03-02"));
        fram("check", facts, "--settings", settings);
        assertThat(out.toString()).contains("WAIVED", "sponsor lives with it until 2027-03-02 (steering committee)");

        out.getBuffer().setLength(0);
        fram("check", facts, "--settings", write("settings.yaml", waiver.formatted("2027-03-01")));
        assertThat(out.toString())
                .contains("Note: The waiver of SOW-02 by sponsor ended")
                .doesNotContain("WAIVED");
    }

    @Test
    void ofOtherGatesNothingIsSaid() {
        assertThat(fram("check", facts, "--gate", "hand-off", "--fail-on", "blocker"))
                .isZero();
        assertThat(out.toString()).contains("At the gate “hand-off”").doesNotContain("SOW-02");
    }

    @Test
    void aGateThatThereIsNotIsAnErrorOfUsage() {
        assertThat(fram("check", facts, "--gate", "handoff")).isEqualTo(Fram.INPUT);
        assertThat(err.toString()).contains("'handoff' is no gate", "hand-off");
    }

    @Test
    void practicesOfOnesOwnStandBesideTheBuiltInOnes() {
        fram("check", facts, "--pack", pack);
        assertThat(out.toString())
                .contains(
                        "OWN-1     Nobody owns the wallboards", "None of 2 obligations is about wallboards.", "SOW-02");
    }

    @Test
    void findingsAreWrittenForPrograms() throws IOException {
        var json = folder.resolve("findings.json");
        fram("check", facts, "--json", json);
        assertThat(Files.readString(json))
                .startsWith("{\n  \"today\": \"2027-03-02\",\n  \"engagement\": \"Riverside\"")
                .contains("\"practice\": \"SOW-02\"", "\"standing\": \"fired\"", "\"item\": \"O-1\"")
                .contains("\"severity\": \"blocker\"", "\"list\": \"sow.obligations\"")
                .doesNotContain("null");
    }

    @Test
    void findingsAreWrittenForReaders() throws IOException {
        var html = folder.resolve("findings.html");
        assertThat(fram("check", facts, "--html", html)).isZero();
        assertThat(Files.readString(html))
                .contains(
                        "<!DOCTYPE html>",
                        "Riverside",
                        "SOW-02",
                        "An obligation has no accountable party",
                        "facts.yaml");
    }

    @Test
    void factsAreNeverOverwrittenNorOneResultByAnother() {
        assertThat(fram("check", facts, "--json", facts)).isEqualTo(Fram.INPUT);
        assertThat(fram("check", facts, "--html", facts)).isEqualTo(Fram.INPUT);
        assertThat(err.toString()).contains("is an input and would be overwritten");

        var out = folder.resolve("out");
        assertThat(fram("check", facts, "--html", out, "--json", out)).isEqualTo(Fram.INPUT);
        assertThat(err.toString()).contains("is named for two results");
    }

    @Test
    void allMistakesOfAFactsFileAreToldWithTheirPlaces() throws IOException {
        var wrong = write("wrong.yaml", """
                version: 1
                sow:
                  oblgations: []
                  obligations:
                  - {id: O-1, text: It is done., kind: dury}
                """);
        assertThat(fram("check", wrong)).isEqualTo(Fram.INPUT);
        assertThat(err.toString()).contains("wrong.yaml:3:3", "obligations", "wrong.yaml:5:", "Did you mean “duty”?");
    }

    @Test
    void aFileThatIsNotThereIsTheInputsFault() {
        assertThat(fram("check", folder.resolve("none.yaml"))).isEqualTo(Fram.INPUT);
        assertThat(err.toString()).contains("none.yaml: there is no such file.");
    }

    @Test
    void neitherFactsNorTestIsAnErrorOfUsage() {
        assertThat(fram("check")).isEqualTo(Fram.INPUT);
        assertThat(err.toString()).contains("--test");
    }

    @Test
    void practicesThatTakeTooLongAreStoppedAndTheFirstWithoutAVerdictIsNamed() {
        var passing = new AtomicLong();
        // Each look at the clock finds it a second later.
        InstantSource clock = () -> Instant.ofEpochSecond(passing.getAndIncrement());
        CommandLine.IFactory factory = new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type == CheckCommand.class
                        ? type.cast(new CheckCommand(Terminal.FILE, clock))
                        : CommandLine.defaultFactory().create(type);
            }
        };
        int exit = Fram.run(
                new CommandLine(new Fram(), factory),
                new PrintWriter(out),
                new PrintWriter(err),
                "check",
                facts.toString(),
                "--seconds",
                "3");

        assertThat(exit).isEqualTo(Fram.INPUT);
        assertThat(err.toString())
                .matches("fram: stopped after 3 s, at the practice SOW-04 \\(.*sow\\.yaml:\\d+:\\d+\\);"
                        + " \\d+ have no verdict\\. --seconds allows more\\.\\R");
    }

    @Test
    void aTimeLimitOfNothingIsAnErrorOfUsage() {
        assertThat(fram("check", facts, "--seconds", "0")).isEqualTo(Fram.INPUT);
        assertThat(err.toString()).contains("--seconds is 1 or more, not 0.");
    }

    @Test
    void aDecimalForAWholeNumberIsRefused() throws IOException {
        var settings = write("settings.yaml", "parameters: [{practice: SOW-16, name: days, value: 30.5}]\n");
        assertThat(fram("check", facts, "--settings", settings)).isEqualTo(Fram.INPUT);
        assertThat(err.toString()).contains("The parameter “days” of SOW-16 is a whole number of days, not 30.5.");
    }

    @Test
    void aFileOfAHundredMegabytesIsRefusedAtOnce() throws IOException {
        var huge = folder.resolve("huge.yaml");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(101L << 20);
        }
        var start = System.nanoTime();

        assertThat(fram("check", huge)).isEqualTo(Fram.INPUT);
        Files.move(huge, pack.resolve("huge.yaml"));
        assertThat(fram("check", facts, "--pack", pack)).isEqualTo(Fram.INPUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(err.toString().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains("huge.yaml: the file has 105,906,176 bytes; the most that is read is 104,857,600."));
    }

    @Test
    void packsAreTriedOnTheirCases() {
        assertThat(fram("check", "--test", "--pack", pack)).isZero();
        assertThat(out.toString()).contains(" cases and altered conditions as they should be, 0 not");
    }

    @Test
    void aPackWhoseCasesNoticeNothingIsNotFine() throws IOException {
        write("own/own.cases.yaml", OWN_CASES.substring(0, OWN_CASES.lastIndexOf("- practice")));
        assertThat(fram("check", "--test", "--pack", pack)).isEqualTo(Fram.FINDINGS);
        assertThat(out.toString()).contains("own.yaml", "OWN-1");
    }

    @Test
    void aPracticeIsExplainedByItselfAndOnFacts() {
        assertThat(fram("explain", "SOW-02")).isZero();
        assertThat(out.toString()).contains("why      ", "source   TICBP", "when     ");

        assertThat(fram("explain", "SOW-02", facts)).isZero();
        assertThat(out.toString()).contains("fired", "o = O-1  fires", "has(o.accountable)  →  false");
    }

    @Test
    void aPracticeThatThereIsNotIsAnsweredWithTheNearest() {
        assertThat(fram("explain", "SOW-2")).isEqualTo(Fram.INPUT);
        assertThat(err.toString()).contains("There is no practice SOW-2.", "Did you mean");
    }
}
