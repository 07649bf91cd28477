package org.fram.app.sow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.runs.AwaitingRun;
import org.fram.office.Documents;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The demonstration's statement of work: the vendor's first version, reviewed, with half of its sections accepted. The
/// second version lies in a folder for whoever wants to bring it in.
///
/// Its text is a resource in Markdown, in which `{day 45}` stands for the day that is so many days ahead, and `{law}`
/// for
/// the day on which the engagement has to go live.
@Component
@Order(DemoSow.FIRST)
class DemoSow implements DemoPart {

    /// Its place among the parts of its stage.
    static final int FIRST = 1;

    private static final Pattern DAY = Pattern.compile("\\{day (\\d+)}");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

    private final BringingIn bringingIn;
    private final DecidingObligation deciding;
    private final StatementsOfWork statements;
    private final Obligations obligations;
    private final AwaitingRun runs;
    private final Engagements engagements;
    private final Transactions transactions;
    private final InstantSource clock;

    DemoSow(
            BringingIn bringingIn,
            DecidingObligation deciding,
            StatementsOfWork statements,
            Obligations obligations,
            AwaitingRun runs,
            Engagements engagements,
            Transactions transactions,
            InstantSource clock) {
        this.bringingIn = bringingIn;
        this.deciding = deciding;
        this.statements = statements;
        this.obligations = obligations;
        this.runs = runs;
        this.engagements = engagements;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.SOW;
    }

    @Override
    public void add(Demo demo) {
        try {
            Files.createDirectories(demo.documents());
            var first = written(demo, 1);
            written(demo, 2);
            review(demo, first);
            acceptHalf(demo);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path written(Demo demo, int version) throws IOException {
        var text = demo.documents().resolve("statement-of-work.md");
        Files.writeString(text, text(demo, version));
        var out = new ByteArrayOutputStream();
        Documents.writeDocx(Documents.read(text).blocks(), out);
        Files.delete(text);
        return Files.write(
                demo.documents().resolve("Contact center to the cloud, version %d.docx".formatted(version)),
                out.toByteArray());
    }

    private String text(Demo demo, int version) throws IOException {
        var engagement = transactions.as(demo.customer(), () -> engagements.get(demo.engagement()));
        var today = LocalDate.ofInstant(clock.instant(), engagement.timeZone());
        var live = engagement.targetGoLive();
        String name = "/demo/statement-of-work-%d.md".formatted(version);
        try (var resource = DemoSow.class.getResourceAsStream(name)) {
            if (resource == null || live == null) {
                throw new IllegalStateException(name + " or the day of going live is missing.");
            }
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return DAY.matcher(text)
                    .replaceAll(day -> WRITTEN.format(today.plusDays(Long.parseLong(day.group(1)))))
                    .replace("{law}", WRITTEN.format(live));
        }
    }

    private void review(Demo demo, Path document) throws IOException {
        var content = new ByteArrayInputStream(Files.readAllBytes(document));
        var arrival = new BringingIn.Document(document.getFileName().toString(), content);
        switch (bringingIn.begin(demo.vendor(), demo.engagement(), arrival, false)) {
            case BringingIn.Outcome.Begun(var run) -> runs.await(demo.vendor(), demo.engagement(), run);
            case BringingIn.Outcome.Refused(var reason) -> throw new IllegalStateException(reason.toString());
        }
    }

    private void acceptHalf(Demo demo) {
        var sow = transactions.as(
                demo.customer(),
                () -> statements.of(demo.engagement()).getFirst().id());
        List<String> sections = transactions.as(demo.customer(), () -> obligations.of(sow)).stream()
                .map(one -> one.promise().section())
                .distinct()
                .toList();
        sections.subList(0, sections.size() / 2)
                .forEach(section -> deciding.acceptAll(demo.customer(), demo.engagement(), sow, section));
    }
}
