package org.fram.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of an engagement, as one tree, a part for each stage of its lifecycle. What is not known is
/// absent (null), which is different from known to be empty.
///
/// @param version of this shape; grows when fields are added, and nothing is ever taken away
/// @param asOf the day on which all of this was so
/// @param unread paths of fields that whoever wrote this could not tell, such as `sow.obligations.role` after a review
/// of a document; where one of them is absent it is unknown rather than missing
/// @param engagement what it is, and who and where it is about
/// @param sow the statement of work and what belongs to it: requirements, prices, terms, changes
/// @param measures objectives, KPIs, volumes, incentives and reports
/// @param assessment what there is today and how well it does
/// @param design what is to be, and for which purpose
/// @param people stakeholders, their concerns, duties and who does what
/// @param training courses and who needs them
/// @param plan the target go-live date, activities, bookings
/// @param provisioning orders of hardware, circuits, number ports and licences
/// @param raid risks, issues, decisions and meetings
/// @param testing test types, cases, runs, defects
/// @param rollout pilot, waves and who goes live in them
/// @param acceptance what completion means and what is still open
/// @param operations hand-off, support, what came of it, lessons
/// @param practices what people decided about practices: waivers, exceptions, parameters
@RecordBuilder
public record FactsDocument(
        int version,
        @Nullable LocalDate asOf,
        @Nullable List<String> unread,
        @Nullable EngagementFacts engagement,
        @Nullable SowFacts sow,
        @Nullable MeasureFacts measures,
        @Nullable AssessmentFacts assessment,
        @Nullable DesignFacts design,
        @Nullable PeopleFacts people,
        @Nullable TrainingFacts training,
        @Nullable PlanFacts plan,
        @Nullable ProvisioningFacts provisioning,
        @Nullable RaidFacts raid,
        @Nullable TestingFacts testing,
        @Nullable RolloutFacts rollout,
        @Nullable AcceptanceFacts acceptance,
        @Nullable OperationsFacts operations,
        @Nullable PracticeFacts practices) {
    public FactsDocument {
        unread = Copies.of(unread);
    }

    /// The version that this code reads and writes.
    public static final int VERSION = 1;
}
