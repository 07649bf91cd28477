package org.fram.app.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.Importing.Preview;
import org.fram.app.platform.register.Importing.Problem;
import org.fram.app.platform.register.Importing.Taken;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.texts.Texts;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.fram.office.Sheet;
import org.fram.office.Sheets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What all registers have in common, held for each that is declared.
class RegistersTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static final Frame FRAME = new Frame(Texts.in(Locale.UK), null, "", "", false, () -> 0);
    private static final long SEED = 20_261_126;
    private static final int ROWS = 60;

    /// What goes wrong on the way through other programs.
    private static final List<String> NASTY = List.of(
            "=1+1",
            "+4930",
            "-",
            "@SUM(A1)",
            "'=1+1",
            "''quoted",
            "a, b; c\td",
            "\"said\"",
            "two\nlines",
            "näß — “ß” 電話",
            "1e5",
            "007",
            "2027-03-31",
            "TRUE");

    private final RunningApp app = RunningApp.shared();
    private final TestEngagement engagement = TestEngagement.create();

    @TempDir
    Path folder;

    static Collection<Register> registers() {
        return RunningApp.shared().all(Register.class);
    }

    @ParameterizedTest
    @MethodSource("registers")
    void whatLeavesAsAFileChangesNothingWhenItComesBack(Register register) throws IOException {
        fill(register, new Random(SEED));

        for (Format format : Format.values()) {
            var file = export(register, format);

            assertThat(preview(register, engagement, file))
                    .as("%s", format)
                    .isEqualTo(new Counts(0, 0, ROWS, List.of()));
        }
    }

    @ParameterizedTest
    @MethodSource("registers")
    void whatLeavesAsAFileIsTheSameListElsewhere(Register register) throws IOException {
        fill(register, new Random(SEED + 1));
        var before = values(register, engagement);

        for (Format format : Format.values()) {
            var other = TestEngagement.create();
            importAll(register, other, export(register, format));

            assertThat(values(register, other)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("registers")
    void noTextIsAFormulaElsewhere(Register register) throws IOException {
        fill(register, new Random(SEED + 2));

        var csv = Files.readString(export(register, Format.CSV));

        assertThat(csv).contains("'=1+1");
        assertThat(csv.lines().flatMap(line -> List.of(line.split(",")).stream()))
                .noneMatch(cell -> cell.matches("\"?[=+@].*"));
    }

    @ParameterizedTest
    @MethodSource("registers")
    void whoeverAddsAtTheSameTimeGetsANumberOfTheirOwn(Register register) throws Exception {
        int people = 6;
        int each = 5;
        var together = new CyclicBarrier(people);
        Callable<List<String>> adding = () -> {
            together.await();
            var random = new Random(SEED);
            return IntStream.range(0, each)
                    .mapToObj(_ -> added(register, random).ref())
                    .toList();
        };

        var refs = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(people)) {
            for (var done : threads.invokeAll(Collections.nCopies(people, adding))) {
                refs.addAll(done.get());
            }
        }

        assertThat(refs)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, people * each)
                        .mapToObj(number -> register.prefix() + "-" + number)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("registers")
    void ofTwoWhoChooseOneNumberAtTheSameTimeOneGetsIt(Register register) throws Exception {
        var together = new CyclicBarrier(2);
        var mine = added(register, new Random(SEED));
        Callable<RowOutcome> adding = () -> {
            var row = values(register, new Random(SEED));
            row.put(Register.REF, "X-1");
            together.await();
            return rows(register).add(engagement.customer(), row);
        };
        Callable<RowOutcome> changing = () -> {
            together.await();
            return rows(register)
                    .change(engagement.customer(), mine.id(), new Seen.Version(mine.version()), Register.REF, "X-1");
        };

        try (var threads = Executors.newFixedThreadPool(2)) {
            var outcomes = new ArrayList<RowOutcome>();
            for (var done : threads.invokeAll(List.of(adding, changing))) {
                outcomes.add(done.get());
            }
            assertThat(outcomes).filteredOn(RowOutcome.Done.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(RowOutcome.Refused.class::isInstance)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("registers")
    void aPrivateRowIsNotShownUnderANumberThatAllHave(Register register) {
        var ofVendor = values(register, new Random(SEED));
        ofVendor.put("seenBy", true);
        ofVendor.put(Register.REF, "X-1");
        var hidden = ((RowOutcome.Done) rows(register).add(engagement.vendor(), ofVendor)).row();
        var ofAll = values(register, new Random(SEED));
        ofAll.put("seenBy", null);
        ofAll.put(Register.REF, "X-1");
        assertThat(rows(register).add(engagement.customer(), ofAll)).isInstanceOf(RowOutcome.Done.class);

        var shown = rows(register)
                .change(engagement.vendor(), hidden.id(), new Seen.Version(hidden.version()), "seenBy", null);

        assertThat(shown).isInstanceOf(RowOutcome.Refused.class);
    }

    @ParameterizedTest
    @MethodSource("registers")
    void whatIsDeletedComesBackUnderANumberThatIsFree(Register register) {
        var random = new Random(SEED);
        var first = added(register, random);
        var second = added(register, random);
        var deletion = rows(register).delete(engagement.customer(), first, second);
        assertThat(rows(register).seenBy(engagement.customer())).isEmpty();
        var taken = values(register, random);
        taken.put(Register.REF, first.ref());
        rows(register).add(engagement.customer(), taken);

        register.acts().restore(register, engagement.customer().actor(), engagement.id(), deletion.id());

        assertThat(rows(register).seenBy(engagement.customer()))
                .extracting(Row::ref)
                .containsExactlyInAnyOrder(first.ref(), second.ref(), register.prefix() + "-3");
        assertThat(register.acts().restore(register, engagement.customer().actor(), engagement.id(), deletion.id()))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("registers")
    void whatSomebodyChangedIsNotDeletedUnseen(Register register) {
        var row = values(register, new Random(SEED));
        row.put("seenBy", null);
        var seen = ((RowOutcome.Done) rows(register).add(engagement.customer(), row)).row();
        rows(register).changed(engagement.vendor(), seen.id(), new Seen.Version(seen.version()), Register.REF, "X-9");

        var deletion = rows(register).delete(engagement.customer(), seen);

        assertThat(deletion.deleted()).isZero();
        assertThat(deletion.overtaken()).isEqualTo(1);
        assertThat(rows(register).seenBy(engagement.customer())).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("registers")
    void everyFilterOfAnAddressIsAnswered(Register register) {
        fill(register, new Random(SEED));
        for (Column column : register.columns()) {
            for (String filter : List.of("x", "..", "2027-01-01..", "..5", "none", "yes", "mine", "'", "%_\\", "\0")) {
                var query = new Query("", Map.of(column.key(), filter), column.key(), true, List.of(), 1, 50);
                assertThat(rows(register).seenBy(engagement.customer(), query))
                        .as("%s of %s", filter, column.key())
                        .hasSizeLessThanOrEqualTo(50);
            }
        }
        var search = new Query("% _ ' \" \\ \0", Map.of("unknown", "x"), "unknown", false, List.of(), 1, 50);
        assertThat(rows(register).seenBy(engagement.customer(), search)).isEmpty();
    }

    @Test
    void wrongCellsAreNamedAtTheirRowAndNothingIsLost() throws IOException {
        var register = register("assumptions");
        rows(register).added(engagement.customer(), "It was here before.", "owner", "Carrier");
        var file = folder.resolve("list.csv");
        Files.writeString(file, """
                A list of the vendor,,,,,
                ID,Statement,Who,Due,Costs if false,Colour
                A-1,It was here before.,IT lead,2027-05-01,"USD 1,200",red
                V-2,,,,,
                V-3,Text,,31/12/2027,,
                V-4,Text,,,48000,green
                V-5,Text,,,,
                V-5,Text,,,,
                ,Text without a number,,,,
                """);

        var preview = preview(register, engagement, file);

        assertThat(preview.problems)
                .containsExactly(
                        "4 text: This is needed.",
                        "5 validateBy: “31/12/2027” is no day. Write it as 2027-03-31.",
                        "6 exposure: “48000” does not say which currency. Write it as 48000.00 USD.",
                        "8 ref: The file has this number twice.");
        assertThat(preview.added).isEqualTo(6);
        assertThat(preview.changed).isEqualTo(1);

        var done = importAll(register, engagement, file);

        assertThat(done.problems()).hasSize(4);
        assertThat(rows(register).seenBy(engagement.customer()))
                .singleElement()
                .satisfies(row -> assertThat(row.get("owner")).isEqualTo("Carrier"));
    }

    @Test
    void whatCannotBeTakenOverCanBeLeftOut() throws IOException {
        var register = register("assumptions");
        var file = folder.resolve("list.csv");
        Files.writeString(file, """
                Statement;Due;Colour
                It is so.;soon;red
                """);
        var id = taken(register, engagement, file);
        assertThat(importing()
                        .preview(FRAME, register, engagement.customer().actor(), engagement.id(), id, null)
                        .headers())
                .extracting(Importing.Header::column)
                .containsExactly("text", "validateBy", null);

        List<@Nullable String> columns = new ArrayList<>();
        columns.add("text");
        columns.add(null);
        columns.add("owner");
        var done = importing().importAll(FRAME, register, engagement.customer().actor(), engagement.id(), id, columns);

        assertThat(done.problems()).isEmpty();
        assertThat(rows(register).seenBy(engagement.customer()))
                .singleElement()
                .satisfies(row -> assertThat(row.get("owner")).isEqualTo("red"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                    | the file is empty",
                "'%PDF-1.7 …'          | this is a PDF",
                "'Statement'           | no list with headers and rows",
                "'PK\u0003\u0004 none' | ",
            })
    void whatIsNoListIsRefusedWithAWayOut(String content, @Nullable String words) throws IOException {
        var register = register("requirements");
        var file = folder.resolve("list");
        Files.writeString(file, content);

        var taken = importing().take(FRAME, register, engagement.customer().actor(), engagement.id(), file, "list");

        assertThat(taken)
                .isInstanceOfSatisfying(
                        Taken.Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("list: ")
                                .contains(words == null ? "" : words)
                                .doesNotContain(folder.toString()));
    }

    @Test
    void tenThousandRowsComeInAtOnceAndOneWrongOneKeepsAllOut() throws IOException {
        var register = register("requirements");
        int many = 10_000;
        var lines = IntStream.rangeClosed(1, many)
                .mapToObj(number -> "Callers of line %d hear their place in the queue,yes".formatted(number))
                .collect(Collectors.joining("\n"));
        var file = folder.resolve("list.csv");
        Files.writeString(file, "Requirement,Key\n" + lines + "\nThe last one,perhaps\n");

        var refused = importAll(register, engagement, file);
        assertThat(refused.problems()).extracting(Problem::row).containsExactly(many + 2);
        assertThat(count(register)).isZero();

        Files.writeString(file, "Requirement,Key\n" + lines);
        assertThat(importAll(register, engagement, file).problems()).isEmpty();
        assertThat(count(register)).isEqualTo(many);
        var last = new Query("line 10000", Map.of("key", "yes"), "", false, List.of(), 1, 50);
        assertThat(rows(register).seenBy(engagement.customer(), last))
                .extracting(Row::ref)
                .containsExactly("R-10000");
    }

    private record Counts(int added, int changed, int same, List<String> problems) {}

    private enum Format {
        XLSX,
        CSV
    }

    private static Register register(String name) {
        return registers().stream()
                .filter(register -> register.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Importing importing() {
        return app.get(Importing.class);
    }

    private SampleRows rows(Register register) {
        return new SampleRows(engagement, register);
    }

    private int count(Register register) {
        return engagement.customer().asks(() -> app.get(Rows.class).count(register, engagement.id(), Query.ALL));
    }

    private Counts preview(Register register, TestEngagement into, Path file) {
        return counts(importing()
                .preview(FRAME, register, into.customer().actor(), into.id(), taken(register, into, file), null));
    }

    private Preview importAll(Register register, TestEngagement into, Path file) {
        var id = taken(register, into, file);
        TestPerson person = into.customer();
        var columns = new ArrayList<@Nullable String>();
        importing()
                .preview(FRAME, register, person.actor(), into.id(), id, null)
                .headers()
                .forEach(header -> columns.add(header.column()));
        return importing().importAll(FRAME, register, person.actor(), into.id(), id, columns);
    }

    private UUID taken(Register register, TestEngagement into, Path file) {
        var taken = importing()
                .take(
                        FRAME,
                        register,
                        into.customer().actor(),
                        into.id(),
                        file,
                        file.getFileName().toString());
        if (taken instanceof Taken.In(var id)) {
            return id;
        }
        throw new AssertionError(taken.toString());
    }

    private static Counts counts(Preview preview) {
        return new Counts(
                preview.added(),
                preview.changed(),
                preview.same(),
                preview.problems().stream()
                        .map(problem ->
                                "%d %s: %s".formatted(problem.row(), problem.column(), FRAME.text(problem.reason())))
                        .toList());
    }

    private Path export(Register register, Format format) throws IOException {
        Sheet sheet = engagement
                .customer()
                .asks(() -> app.get(Exporting.class).sheet(FRAME, register, engagement.id(), Query.ALL));
        var file = folder.resolve(register.name() + "." + format);
        try (OutputStream out = Files.newOutputStream(file)) {
            switch (format) {
                case XLSX -> Sheets.writeXlsx(sheet, out);
                case CSV -> Sheets.writeCsv(sheet, out);
            }
        }
        return file;
    }

    /// What stands in the rows, in their order.
    private List<Map<String, @Nullable Object>> values(Register register, TestEngagement of) {
        return of.customer()
                .asks(() -> app.get(Rows.class).all(register, of.id(), Query.ALL).stream()
                        .map(Row::values)
                        .toList());
    }

    private void fill(Register register, Random random) {
        for (int i = 0; i < ROWS; i++) {
            added(register, random);
        }
    }

    /// A row of the customer.
    private Row added(Register register, Random random) {
        return ((RowOutcome.Done) rows(register).add(engagement.customer(), values(register, random))).row();
    }

    /// Values as random as the register's rules let them be.
    private static Map<String, @Nullable Object> values(Register register, Random random) {
        for (int tries = 0; tries < 1_000; tries++) {
            var values = anyValues(register, random);
            var all = new LinkedHashMap<>(values);
            all.put("seenBy", null);
            if (register.refuse(new Row(UUID.randomUUID(), 0, all)).isEmpty()) {
                return values;
            }
        }
        throw new AssertionError("The rules of %s refuse everything.".formatted(register.name()));
    }

    private static Map<String, @Nullable Object> anyValues(Register register, Random random) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (Column column : register.columns()) {
            boolean empty = random.nextInt(4) == 0 && !column.is(Column.Trait.REQUIRED);
            values.put(column.key(), empty ? null : value(column.type(), random));
        }
        values.put(Register.REF, null);
        return values;
    }

    private static @Nullable Object value(CellType type, Random random) {
        return switch (type) {
            case Words(int most, boolean lines) -> {
                String text =
                        NASTY.get(random.nextInt(NASTY.size())) + (random.nextBoolean() ? "" : " " + random.nextInt());
                yield text.substring(0, Math.min(most, text.length())).replaceAll(lines ? "\r" : "\\s+", " ");
            }
            case OneOf(var codes, var _) -> codes.get(random.nextInt(codes.size()));
            case YesNo() -> random.nextBoolean();
            case Day _ -> LocalDate.of(2027, 1, 1).plusDays(random.nextInt(400));
            case Money(var _, int finest) ->
                new Money.Sum(
                        BigDecimal.valueOf(random.nextInt(100_000_000), finest == 0 ? 2 : random.nextInt(finest + 1)),
                        Currency.getInstance("EUR"));
            case Quantity(int decimals, var most, var _) ->
                Quantity.canonical(BigDecimal.valueOf(random.nextInt(100_000_000), random.nextInt(decimals + 1))
                        .min(most));
            case Labels(int most) -> {
                var names = new HashSet<String>();
                for (int i = 0; i < Math.min(most, 3); i++) {
                    names.add("O-%03d".formatted(random.nextInt(200)));
                }
                yield List.copyOf(names);
            }
            // No two are the same: a list of numbers has each once.
            case PhoneNumber() -> "+351%09d".formatted(NUMBERS.incrementAndGet());
            case OwnParty() -> true;
        };
    }
}
