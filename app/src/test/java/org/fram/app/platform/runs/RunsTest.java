package org.fram.app.platform.runs;

import static fram.schema.runs.Tables.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.TestEngagement;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunsTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final RunningApp app = RunningApp.shared();
    private final Runs runs = app.get(Runs.class);
    private final Transactions transactions = app.get(Transactions.class);
    private final Rehearsal rehearsal = app.get(Rehearsal.class);
    private final TestEngagement engagement = TestEngagement.create();
    private final String name = UUID.randomUUID().toString();
    private final Rehearsal.Script script = rehearsal.script(name);

    @Test
    void aRunShowsHowFarItIsAndEndsWithItsResult() throws Exception {
        var id = request(null);

        var going = await(id, run -> run.total() == 10);
        assertThat(going.state()).isEqualTo(RunState.RUNNING);
        assertThat(going.done()).isEqualTo(3);
        script.goOn.countDown();

        var ended = await(id, run -> run.state().ended());
        assertThat(ended.state()).isEqualTo(RunState.DONE);
        assertThat(ended.result()).isEqualTo("sow");
        assertThat(script.stored).hasValue(1);
    }

    @Test
    void aCancelledRunEndsWithoutAResult() throws Exception {
        var id = request(null);
        script.begun.await();

        app.get(CancellingRun.class).cancel(engagement.customer().actor(), engagement.id(), id);

        assertThat(await(id, run -> run.state().ended()).state()).isEqualTo(RunState.CANCELLED);
        assertThat(script.stored).hasValue(0);
    }

    @Test
    void aRunThatCannotBeDoneSaysWhy() throws Exception {
        script.failure.set(new RunFailedException(Text.of("runs.failed.access")));
        script.goOn.countDown();

        var ended = await(request(null), run -> run.state().ended());

        assertThat(ended.state()).isEqualTo(RunState.FAILED);
        assertThat(ended.failure()).isEqualTo(Text.of("runs.failed.access"));
    }

    @Test
    void ofAFaultOnlyItsNumberIsShown() throws Exception {
        script.failure.set(new IllegalArgumentException("secret of the machine"));
        script.goOn.countDown();

        var failure = await(request(null), run -> run.state().ended()).failure();

        assertThat(failure).isNotNull().extracting(Text::key).isEqualTo("runs.failed.fault");
        assertThat(failure).asString().doesNotContain("secret");
    }

    @Test
    void aRunWhoseWorkerFellSilentIsBegunAgainAndTheSilentOneStoresNothing() throws Exception {
        var id = request(null);
        script.begun.await();
        var silent = asClerk(
                () -> database().selectFrom(RUN).where(RUN.ID.eq(id.value())).fetchSingle());
        // Somebody else takes it, as if the first had been silent for an hour.
        asClerk(() -> database()
                .update(RUN)
                .set(RUN.STATE, "running")
                .set(RUN.ATTEMPT, silent.getAttempt() + 1)
                .set(RUN.ALIVE, Instant.now().minus(Duration.ofHours(1)))
                .where(RUN.ID.eq(id.value()))
                .execute());

        // The first notices that it is not its own any more; the run is taken again.
        await(id, run -> attempt(id) >= silent.getAttempt() + 2);
        script.goOn.countDown();

        assertThat(await(id, run -> run.state().ended()).state()).isEqualTo(RunState.DONE);
        assertThat(script.stored).hasValue(1);
    }

    @Test
    void aRunThatTakesTheProgramDownAgainAndAgainIsGivenUp() throws Exception {
        var id = request(null);
        script.begun.await();
        asClerk(() -> database()
                .update(RUN)
                .set(RUN.INTERRUPTIONS, 2)
                .set(RUN.ATTEMPT, 9)
                .set(RUN.ALIVE, Instant.now().minus(Duration.ofHours(1)))
                .where(RUN.ID.eq(id.value()))
                .execute());

        var ended = await(id, run -> run.state().ended());

        assertThat(ended.state()).isEqualTo(RunState.FAILED);
        assertThat(ended.failure()).isEqualTo(Text.of("runs.failed.interrupted", 3));
    }

    @Test
    void whoeverTakesAtTheSameTimeTakesDifferentRuns() throws Exception {
        script.goOn.countDown();
        var ids = IntStream.range(0, 30).mapToObj(_ -> request(null)).toList();
        var others = IntStream.range(0, 4)
                .mapToObj(_ -> Thread.startVirtualThread(() -> {
                    for (int i = 0; i < 10; i++) {
                        runs.take(LONG_ENOUGH).ifPresent(runs::giveBack);
                    }
                }))
                .toList();
        for (var other : others) {
            other.join();
        }
        for (var id : ids) {
            assertThat(await(id, run -> run.state().ended()).state()).isEqualTo(RunState.DONE);
        }

        assertThat(script.stored).hasValue(30);
    }

    @Test
    void aRunThatIsPrivateToAPartyIsNothingToTheOthers() {
        var id = request(engagement.customerParty());

        assertThat(asVendor(() -> runs.newest(engagement.id(), 10))).isEmpty();
        assertThatThrownBy(() -> asVendor(() -> runs.get(engagement.id(), id))).isInstanceOf(NotFoundException.class);
        var cancelling = app.get(CancellingRun.class);
        assertThatThrownBy(() -> cancelling.cancel(engagement.vendor().actor(), engagement.id(), id))
                .isInstanceOf(NotFoundException.class);
        script.goOn.countDown();
    }

    @Test
    void aRunOfTheEngagementIsSeenByAllOfItAndByNobodyElse() {
        var id = request(null);

        assertThat(asVendor(() -> runs.get(engagement.id(), id)).subject()).isEqualTo("A rehearsal");
        assertThat(transactions.as(engagement.stranger().actor(), () -> runs.newest(engagement.id(), 10)))
                .isEmpty();
        script.goOn.countDown();
    }

    @Test
    void strangersAskForNothing() {
        var wish = wish(null);
        var requesting = app.get(RequestingRun.class);

        assertThatThrownBy(() -> requesting.request(engagement.stranger().actor(), wish))
                .isInstanceOfAny(NotFoundException.class, NotAllowedException.class);
    }

    private RunId request(@Nullable PartyId privateTo) {
        return app.get(RequestingRun.class).request(engagement.customer().actor(), wish(privateTo));
    }

    private RequestingRun.Wish wish(@Nullable PartyId privateTo) {
        return new RequestingRun.Wish(
                engagement.id(), privateTo, Rehearsal.KIND, "A rehearsal", new Rehearsal.Input(name));
    }

    private Run await(RunId id, Predicate<Run> condition) throws InterruptedException {
        var end = Instant.now().plus(LONG_ENOUGH);
        while (true) {
            var run = transactions.as(engagement.customer().actor(), () -> runs.get(engagement.id(), id));
            if (condition.test(run)) {
                return run;
            }
            assertThat(Instant.now()).as("still %s", run).isBefore(end);
            Thread.sleep(50);
        }
    }

    private int attempt(RunId id) {
        return asClerk(() -> database()
                .select(RUN.ATTEMPT)
                .from(RUN)
                .where(RUN.ID.eq(id.value()))
                .fetchSingle(RUN.ATTEMPT));
    }

    private DSLContext database() {
        return app.get(DSLContext.class);
    }

    private <T> T asClerk(Supplier<T> work) {
        return transactions.as(new Actor.Task("runs"), work);
    }

    private <T> T asVendor(Supplier<T> work) {
        return transactions.as(engagement.vendor().actor(), work);
    }
}
