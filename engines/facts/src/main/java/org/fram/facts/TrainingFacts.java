package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Courses, who needs them, and where they are held.
///
/// @param needs who needs what before when
/// @param courses what is taught
/// @param groups who goes live, and how many of them have completed their course
/// @param environment the training environment
/// @param format the format as decided: web, vendor's site, onsite, train-the-trainer
/// @param formatPriced whether travel and seats of the format are priced
/// @param formatReason why the format fits those who are trained, and where they are
@RecordBuilder
public record TrainingFacts(
        @Nullable List<TrainingNeedFact> needs,
        @Nullable List<CourseFact> courses,
        @Nullable List<TraineeGroupFact> groups,
        @Nullable EnvironmentFact environment,
        @Nullable String format,
        @Nullable Boolean formatPriced,
        @Nullable String formatReason) {
    public TrainingFacts {
        needs = Copies.of(needs);
        courses = Copies.of(courses);
        groups = Copies.of(groups);
    }

    /// What somebody does with the system.
    public enum TrainingPurpose {
        @JsonProperty("uses")
        USES,
        @JsonProperty("administers")
        ADMINISTERS,
        @JsonProperty("supports")
        SUPPORTS,
        @JsonProperty("trains")
        TRAINS,
        @JsonProperty("tests")
        TESTS
    }

    /// A role that needs a course.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param role as people call it
    /// @param purpose what the role does with the system
    /// @param endUser whether it is one of end users
    /// @param course id of the course
    /// @param neededBy the day by which the role needs it; for testers, the day before the user acceptance
    /// test
    /// @param courseEnds last day of the last class of that course
    /// @param courseForEndUsers whether that course is one for end users
    @RecordBuilder
    public record TrainingNeedFact(
            String id,
            String role,
            @Nullable TrainingPurpose purpose,
            @Nullable Boolean endUser,
            @Nullable String course,
            @Nullable LocalDate neededBy,
            @Nullable LocalDate courseEnds,
            @Nullable Boolean courseForEndUsers) {}

    /// A course.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as people call it
    /// @param begins first day of its first class
    /// @param ends last day of its last class
    /// @param handsOn whether people work with the system in it
    /// @param checked whether it checks what they understood
    /// @param obligation id of the obligation that pays for it
    /// @param forEndUsers whether it is one for end users
    @RecordBuilder
    public record CourseFact(
            String id,
            String name,
            @Nullable LocalDate begins,
            @Nullable LocalDate ends,
            @Nullable Boolean handsOn,
            @Nullable Boolean checked,
            @Nullable String obligation,
            @Nullable Boolean forEndUsers) {}

    /// People who go live together.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as people call them
    /// @param wave id of the wave
    /// @param people how many
    /// @param completed how many of them have completed their course
    @RecordBuilder
    public record TraineeGroupFact(String id, String name, String wave, int people, int completed) {}
}
