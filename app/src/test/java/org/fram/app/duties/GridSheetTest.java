package org.fram.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.fram.app.engagement.Side;
import org.fram.app.platform.access.PartyId;
import org.fram.facts.ActivityArea;
import org.fram.office.Cell;
import org.fram.office.Oddity;
import org.fram.office.Sheet;
import org.junit.jupiter.api.Test;

/// Tables of responsibilities as spreadsheets have them, good and bad.
class GridSheetTest {

    private static final PartyId BUYER = PartyId.next();
    private static final PartyId SELLER = PartyId.next();
    private static final Participant VENDOR =
            new Participant("v", "Cloud Vendor", SELLER, "Cloud Vendor", Side.VENDOR, "", false, null);
    private static final Participant IT =
            new Participant("it", "Harbour: IT", BUYER, "Harbour", Side.BUYER, Participant.IT, false, null);
    private static final Participant CENTER = new Participant(
            "cc", "Harbour: contact center", BUYER, "Harbour", Side.BUYER, Participant.CENTER, false, null);
    private static final GridSheet.Headings HEADINGS = new GridSheet.Headings(
            Set.of("No."),
            Set.of("Kind of work"),
            Set.of("Activity", "Task"),
            Set.of("Standing"),
            Map.of("Testing", ActivityArea.TESTING, "Training", ActivityArea.TRAINING));
    private static final String HEAD =
            "No.|Kind of work|Activity|Cloud Vendor|Harbour: IT|Harbour: contact center|Standing";

    @Test
    void aTableThatLeftComesBack() {
        var sheet = read(
                HEAD, "D-1|Testing|Test under load|R|A/R|I|Confirmed", "D-2|Training|Train agents|C||A, R|Proposed");

        assertThat(sheet.problems()).isEmpty();
        assertThat(sheet.lines()).hasSize(2);
        var first = sheet.lines().getFirst();
        assertThat(first.number()).isEqualTo(2);
        assertThat(first.ref()).isEqualTo("D-1");
        assertThat(first.area()).isEqualTo(ActivityArea.TESTING);
        assertThat(first.letters())
                .isEqualTo(Map.of(
                        "Cloud Vendor", Letters.RESPONSIBLE,
                        "Harbour: IT", Letters.BOTH,
                        "Harbour: contact center", Letters.INFORMED));
        assertThat(sheet.lines().getLast().letters()).containsEntry("Harbour: IT", Letters.NONE);
    }

    @Test
    void aTableOfSomebodyElseIsUnderstoodByFunctionsSidesAndTitlesOfGroups() {
        var sheet = read(
                "Who does what|||",
                "Task|Vendor|IT|Contact Center",
                "Testing|||",
                "Test under load|R|A|I",
                "Training|||",
                "Train agents|C||A/R");

        assertThat(sheet.problems()).isEmpty();
        assertThat(sheet.lines())
                .extracting(GridSheet.Line::area)
                .containsExactly(ActivityArea.TESTING, ActivityArea.TRAINING);
        assertThat(sheet.lines().getFirst().letters()).containsEntry("Harbour: IT", Letters.ACCOUNTABLE);
    }

    @Test
    void twoWhoAnswerAreTold() {
        assertThat(problems(HEAD, "|Testing|Test under load|A/R|A|"))
                .containsExactly("2  duties.flaw.several [Cloud Vendor, Harbour: IT]");
    }

    @Test
    void nobodyResponsibleIsTold() {
        assertThat(problems(HEAD, "|Testing|Test under load|A|C|"))
                .containsExactly("2  duties.flaw.noResponsible [Cloud Vendor]");
        assertThat(problems(HEAD, "|Testing|Test under load|R|C|")).containsExactly("2  duties.flaw.noAccountable []");
        assertThat(problems(HEAD, "|Testing|Test under load|I|C|")).containsExactly("2  duties.flaw.nobody []");
    }

    @Test
    void aRowWithoutLettersIsStillToBeFilled() {
        assertThat(problems(HEAD, "|Testing|Test under load|||")).isEmpty();
    }

    @Test
    void aColumnOfNobodyIsTold() {
        assertThat(problems("Activity|Cloud Vendor|Carrier", "Test under load|A/R|C"))
                .containsExactly(
                        "1 Carrier duties.import.unknownColumn [Cloud Vendor; Harbour: IT; Harbour: contact center]");
        assertThat(problems("Activity|Cloud Vendor|Vendor", "Test under load|A/R|C"))
                .containsExactly("1 Vendor duties.import.columnTwice [Cloud Vendor]");
    }

    @Test
    void otherLettersAreToldWithTheirCell() {
        var problems =
                sheet(List.of(), HEAD, "|Testing|Test under load|X|A/R|A/C").problems();

        assertThat(problems).hasSize(2);
        assertThat(problems.getFirst().column()).isEqualTo("Cloud Vendor");
        assertThat(problems.getFirst().value()).isEqualTo("X");
        assertThat(problems.getLast().value()).isEqualTo("A/C");
    }

    @Test
    void mergedCellsAndFormulasAreToldWithTheirPlace() {
        var oddities = List.of(
                new Oddity(Oddity.Kind.MERGED, 2, 3),
                new Oddity(Oddity.Kind.FORMULA, 3, 4),
                // Above the table and beside it nobody minds.
                new Oddity(Oddity.Kind.MERGED, 0, 0),
                new Oddity(Oddity.Kind.FORMULA, 3, 40));

        var told = told(sheet(oddities, HEAD, "|Testing|Test under load|A/R||", "|Testing|Test failover|A/R|C|"));

        assertThat(told)
                .containsExactly("2 Cloud Vendor duties.import.merged []", "3 Harbour: IT duties.import.formula []");
    }

    @Test
    void whatIsThereTwiceOrHasNoNameIsTold() {
        assertThat(problems(HEAD, "D-1|Testing|Test|A/R||", "D-1|Testing|“Test!”|A/R||", "||| R||"))
                .containsExactly(
                        "3 Activity duties.import.twice []",
                        "3 No. duties.import.numberTwice []",
                        "4 Activity duties.import.noActivity []");
        assertThat(problems(HEAD, "|Cooking|Test|A/R||")).containsExactly("2 Kind of work duties.import.area []");
    }

    @Test
    void aFileWithoutATableIsTold() {
        assertThat(problems("Price|Amount", "Licences|3")).containsExactly("1  duties.import.noTable []");
    }

    private static GridSheet read(String... lines) {
        return sheet(List.of(), lines);
    }

    private static List<String> problems(String... lines) {
        return told(read(lines));
    }

    private static List<String> told(GridSheet sheet) {
        return sheet.problems().stream()
                .map(problem -> "%d %s %s %s"
                        .formatted(
                                problem.row(),
                                problem.column(),
                                problem.reason().key(),
                                problem.reason().values()))
                .toList();
    }

    private static GridSheet sheet(List<Oddity> oddities, String... lines) {
        var sheet = new Sheet(
                "Table",
                IntStream.range(0, lines.length)
                        .mapToObj(at -> new Sheet.Line(
                                at + 1,
                                Arrays.stream(lines[at].split("\\|", -1))
                                        .<Cell>map(text -> new Cell.Words(text.strip()))
                                        .toList()))
                        .toList());
        return GridSheet.of(List.of(sheet), Map.of("Table", oddities), List.of(VENDOR, IT, CENTER), HEADINGS);
    }
}
