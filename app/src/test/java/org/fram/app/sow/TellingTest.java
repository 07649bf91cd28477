package org.fram.app.sow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.access.SignedIn;
import org.fram.app.platform.notices.NoticeSamples;
import org.fram.app.platform.runs.Runs;
import org.fram.app.practice.DecidingFinding;
import org.fram.app.practice.Decision;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.junit.jupiter.api.Test;

/// Who hears of what happens to a statement of work.
class TellingTest {

    private static final RunningApp APP = RunningApp.shared();

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson customer = engagement.customer();

    @Test
    void whoeverAskedForAReviewIsToldOfItsEndUnlessTheySawIt() throws Exception {
        SowDraft.bringIn(engagement, SowDraft.FIRST);
        assertThat(NoticeSamples.unreadBy(customer)).singleElement().asString().contains("“sow.md” is done");

        var run = customer.asks(() -> APP.get(Runs.class).newest(engagement.id(), 1))
                .getFirst();
        HttpBrowser.signedIn(customer).get(engagement.path("runs/" + run.id()));

        assertThat(NoticeSamples.unreadBy(customer)).noneMatch(subject -> subject.contains("is done"));
    }

    @Test
    void whoeverIsAskedToLookAtAnObligationIsToldWhereTheySeeIt() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        var obligation = sow.obligations().getFirst();
        var colleague = colleague(Role.CONTRIBUTOR);

        assign(sow, obligation, colleague);
        // The statement of work is private to the customer, and nobody tells themselves.
        assign(sow, sow.obligation(obligation.id()), engagement.vendor());
        assign(sow, sow.obligation(obligation.id()), customer);

        assertThat(NoticeSamples.unreadBy(colleague))
                .first()
                .isEqualTo("Project manager of the customer asks you to look at O-001 of “sow”");
        assertThat(NoticeSamples.unreadBy(engagement.vendor())).noneMatch(subject -> subject.contains("look at"));
        assertThat(NoticeSamples.unreadBy(customer)).noneMatch(subject -> subject.contains("look at"));
    }

    @Test
    void managersHearWhatIsDecidedAboutFindingsThatTheirPartySees() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        var manager = colleague(Role.MANAGER);
        var contributor = colleague(Role.CONTRIBUTOR);
        var target = new DecidingFinding.Target(
                engagement.id(), sow.id().value(), engagement.customerParty(), "SOW-01", null);

        var outcome = APP.get(DecidingFinding.class)
                .decide(
                        new SignedIn(customer.id(), customer.name(), false, false, false),
                        target,
                        new Decision.Verdict.NotApplicable("Another one does it."));

        assertThat(outcome).isEqualTo(new DecidingFinding.Outcome.Decided());
        assertThat(NoticeSamples.unreadBy(manager))
                .first()
                .isEqualTo("Project manager of the customer says that SOW-01 does not apply");
        for (var other : new TestPerson[] {contributor, customer, engagement.vendor()}) {
            assertThat(NoticeSamples.unreadBy(other)).noneMatch(subject -> subject.contains("SOW-01"));
        }
    }

    private TestPerson colleague(Role role) {
        var colleague = APP.person("Colleague");
        APP.get(ManagingPeople.class)
                .add(
                        customer.actor(),
                        engagement.id(),
                        colleague.email(),
                        colleague.name(),
                        new ManagingPeople.Place(engagement.customerParty(), role, Set.of()));
        return colleague;
    }

    private void assign(SowDraft sow, Obligation obligation, TestPerson to) {
        var target = new DecidingObligation.Target(engagement.id(), sow.id(), obligation.id(), obligation.version());
        assertThat(APP.get(DecidingObligation.class).assign(customer.actor(), target, to.id()))
                .isInstanceOf(DecidingObligation.Outcome.Stored.class);
    }
}
