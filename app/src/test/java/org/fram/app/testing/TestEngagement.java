package org.fram.app.testing;

import java.time.ZoneId;
import java.util.Set;
import org.fram.app.engagement.CreatingEngagement;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Kind;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.engagement.Party;
import org.fram.app.engagement.ShapingEngagement;
import org.fram.app.engagement.Side;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Role;
import org.fram.app.testing.RunningApp.TestPerson;

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

    /// The address of a page of it.
    public String path(String below) {
        return "/engagements/" + id + (below.isEmpty() ? "" : "/" + below);
    }
}
