package org.fram.review;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.fram.review.Clause.Mode;
import org.fram.review.Parties.Actor;
import org.fram.review.Statement.Form;

/// Reading the [Signal]s of a statement.
final class Signals {

    private static final Pattern DATED = Pattern.compile(
            "(?i)\\b(\\d{1,2}(st|nd|rd|th)? )?(january|february|march|april|may|june|july|august|september|october|november|december)\\b( \\d{1,2})?(,? \\d{4})?"
                    + "|\\b\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}\\b|\\bweeks? \\d+|\\b(within|by|before|no later than|not later than|prior to|until|after|during|upon)\\b"
                    + "|\\b(daily|weekly|monthly|quarterly|annually|yearly|every|each (day|week|month|quarter|year))\\b|\\bdays?\\b");
    private static final Pattern COUNTED = Pattern.compile(
            "(?i)\\d|\\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred)\\b");
    private static final Pattern PRICED = Pattern.compile("[$£€]\\s?\\d|\\d\\s?(USD|EUR|GBP)\\b");
    private static final Pattern PAYS = Pattern.compile(
            "(?i)\\b(pay|pays|paid|payable|payment|invoice|invoices|invoiced|reimburse\\w*|bill|billed|charged|fee|fees|price|prices|charges|instal?lment|compensat\\w+|credit|credits)\\b");
    private static final Pattern LEGAL = Pattern.compile(
            "(?i)\\b(liab\\w+|indemnif\\w+|hold harmless|warrant\\w*|insurance|terminat\\w+|notice|govern(ed|ing) by|confidential\\w*|intellectual property|title|breach|force majeure|prevail\\w*|precedence|applicable law|assign this)\\b");
    private static final Pattern ACCEPTS =
            Pattern.compile("(?i)\\b(accept\\w*|sign-?off|deemed|approved|complete when|completion)\\b");
    private static final Pattern DEFINES = Pattern.compile(
            "(?i)[\"”’]? (means?|shall mean|will mean|refers? to|is defined as|are defined as|has the meaning|have the meaning)\\b|^[\"“][^\"”]{2,40}[\"”] (is|are|means)");
    private static final Pattern EXCLUDES = Pattern.compile(
            "(?i)\\b(not included|excluded|out of scope|not part of|not in scope|excludes?|does not include|do not include|no \\w+ (is|are) (included|provided|moved)|not priced)\\b|^(not included|excluded|exclusions?)\\b");
    private static final Pattern NEGATES = Pattern.compile("(?i)\\b(not|no|never|neither|nor|none)\\b");
    private static final Pattern PAST = Pattern.compile(
            "(?i)\\b(was|were|has been|have been|had|has (\\p{L}+ed|set|grown|become)|have (\\p{L}+ed|grown)|visited|stood|opened|began)\\b");
    private static final Pattern ASSUMES =
            Pattern.compile("(?i)\\b(assum\\w+|it is understood that|based on the understanding)\\b");
    private static final Pattern CONDITION =
            Pattern.compile("(?i)^(if|when|where|should|unless|in the event|upon|provided)\\b");
    private static final Pattern BEING = Pattern.compile(
            "(?i)\\b(is|are|has|have|serves?|works?|carries|exists?|uses|remains?|consists?|includes?|runs|stays?|means|contains?)\\b");
    private static final Pattern BLANK = Pattern.compile("\\[[^\\]]{2,40}\\]|_{3,}|<[^>]{2,30}>|\\bTB[DAC]\\b");
    private static final Pattern PRAISE = SectionKind.wholeWords(WordLists.of("marketing"));
    private static final Pattern POINTS = Pattern.compile(
            "(?i)^(?:the )?(?:table|section|annex|appendix|exhibit|schedule|figure|attachment|paragraph|clause|this section|this document|following table|table below)\\b[^,;]{0,60}\\b(states?|shows?|lists?|describes?|sets? out|contains?|summari[sz]es?|provides?|specif(y|ies)|gives?|defines?|details?|outlines?)\\b|\\b(is|are) (as )?(defined|described|listed|shown|given|set out|set forth|provided|stated) in\\b");
    private static final Pattern MAY_NOT = Pattern.compile("\\bmay (not|only)\\b");
    private static final Pattern LETTERS = Pattern.compile("[^\\p{L}\\-]+");
    private static final Pattern FURTHER =
            Pattern.compile("\\b(of|for|in|at|on|from|with|to|listed|described|under)\\b.*");
    private static final Set<String> SYSTEMS = WordLists.of("systemNouns");

