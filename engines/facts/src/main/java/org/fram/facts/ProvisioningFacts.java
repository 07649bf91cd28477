package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is ordered, from whom, and when it comes.
///
/// @param orders hardware, circuits, trunks, number ports, licences on their way
/// @param licences what was contracted and what is in production
/// @param carrierOwner who owns the carrier relationship
/// @param purchase how network services are bought
@RecordBuilder
public record ProvisioningFacts(
        @Nullable List<OrderFact> orders,
        @Nullable List<LicenceFact> licences,
        @Nullable String carrierOwner,
        @Nullable PurchaseWay purchase) {
    public ProvisioningFacts {
        orders = Copies.of(orders);
        licences = Copies.of(licences);
    }

    /// What is ordered.
    public enum OrderKind {
        @JsonProperty("hardware")
        HARDWARE,
        @JsonProperty("circuit")
        CIRCUIT,
        @JsonProperty("SIP trunk")
        SIP_TRUNK,
        @JsonProperty("number port")
        NUMBER_PORT,
        @JsonProperty("licence")
        LICENCE
    }

    /// How network services are bought.
    public enum PurchaseWay {
        @JsonProperty("directly")
        DIRECTLY,
        @JsonProperty("through the vendor")
        THROUGH_THE_VENDOR
    }

    /// Something that is ordered.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as people call it
    /// @param kind what it is
    /// @param owner the person, role or party that owns the order
    /// @param specifiedBy who specifies it
    /// @param orderedBy who orders it
    /// @param installedBy who installs it
    /// @param loadedBy who loads its software
    /// @param housedAt where it will stand
    /// @param specified the day of the vendor's specification
    /// @param ordered the day of the order; absent while it is not ordered
    /// @param leadTimeDays days from order to delivery
    /// @param needDate the day on which it is needed
    /// @param supplierDate the day that the supplier names
    /// @param confirmed the day on which the supplier confirmed its date
    /// @param slips how often the supplier's date moved to a later one
    /// @param escalated whether the slips were escalated
    /// @param softwareDate the day on which the software that runs on it comes
    /// @param delivered the day on which it came
    @RecordBuilder
    public record OrderFact(
            String id,
            String name,
            OrderKind kind,
            @Nullable String owner,
            @Nullable String specifiedBy,
            @Nullable String orderedBy,
            @Nullable String installedBy,
            @Nullable String loadedBy,
            @Nullable String housedAt,
            @Nullable LocalDate specified,
            @Nullable LocalDate ordered,
            @Nullable Integer leadTimeDays,
            @Nullable LocalDate needDate,
            @Nullable LocalDate supplierDate,
            @Nullable LocalDate confirmed,
            @Nullable Integer slips,
            @Nullable Boolean escalated,
            @Nullable LocalDate softwareDate,
            @Nullable LocalDate delivered) {}

    /// Licences of one kind.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as people call it
    /// @param contracted how many
    /// @param provisioned how many are there
    /// @param inProduction how many are used in production
    /// @param acceptanceDepends whether acceptance depends on them
    @RecordBuilder
    public record LicenceFact(
            String id,
            String name,
            int contracted,
            @Nullable Integer provisioned,
            @Nullable Integer inProduction,
            @Nullable Boolean acceptanceDepends) {}
}
