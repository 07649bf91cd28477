package org.fram.app.platform.ledger;

import static fram.schema.ledger.Tables.DETAILS;
import static fram.schema.ledger.Tables.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.fram.app.platform.access.Transactions;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.fram.ledger.LedgerFile;
import org.fram.ledger.Verdict;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final Ledger LEDGER = APP.get(Ledger.class);
    private static final DSLContext DATABASE = APP.get(DSLContext.class);

    private final TestEngagement engagement = TestEngagement.create();
    private final UUID subject = UUID.randomUUID();

    @Test
    void whatWasDoneStandsThereInItsOrderAndTheChainHolds() throws IOException {
        long before = asked(engagement.customer(), () -> LEDGER.count(engagement.id()));

        record(engagement.customer(), false, "first");
        record(engagement.vendor(), false, "second");

        var newest = asked(engagement.vendor(), () -> LEDGER.newest(engagement.id(), before + 2, 2));
        assertThat(newest)
                .extracting(one -> Objects.requireNonNull(one.details()).what().get("reason"))
                .containsExactly("second", "first");
        assertThat(verified(engagement.customer()).entries()).isEqualTo(before + 2);
    }

    @Test
    void aPartySeesThatSomethingWasDoneByAnotherAndNotWhatAndItsChainHolds() throws IOException {
        record(engagement.customer(), true, "below this price we walk away");

        var seen = asked(
                engagement.vendor(),
                () -> LEDGER.newest(engagement.id(), Long.MAX_VALUE, 1).getFirst());
        assertThat(seen.details()).isNull();
        assertThat(asked(engagement.customer(), () -> LEDGER.newest(engagement.id(), Long.MAX_VALUE, 1)))
                .allMatch(one -> Objects.requireNonNull(one.details()).privately());
        var verdict = verified(engagement.vendor());
        assertThat(verdict.whole()).isTrue();
        assertThat(verdict.closed()).isEqualTo(1);
        assertThat(lines(engagement.vendor()).toString()).doesNotContain("walk away");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.entry set seal = repeat('0', 64)",
                "update ledger.details set json = '{}'",
                "delete from ledger.entry",
                "delete from ledger.details",
                "truncate ledger.entry cascade"
            })
    void nobodyChangesWhatStandsThere(String statement) {
        record(engagement.customer(), false, "for good");

        assertThatThrownBy(() -> asked(engagement.customer(), () -> DATABASE.execute(statement)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void nobodyPutsInAnEntryThatDoesNotFollow() {
        record(engagement.customer(), false, "for good");

        assertThatThrownBy(() -> asked(
                        engagement.customer(),
                        () -> DATABASE.insertInto(ENTRY)
                                .set(ENTRY.ENGAGEMENT_ID, engagement.id().value())
                                .set(ENTRY.NUMBER, 900L)
                                .set(ENTRY.TIME, Instant.EPOCH)
                                .set(ENTRY.SEAL, "0".repeat(64))
                                .set(ENTRY.PREVIOUS, "0".repeat(64))
                                .set(ENTRY.HASH, "0".repeat(64))
                                .execute()))
                .hasMessageContaining("Entry 900 does not follow");
    }

    @Test
    void aDeedThatFailsLeavesNoEntry() {
        long before = asked(engagement.customer(), () -> LEDGER.count(engagement.id()));

        assertThatThrownBy(() -> asked(engagement.customer(), () -> {
                    LEDGER.record(engagement.customer().actor(), engagement.id(), null, deed("in vain"));
                    throw new IllegalStateException("it failed");
                }))
                .hasMessage("it failed");

        assertThat(asked(engagement.customer(), () -> LEDGER.count(engagement.id())))
                .isEqualTo(before);
    }

    @Test
    void manyAtOnceMakeOneChain() throws Exception {
        long before = asked(engagement.customer(), () -> LEDGER.count(engagement.id()));
        try (var many = Executors.newFixedThreadPool(8)) {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (int task = 0; task < 40; task++) {
                String reason = "number " + task;
                var who = task % 2 == 0 ? engagement.customer() : engagement.vendor();
                tasks.add(() -> {
                    record(who, false, reason);
                    return true;
                });
            }
            for (var done : many.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(verified(engagement.customer()).entries()).isEqualTo(before + 40);
    }

    @Test
    void aStrangerSeesNothing() {
        record(engagement.customer(), false, "ours");

        assertThat(asked(APP.person("Stranger"), () -> LEDGER.newest(engagement.id(), Long.MAX_VALUE, 9)))
                .isEmpty();
        assertThat(asked(APP.person("Stranger"), () -> DATABASE.fetchCount(DETAILS)))
                .isZero();
    }

    private void record(TestPerson who, boolean privately, String reason) {
        asked(who, () -> {
            LEDGER.record(who.actor(), engagement.id(), privately ? engagement.customerParty() : null, deed(reason));
            return true;
        });
    }

    private Deed deed(String reason) {
        return Deed.of("finding-not-applicable", subject, Map.of("reason", reason));
    }

    private Verdict verified(TestPerson who) throws IOException {
        var verdict = LedgerFile.verify(
                new StringReader(String.join("\n", lines(who)) + "\n"), asked(who, () -> LEDGER.head(engagement.id())));
        assertThat(verdict.breaches()).isEmpty();
        return verdict;
    }

    private List<String> lines(TestPerson who) {
        return asked(who, () -> LEDGER.from(engagement.id(), 1, 1_000)).stream()
                .map(Recorded::line)
                .toList();
    }

    private static <T> T asked(TestPerson who, Supplier<T> work) {
        return APP.get(Transactions.class).as(who.actor(), work);
    }
}
