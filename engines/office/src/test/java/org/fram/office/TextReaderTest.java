package org.fram.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {

    @TempDir
    private Path folder;

    private static List<String> lines(String text) {
        return TextReader.read("sow.txt", text).blocks().stream()
                .map(Dump::line)
                .toList();
    }

    @Test
    void brokenLinesAreAParagraphAgain() {
        assertThat(lines("""
                The vendor moves the queues of the three sites to the new platform before the end
                of the spring and reports each week on what was done, what is open and who waits
                for whom.

                The customer provides a room.
                """))
                .containsExactly(
                        "P     [] The vendor moves the queues of the three sites to the new platform before the end of the"
                                + " spring and reports each week on what was done, what is open and who waits for whom.",
                        "P     [] The customer provides a room.");
    }

    @Test
    void headingsThatRunOnIntoTheirParagraphAreHeadingsAllTheSame() {
        assertThat(lines("""
                2.1. PLATFORM OPERATION. The vendor shall run the platform by day and by night and
                keep a record of each outage.

                   2.1.1 Outage Records. The vendor shall keep them for a year.

                   2.1.2. The vendor shall hand over all records at the end of the term to whom the
                   customer names.

                3.0 Reports

                4. TRAVEL
                """))
                .containsExactly(
                        "H2    [2.1] PLATFORM OPERATION",
                        "P     [] The vendor shall run the platform by day and by night and keep a record of each outage.",
                        "H3    [2.1.1] Outage Records",
                        "P     [] The vendor shall keep them for a year.",
                        "P     [2.1.2] The vendor shall hand over all records at the end of the term to whom the customer"
                                + " names.",
                        "H1    [3.0] Reports",
                        "H1    [4] TRAVEL");
    }

    @Test
    void itemsAreKnownByAllKindsOfMarks() {
        assertThat(lines("""
                The vendor will:

                  • build the queues,
                  • write the
                    prompts,
                     - in English,
                     - in Spanish,
                  • test them.

                 (1)Access to the sites shall be given by the customer.
                (2)   Badges are returned.
                   (a) at the end of the term
                   (b) on request
                (3) Keys too.
                """))
                .containsExactly(
                        "P     [] The vendor will:",
                        "L1    [•] build the queues,",
                        "L1    [•] write the prompts,",
                        "L2    [-] in English,",
                        "L2    [-] in Spanish,",
                        "L1    [•] test them.",
                        "L1    [(1)] Access to the sites shall be given by the customer.",
                        "L1    [(2)] Badges are returned.",
                        "L2    [(a)] at the end of the term",
                        "L2    [(b)] on request",
                        "L1    [(3)] Keys too.");
    }

    @Test
    void aMarkThatALineBreakPutAtTheBeginningIsNone() {
        assertThat(lines("""
                Critical equipment means (a) all that carries calls of the customer at any of its sites
                and (b) all that was named critical when the call for service was made, as said in section
                4.2 above and in the annex, and it is treated before everything else that waits in line.
                """)).hasSize(1);
    }

    @Test
    void whatPagesRepeatIsNoText() {
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= 5; page++) {
            text.append("            Lakeside Water, Statement of Work 12\n\n");
            for (String what : List.of("plans", "builds", "tests", "trains", "reports", "closes")) {
                text.append("In month ")
                        .append((char) ('a' + page))
                        .append(" of the term the vendor ")
                        .append(what);
                text.append(
                        " what was agreed for this\nmonth, and the customer says within a week whether it is right.\n\n");
            }
            text.append("                                            Page ")
                    .append(page)
                    .append(" of 5\n");
        }
        Document document = TextReader.read("sow.txt", text.toString());

        assertThat(document.pages()).isEqualTo(5);
        assertThat(document.runningText()).containsExactly("Lakeside Water, Statement of Work 12");
        assertThat(document.blocks())
                .hasSize(30)
                .allSatisfy(block -> assertThat(Dump.line(block)).doesNotContain("Lakeside", "Page"));
        assertThat(document.blocks().stream().map(block -> block.place().page()).distinct())
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void aSentenceGoesOnOverTheEndOfAPage() {
        assertThat(lines("""
                The vendor answers calls of the customer on every day of the week and on each of the
                                                                                               7
                holidays that the state observes, and it keeps a record of them that the customer may see.

                The record is kept for a year and is handed over to the customer whenever it asks for
                                                                                               8
                it, whatever the reason may be.
                """))
                .containsExactly(
                        "P     [] The vendor answers calls of the customer on every day of the week and on each of the"
                                + " holidays that the state observes, and it keeps a record of them that the customer may"
                                + " see.",
                        "P     [] The record is kept for a year and is handed over to the customer whenever it asks for"
                                + " it, whatever the reason may be.");
    }

    @Test
    void columnsOfSpacesAreATable() {
        assertThat(lines("""
                The response times are:

                    Severity      Response          Restoration
                    High          15 minutes        2 hours
                    Medium        1 hour            8 hours
                    Low           next day          when a release
                                                    goes out

                All times are by the clock.
                """))
                .containsExactly(
                        "P     [] The response times are:",
                        "T     header 1\n  | Severity | Response | Restoration \n  | High | 15 minutes | 2 hours "
                                + "\n  | Medium | 1 hour | 8 hours \n  | Low | next day | when a release goes out ",
                        "P     [] All times are by the clock.");
    }

    @Test
    void labelsInTheMiddleOfTheirRowsAreToldApartAlsoOverTheEndOfAPage() {
        assertThat(lines("""
                        Objective of work    Ref     Standard
                                                     The vendor answers nine of ten calls within
                        Answer
                                             2.1     half a minute, measured over each month of
                        calls
                                                     the term and reported on its last day.
                                                     No more than one outage a month, and each
                        Keep the
                                             2.2     of them ended within two hours from when it
                        platform up
                                                     was first noticed by the vendor or by any of
                                                                                                  4
                                    the agents of the customer.

                                    First response within one hour.
                        Mend
                              2.3   Second response within a day.
                        all
                                    Repair within three days.
                                    Reports on what was done each month of the
                        Tell
                              2.4   term, with the outages and their causes and
                        back
                                    what was done against them.
                                    People of the vendor are on site within a day
                        Visit
                              2.5   of a call for help, with the tools and spare
                        sites
                                    parts that the fault asks for.
                                                                                                  5
                """))
                .containsExactly("T     header 1\n  | Objective of work | Ref | Standard "
                        + "\n  | Answer calls | 2.1 | The vendor answers nine of ten calls within half a minute,"
                        + " measured over each month of the term and reported on its last day. "
                        + "\n  | Keep the platform up | 2.2 | No more than one outage a month, and each of them ended"
                        + " within two hours from when it was first noticed by the vendor or by any of the agents of"
                        + " the customer. "
                        + "\n  | Mend all | 2.3 | First response within one hour.⏎Second response within a day."
                        + "⏎Repair within three days. "
                        + "\n  | Tell back | 2.4 | Reports on what was done each month of the term, with the"
                        + " outages and their causes and what was done against them. "
                        + "\n  | Visit sites | 2.5 | People of the vendor are on site within a day of a call for"
                        + " help, with the tools and spare parts that the fault asks for. ");
    }

    @Test
    void itemsInACellKeepTheirLines() {
        assertThat(lines("""
                        Work                           What is expected
                 Ports of numbers.       1. All numbers are ported on the day that was
                                            agreed with the carrier in writing.
                                         2. Each number is called within an hour of its
                                            port, by a tester of the customer.
                 Training                1. Each agent has had a course before the wave
                                            in which the agent goes live.
                                         2. No course has more than twelve seats.
                 Reports                 All reports come on Fridays.
                """))
                .containsExactly("T     header 1\n  | Work | What is expected "
                        + "\n  | Ports of numbers. | 1. All numbers are ported on the day that was agreed with the"
                        + " carrier in writing.⏎2. Each number is called within an hour of its port, by a tester of the"
                        + " customer. "
                        + "\n  | Training | 1. Each agent has had a course before the wave in which the agent goes live."
                        + "⏎2. No course has more than twelve seats. "
                        + "\n  | Reports | All reports come on Fridays. ");
    }

    @Test
    void drawnTablesAreReadByTheirRulesAndStrokes() {
        assertThat(lines("""
                ----------------------------------------------
                Item                 Who        When
                -------------------- ---------- --------------
                Circuits for both    Carrier    June
                sites

                Badges               Customer   May
                ----------------------------------------------

                +-----------+--------+
                | Course    | Days   |
                +===========+========+
                | Agents    | 2      |
                | and leads |        |
                +-----------+--------+
                | Admins    | 3      |
                +-----------+--------+
                """))
                .containsExactly(
                        "T     header 0\n  | Item | Who | When \n  | Circuits for both sites | Carrier | June "
                                + "\n  | Badges | Customer | May ",
                        "T     header 1\n  | Course | Days \n  | Agents and leads | 2 \n  | Admins | 3 ");
    }

    @Test
    void justifiedTextIsNoTable() {
        assertThat(lines("""
                The  vendor  will  keep  the  platform  of  the  customer  running  at  all  times.
                It  reports   each   week  what  was  done   and   names  all  that  remains  open.
                The customer  names a person who  decides what  is done  first and  what may  wait.
                """)).hasSize(1);
    }

    @Test
    void wordsBrokenAtTheEndOfALineAreJoined() {
        assertThat(lines("""
                The requirements are written by the vendor together with all of the cus-
                tomer's people, and the require-
                ments are on-
                site requirements: an on-site visit finds them.
                """))
                .containsExactly(
                        "P     [] The requirements are written by the vendor together with all of the customer's"
                                + " people, and the requirements are on-site requirements: an on-site visit finds them.");
    }

    @Test
    void contentsAndTheirDottedLinesAreNoText() {
        assertThat(lines("""
                1. Scope ................................ 3
                2. Prices ............................... 4

                The vendor builds it.
                """)).containsExactly("P     [] The vendor builds it.");
    }

    @Test
    void encodingsAreToldByTheirBytes() throws IOException {
        String text = "The customer’s café pays €5 – no more.";
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                Charset.forName("windows-1252"),
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (charset.name().startsWith("UTF-16")) {
                bytes.write("\uFEFF".getBytes(charset));
            }
            bytes.write(text.getBytes(charset));
            Path file = Files.write(folder.resolve("sow.txt"), bytes.toByteArray());
            assertThat(Documents.read(file).blocks())
                    .as(charset.name())
                    .extracting(Dump::line)
                    .containsExactly("P     [] " + text);
        }
        Path marked = Files.writeString(folder.resolve("bom.txt"), "\uFEFF" + text);
        assertThat(Documents.read(marked).blocks()).extracting(Dump::line).containsExactly("P     [] " + text);
    }

    /// Law: whatever was laid out, the words that are read are the words of the file, in order, less what pages repeat.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noWordIsLostAndNoneIsAdded(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        List<String> words = new ArrayList<>();
        for (int block = 0; block < 30; block++) {
            int indent = random.nextInt(3) * 4;
            String mark = List.of("", "", "• ", "(%d) ".formatted(block + 1), "%d.%d ".formatted(1 + block / 5, block))
                    .get(random.nextInt(5));
            StringBuilder line = new StringBuilder(" ".repeat(indent) + mark);
            int count = 3 + random.nextInt(40);
            for (int i = 0; i < count; i++) {
                String word = i == 0 ? "The" : "word" + random.nextInt(1000);
                words.add(word);
                if (line.length() + word.length() > 78) {
                    text.append(line).append('\n');
                    line = new StringBuilder(" ".repeat(indent + mark.length()));
                }
                line.append(word).append(' ');
            }
            text.append(line.toString().stripTrailing()).append(".\n\n");
            words.set(words.size() - 1, words.getLast() + ".");
        }
        Document document = TextReader.read("sow.txt", text.toString());

        List<String> read = document.blocks().stream()
                .flatMap(block -> List.of(SampleDocument.text(block).split(" ")).stream())
                .toList();
        assertThat(read).isEqualTo(words);
        assertThat(document.blocks()).hasSize(30);
    }
}
