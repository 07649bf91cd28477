package org.fram.app.sow.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fram.app.sow.trace.RequirementsInDocument.Doubt;
import org.fram.app.sow.trace.RequirementsInDocument.Proposal;
import org.fram.office.Block;
import org.fram.office.Documents;
import org.fram.office.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequirementsInDocumentTest {

    @TempDir
    Path folder;

    @Test
    void aLineThatIsNumberedAsARequirementIsOne() throws Exception {
        var found = asked("""
                # Requirements

                R-12 The system shall record all calls.

                REQ-001: Agents see the history of a caller.

                NFR 3.1 Screens open within two seconds.

                ISO 27001 certification of the data centre is welcome.
                """);

        assertThat(found)
                .extracting(Proposal::number, Proposal::text, Proposal::section)
                .containsExactly(
                        tuple("R-12", "The system shall record all calls.", "Requirements"),
                        tuple("REQ-001", "Agents see the history of a caller.", "Requirements"),
                        tuple("NFR 3.1", "Screens open within two seconds.", "Requirements"));
    }

    @Test
    void sentencesAndItemsThatSayShallOrMustAreRequirementsAndProseIsNot() throws Exception {
        var found = asked("""
                # 1 Background

                The harbour has run its centre since 1998. It takes 6,000 calls a day. The platform must be in service by March.

                # 2 Routing

                - The platform shall route calls by skill.
                - Calls come from three countries.

                The platform shall:

                - play announcements in two languages
                - offer a callback
                """);

        assertThat(found)
                .extracting(Proposal::text)
                .containsExactly(
                        "The platform must be in service by March.",
                        "The platform shall route calls by skill.",
                        "The platform shall play announcements in two languages",
                        "The platform shall offer a callback");
        assertThat(found.getLast().section()).isEqualTo("2 Routing");
    }

    @Test
    void aTableWithAColumnOfRequirementsIsReadRowByRow() throws Exception {
        var found = asked("""
                | Req ID | Requirement | Priority | Vendor response |
                | --- | --- | --- | --- |
                | F-1 | Recording of all calls for 90 days | Must | |
                | F-2 | Supervisors listen to live calls | Nice to have | |
                | | Total | | |
                """);

        assertThat(found)
                .extracting(Proposal::number, Proposal::text, Proposal::key)
                .containsExactly(
                        tuple("F-1", "Recording of all calls for 90 days", true),
                        tuple("F-2", "Supervisors listen to live calls", false));
        assertThat(found).extracting(Proposal::doubt).containsOnlyNulls();
    }

    @Test
    void anAnswerPromisesWhatItSaysYesToAndIsInDoubtWhereItDoesNot() throws Exception {
        var found = promised("""
                | No. | Requirement | Comply |
                | --- | --- | --- |
                | 1 | Recording of all calls for 90 days | Yes |
                | 2 | Listening to live calls by supervisors | We will provide silent monitoring and whisper coaching. |
                | 3 | Sending of faxes to all offices | No |
                | 4 | Transcripts of calls in Portuguese | Partially, English only |
                | 5 | Storage of voicemail in the country | |

                The Vendor will train forty agents. The Vendor was founded in 2009.
                """);

        assertThat(found)
                .extracting(Proposal::text, Proposal::doubt)
                .containsExactly(
                        tuple("Recording of all calls for 90 days", null),
                        tuple("We will provide silent monitoring and whisper coaching.", null),
                        tuple("Sending of faxes to all offices", Doubt.DECLINED),
                        tuple("Transcripts of calls in Portuguese", Doubt.PARTLY),
                        tuple("Storage of voicemail in the country", Doubt.UNANSWERED),
                        tuple("The Vendor will train forty agents.", null));
    }

    @Test
    void whatIsAboutTheTenderIsInDoubt() throws Exception {
        var found = asked("""
                Bidders must submit their proposals by 3 March. The platform must answer within two seconds.
                """);

        assertThat(found).extracting(Proposal::doubt).containsExactly(Doubt.OF_THE_TENDER, null);
    }

    @Test
    void aTextIsProposedOnce() throws Exception {
        assertThat(asked("""
                The platform shall record all calls.

                - The platform shall record  all calls
                """)).hasSize(1);
    }

    @Test
    void aDocumentOfSomethingElseHoldsNone() throws Exception {
        assertThat(asked("""
                # Soup

                Peel the potatoes and boil them. Serve warm.

                | Item | Weight |
                | --- | --- |
                | Potatoes | 2 kg |
                """)).isEmpty();
    }

    @Test
    void tenThousandLinesAreReadInTheirOrder() {
        var blocks = IntStream.range(0, 10_000)
                .<Block>mapToObj(i -> new Block.Paragraph(
                        "", "R-%d The system shall do thing %d.".formatted(i, i), Place.paragraph(0, 0)))
                .toList();

        var found = RequirementsInDocument.of(blocks, false);

        assertThat(found).hasSize(10_000);
        assertThat(found.getLast().number()).isEqualTo("R-9999");
    }

    @Test
    void aWordDocumentIsReadAsItsTextIs() throws Exception {
        var blocks = blocks("""
                # Requirements

                R-1 The system shall record all calls.

                - The system must keep them for 90 days.

                | No. | Requirement |
                | --- | --- |
                | 7 | Calls are kept in the country |
                """);
        Path docx = folder.resolve("rfp.docx");
        try (var out = Files.newOutputStream(docx)) {
            Documents.writeDocx(blocks, out);
        }

        var found = RequirementsInDocument.of(Documents.read(docx).blocks(), false);

        assertThat(found.stream().map(Proposal::text).collect(Collectors.toList()))
                .containsExactly(
                        "The system shall record all calls.",
                        "The system must keep them for 90 days.",
                        "Calls are kept in the country");
    }

    private List<Proposal> asked(String markdown) throws Exception {
        return RequirementsInDocument.of(blocks(markdown), false);
    }

    private List<Proposal> promised(String markdown) throws Exception {
        return RequirementsInDocument.of(blocks(markdown), true);
    }

    private List<Block> blocks(String markdown) throws Exception {
        Path file = folder.resolve("document.md");
        Files.writeString(file, markdown);
        return Documents.read(file).blocks();
    }
}
