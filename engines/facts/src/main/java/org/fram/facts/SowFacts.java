package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The statement of work: who is obliged to what, what it takes for granted, what it costs, and what it
/// leaves open.
///
/// @param document the file's name, or the title of a statement of work that Fram keeps
/// @param reviewed the day on which people last went through it
/// @param signed the day on which both sides had signed it; absent before
/// @param obligations its promises
/// @param raci the rows of its responsibility tables
/// @param assumptions what is priced or planned as true
/// @param requirements what was asked for or promised before it
/// @param price what it costs
/// @param cost what was approved against what is committed
/// @param terms the basic terms that it states
/// @param infrastructure who owns which part of the infrastructure
/// @param onsite when people are on site
/// @param topics what such documents speak of, and whether this one does
/// @param vague statements that cannot be checked
/// @param boilerplate statements that say nothing of this engagement
/// @param unclear references that lead nowhere, terms that nothing defines, names of others
/// @param contradictions statements that cannot both hold
/// @param reservations places where the vendor may discover, adjust or re-price later
/// @param effortPromises promises that the customer will have little to do
/// @param standardTexts the vendor's own standard texts that stand in it
/// @param changes changes that were proposed or made
/// @param likeForLike whether it carries over what there is and designs nothing for the goals of the business
@RecordBuilder
public record SowFacts(
        @Nullable String document,
        @Nullable LocalDate reviewed,
        @Nullable LocalDate signed,
        @Nullable List<ObligationFact> obligations,
        @Nullable List<RaciRowFact> raci,
        @Nullable List<AssumptionFact> assumptions,
        @Nullable List<RequirementFact> requirements,
        @Nullable PriceFact price,
        @Nullable CostFact cost,
        @Nullable List<TermFact> terms,
        @Nullable List<InfrastructureFact> infrastructure,
        @Nullable List<OnsiteFact> onsite,
        @Nullable List<TopicFact> topics,
        @Nullable List<RemarkFact> vague,
        @Nullable List<RemarkFact> boilerplate,
        @Nullable List<RemarkFact> unclear,
        @Nullable List<ContradictionFact> contradictions,
        @Nullable List<ReservationFact> reservations,
        @Nullable List<EffortPromiseFact> effortPromises,
        @Nullable List<StandardTextFact> standardTexts,
        @Nullable List<ChangeFact> changes,
        @Nullable Boolean likeForLike) {
    public SowFacts {
        obligations = Copies.of(obligations);
        raci = Copies.of(raci);
        assumptions = Copies.of(assumptions);
        requirements = Copies.of(requirements);
        terms = Copies.of(terms);
        infrastructure = Copies.of(infrastructure);
        onsite = Copies.of(onsite);
        topics = Copies.of(topics);
        vague = Copies.of(vague);
        boilerplate = Copies.of(boilerplate);
        unclear = Copies.of(unclear);
        contradictions = Copies.of(contradictions);
        reservations = Copies.of(reservations);
        effortPromises = Copies.of(effortPromises);
        standardTexts = Copies.of(standardTexts);
        changes = Copies.of(changes);
    }

    /// Where a requirement comes from.
    public enum RequirementSource {
        @JsonProperty("RFP")
        RFP,
        @JsonProperty("answer of the vendor")
        ANSWER_OF_THE_VENDOR,
        @JsonProperty("evaluation")
        EVALUATION,
        @JsonProperty("demonstration")
        DEMONSTRATION
    }

    /// How something is priced.
    public enum PriceKind {
        @JsonProperty("fixed")
        FIXED,
        @JsonProperty("per unit")
        PER_UNIT,
        @JsonProperty("per hour")
        PER_HOUR,
        @JsonProperty("per transaction")
        PER_TRANSACTION,
        @JsonProperty("subscription")
        SUBSCRIPTION
    }

    /// A part of the work in which people may be on site.
    public enum OnsitePhase {
        @JsonProperty("design")
        DESIGN,
        @JsonProperty("training")
        TRAINING,
        @JsonProperty("cutover")
        CUTOVER,
        @JsonProperty("later phases")
        LATER_PHASES
    }

    /// What is the matter with a statement.
    public enum RemarkKind {
        /// It promises something and names nobody who does it.
        @JsonProperty("no actor")
        NO_ACTOR,
        /// It has a place that is still to be filled in.
        @JsonProperty("blank")
        BLANK,
        /// It leaves something to be decided later.
        @JsonProperty("left open")
        LEFT_OPEN,
        /// It cannot be measured.
        @JsonProperty("no measure")
        NO_MEASURE,
        /// It praises and promises nothing.
        @JsonProperty("praise")
        PRAISE,
        /// It would stand unchanged in any contract.
        @JsonProperty("standard clause")
        STANDARD_CLAUSE,
        /// It refers to a part of the document that is not there.
        @JsonProperty("reference")
        REFERENCE,
        /// It refers to an attachment that may be a file of its own.
        @JsonProperty("attachment")
        ATTACHMENT,
        /// A term in it is not defined, or defined twice.
        @JsonProperty("term")
        TERM,
        /// It defines a term that is never used.
        @JsonProperty("unused term")
        UNUSED_TERM,
        /// A name in it belongs to no party, or stands for one that is still to be put in.
        @JsonProperty("name")
        NAME,
        /// Its figures do not add up, or multiply wrongly.
        @JsonProperty("sum")
        SUM
    }

    /// What a standard text of the vendor is about.
    public enum StandardText {
        @JsonProperty("acceptance")
        ACCEPTANCE,
        @JsonProperty("whole document")
        WHOLE_DOCUMENT
    }

    /// A promise.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text as written
    /// @param section the heading above it, with its number
    /// @param kind what it promises
    /// @param area the kind of work, where it is work
    /// @param topic id of a topic
    /// @param accountable name of the one party that answers for it
    /// @param side the side of the accountable party
    /// @param function the part of the accountable party that does it
    /// @param role who of the accountable party does it, as a role
    /// @param responsible names of the parties that do it
    /// @param raci letters of R, A, C, I by party's name, where a responsibility table says so
    /// @param due when, as written
    /// @param dueDate when, as a day
    /// @param milestone the milestone that its time is relative to
    /// @param quantity how much, as written
    /// @param amount for how much money, as written
    /// @param priceLines ids of the price lines that pay for it
    /// @param activities ids of the activities that carry it out
    /// @param testCases ids of the test cases that cover it
    /// @param deliversFunction whether it delivers a function of the system, which tests can cover
    @RecordBuilder
    public record ObligationFact(
            String id,
            String text,
            @Nullable String section,
            ObligationKind kind,
            @Nullable ActivityArea area,
            @Nullable String topic,
            @Nullable String accountable,
            @Nullable Side side,
            @Nullable BusinessFunction function,
            @Nullable String role,
            @Nullable List<String> responsible,
            @Nullable Map<String, String> raci,
            @Nullable String due,
            @Nullable LocalDate dueDate,
            @Nullable String milestone,
            @Nullable String quantity,
            @Nullable String amount,
            @Nullable List<String> priceLines,
            @Nullable List<String> activities,
            @Nullable List<String> testCases,
            @Nullable Boolean deliversFunction) {
        public ObligationFact {
            responsible = Copies.of(responsible);
            raci = Copies.of(raci);
            priceLines = Copies.of(priceLines);
            activities = Copies.of(activities);
            testCases = Copies.of(testCases);
        }
    }

    /// A row of a responsibility table.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param activity what is to be done
    /// @param responsible names of those who do it
    /// @param accountable names of those who answer for it; one is right
    /// @param consulted names of those who are asked before
    /// @param informed names of those who are told after
    @RecordBuilder
    public record RaciRowFact(
            String id,
            String activity,
            List<String> responsible,
            List<String> accountable,
            List<String> consulted,
            List<String> informed) {
        public RaciRowFact {
            responsible = List.copyOf(responsible);
            accountable = List.copyOf(accountable);
            consulted = List.copyOf(consulted);
            informed = List.copyOf(informed);
        }
    }

    /// Something priced or planned as true.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text as written
    /// @param owner the person or role that validates it
    /// @param validateBy the day by which it is validated
    /// @param holds what validating it showed; absent while it is open
    /// @param ifFalse what happens if it does not hold
    @RecordBuilder
    public record AssumptionFact(
            String id,
            String text,
            @Nullable String owner,
            @Nullable LocalDate validateBy,
            @Nullable Boolean holds,
            @Nullable String ifFalse) {}

    /// Something that was asked for, or promised, before the statement of work.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text as written
    /// @param source where it comes from
    /// @param key whether the choice of the vendor rested on it
    /// @param obligations ids of the obligations that fulfil it
    /// @param deferred whether it was put off past cutover
    /// @param deferralSignedBy who signed that it is put off
    /// @param demonstrated the day on which a demonstration or deep dive about it was first held
    @RecordBuilder
    public record RequirementFact(
            String id,
            String text,
            @Nullable RequirementSource source,
            @Nullable Boolean key,
            @Nullable List<String> obligations,
            @Nullable Boolean deferred,
            @Nullable String deferralSignedBy,
            @Nullable LocalDate demonstrated) {
        public RequirementFact {
            obligations = Copies.of(obligations);
        }
    }

    /// The prices.
    ///
    /// @param lines one for each thing that is paid for
    /// @param statedTotal as written
    /// @param total the stated total exactly
    /// @param addsUp whether the lines sum to the stated total; absent where nothing can be added
    /// @param errors what does not add up or multiplies wrongly, each with the figures in its reason
    /// @param lumpSum whether a stated lump sum covers all obligations of the vendor
    @RecordBuilder
    public record PriceFact(
            @Nullable List<PriceLineFact> lines,
            @Nullable String statedTotal,
            @Nullable MoneyFact total,
            @Nullable Boolean addsUp,
            @Nullable List<RemarkFact> errors,
            @Nullable Boolean lumpSum) {
        public PriceFact {
            lines = Copies.of(lines);
            errors = Copies.of(errors);
        }
    }

    /// A line of a price table.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text as written
    /// @param kind how it is priced
    /// @param amount as written
    /// @param money the amount exactly; absent where it is open or names no currency
    /// @param obligations ids of the obligations that it pays for
    /// @param option whether it is an option that can be invoked
    /// @param onsite whether it buys presence on site
    /// @param trainingTravel whether it pays for seats in or travel to training
    @RecordBuilder
    public record PriceLineFact(
            String id,
            String text,
            @Nullable PriceKind kind,
            @Nullable String amount,
            @Nullable MoneyFact money,
            @Nullable List<String> obligations,
            @Nullable Boolean option,
            @Nullable Boolean onsite,
            @Nullable Boolean trainingTravel) {
        public PriceLineFact {
            obligations = Copies.of(obligations);
        }
    }

    /// What was approved, and what it has to cover.
    ///
    /// @param approved the approved value
    /// @param agreed the sum of agreed obligations
    /// @param pending the sum of changes that are pending
    /// @param invoicedAndForecast what was invoiced, and what is still expected to be, beyond the agreed
    /// obligations
    @RecordBuilder
    public record CostFact(
            @Nullable MoneyFact approved,
            @Nullable MoneyFact agreed,
            @Nullable MoneyFact pending,
            @Nullable MoneyFact invoicedAndForecast) {}

    /// A basic term that is stated.
    ///
    /// @param term which one
    /// @param sides the sides for which it is stated, where it is wanted of each
    /// @param text as written
    @RecordBuilder
    public record TermFact(
            BasicTerm term,
            @Nullable List<Side> sides,
            @Nullable String text) {
        public TermFact {
            sides = Copies.of(sides);
        }
    }

    /// A part of the infrastructure and its owner.
    ///
    /// @param topic which part
    /// @param owner name of the party that owns it
    @RecordBuilder
    public record InfrastructureFact(
            InfrastructureTopic topic, @Nullable String owner) {}

    /// Presence on site in a part of the work.
    ///
    /// @param phase in which part
    /// @param days how many days; absent where nobody has said
    /// @param remote whether it was decided that nobody comes
    @RecordBuilder
    public record OnsiteFact(
            OnsitePhase phase,
            @Nullable Integer days,
            @Nullable Boolean remote) {}

    /// Something that such documents speak of.
    ///
    /// @param id of the topic in the list of topics
    /// @param title in plain words
    /// @param area the kind of work that it is about, where it is work
    /// @param covered whether the document says something of substance about it
    /// @param askedBy ids of the practices that ask for it in an engagement of this kind
    /// @param question what to ask the other side where it is missing
    @RecordBuilder
    public record TopicFact(
            String id,
            String title,
            @Nullable ActivityArea area,
            boolean covered,
            List<String> askedBy,
            @Nullable String question) {
        public TopicFact {
            askedBy = List.copyOf(askedBy);
        }
    }

    /// A statement with something the matter.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text as written
    /// @param kind what is the matter, as a word
    /// @param reason what is the matter, in words that a message can quote
    /// @param section the heading above it, with its number
    /// @param obligation id of the obligation that the statement is, where it is one
    @RecordBuilder
    public record RemarkFact(
            String id,
            String text,
            @Nullable RemarkKind kind,
            String reason,
            @Nullable String section,
            @Nullable String obligation) {}

    /// Two statements that cannot both hold.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param a the first, as written
    /// @param b the second, as written
    /// @param about what they disagree on, with both values
    /// @param confirmedBy who has confirmed that they contradict each other
    /// @param deniedBy who has found that they do not
    @RecordBuilder
    public record ContradictionFact(
            String id,
            String a,
            String b,
            String about,
            @Nullable String confirmedBy,
            @Nullable String deniedBy) {}

    /// A place where the vendor may discover, adjust or re-price later.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text as written
    /// @param scope to what it is limited
    /// @param cap up to how much
    /// @param until until when
    /// @param approver who has to agree
    @RecordBuilder
    public record ReservationFact(
            String id,
            String text,
            @Nullable String scope,
            @Nullable String cap,
            @Nullable String until,
            @Nullable String approver) {}

    /// A promise that the customer will have little to do.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text as written
    /// @param assumption id of the assumption that it stands as
    @RecordBuilder
    public record EffortPromiseFact(
            String id, String text, @Nullable String assumption) {}

    /// A standard text of the vendor.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param about what it is about
    /// @param changed whether it was changed for this engagement
    /// @param text as written
    @RecordBuilder
    public record StandardTextFact(
            String id,
            StandardText about,
            boolean changed,
            @Nullable String text) {}

    /// A change to the statement of work: proposed, decided, or brought in from outside.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text what changes
    /// @param decided the day on which both sides agreed to it; absent while it is open
    /// @param refused whether it was refused
    /// @param order id of its change order or addendum
    /// @param imported whether it was brought in as a file or message that was made elsewhere
    /// @param signedBy who signed it
    /// @param signerHasAuthority whether that person may change the contract
    /// @param price what it adds to the price
    @RecordBuilder
    public record ChangeFact(
            String id,
            String text,
            @Nullable LocalDate decided,
            @Nullable Boolean refused,
            @Nullable String order,
            @Nullable Boolean imported,
            @Nullable String signedBy,
            @Nullable Boolean signerHasAuthority,
            @Nullable MoneyFact price) {}
}