    private Signals() {}

    static Set<Signal> of(Context context) {
        var signals = EnumSet.noneOf(Signal.class);
        var statement = context.statement();
        var quote = statement.quote();
        int words = quote.split(" ").length;
        signals.add(Signal.valueOf("FORM_" + statement.form()));
        signals.add(Signal.valueOf("SECTION_" + context.section()));
        if (context.table() != TableKind.NONE) {
            signals.add(Signal.valueOf("TABLE_" + context.table()));
        }
        grammar(context, signals);
        surroundings(context, signals);
        add(signals, Signal.ENDS_WITH_COLON, quote.endsWith(":"));
        add(signals, Signal.STEM, quote.endsWith(":") && words <= 6);
        add(signals, Signal.DEFINES, DEFINES.matcher(quote).find());
        add(signals, Signal.POINTS, POINTS.matcher(quote).find());
        add(signals, Signal.EXCLUDES, EXCLUDES.matcher(quote).find());
        add(signals, Signal.NEGATES, NEGATES.matcher(quote).find());
        add(
                signals,
                Signal.PAST,
                PAST.matcher(quote).find() && context.promises().isEmpty());
        add(signals, Signal.ASSUMES, ASSUMES.matcher(quote).find());
        add(signals, Signal.CONDITION, CONDITION.matcher(quote).find());
        add(signals, Signal.DATED, DATED.matcher(quote).find());
        add(signals, Signal.COUNTED, COUNTED.matcher(quote).find());
        add(signals, Signal.PRICED, PRICED.matcher(quote).find());
        add(signals, Signal.PAYS, PAYS.matcher(quote).find());
        add(signals, Signal.LEGAL, LEGAL.matcher(quote).find());
        add(signals, Signal.ACCEPTS, ACCEPTS.matcher(quote).find());
        add(
                signals,
                Signal.PRAISES,
                PRAISE.matcher(quote.toLowerCase(Locale.ROOT)).find());
        add(signals, Signal.BLANK_FIELD, BLANK.matcher(quote).find());
        add(signals, Signal.SHORT, words < 4);
        add(signals, Signal.LONG, words > 45);
        return signals;
    }

