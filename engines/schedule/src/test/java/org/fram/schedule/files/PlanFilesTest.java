package org.fram.schedule.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fram.schedule.Activity;
import org.fram.schedule.Constraint;
import org.fram.schedule.Costs;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Plan;
import org.fram.schedule.Plans;
import org.fram.schedule.Resource;
import org.fram.schedule.Resource.Assignment;
import org.fram.schedule.Timetable.Window;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.WorkCalendar;
import org.fram.schedule.files.PlanFiles.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanFilesTest {

    private static final String SM = """
            jobs (incl. supersource/sink ):  4
            ************************************************************************
            PRECEDENCE RELATIONS:
            jobnr.    #modes  #successors   successors
               1        1          2           2   3
               2        1          1           4
               3        1          1           4
               4        1          0
            ************************************************************************
            REQUESTS/DURATIONS:
            jobnr. mode duration  R 1  R 2
            ------------------------------------------------------------------------
              1      1     0       0    0
              2      1     3       2    1
              3      1     5       0    4
              4      1     0       0    0
            ************************************************************************
            RESOURCEAVAILABILITIES:
              R 1  R 2
                4    6
            ************************************************************************
            """;

    @ParameterizedTest
    @EnumSource(Target.class)
    void aPlanThatIsWrittenIsReadWithTheSameDates(Target target) throws IOException {
        var plan = plan();
        var read = PlanFiles.read("p", write(plan, target), Plans.UTC);

        assertThat(names(read.plan())).containsAll(names(plan));
        assertThat(read.plan().links()).hasSameSizeAs(plan.links());
        assertThat(CriticalPath.of(read.plan()).finish())
                .isEqualTo(CriticalPath.of(plan).finish());
        assertThat(starts(read.plan())).containsAll(starts(plan));
    }

    @Test
    void whatAFormatCannotCarryIsSaid() throws IOException {
        var due = Plans.with(plan(), "uat", uat -> uat.dueBy(LocalDateTime.of(2026, 5, 1, 17, 0)));

        assertThat(PlanFiles.write(due, Costs.NONE, Target.MSPDI, new ByteArrayOutputStream()))
                .contains("The time zone (UTC): the file holds local dates only.")
                .doesNotContain("1 deadlines are missing.");
        assertThat(PlanFiles.write(due, Costs.NONE, Target.XER, new ByteArrayOutputStream()))
                .contains("1 deadlines are missing.");
    }

    @Test
    void problemsOfPsplibArePlans() {
        var read = PlanFiles.read("x.sm", SM.getBytes(UTF_8), Plans.UTC);

        assertThat(read.plan().activities()).hasSize(4);
        assertThat(read.plan().links()).hasSize(4);
        assertThat(read.plan().resources()).extracting("units").containsExactly(400, 600);
        assertThat(read.plan().assignments()).hasSize(3);
        var timetable = CriticalPath.of(read.plan());
        assertThat(timetable.finish() - timetable.start()).isEqualTo(5 * 1440);
    }

    @Test
    void bothFormatsOfPsplibSayTheSame() {
        var rcp = """
                4 2
                4 6
                0 0 0 2 2 3
                3 2 1 1 4
                5 0 4 1 4
                0 0 0 0
                """;

        var other = PlanFiles.read("x", rcp.getBytes(UTF_8), Plans.UTC).plan();
        var plan = PlanFiles.read("x", SM.getBytes(UTF_8), Plans.UTC).plan();

        assertThat(other).isEqualTo(plan);
        assertThatThrownBy(() -> PlanFiles.read("x.rcp", rcp.substring(0, 20).getBytes(UTF_8), Plans.UTC))
                .isInstanceOf(UnusablePlanException.class)
                .hasMessageContaining("ends too early");
    }

    @Test
    void aCircleInAFileIsNamed() {
        var circle = SM.replace("2        1          1           4", "2        1          1           1");

        assertThatThrownBy(() -> PlanFiles.read("x.sm", circle.getBytes(UTF_8), Plans.UTC))
                .isInstanceOf(UnusablePlanException.class)
                .hasMessageContaining("wait for each other")
                .hasMessageContaining("\"Job 2\"");
    }

    @Test
    void serialisedObjectsAreRefusedWhateverTheirName() {
        byte[] serialised = {(byte) 0xAC, (byte) 0xED, 0, 5, 's', 'r'};

        assertThatThrownBy(() -> PlanFiles.read("plan.mpp", serialised, Plans.UTC))
                .isInstanceOf(UnusablePlanException.class)
                .hasMessageContaining("serialised Java objects");
        assertThatThrownBy(() -> PlanFiles.read("plan.POD", "text".getBytes(UTF_8), Plans.UTC))
                .hasMessageContaining("serialised Java objects");
    }

    @Test
    void aFileThatIsNotWholeIsRefused() throws IOException {
        byte[] ole = new byte[2048];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, ole, 0, magic.length);
        byte[] whole = write(plan(), Target.MSPDI);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertThatThrownBy(() -> PlanFiles.read("cut.mpp", ole, Plans.UTC))
                .isInstanceOf(UnusablePlanException.class)
                .hasMessageContaining("cut.mpp cannot be read as a file of Microsoft Project (MPP)");
        assertThatThrownBy(() -> PlanFiles.read("cut.xml", half, Plans.UTC)).isInstanceOf(UnusablePlanException.class);
        assertThatThrownBy(() -> PlanFiles.read("none.xml", new byte[0], Plans.UTC))
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> PlanFiles.read("letter.txt", "Dear all".getBytes(UTF_8), Plans.UTC))
                .hasMessageContaining("is not a plan that can be read");
    }

    @Test
    void documentTypesAreRefusedInAnyEncoding() {
        var xml = "<?xml version=\"1.0\"?><!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Project/>";
        for (var charset : List.of(UTF_8, Charset.forName("UTF-16LE"), Charset.forName("UTF-16BE"))) {
            assertThatThrownBy(() -> PlanFiles.read("x.xml", xml.getBytes(charset), Plans.UTC))
                    .isInstanceOf(UnusablePlanException.class)
                    .hasMessageContaining("document type");
        }
    }

    @Test
    void lettersOfAnXerAreReadInUtf8AndInTheCodePageOfWindows() throws IOException {
        var plan = Plans.with(plan(), "uat", uat -> Activity.of("uat", "Prüfung", uat.minutes()));
        var text = new String(write(plan, Target.XER), ISO_8859_1).replace("Pr\u00c3\u00bcfung", "Prüfung");

        for (var charset : List.of(UTF_8, Charset.forName("windows-1252"))) {
            assertThat(names(PlanFiles.read("p.xer", text.getBytes(charset), Plans.UTC)
                            .plan()))
                    .contains("Prüfung");
        }
        var russian = text.replace("Prüfung", "\u0081\u008d").getBytes(ISO_8859_1);
        assertThat(PlanFiles.read("p.xer", russian, Plans.UTC).notes())
                .anyMatch(note -> note.contains("not UTF-8 and are taken as Western European"));
    }

    @Test
    void aNegativeLengthInAFileIsRefused() throws IOException {
        var text = new String(write(plan(), Target.MSPDI), UTF_8).replaceFirst("<Duration>PT", "<Duration>-PT");

        assertThatThrownBy(() -> PlanFiles.read("p.xml", text.getBytes(UTF_8), Plans.UTC))
                .isInstanceOf(UnusablePlanException.class);
    }

    @Test
    void costsAndUnitsOfResourcesGoIntoAFile() throws IOException {
        var plan =
                plan().with(List.of(new Resource("1", "Engineer", 250, Plan.NONE)), List.of(new Assignment(0, 0, 50)));
        var costs =
                new Costs("EUR", 0, List.of(new Costs.OfActivity(2, 900, 0)), List.of(new Costs.OfResource(0, 5, 640)));
        var out = new ByteArrayOutputStream();

        assertThat(PlanFiles.write(plan, costs, Target.MSPDI, out)).noneMatch(loss -> loss.contains("osts"));
        var read = PlanFiles.read("p.xml", out.toByteArray(), Plans.UTC);
        assertThat(read.plan().resources()).extracting(Resource::units).contains(250);
        assertThat(read.costs().resources())
                .extracting(Costs.OfResource::perDay)
                .containsExactly(640.0);
        assertThat(PlanFiles.write(
                        plan, new Costs("EUR", 100, List.of(), List.of()), Target.MPX, new ByteArrayOutputStream()))
                .contains("Costs differ, or some are missing.");
    }

    @Test
    void linksThatLeadNowhereAreNamed() throws IOException {
        var mspdi = new String(write(plan(), Target.MSPDI), UTF_8);
        var gone = mspdi.replaceFirst("<PredecessorUID>\\d+</PredecessorUID>", "<PredecessorUID>777</PredecessorUID>");
        var outside = gone.replaceFirst("(<PredecessorUID>777</PredecessorUID>)", "$1<CrossProject>1</CrossProject>");

        assertThatThrownBy(() -> PlanFiles.read("p.xml", gone.getBytes(UTF_8), Plans.UTC))
                .isInstanceOf(UnusablePlanException.class)
                .hasMessageContaining("\"build\" waits for activity 777, which the file does not have");
        assertThat(PlanFiles.read("p.xml", outside.getBytes(UTF_8), Plans.UTC)
                        .plan()
                        .links())
                .hasSize(plan().links().size() - 1);
        assertThatThrownBy(() -> PlanFiles.read(
                        "x.sm",
                        SM.replace("3        1          1           4", "3        1          1           9")
                                .getBytes(UTF_8),
                        Plans.UTC))
                .hasMessageContaining("job 3 is followed by job 9, and there are 4 jobs");
    }

    @Test
    void linksOfAnXerThatLeadNowhereAreNamed() throws IOException {
        var lines = new String(write(plan(), Target.XER), ISO_8859_1).lines().toList();
        int table = lines.indexOf("%T\tTASKPRED");
        var fields = List.of(lines.get(table + 1).split("\t", -1));
        var row = lines.get(table + 2).split("\t", -1);
        row[fields.indexOf("pred_task_id")] = "777";
        var broken = new ArrayList<>(lines);
        broken.set(table + 2, String.join("\t", row));

        assertThatThrownBy(() ->
                        PlanFiles.read("p.xer", String.join("\r\n", broken).getBytes(ISO_8859_1), Plans.UTC))
                .isInstanceOf(UnusablePlanException.class)
                .hasMessageContaining("waits for activity 777");
    }

    @Test
    void anXerOfTwoBytesALetterIsRead() throws IOException {
        var plan = Plans.with(plan(), "uat", uat -> Activity.of("uat", "Prüfung", uat.minutes()));
        var text = new String(write(plan, Target.XER), ISO_8859_1).replace("Pr\u00c3\u00bcfung", "Prüfung");
        var wide = ("\uFEFF" + text).getBytes(Charset.forName("UTF-16LE"));

        assertThat(names(PlanFiles.read("p.xer", wide, Plans.UTC).plan())).contains("Prüfung");
    }

    @Test
    void aPlanThatIsCutOffIsRefusedThoughWhatIsThereCouldBeRead() throws IOException {
        var xer = new String(write(plan(), Target.XER), ISO_8859_1);
        var mpx = new String(write(plan(), Target.MPX), ISO_8859_1);

        refused("p.xer", xer.substring(0, xer.indexOf("%T\tTASKPRED")), "is cut off: its last line is not %E");
        refused("p.xer", xer.substring(0, xer.lastIndexOf("%E")), "is cut off");
        refused("p.mpx", mpx.stripTrailing(), "is cut off: its last line does not end");
    }

    @Test
    void marksOfAnEncodingAreNoPartOfThePlan() throws IOException {
        for (var target : Target.values()) {
            var text = "\uFEFF" + new String(write(plan(), target), UTF_8);
            assertThat(names(
                            PlanFiles.read("p", text.getBytes(UTF_8), Plans.UTC).plan()))
                    .contains("uat");
        }
        assertThat(PlanFiles.read("p", "\uFEFF2 1\n1\n3 0 1 2\n0 0 0\n".getBytes(UTF_8), Plans.UTC)
                        .plan()
                        .activities())
                .hasSize(2);
    }

    @Test
    void xmlIsReadInTheEncodingThatItIsIn() throws IOException {
        var plan = Plans.with(plan(), "uat", uat -> Activity.of("uat", "Prüfung", uat.minutes()));
        var text = new String(write(plan, Target.MSPDI), UTF_8).replaceFirst("encoding=\"[^\"]*", "encoding=\"UTF-8");

        for (var charset : List.of("UTF-16", "UTF-16LE", "ISO-8859-1", "windows-1252")) {
            for (var declared : charset.startsWith("UTF") ? List.of("UTF-8", charset) : List.of(charset)) {
                var file = text.replaceFirst("UTF-8", declared).getBytes(Charset.forName(charset));
                assertThat(names(PlanFiles.read("p.xml", file, Plans.UTC).plan()))
                        .as(charset + " as " + declared)
                        .contains("Prüfung");
            }
        }
        refused(
                "p.xml",
                text.replaceFirst("UTF-8", "LATIN-ONE"),
                "says that it is in \"LATIN-ONE\", which is no encoding");
    }

    @Test
    void thatAFileHoldsMoreProjectsThanAreReadIsSaid() throws IOException {
        var lines = new ArrayList<>(
                new String(write(plan(), Target.XER), ISO_8859_1).lines().toList());
        int row = lines.indexOf("%T\tPROJECT") + 2;
        int flag = List.of(lines.get(row - 1).split("\t", -1)).indexOf("export_flag");
        var first = lines.get(row).split("\t", -1);
        first[flag] = "Y";
        lines.set(row, String.join("\t", first));
        var second = first.clone();
        second[1] = "999";

        assertThat(PlanFiles.read("p.xer", String.join("\n", lines).getBytes(ISO_8859_1), Plans.UTC)
                        .notes())
                .noneMatch(note -> note.contains("projects"));
        lines.add(row + 1, String.join("\t", second));
        var read = PlanFiles.read("p.xer", String.join("\n", lines).getBytes(ISO_8859_1), Plans.UTC);
        assertThat(read.notes())
                .anyMatch(note -> note.startsWith("The file holds 2 projects, and one of them is read"));
        assertThat(read.plan().activities()).hasSize(plan().activities().size());
    }

    @Test
    void aLengthOrALagThatIsNoneIsRefusedWithItsLine() throws IOException {
        var text = new String(write(plan(), Target.MSPDI), UTF_8);

        for (var length : List.of("long", "PT99999999999999999999H0M0S", "5d", "PT1e9H")) {
            refused(
                    "p.xml",
                    text.replaceFirst("<Duration>[^<]*", "<Duration>" + length),
                    "\"%s\" is no duration that can be counted with".formatted(length));
        }
        for (var lag : List.of("much", "999999999999")) {
            refused("p.xml", text.replaceFirst("<LinkLag>[^<]*", "<LinkLag>" + lag), "is no lag", "line ");
        }
    }

    @Test
    void aDocumentTypeBehindALongCommentIsRefused() {
        var comment = "<!-- http://schemas.microsoft.com/project %s -->".formatted("x".repeat(70_000));

        refused(
                "p.xml",
                "<?xml version=\"1.0\"?>%s<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><Project/>"
                        .formatted(comment),
                "document type");
    }

    @Test
    void datesOutsideOfTheYearsOfPlansAreRefused() throws IOException {
        var text = new String(write(plan(), Target.MSPDI), UTF_8);

        for (var year : List.of("12026", "999999999")) {
            refused("p.xml", text.replaceFirst("<StartDate>2026", "<StartDate>" + year), "Years are 1 to 9999");
        }
        refused(
                "p.xml",
                text.replaceFirst("<StartDate>", "<StatusDate>12026-03-02T17:00:00</StatusDate><StartDate>"),
                "is known up to",
                "Years are 1 to 9999");
    }

    @Test
    void aProblemOfPsplibWhosePartsDoNotFitIsRefusedWithTheJob() {
        refused("x.sm", SM.replace("  2      1     3  ", "  7      1     3  "), "job 7 stands where job 2 is expected");
        refused(
                "x.sm",
                SM.replace("   2        1          1           4\n", ""),
                "job 3 stands where job 2 is expected");
        refused("x.sm", SM.replace("   4        1          0\n", ""), "3 jobs have successors and 4 have durations");
        refused("x.sm", SM.replace("3       2    1", "3       2"), "job 2 has 1 demands and there are 2 resources");
        refused("x.sm", SM.replace("3       2    1", "3      -2    1"), "job 2 needs -2 units of resource 1");
        refused("x.sm", SM.replace("4    6", "4    60000000"), "there are 60000000 units of resource 2");
        refused("x.sm", SM.replaceFirst("2        1          1", "2        3          1"), "job 2 has 3 modes");
        refused("x.sm", SM.substring(0, SM.indexOf("  R 1  R 2\n    4")), "0 resources");
        refused("x.sm", SM.replace("REQUESTS/DURATIONS", "RESOURCEAVAILABILITIES"), "REQUESTS/DURATIONS");
        refused("x.rcp", "2 1\n1\n3 0 1 2\n0 0 0\n7 7\n", "it goes on with \"7\" after job 2, its last");
    }

    private static void refused(String name, String text, String... parts) {
        assertThatThrownBy(() -> PlanFiles.read(name, text.getBytes(UTF_8), Plans.UTC))
                .as(text.length() < 500 ? text : name)
                .isInstanceOf(UnusablePlanException.class)
                .hasMessageContainingAll(parts);
    }

    private static Plan plan() {
        var plan = Plans.on(WorkCalendar.STANDARD.withHolidays(LocalDate.of(2026, 3, 10)), """
                design  40
                circuit 240
                build   80 after design
                sit     40 after build SS+16
                uat     24 after sit circuit
                live    0  after uat FS+8
                """);
        return Plans.with(
                plan,
                "build",
                build -> build.with(
                        new Constraint(Constraint.Kind.START_NO_EARLIER, LocalDateTime.of(2026, 3, 11, 8, 0))));
    }

    private static byte[] write(Plan plan, Target target) throws IOException {
        var out = new ByteArrayOutputStream();
        PlanFiles.write(plan, Costs.NONE, target, out);
        return out.toByteArray();
    }

    private static List<String> names(Plan plan) {
        return plan.activities().stream().map(Activity::name).toList();
    }

    private static List<Long> starts(Plan plan) {
        return CriticalPath.of(plan).windows().stream().map(Window::start).toList();
    }
}
