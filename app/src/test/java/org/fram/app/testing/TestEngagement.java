package org.fram.app.testing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fram.app.engagement.CreatingEngagement;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Kind;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.engagement.Party;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.engagement.ShapingEngagement;
import org.fram.app.engagement.Side;
import org.fram.app.plan.AcceptingDate;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.identity.Reauthentication.Proof;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs;
import org.fram.app.platform.register.Rows;
import org.fram.app.practice.Facts;
import org.fram.app.practice.Practices;
import org.fram.app.signing.GivingAuthority;
import org.fram.app.signing.Matter;
import org.fram.app.signing.RequestId;
import org.fram.app.signing.SignatureRequests;
import org.fram.app.signing.SigningDocument;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.facts.EngagementFactsBuilder;
import org.fram.facts.EngagementKind;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.jspecify.annotations.Nullable;

/// An engagement of a customer and a vendor, with somebody on each side of the table.
///
/// @param customer owns it
/// @param vendor contributes to it, for the other side
/// @param stranger belongs to nothing
public record TestEngagement(
        EngagementId id,
        PartyId customerParty,
        PartyId vendorParty,
        TestPerson customer,
        TestPerson vendor,
        TestPerson stranger) {

    /// A new one in the shared application.
    public static TestEngagement create() {
        var app = RunningApp.shared();
        var customer = app.person("Project manager of the customer");
        var vendor = app.person("Project manager of the vendor");
        var wish = new CreatingEngagement.Wish(
                "Move to the cloud",
                Kind.TECHNOLOGY_PROJECT,
                "Harbour Authority",
                Side.BUYER,
                ZoneId.of("Europe/Lisbon"));
        if (!(app.get(CreatingEngagement.class).create(customer.actor(), wish)
                instanceof CreatingEngagement.Outcome.Created(var id, var customerParty))) {
            throw new IllegalStateException("It is refused.");
        }
        app.get(ShapingEngagement.class).addParty(customer.actor(), id, "Cloud Vendor", Side.VENDOR);
        var vendorParty = customer.asks(() -> app.get(Engagements.class).parties(id)).stream()
                .filter(party -> party.side() == Side.VENDOR)
                .map(Party::id)
                .findFirst()
                .orElseThrow();
        var place = new ManagingPeople.Place(vendorParty, Role.CONTRIBUTOR, Set.of());
        var added = app.get(ManagingPeople.class).add(customer.actor(), id, vendor.email(), vendor.name(), place);
        if (!(added instanceof ManagingPeople.Outcome.Added)) {
            throw new IllegalStateException(added.toString());
        }
        return new TestEngagement(id, customerParty, vendorParty, customer, vendor, app.person("Stranger"));
    }

    /// Somebody new who belongs to it.
    ///
    /// @param name as people say who they are
    /// @param does what they do in the engagement
    public TestPerson member(String name, PartyId party, Role role, ProjectRole... does) {
        var app = RunningApp.shared();
        var person = app.person(name);
        var place = new ManagingPeople.Place(party, role, Set.of(does));
        var added = app.get(ManagingPeople.class).add(customer.actor(), id, person.email(), person.name(), place);
        if (!(added instanceof ManagingPeople.Outcome.Added)) {
            throw new IllegalStateException(added.toString());
        }
        return person;
    }

    /// Somebody new who decides for the vendor.
    public TestPerson vendorManager() {
        return member("Director of the vendor", vendorParty, Role.MANAGER);
    }

    /// Its facts, as somebody sees them.
    public FactsDocument facts(TestPerson person) {
        return person.asks(() -> RunningApp.shared().get(Facts.class).of(id));
    }

    /// What a practice finds in its facts as somebody sees them, if it were of a kind.
    public List<String> found(TestPerson person, EngagementKind kind, String practice) {
        var facts = facts(person);
        var ofKind = FactsDocumentBuilder.builder(facts)
                .engagement(EngagementFactsBuilder.builder(Objects.requireNonNull(facts.engagement()))
                        .kind(kind)
                        .build())
                .build();
        return RunningApp.shared()
                .get(Practices.class)
                .check(ofKind, Objects.requireNonNull(facts.asOf()), List.of())
                .findings(null)
                .stream()
                .filter(finding -> finding.practice().equals(practice))
                .map(finding -> finding.message())
                .toList();
    }

    /// Has somebody who decides for their party let themselves sign a matter, whatever it comes to.
    public void maySign(TestPerson person, Matter matter) {
        RunningApp.shared().get(GivingAuthority.class).give(person.actor(), id, person.id(), matter, null);
    }

    /// Has somebody sign what they are asked to sign.
    public void sign(TestPerson person, RequestId id) {
        var app = RunningApp.shared();
        var request = person.asks(() -> app.get(SignatureRequests.class).get(this.id, id));
        var place = request.signatories().stream()
                .filter(one -> one.person().equals(person.id()))
                .findFirst()
                .orElseThrow();
        var outcome = app.get(SigningDocument.class)
                .sign(
                        person.actor(),
                        new SigningDocument.Place(this.id, id, place.id()),
                        request.sha256(),
                        Proof.password(TestPerson.PASSWORD));
        if (!(outcome instanceof SigningDocument.Outcome.Done)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    /// Sets another target go-live date on behalf of somebody.
    public void retarget(TestPerson person, LocalDate target) {
        int version = person.asks(
                () -> RunningApp.shared().get(Engagements.class).get(id).version());
        var outcome = RunningApp.shared().get(AcceptingDate.class).retarget(person.actor(), id, target, version);
        if (!(outcome instanceof AcceptingDate.Outcome.Done)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    /// Adds a row to the register of a name on behalf of somebody.
    public Row add(TestPerson person, String register, Map<String, ? extends @Nullable Object> values) {
        var kept = register(register);
        return row(kept.acts().add(kept, person.actor(), id, new HashMap<>(values)));
    }

    /// Changes a row of the register of a name, as it is now.
    public Row change(TestPerson person, String register, Row row, Map<String, ? extends @Nullable Object> values) {
        var kept = register(register);
        return row(kept.acts()
                .change(
                        kept,
                        person.actor(),
                        id,
                        row.id(),
                        new RowActs.Seen.Version(
                                find(person, register, row.id()).version()),
                        new HashMap<>(values)));
    }

    /// A row of the register of a name as it is now.
    public Row find(TestPerson person, String register, UUID row) {
        return person.asks(() -> RunningApp.shared()
                .get(Rows.class)
                .find(register(register), id, row)
                .orElseThrow());
    }

    private static Register register(String name) {
        return RunningApp.shared().all(Register.class).stream()
                .filter(register -> register.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Row row(RowActs.RowOutcome outcome) {
        if (outcome instanceof RowActs.RowOutcome.Done(var row)) {
            return row;
        }
        throw new IllegalStateException(outcome.toString());
    }

    /// The address of a page of it.
    public String path(String below) {
        return "/engagements/" + id + (below.isEmpty() ? "" : "/" + below);
    }
}