    private static void grammar(Context context, Set<Signal> signals) {
        var quote = context.statement().quote();
        var promises = context.promises();
        boolean promised = promises.stream().anyMatch(clause -> clause.mode() != Mode.IMPERATIVE);
        add(signals, Signal.PROMISE, promised);
        add(signals, Signal.PROMISE_BY_PARTY, promised && !context.actors().isEmpty());
        for (var clause : promises) {
            var signal = switch (clause.mode()) {
                case SHALL -> Signal.MAIN_SHALL;
                case WILL -> Signal.MAIN_WILL;
                case MUST -> Signal.MAIN_MUST;
                case SHOULD -> Signal.MAIN_SHOULD;
                case BOUND -> Signal.MAIN_BOUND;
                default -> Signal.IMPERATIVE;
            };
            signals.add(signal);
            add(signals, Signal.PASSIVE_PROMISE, clause.passive());
            add(signals, Signal.AGENT_NAMED, clause.passive() && clause.actor() instanceof Actor.Named);
            add(signals, Signal.SYSTEM_PROMISE, clause.actor() instanceof Actor.Nobody && isSystem(clause.subject()));
        }
        boolean present = context.clauses().stream()
                .anyMatch(clause -> clause.mode() == Mode.PRESENT
                        && !clause.subordinate()
                        && !clause.passive()
                        && clause.actor() instanceof Actor.Named);
        boolean passive = context.clauses().stream()
                .anyMatch(clause -> clause.mode() == Mode.PRESENT && !clause.subordinate() && clause.passive());
        boolean may = context.clauses().stream().anyMatch(clause -> clause.mode() == Mode.MAY && !clause.subordinate());
        add(signals, Signal.PRESENT_ACTIVE, promises.isEmpty() && present);
        add(signals, Signal.PRESENT_PASSIVE, promises.isEmpty() && !present && passive);
        add(signals, Signal.MAIN_MAY, promises.isEmpty() && !present && may);
        add(signals, Signal.MAY_NOT, MAY_NOT.matcher(quote).find());
        add(
                signals,
                Signal.SUBORDINATE_ONLY,
                !context.clauses().isEmpty() && context.clauses().stream().allMatch(Clause::subordinate));
        boolean any = !promises.isEmpty() || present;
        add(signals, Signal.ACTOR_NAMED, any && !context.actors().isEmpty());
        add(signals, Signal.ACTOR_JOINT, context.joint());
        add(
                signals,
                Signal.ACTOR_NOBODY,
                !promises.isEmpty() && context.actors().isEmpty() && !context.joint());
        boolean nominal = context.clauses().isEmpty() && !BEING.matcher(quote).find();
        add(signals, Signal.NOMINAL, nominal && context.statement().form() != Form.ROW);
        add(
                signals,
                Signal.NOMINAL_ITEM_IN_WORK,
                nominal
                        && context.statement().form() == Form.ITEM
                        && (context.section() == SectionKind.WORK || context.section() == SectionKind.ACCEPTANCE));
        add(
                signals,
                Signal.STATES_BEING,
                context.clauses().isEmpty() && BEING.matcher(quote).find());
        add(
                signals,
                Signal.PARTICIPLE_ITEM,
                context.clauses().isEmpty() && context.statement().form() == Form.ITEM && hasParticiple(quote));
    }

    private static void surroundings(Context context, Set<Signal> signals) {
        var leadIn = context.statement().leadIn();
        add(signals, Signal.LEAD_IN_BINDS, leadIn != null && context.leadInBinds());
        add(signals, Signal.LEAD_IN_OTHER, leadIn != null && !context.leadInBinds());
        add(
                signals,
                Signal.IMPERATIVE_UNDER_LEAD_IN,
                leadIn != null && context.leadInBinds() && signals.contains(Signal.IMPERATIVE));
        add(
                signals,
                Signal.GERUND_UNDER_LEAD_IN,
                leadIn != null
                        && context.leadInBinds()
                        && Verbs.isGerund(context.statement().quote().split("[ ,]", 2)[0]));
        add(signals, Signal.TAGGED, context.tagged());
        if (context.statement().form() == Form.ROW && context.table() != TableKind.RACI) {
            add(signals, Signal.OWNER_NAMED, !context.actors().isEmpty());
            add(signals, Signal.OWNER_OPEN, context.actors().isEmpty() && context.table() == TableKind.OWNED);
        }
    }

    private static boolean hasParticiple(String quote) {
        return LETTERS.splitAsStream(quote).anyMatch(Verbs::isParticiple);
    }

    /// Whether a subject is a thing of the vendor: its last noun before any "of" or "for".
    static boolean isSystem(String subject) {
        var head = FURTHER.matcher(subject.toLowerCase(Locale.ROOT))
                .replaceFirst("")
                .strip();
        var last = head.substring(head.lastIndexOf(' ') + 1);
        return SYSTEMS.contains(last);
    }

    private static void add(Set<Signal> signals, Signal signal, boolean present) {
        if (present) {
            signals.add(signal);
        }
    }
}
