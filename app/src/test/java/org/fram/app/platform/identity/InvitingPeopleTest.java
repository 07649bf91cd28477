package org.fram.app.platform.identity;

import static fram.schema.identity.Tables.LINK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.InvitingPeople.Waiting;
import org.fram.app.platform.notices.NoMail;
import org.fram.app.platform.start.PublicAddress;
import org.fram.app.platform.texts.Text;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.fram.app.testing.TestMail;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class InvitingPeopleTest {

    private static final RunningApp APP = RunningApp.shared();

    private final InvitingPeople inviting = APP.get(InvitingPeople.class);
    private final EnteringByLink entering = APP.get(EnteringByLink.class);
    private final Transactions transactions = APP.get(Transactions.class);
    private final DSLContext database = APP.get(DSLContext.class);
    private final TestPerson administrator = APP.administrator("Administrator");
    private final String email = "invited-%s@fram.example".formatted(UUID.randomUUID());

    @Test
    void whoeverIsInvitedChoosesAPasswordByTheLinkOnce() throws Exception {
        var person = invite();
        assertThat(signsIn()).isFalse();
        assertThat(waiting(person)).contains(Waiting.State.OPEN);
        String token = token(1);

        assertThat(entering.choose(token, "short")).isInstanceOf(EnteringByLink.Outcome.Refused.class);
        assertThat(entering.choose(token, TestPerson.PASSWORD))
                .isEqualTo(new EnteringByLink.Outcome.Entered(EntryLink.Purpose.INVITATION));

        assertThat(signsIn()).isTrue();
        assertThat(waiting(person)).isEmpty();
        assertThat(entering.choose(token, "a password of somebody else"))
                .isEqualTo(new EnteringByLink.Outcome.Closed(Text.of("identity.entry.invitation.used")));
        assertThat(signsIn()).isTrue();
    }

    @Test
    void ofTheLinkOnlyAHashIsKept() throws Exception {
        var person = invite();
        String token = token(1);

        var kept = transactions.as(
                SigningIn.TASK,
                () -> database.selectFrom(LINK)
                        .where(LINK.PERSON_ID.eq(person.value()))
                        .fetch()
                        .formatCSV());

        assertThat(kept).contains(Hashes.sha256(token)).doesNotContain(token);
    }

    @Test
    void anExpiredLinkAReplacedOneAndOneTakenBackOpenNothingAndSayWhy() throws Exception {
        var person = invite();
        String first = token(1);
        inviting.again(administrator.actor(), person);
        String second = token(2);
        assertThat(entering.look(first))
                .isEqualTo(new EnteringByLink.Door.Closed(Text.of("identity.entry.invitation.ended")));
        assertThat(entering.look(second)).isInstanceOf(EnteringByLink.Door.Open.class);

        transactions.run(
                SigningIn.TASK,
                () -> database.update(LINK)
                        .set(LINK.EXPIRES, Instant.now().minus(Duration.ofMinutes(1)))
                        .where(LINK.TOKEN_HASH.eq(Hashes.sha256(second)))
                        .execute());
        assertThat(entering.choose(second, TestPerson.PASSWORD))
                .isEqualTo(new EnteringByLink.Outcome.Closed(Text.of("identity.entry.invitation.expired")));
        assertThat(waiting(person)).contains(Waiting.State.EXPIRED);

        inviting.again(administrator.actor(), person);
        String third = token(3);
        inviting.takeBack(person);
        assertThat(entering.choose(third, TestPerson.PASSWORD))
                .isEqualTo(new EnteringByLink.Outcome.Closed(Text.of("identity.entry.invitation.ended")));
        assertThat(waiting(person)).contains(Waiting.State.ENDED);
        assertThat(entering.look("made up"))
                .isEqualTo(new EnteringByLink.Door.Closed(Text.of("identity.entry.unknown")));
        assertThat(signsIn()).isFalse();
    }

    @Test
    void ofTwoWhoFollowTheLinkAtTheSameTimeOneEnters() throws Exception {
        invite();
        String token = token(1);
        var outcomes = new CopyOnWriteArrayList<EnteringByLink.Outcome>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            String password = "the password of number " + i;
            threads.add(Thread.ofPlatform().start(() -> outcomes.add(entering.choose(token, password))));
        }
        for (var thread : threads) {
            thread.join();
        }

        assertThat(outcomes)
                .filteredOn(EnteringByLink.Outcome.Entered.class::isInstance)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(EnteringByLink.Outcome.Closed.class::isInstance)
                .hasSize(3);
    }

    @Test
    void aFirstPasswordEndsTheInvitation() throws Exception {
        var person = invite();
        String token = token(1);

        APP.get(ChangingPassword.class).reset(administrator.actor(), person);

        assertThat(entering.look(token)).isInstanceOf(EnteringByLink.Door.Closed.class);
        assertThat(inviting.again(administrator.actor(), person))
                .isEqualTo(new InvitingPeople.Outcome.Refused(Text.of("identity.invitation.came")));
    }

    @Test
    void whoSaysWhoBelongsToAnEngagementInvitesToIt() throws Exception {
        var engagement = TestEngagement.create();
        var place = new ManagingPeople.Place(engagement.vendorParty(), Role.VIEWER, Set.of());
        var outcome = APP.get(ManagingPeople.class)
                .invite(engagement.customer().actor(), engagement.id(), email, "Newcomer", place);

        assertThat(outcome).isInstanceOf(ManagingPeople.Outcome.Invited.class);
        var mail = TestMail.await(email, 1).getFirst();
        assertThat(mail.subject())
                .isEqualTo("Project manager of the customer invites you to “Move to the cloud” in Fram");
        // Those who know them see that they have not come; a stranger does not.
        var person = ((ManagingPeople.Outcome.Invited) outcome).person();
        assertThat(inviting.waiting(engagement.vendor().actor()))
                .extracting(Waiting::person)
                .contains(person);
        assertThat(inviting.waiting(engagement.stranger().actor())).isEmpty();
    }

    @Test
    void whereNoMailIsSentWhoeverInvitesHandsTheLinkOn() {
        var byHand = new InvitingPeople(
                transactions,
                APP.get(People.class),
                APP.get(AddingPeople.class),
                APP.get(EntryLinks.class),
                NoMail.notices(),
                APP.get(PublicAddress.class));
        var inviter = APP.person("Inviter");

        var outcome = byHand.invite(inviter.actor(), email, "Newcomer", false);

        assertThat(outcome).isInstanceOf(InvitingPeople.Outcome.ToHandOn.class);
        var shown = (InvitingPeople.Outcome.ToHandOn) outcome;
        assertThat(shown.link()).startsWith(APP.address("/enter?link="));
        assertThat(entering.look(shown.link().replaceAll(".*link=", ""))).isInstanceOf(EnteringByLink.Door.Open.class);
        // Whoever has the link can be that person, so it is shown to nobody else.
        assertThat(byHand.again(APP.person("Another").actor(), shown.person()))
                .isEqualTo(new InvitingPeople.Outcome.Refused(Text.of("identity.invitation.notYours")));
        assertThat(byHand.again(inviter.actor(), shown.person())).isInstanceOf(InvitingPeople.Outcome.ToHandOn.class);
        assertThat(byHand.again(administrator.actor(), shown.person()))
                .isInstanceOf(InvitingPeople.Outcome.ToHandOn.class);
    }

    private PersonId invite() {
        var outcome = inviting.invite(administrator.actor(), email, "Newcomer", false);
        assertThat(outcome).isInstanceOf(InvitingPeople.Outcome.Mailed.class);
        return ((InvitingPeople.Outcome.Mailed) outcome).person();
    }

    private String token(int mail) throws InterruptedException {
        return TestMail.await(email, mail).get(mail - 1).link("/enter").replaceAll(".*link=", "");
    }

    private Optional<Waiting.State> waiting(PersonId person) {
        List<Waiting> all = inviting.waiting(administrator.actor());
        return all.stream()
                .filter(one -> one.person().equals(person))
                .map(Waiting::state)
                .findFirst();
    }

    private boolean signsIn() {
        return APP.get(SigningIn.class).signIn(email, TestPerson.PASSWORD, new Device("test " + email, "A browser"))
                instanceof SigningIn.Outcome.Welcome;
    }
}
