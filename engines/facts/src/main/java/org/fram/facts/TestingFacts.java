package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is tested, how, by whom, and what came out.
///
/// @param types the test types and who owns each
/// @param cases what is tested
/// @param runs what came out
/// @param defects what is wrong
/// @param environment the test environment
/// @param criteriaAgreed whether it is agreed by what the system passes testing
/// @param acceptanceTestersTrained whether those who do the user acceptance test are trained
/// @param contactTypes why customers call or write, the most frequent first
/// @param loadNeeded contacts at once that a load test has to reach
@RecordBuilder
public record TestingFacts(
        @Nullable List<TestTypeFact> types,
        @Nullable List<TestCaseFact> cases,
        @Nullable List<TestRunFact> runs,
        @Nullable List<DefectFact> defects,
        @Nullable EnvironmentFact environment,
        @Nullable Boolean criteriaAgreed,
        @Nullable Boolean acceptanceTestersTrained,
        @Nullable List<ContactTypeFact> contactTypes,
        @Nullable Double loadNeeded) {
    public TestingFacts {
        types = Copies.of(types);
        cases = Copies.of(cases);
        runs = Copies.of(runs);
        defects = Copies.of(defects);
        contactTypes = Copies.of(contactTypes);
    }

    /// A type of test.
    public enum TestType {
        @JsonProperty("functional")
        FUNCTIONAL,
        @JsonProperty("system")
        SYSTEM,
        @JsonProperty("system integration")
        SYSTEM_INTEGRATION,
        @JsonProperty("network assessment")
        NETWORK_ASSESSMENT,
        @JsonProperty("load")
        LOAD,
        @JsonProperty("failure and recovery")
        FAILURE_AND_RECOVERY,
        @JsonProperty("continuity")
        CONTINUITY,
        @JsonProperty("usability")
        USABILITY,
        @JsonProperty("user acceptance")
        USER_ACCEPTANCE
    }

    /// A type of test.
    ///
    /// @param type which
    /// @param owner name of the party or role that owns it
    /// @param side the side of the owner
    /// @param ruledOut who decided that it is not needed
    /// @param contactCenterTakesPart whether somebody of the contact center takes part
    /// @param believedVendors whether people take it for the vendor's work
    /// @param obligations ids of the obligations that promise it
    /// @param needed whether it is needed
    /// @param funded whether it is paid for
    /// @param extent how far it goes, for the system test
    /// @param resultsHandedOver whether the results are handed over, for the system test
    @RecordBuilder
    public record TestTypeFact(
            TestType type,
            @Nullable String owner,
            @Nullable Side side,
            @Nullable String ruledOut,
            @Nullable Boolean contactCenterTakesPart,
            @Nullable Boolean believedVendors,
            @Nullable List<String> obligations,
            @Nullable Boolean needed,
            @Nullable Boolean funded,
            @Nullable String extent,
            @Nullable Boolean resultsHandedOver) {
        public TestTypeFact {
            obligations = Copies.of(obligations);
        }
    }

    /// Something that is tested.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as people call it
    /// @param type of which type it is
    /// @param passCriterion by what it passes
    /// @param data what data it uses
    /// @param call whether it is a call
    /// @param number the number to dial, for calls
    @RecordBuilder
    public record TestCaseFact(
            String id,
            String name,
            @Nullable TestType type,
            @Nullable String passCriterion,
            @Nullable String data,
            @Nullable Boolean call,
            @Nullable String number) {}

    /// A run of a test.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param type of which type it is
    /// @param passed whether it passed
    /// @param load contacts at once that it reached, for load tests
    /// @param on when
    @RecordBuilder
    public record TestRunFact(
            String id,
            TestType type,
            boolean passed,
            @Nullable Double load,
            @Nullable LocalDate on) {}

    /// Something that is wrong.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text what
    /// @param severity 1 is the worst, 4 the least
    /// @param open whether it is still there
    @RecordBuilder
    public record DefectFact(String id, String text, int severity, boolean open) {}

    /// Why customers call or write.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as people call it
    /// @param rank 1 is the most frequent
    /// @param testCases ids of the test cases that cover it
    @RecordBuilder
    public record ContactTypeFact(String id, String name, int rank, List<String> testCases) {
        public ContactTypeFact {
            testCases = List.copyOf(testCases);
        }
    }
}
