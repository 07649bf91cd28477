package org.fram.app.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.Importing;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.texts.Texts;
import org.fram.app.provisioning.AddingNumbers.Outcome;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.fram.office.Cell;
import org.fram.office.Sheet;
import org.fram.office.Sheets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each number is in the list once, however it comes there.
class KeepingNumbersTest {

    private static final Frame FRAME = new Frame(Texts.in(Locale.UK), null, "", "", false, () -> 0);

    private final RunningApp app = RunningApp.shared();
    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson customer = engagement.customer();
    private final SampleRows numbers = new SampleRows(engagement, "numbers");

    @TempDir
    Path folder;

    @Test
    void aNumberThatIsThereIsNotAddedAgainAndNoOtherBecomesIt() {
        add("+351211234500");
        assertThat(refused(numbers.add(customer, Map.of("number", "+351211234500"))))
                .contains("provisioning.number.refused.twice");

        var other = ((RowOutcome.Done) add("+351211234501")).row();
        assertThat(refused(numbers.change(customer, other.id(), new Seen.Version(0), "number", "+351211234500")))
                .contains("provisioning.number.refused.twice");
        assertThat(numbers.changed(customer, other.id(), new Seen.Version(0), "number", "+351211234502")
                        .get("number"))
                .isEqualTo("+351211234502");
        assertThat(numbers.changed(customer, other.id(), new Seen.Version(1), "number", "+351211234502", "site", "A")
                        .get("site"))
                .isEqualTo("A");
        assertThat(numbers.seenBy(customer)).hasSize(2);
    }

    @Test
    void whoeverEntersARangeAtTheSameTimeEntersEachNumberOnce() throws Exception {
        var range = ((NumberRange.Reading.Read) NumberRange.read("+351 21 123 4500", "49")).range();
        var begin = new CyclicBarrier(4);
        var added = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<Future<Outcome>>();
            for (int at = 0; at < 4; at++) {
                outcomes.add(threads.submit(() -> {
                    begin.await();
                    return app.get(AddingNumbers.class)
                            .add(customer.actor(), engagement.id(), range, Map.of("batch", "N-1"));
                }));
            }
            for (var outcome : outcomes) {
                added.add(((Outcome.Added) outcome.get()).added());
            }
        }

        assertThat(added).containsExactlyInAnyOrder(50, 0, 0, 0);
        assertThat(numbers.seenBy(customer)).hasSize(50).allMatch(row -> "N-1".equals(row.get("batch")));
    }

    @Test
    void anImportTellsWhichNumbersAreThereTwiceAndWritesNone() throws Exception {
        add("+351211234503");
        var upload = take(sheet(List.of("+351 21 123 4501", "+351 21 123 4502", "00351211234501", "+351211234503")));

        var preview = imported(upload);

        assertThat(preview.problems())
                .extracting(problem -> problem.reason().key())
                .containsExactly("provisioning.number.refused.twice", "provisioning.number.refused.twice");
        assertThat(preview.problems()).extracting(Importing.Problem::row).containsExactly(4, 5);
        assertThat(numbers.seenBy(customer)).hasSize(1);
    }

    @Test
    void tenThousandNumbersAreImportedAtOnce() throws Exception {
        var list = ((NumberRange.Reading.Read) NumberRange.read("+351 21 123 0000", "9999"))
                .range()
                .numbers();
        var upload = take(sheet(list));

        var preview = imported(upload);

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.added()).isEqualTo(10_000);
        assertThat(customer.asks(() -> app.get(Numbers.class).count(engagement.id())))
                .isEqualTo(10_000);
        var batches = customer.asks(() -> app.get(Numbers.class).batches(engagement.id()));
        assertThat(batches).singleElement().satisfies(batch -> {
            assertThat(batch.name()).isEqualTo("N-1");
            assertThat(batch.rows()).extracting(KeepingNumbers::number).containsExactlyElementsOf(list);
        });
    }

    @Test
    void aNumberThatComesBackBesideItselfIsTold() {
        var row = ((RowOutcome.Done) add("+351211234500")).row();
        var deletion = numbers.delete(customer, row);
        add("+351211234500");
        register().acts().restore(register(), customer.actor(), engagement.id(), deletion.id());

        var twice = customer.asks(() -> Numbers.twice(app.get(Numbers.class).batches(engagement.id())));

        assertThat(twice).containsOnlyKeys("+351211234500");
        assertThat(twice.get("+351211234500")).extracting(Row::ref).containsExactlyInAnyOrder("T-1", "T-2");
    }

    private RowOutcome add(String number) {
        var outcome = numbers.add(customer, Map.of("number", number));
        assertThat(outcome).isInstanceOf(RowOutcome.Done.class);
        return outcome;
    }

    private static String refused(RowOutcome outcome) {
        return Objects.requireNonNull(((RowOutcome.Refused) outcome).reasons().get("number"))
                .key();
    }

    private Register register() {
        return app.all(Register.class).stream()
                .filter(one -> one.name().equals("numbers"))
                .findFirst()
                .orElseThrow();
    }

    private Path sheet(List<String> list) throws Exception {
        var lines = new ArrayList<Sheet.Line>();
        lines.add(new Sheet.Line(
                1, List.of(new Cell.Words("DID"), new Cell.Words("Rings today"), new Cell.Words("Port batch"))));
        for (String number : list) {
            lines.add(new Sheet.Line(
                    lines.size() + 1,
                    List.of(new Cell.Words(number), new Cell.Words("Old exchange"), new Cell.Words("N-1"))));
        }
        var file = folder.resolve("numbers.xlsx");
        try (var out = Files.newOutputStream(file)) {
            Sheets.writeXlsx(List.of(new Sheet("Numbers", lines)), out);
        }
        return file;
    }

    private UUID take(Path file) {
        var taken = app.get(Importing.class)
                .take(FRAME, register(), customer.actor(), engagement.id(), file, "numbers.xlsx");
        return ((Importing.Taken.In) taken).upload();
    }

    private Importing.Preview imported(UUID upload) {
        var importing = app.get(Importing.class);
        var headers = importing
                .preview(FRAME, register(), customer.actor(), engagement.id(), upload, null)
                .headers();
        assertThat(headers).extracting(Importing.Header::column).containsExactly("number", "todayTo", "batch");
        var columns = new ArrayList<@Nullable String>();
        headers.forEach(header -> columns.add(header.column()));
        return importing.importAll(FRAME, register(), customer.actor(), engagement.id(), upload, columns);
    }
}
