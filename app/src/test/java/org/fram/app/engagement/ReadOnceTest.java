package org.fram.app.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.access.Transactions;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.junit.jupiter.api.Test;

/// What only reads reads the same once, and cannot write.
class ReadOnceTest {

    private static final RunningApp APP = RunningApp.shared();

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson me = engagement.customer();
    private final Transactions transactions = APP.get(Transactions.class);
    private final Members members = APP.get(Members.class);
    private final Engagements engagements = APP.get(Engagements.class);

    @Test
    void theDatabaseRefusesToWriteWhereSomebodyOnlyLooks() {
        var wanted = LocalDate.of(2031, 5, 6);

        assertThatThrownBy(() -> transactions.look(me.actor(), () -> {
                    engagement.retarget(me, wanted);
                    return true;
                }))
                .rootCause()
                .hasMessageContaining("read-only transaction");

        assertThat(me.asks(() -> engagements.get(engagement.id())).targetGoLive())
                .isNull();
        // The connection is as good as before.
        engagement.retarget(me, wanted);
        assertThat(me.asks(() -> engagements.get(engagement.id())).targetGoLive())
                .isEqualTo(wanted);
    }

    @Test
    void whoeverLooksReadsTheSameOnceAndSeesItAfterwardsAsItIsThen() {
        transactions.look(
                me.actor(), () -> assertThat(members.of(engagement.id())).isSameAs(members.of(engagement.id())));
        me.asks(() -> assertThat(members.of(engagement.id())).isNotSameAs(members.of(engagement.id())));

        var before = look(me);
        var added = engagement.member("Trainer", engagement.vendorParty(), Role.VIEWER);

        assertThat(before).doesNotContain(added.email());
        assertThat(look(me)).hasSize(before.size() + 1).contains(added.email());
        assertThat(look(engagement.stranger())).isEmpty();
    }

    @Test
    void whereSomethingIsWrittenItIsReadAgainAlsoByWhoeverOnlyLooksWithinThat() {
        var wanted = LocalDate.of(2031, 5, 6);

        me.asks(() -> {
            assertThat(engagements.get(engagement.id()).targetGoLive()).isNull();
            assertThat(transactions.look(me.actor(), () -> engagements.all())).hasSize(1);
            engagement.retarget(me, wanted);
            assertThat(engagements.get(engagement.id()).targetGoLive()).isEqualTo(wanted);
            assertThat(transactions
                            .look(me.actor(), () -> engagements.get(engagement.id()))
                            .targetGoLive())
                    .isEqualTo(wanted);
            return true;
        });
    }

    @Test
    void somebodyIsFoundInTheEngagementsOfWhichTheyAreAMember() {
        var other = TestEngagement.create();
        var ids = List.of(engagement.id(), other.id());

        var mine = me.asks(() -> members.in(ids, me.id()));

        assertThat(mine).containsOnlyKeys(engagement.id());
        assertThat(mine.get(engagement.id()))
                .isEqualTo(me.asks(() -> members.find(engagement.id(), me.id())).orElseThrow());
    }

    private List<String> look(TestPerson person) {
        return transactions.look(
                person.actor(),
                () -> members.of(engagement.id()).stream().map(Member::email).toList());
    }
}
