package org.fram.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One implementation, or one outsourced service: what it is, and whom and where it is about.
///
/// @param name as people call it
/// @param kind technology project or outsourced service
/// @param sourcingStrategy premises, hosted, cloud or mixed; absent where nobody has said
/// @param parties the organisations in it
/// @param sites where it happens
/// @param scope what is in it, as far as practices ask
/// @param holidays days that are no working days, beside Saturdays and Sundays
/// @param lessonsLookedAt whether the lessons of engagements of its kind were looked at when it began
@RecordBuilder
public record EngagementFacts(
        @Nullable String name,
        @Nullable EngagementKind kind,
        @Nullable SourcingStrategy sourcingStrategy,
        @Nullable List<PartyFact> parties,
        @Nullable List<SiteFact> sites,
        @Nullable ScopeFact scope,
        @Nullable List<LocalDate> holidays,
        @Nullable Boolean lessonsLookedAt) {
    public EngagementFacts {
        parties = Copies.of(parties);
        sites = Copies.of(sites);
        holidays = Copies.of(holidays);
    }

    /// An organisation in the engagement.
    ///
    /// @param name its fullest name; other facts name it so
    /// @param aliases other names that documents give it
    /// @param side which side of the table it is on
    @RecordBuilder
    public record PartyFact(String name, List<String> aliases, Side side) {
        public PartyFact {
            aliases = List.copyOf(aliases);
        }
    }

    /// A place where people work or equipment stands.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as people call it
    /// @param zone IANA time zone, such as Europe/Oslo
    @RecordBuilder
    public record SiteFact(String id, String name, @Nullable String zone) {}

    /// What is in the scope, where practices ask for it. Each is true, false, or absent while nobody has
    /// said.
    ///
    /// @param voip calls are carried over IP: VoIP phones or SIP trunks
    /// @param integration other systems are connected
    /// @param onsiteNetwork the network on the customer's sites carries it
    /// @param onsiteHardware equipment is installed on the customer's sites
    /// @param peaks volume has peaks that a load test has to show to be carried
    /// @param resilience the architecture is meant to survive the failure of a part
    /// @param phased sites or groups go live one after the other
    @RecordBuilder
    public record ScopeFact(
            @Nullable Boolean voip,
            @Nullable Boolean integration,
            @Nullable Boolean onsiteNetwork,
            @Nullable Boolean onsiteHardware,
            @Nullable Boolean peaks,
            @Nullable Boolean resilience,
            @Nullable Boolean phased) {}
}
