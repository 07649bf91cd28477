package org.fram.app.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fram.app.platform.runs.Run;
import org.fram.app.platform.runs.RunId;
import org.fram.app.platform.runs.RunState;
import org.fram.app.platform.runs.Runs;
import org.fram.app.sow.BringingIn;
import org.fram.app.sow.DraftingSow;
import org.fram.app.sow.Obligation;
import org.fram.app.sow.ObligationId;
import org.fram.app.sow.Obligations;
import org.fram.app.sow.SharingSow;
import org.fram.app.sow.SowId;
import org.fram.app.sow.TemplateDraftId;
import org.fram.app.sow.TemplateDrafts;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.drafting.AnswersFile;

/// A statement of work that the customer has brought in, privately.
public record SowDraft(TestEngagement engagement, SowId id) {

    /// What the vendor sent first.
    public static final String FIRST = """
            # Statement of Work

            Between Harbour Authority (the “Customer”) and Cloud Vendor (the “Vendor”).

            ## 1 Scope

            The Vendor shall migrate the call flows of the permits line to the new platform.
            The Vendor shall train forty agents in the new desktop by 1 March 2027.
            The Vendor shall deliver the cutover runbook.

            ## 2 Duties of the Customer

            The Customer shall order the SIP trunks from the carrier no later than 10 January 2027.
            The Customer shall name a project manager.

            ## 3 Testing

            The Vendor shall test the failover between both data centres before cutover.
            The Vendor shall run a load test with 300 concurrent calls.
            The system should be state of the art and user friendly.

            ## 4 Prices

            The Customer shall pay $48,000 upon acceptance.
            """;

    private static final Path ANSWERS = Path.of("..", "samples", "answers", "technology.yaml");
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    /// Brings one in, and waits until it is reviewed.
    public static SowDraft bringIn(TestEngagement engagement, String markdown) throws InterruptedException {
        var outcome = RunningApp.shared()
                .get(BringingIn.class)
                .begin(engagement.customer().actor(), engagement.id(), document("sow.md", markdown), true);
        return new SowDraft(engagement, SowId.of(result(engagement, outcome).split("/")[1]));
    }

    /// Brings in a later version, and waits until it is reviewed.
    public void nextVersion(String markdown) throws InterruptedException {
        result(
                engagement,
                RunningApp.shared()
                        .get(BringingIn.class)
                        .goOn(engagement.customer().actor(), engagement.id(), id, document("sow 2.md", markdown)));
    }

    /// Shows it to the vendor too.
    public void share() {
        RunningApp.shared().get(SharingSow.class).share(engagement.customer().actor(), engagement.id(), id);
    }

    /// Its obligations, as the customer sees them.
    public List<Obligation> obligations() {
        var app = RunningApp.shared();
        return engagement.customer().asks(() -> app.get(Obligations.class).of(id));
    }

    /// One of them.
    public Obligation obligation(ObligationId obligation) {
        return obligations().stream()
                .filter(one -> one.id().equals(obligation))
                .findFirst()
                .orElseThrow();
    }

    /// The address of a page of it.
    public String path(String below) {
        return engagement.path("sow/" + id + below);
    }

    /// Answers all questions of a draft from a template as the sample does, as the customer.
    public static void answerAll(TestEngagement engagement, TemplateDraftId id) throws IOException {
        var app = RunningApp.shared();
        var customer = engagement.customer();
        var draft = customer.asks(() -> app.get(TemplateDrafts.class).get(engagement.id(), id));
        var outcome = app.get(DraftingSow.class)
                .answer(
                        customer.actor(),
                        engagement.id(),
                        id,
                        draft.version(),
                        AnswersFile.read("technology.yaml", Files.readString(ANSWERS)));
        if (!(outcome instanceof DraftingSow.Outcome.Stored)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    /// Waits until a run of the customer has ended.
    public static Run await(TestEngagement engagement, RunId id) throws InterruptedException {
        return await(engagement, engagement.customer(), id);
    }

    /// Waits until a run of somebody has ended.
    public static Run await(TestEngagement engagement, TestPerson person, RunId id) throws InterruptedException {
        var app = RunningApp.shared();
        var end = Instant.now().plus(LONG_ENOUGH);
        while (true) {
            var run = person.asks(() -> app.get(Runs.class).get(engagement.id(), id));
            if (run.state().ended()) {
                return run;
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("It takes too long: " + run);
            }
            Thread.sleep(50);
        }
    }

    private static String result(TestEngagement engagement, BringingIn.Outcome outcome) throws InterruptedException {
        if (!(outcome instanceof BringingIn.Outcome.Begun(var id))) {
            throw new IllegalStateException(outcome.toString());
        }
        var run = await(engagement, id);
        String result = run.result();
        if (run.state() != RunState.DONE || result == null) {
            throw new IllegalStateException(run.toString());
        }
        return result;
    }

    private static BringingIn.Document document(String name, String markdown) {
        return new BringingIn.Document(name, new ByteArrayInputStream(markdown.getBytes(StandardCharsets.UTF_8)));
    }
}
