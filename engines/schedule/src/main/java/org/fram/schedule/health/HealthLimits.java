package org.fram.schedule.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What each check of a plan's health may amount to.
///
/// @param checks one each, in the order in which they are numbered from 1 and shown
public record HealthLimits(List<Limit> checks) {

    private static final HealthLimits LIBRARY = read("/fram/library/schedule/health.yaml");

    /// What is checked.
    public enum Aspect {
        @JsonProperty("logic")
        LOGIC,
        @JsonProperty("leads")
        LEADS,
        @JsonProperty("lags")
        LAGS,
        @JsonProperty("link-types")
        LINK_TYPES,
        @JsonProperty("hard-constraints")
        HARD_CONSTRAINTS,
        @JsonProperty("high-float")
        HIGH_FLOAT,
        @JsonProperty("negative-float")
        NEGATIVE_FLOAT,
        @JsonProperty("high-duration")
        HIGH_DURATION,
        @JsonProperty("invalid-dates")
        INVALID_DATES,
        @JsonProperty("resources")
        RESOURCES,
        @JsonProperty("missed-tasks")
        MISSED_TASKS,
        @JsonProperty("critical-path-test")
        CRITICAL_PATH_TEST,
        @JsonProperty("critical-path-length")
        CRITICAL_PATH_LENGTH,
        @JsonProperty("baseline-execution")
        BASELINE_EXECUTION;

        /// As it is written in files: `critical-path-test`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What a measured value counts.
    public enum Unit {
        /// A part of what was counted, 0 to 1.
        @JsonProperty("share")
        SHARE,
        /// A ratio that is 1 where all is as agreed.
        @JsonProperty("index")
        INDEX
    }

    /// What one check may amount to.
    ///
    /// @param question what is asked, as people read it
    /// @param most it is passed up to here, or null
    /// @param least it is passed from here on, or null
    /// @param days working days that the check speaks of, or null
    public record Limit(
            Aspect check,
            String title,
            String question,
            Unit unit,
            @Nullable Double most,
            @Nullable Double least,
            @Nullable Double days) {

        public Limit {
            if ((most == null) == (least == null)) {
                throw new IllegalArgumentException(
                        "The check \"%s\" has both a least and a most, or none of them.".formatted(title));
            }
        }

        boolean passed(double value) {
            return (most == null || value <= most) && (least == null || value >= least);
        }

        double workingDays() {
            if (days == null) {
                throw new IllegalStateException("The check \"%s\" speaks of no days.".formatted(title));
            }
            return days;
        }
    }

    public HealthLimits {
        checks = List.copyOf(checks);
        if (checks.stream().map(Limit::check).distinct().count() != Aspect.values().length
                || checks.size() != Aspect.values().length) {
            throw new IllegalArgumentException("Not each check has a limit, or one has two: %s."
                    .formatted(checks.stream().map(Limit::check).toList()));
        }
    }

    /// Those of the project's library, which are the published ones.
    public static HealthLimits library() {
        return LIBRARY;
    }

    private static HealthLimits read(String resource) {
        try (InputStream in = HealthLimits.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in the jar. Build the project anew.");
            }
            return new HealthLimits(new YAMLMapper().readValue(in, new TypeReference<List<Limit>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
