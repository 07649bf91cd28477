package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.fram.report.PlanWorkbook;
import org.fram.schedule.Activity;
import org.fram.schedule.Costs;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.WorkCalendar;
import org.fram.schedule.files.PlanFiles;
import org.fram.schedule.files.PlanFiles.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertCommandTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Plan PLAN = Plan.of(
            "Rollout",
            UTC,
            LocalDateTime.of(2026, 3, 2, 8, 0),
            WorkCalendar.STANDARD,
            List.of(
                    Activity.of("1", "Design", 2400),
                    Activity.of("2", "Prüfung", 4800).dueBy(LocalDateTime.of(2026, 5, 1, 17, 0)),
                    Activity.of("3", "Live", 0)),
            List.of(new Link(0, 1, Link.Type.FINISH_START, 480, 0), Link.of(1, 2)));

    @TempDir
    private Path folder;

    private final Desk desk = new Desk();

    @Test
    void aWorkbookCarriesAllAndIsAPlanAgain() throws IOException {
        var workbook = folder.resolve("plan.xlsx");

        assertThat(desk.fram("convert", file("plan.xml", Target.MSPDI), workbook))
                .as(desk.err.toString())
                .isZero();
        assertThat(desk.out.toString()).contains("All that was read is in it.").doesNotContain("Not carried");
        var read = PlanWorkbook.read(workbook, UTC).plan();
        assertThat(CriticalPath.of(read).finish())
                .isEqualTo(CriticalPath.of(PLAN).finish());
        assertThat(desk.fram("simulate", workbook, "--samples", 1000)).isZero();
        assertThat(desk.fram("health", workbook)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.xml", "out.xer", "out.mpx"})
    void otherFormatsSayWhatTheyCannotCarry(String name) throws IOException {
        var target = folder.resolve(name);

        assertThat(desk.fram("convert", file("plan.xml", Target.MSPDI), target, "--zone", "Europe/Oslo"))
                .as(desk.err.toString())
                .isZero();
        assertThat(desk.out.toString()).contains("Not carried: The time zone (Europe/Oslo)");
        assertThat(desk.out.toString().contains("1 deadlines are missing")).isEqualTo(!name.endsWith(".xml"));
        assertThat(PlanFiles.read(target, UTC).plan().activities())
                .extracting(Activity::name)
                .contains("Prüfung");
    }

    @Test
    void whereItGoesHasToBeKnownAndIsNeverTheInput() throws IOException {
        var plan = file("plan.xml", Target.MSPDI);

        assertThat(desk.fram("convert", plan, folder.resolve("plan.pdf"))).isEqualTo(2);
        assertThat(desk.fram("convert", plan, plan)).isEqualTo(2);
        assertThat(desk.err.toString())
                .contains("Use .xml, .xer, .mpx or .xlsx")
                .contains("is an input and would be overwritten");
    }

    @Test
    void whatIsNoWholePlanIsRefusedInALineAndNothingIsWritten() throws IOException {
        var mspdi = new String(Files.readAllBytes(file("plan.xml", Target.MSPDI)), StandardCharsets.UTF_8);
        byte[] ole = new byte[4096];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, ole, 0, magic.length);
        byte[] serialised = {(byte) 0xAC, (byte) 0xED, 0, 5, 's', 'r'};

        refused("plan.pod", "anything", "serialised Java objects");
        refused("plan.mpp", serialised, "serialised Java objects");
        refused("cut.mpp", ole, "cannot be read as a file of Microsoft Project (MPP)");
        refused("cut.xml", mspdi.substring(0, mspdi.length() / 2), "cannot be read as a file of Microsoft Project");
        refused("empty.xml", "", "is empty");
        refused("letter.txt", "Dear all", "is not a plan that can be read");
        refused("pictures.zip", new byte[] {'P', 'K', 3, 4, 0, 0}, "no workbook that can be read");
        refused("far.rcp", "3 1\n2\n0 0 1 2\n999999999 1 1 3\n0 0 0\n", "beyond the year 9999");
        refused("far.xml", mspdi.replaceFirst("<Deadline>2026", "<Deadline>12026"), "12026");
        refused("negative.xml", mspdi.replaceFirst("<Duration>PT", "<Duration>-PT"), "Design");
        refused(
                "circle.rcp",
                "4 1\n2\n0 0 1 2\n5 1 1 3\n5 1 2 2 4\n0 0 0\n",
                "These activities wait for each other: \"Job 3\" → \"Job 2\" → \"Job 3\"");
        refused("dangling.rcp", "3 1\n2\n0 0 1 2\n5 1 1 9\n0 0 0\n", "job 2 is followed by job 9");
        refused(
                "dangling.xml",
                mspdi.replaceFirst("<PredecessorUID>\\d+</PredecessorUID>", "<PredecessorUID>777</PredecessorUID>"),
                "\"Prüfung\" waits for activity 777");
        refused(
                "never.xml",
                mspdi.replaceAll("<DayWorking>1</DayWorking>", "<DayWorking>0</DayWorking>")
                        .replaceAll("(?s)<WorkingTimes>.*?</WorkingTimes>", ""),
                "Calendar \"Standard\" has no working time");
    }

    @Test
    void lettersOfAnUnknownCodePageAreSaidToLookWrong() throws IOException {
        var xer = new String(Files.readAllBytes(file("plan.xer", Target.XER)), Charset.forName("windows-1252"));
        var file = folder.resolve("cyrillic.xer");
        Files.write(file, xer.replace("Prüfung", "Испытание").getBytes(Charset.forName("windows-1251")));

        assertThat(desk.fram("convert", file, folder.resolve("out.xlsx"))).isZero();
        assertThat(desk.out.toString()).contains("Not read: Letters of the file are not UTF-8");
    }

    private void refused(String name, String content, String message) throws IOException {
        refused(name, content.getBytes(StandardCharsets.UTF_8), message);
    }

    private void refused(String name, byte[] content, String message) throws IOException {
        var file = folder.resolve(name);
        Files.write(file, content);
        var other = new Desk();

        assertThat(other.fram("convert", file, folder.resolve("none.xlsx")))
                .as(name + ": " + other.err + other.out)
                .isEqualTo(2);
        assertThat(other.err.toString()).startsWith("fram: ").contains(message);
        assertThat(other.err.toString().strip().lines()).hasSize(1);
        assertThat(folder.resolve("none.xlsx")).doesNotExist();
        assertThat(Arrays.stream(folder.toFile().list((_, one) -> one.endsWith(".fram"))))
                .isEmpty();
    }

    private Path file(String name, Target target) throws IOException {
        var out = new ByteArrayOutputStream();
        PlanFiles.write(PLAN, Costs.NONE, target, out);
        return Files.write(folder.resolve(name), out.toByteArray());
    }
}
