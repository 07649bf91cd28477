package org.fram.app.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.FileId;
import org.fram.app.platform.files.KeepingFile;
import org.fram.app.signing.AskingForSignatures;
import org.fram.app.signing.Matter;
import org.fram.app.signing.RequestId;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.junit.jupiter.api.Test;

/// The numbers of change orders.
class NumbersOfOrdersTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final int SECONDS = 20;

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson customer = engagement.customer();
    private final TestPerson vendor = engagement.vendorManager();
    private final ProposedChanges changes = APP.get(ProposedChanges.class);

    @Test
    void ofTwoOrdersBegunAtTheSameMomentTheSecondTakesTheNextNumber() throws Exception {
        var first = change("Train ten more agents");
        var second = change("Go live a week later");
        var firstRequest = request();
        var secondRequest = request();
        var ordered = new CountDownLatch(1);
        var both = new CountDownLatch(1);

        try (var people = Executors.newFixedThreadPool(2)) {
            var one = people.submit(() -> APP.get(Transactions.class).run(customer.actor(), () -> {
                changes.order(engagement.id(), first, firstRequest);
                ordered.countDown();
                await(both);
            }));
            await(ordered);
            var other = people.submit(() -> APP.get(Transactions.class).run(vendor.actor(), () -> {
                // It does not see the first one yet, and wants the same number.
                assertThat(changes.orders(engagement.id())).isEmpty();
                both.countDown();
                changes.order(engagement.id(), second, secondRequest);
            }));
            one.get(SECONDS, TimeUnit.SECONDS);
            other.get(SECONDS, TimeUnit.SECONDS);
        }

        assertThat(customer.asks(() -> changes.orders(engagement.id())))
                .extracting(ChangeOrder::change, ChangeOrder::number)
                .containsExactly(tuple(first, 1), tuple(second, 2));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private UUID change(String text) {
        return engagement
                .add(customer, "changes", Map.of("text", text, "days", BigDecimal.ONE))
                .id();
    }

    private RequestId request() {
        var arrival = new KeepingFile.Arrival(
                "order.md", Set.of("md"), new ByteArrayInputStream("# Order".getBytes(StandardCharsets.UTF_8)));
        if (!(APP.get(KeepingFile.class).keep(customer.actor(), engagement.id(), null, arrival)
                instanceof KeepingFile.Outcome.Kept(var file))) {
            throw new IllegalStateException("The file is not kept.");
        }
        engagement.maySign(customer, Matter.CHANGE_ORDER);
        var outcome = APP.get(AskingForSignatures.class).ask(customer.actor(), engagement.id(), wish(file.id()));
        if (outcome instanceof AskingForSignatures.Outcome.Asked(var request)) {
            return request;
        }
        throw new IllegalStateException(outcome.toString());
    }

    private AskingForSignatures.Wish wish(FileId file) {
        return new AskingForSignatures.Wish(
                "Change order",
                Matter.CHANGE_ORDER,
                null,
                file,
                List.of(customer.id()),
                false,
                Instant.now().plus(Duration.ofDays(1)),
                false);
    }
}
