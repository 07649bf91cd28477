package org.fram.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fram.review.Claim.Aspect;
import org.fram.review.PhraseScan.Mention;
import org.fram.review.values.Length;
import org.fram.review.values.Money;
import org.fram.review.values.Numeral;
import org.fram.review.values.Range;
import org.fram.review.values.When;
import org.jspecify.annotations.Nullable;

/// Finding the values that statements give for things: counts, lengths of time, days, rhythms, levels and rates.
///
/// A value belongs to the subject that its clause names nearest to it; in a table, to the subject of its row, or of
/// its column where the column names one. What else the clause names (an audience, a site, a wave, another subject)
/// sets the claim apart from others on that subject.
final class Claims {

    private static final Pattern SITE_NAME = Pattern.compile(
            "(?:\\b(?:at|in)|\\bon[- ]site,?)\\s+((?:\\p{Lu}[\\p{L}’']+)(?:\\s\\p{Lu}[\\p{L}’']+){0,2})");
    private static final Set<String> NO_SITES = Subjects.role("noSites");
    private static final Pattern REFERENCE_BEFORE = Pattern.compile(
            "(?i)(?:\\b(?:sections?|tables?|annex|appendix|releases?|versions?|issue|waves?|phases?|severity|sev\\.?|weeks?|steps?|items?|clauses?|pages?|no\\.|level|tier|group|days?|years?|stage|article|soc|iso|parts?|exhibit|schedule|paragraphs?|figure|deliverable|milestone|priority|option|lot|q|type|form|net|24|§|priorit(?:y|ies)|severities)\\s?[#:]?|\\d+\\s?(?:,|or|and|to|–|-|/)\\s?)$");
    private static final Pattern EACH_AFTER = Pattern.compile("(?i)^\\W{0,3}(?:each|apiece|per|a|an|every)\\b.*");
    private static final Pattern BEFORE_AFTER =
            Pattern.compile("(?i)^[’']?s?\\s*(?:before|beforehand|prior|in advance|ahead|earlier).*");
    private static final Pattern AFTER_AFTER = Pattern.compile(
            "(?i)^[’']?s?\\s*(?:after|following|later|afterward|from|since|of (?:the )?(?:receipt|date|request|order|go|cut|sign|its|their|be|notification|notice|being|invoice|delivery|approval|such|report)).*");
    private static final Pattern WITHIN_BEFORE = Pattern.compile(
            "(?i).*\\b(?:within|inside|in|under|net|no later than|not later than|not more than|no more than|less than|exceed|maximum of|max\\.?|≤|<)\\s*(?:the |a |an )?(?:next |first )?$");
    private static final Pattern EVERY_BEFORE = Pattern.compile(
            "(?i).*\\b(?:every|each|per|any|next|last|past|another|additional|further|up to|first|other)\\s*$");
    private static final Pattern SESSION_AFTER = Pattern.compile(
            "(?i)^\\s*(?:session|course|class|workshop|call|meeting|window|interval|period in|shift|slot)s?\\b.*");
    private static final Pattern DATE_SKIPS = Pattern.compile(
            "(?i).*\\b(?:until|through|till|since|after|before|dated|following|prior to|issued|as of|effective|later than (?!$)|letter of|issue \\d+ of|version [\\d.]+ of|year to|months to|ended|ending|end of|close of)\\s*(?:the )?$");
    private static final Pattern FROM =
            Pattern.compile("(?i).*\\b(?:from|between|beginning|starting)\\s*(?:the )?(?:weekend of |week of )?$");
    private static final Pattern DUE_BEFORE = Pattern.compile(
            "(?i).*\\b(?:by|no later than|not later than|on or before|due|due on|due by|deadline|at the latest|latest)\\s*:?\\s*(?:the )?(?:end of )?$");
    private static final String LINK_WORD =
            "will|is|are|shall|to|be|takes?|taking|place|planned|scheduled|set|targeted?|expected|held|runs?|given|carried|out|conducted|performed|completed|complete|starts?|begins?|commences?|happens?|occurs?|falls?|over|on|in|during|at|for|from|between|the|a|weekend|of|week|date|dates|start|starting|beginning|window|day|days|period|phase|event|by|no|later|than|due|all|sites|site|first|same|proposed|target|production|currently|now|into|night|full|as|both|its";
    private static final Pattern LINK = Pattern.compile("(?i)(?:\\W|\\b(?:" + LINK_WORD + ")\\b)*");
    private static final Pattern DELIVERABLE = Pattern.compile("(?<![\\w.-])(D\\d{1,2}(?:\\.\\d)?)(?![\\w-])");
    private static final Set<String> EVENTS = Subjects.role("events");
    private static final Set<String> DUE_EVENTS = Subjects.role("due");
    private static final Set<String> DEADLINES = Subjects.role("deadlines");
    private static final Set<String> LENGTHS = Subjects.role("lengths");
    private static final Set<String> PHASES = Subjects.role("phases");
    private static final Set<String> LEVELS = Subjects.role("levels");
    private static final Set<String> RHYTHMS = Subjects.role("rhythms");
    private static final Set<String> CAPPED = Subjects.role("caps");
    private static final Pattern PAST = Pattern.compile(
            "(?i)\\b(?:was|were|had|stood|baseline|historically|previously|currently|today|at present|last (?:fiscal )?year|in the year to|last \\d+ months|to date|at the moment)\\b");
    private static final Pattern MONEY_AT_STAKE = Pattern.compile(
            "(?is).*\\b(?:deduct\\w*|credits?|penalt\\w+|increas\\w+|decreas\\w+|reduc\\w+|improv\\w+|bonus|withh\\w+|fees?|charges?)\\b.*");
    private static final Pattern NOT_THE_CAP =
            Pattern.compile("(?is).*\\b(?:price|excluding|exclusive of|not including|plus|total fee)\\b.*");
    private static final Pattern OWN_SUBJECT = Pattern.compile(
            "(?is)^[’']?s?\\s*(?:(?:of|for)\\s+)?(?:the |our |its |their |a |an )?(?:(?!after|before|from|until|following|of\\b|for\\b|in\\b|on\\b|and\\b|with|prior)[\\w-]+ ){0,2}$");
    private static final Pattern CONTENTS_LINE = Pattern.compile("\\.{5,}|(?:\\. ){5,}");
    private static final Pattern PERCENTAGE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s?(?:%|per ?cent)");
    private static final Pattern NET = Pattern.compile("(?i)\\bnet[- ](\\d{2,3})\\b(?!\\s*(?:days|\\d))");
    private static final Pattern NOTICE_AFTER =
            Pattern.compile("(?is)^[’']?s?[’']?\\s*(?:[\\w-]+\\s+){0,3}notice\\b.*");
    private static final Pattern NOTICE_BEFORE =
            Pattern.compile("(?is).*\\bnotice(?: period)?(?: of| is|:|,)?\\s*(?:at least )?$");
    private static final Pattern ONE_SIDE_ENDS = Pattern.compile(
            "(?i)^\\W*(?:the )?(\\p{L}+)(?:\\s\\p{L}+)?\\s(?:may|can|shall be entitled to)\\s(?:terminate|end|cancel).*");
    private static final Pattern ON_SITE = Pattern.compile("(?i)\\b(?:on[- ]?site|in person|face[- ]to[- ]face)\\b");
    private static final Pattern REMOTE =
            Pattern.compile("(?i)\\b(?:remote|remotely|virtual|virtually|online|by video)\\b");
    private static final Set<String> VAGUE_SUBJECTS = Subjects.role("broad");
    private static final Set<String> PLACED = Subjects.role("placed");
    private static final Pattern ADDITIONAL = Pattern.compile(
            "(?i).*\\b(?:(?:additional|extra|out[- ]of[- ]scope|outside|further) (?:work|services|hours|days|effort)|work outside|change orders?|out of scope)\\b.*");
    private static final Pattern ANSWERED_WITHIN = Pattern.compile(
            "(?is).*\\b(?:answer\\w*|calls|contacts|chats)\\b.*\\b(?:within|in|under)\\s+\\w+\\s+(?:seconds?|secs?\\b|minutes?).*");
    private static final Pattern DAY_OF = Pattern.compile(
            "(?i)\\b(?:(?<digits>\\d{1,2})(?:st|nd|rd|th)|(?<word>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|fifteenth|twentieth))\\s+(?<kind>(?:business|working|calendar)\\s+)?day\\s+(?:of|after the end of)\\s+(?:the|each|every)\\s+(?:following\\s+|next\\s+|same\\s+|calendar\\s+)?(?:month|quarter|week)");
    private static final List<String> ORDINALS = List.of(
            "zeroth",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth");
    private static final Pattern PERCENT = Pattern.compile("^\\s?(?:%|per ?cent\\b|percent\\b)");
    private static final Pattern RHYTHM = Pattern.compile(
            "(?i)\\b(?:(?<daily>daily|every (?:business |working )?day|each (?:business |working )?day|nightly|every night)"
                    + "|(?<biweekly>bi-?weekly|fortnightly|every (?:two|2|other|second) weeks?|every fortnight|every other (?:mon|tues|wednes|thurs|fri)day)"
                    + "|(?<twiceaweek>twice (?:a|per|each) week|twice weekly)"
                    + "|(?<weekly>weekly|every week|each week|once a week|(?:every|each) (?:mon|tues|wednes|thurs|fri)day|on (?:mon|tues|wednes|thurs|fri)days|(?<!\\d )(?:mon|tues|wednes|thurs|fri)days)"
                    + "|(?<bimonthly>bi-?monthly|every (?:two|2|other|second) months?)"
                    + "|(?<twiceamonth>twice (?:a|per|each) month|semi-?monthly)"
                    + "|(?<monthly>monthly|every month|each month|once a month|per month|(?:of|in) (?:each|every) month)"
                    + "|(?<quarterly>quarterly|every quarter|each quarter|once a quarter|every (?:three|3) months|of (?:each|every) quarter)"
                    + "|(?<twiceayear>twice (?:a|per|each) year|semi-?annual(?:ly)?|half-?yearly|bi-?annual(?:ly)?|every (?:six|6) months)"
                    + "|(?<yearly>yearly|annual(?:ly)?|every year|each year|once a year|per year))\\b");

    private final Set<Integer> priceLines;
    private final OptionalInt year;
    private final Set<String> sites;
    private final List<Claim> claims = new ArrayList<>();

    private Claims(Set<Integer> priceLines, OptionalInt year, Set<String> sites) {
        this.priceLines = priceLines;
        this.year = year;
        this.sites = sites;
    }

    /// All claims of a document, in its order.
    ///
    /// @param priceLines indices of the statements that are lines of a price
    /// @param partyNames names and aliases of the parties, which are no sites
    static List<Claim> of(List<Statement> statements, Set<Integer> priceLines, Set<String> partyNames) {
        var year = When.mainYear(statements.stream().map(Statement::quote).toList());
        var sites = sites(statements, partyNames);
        return statements.parallelStream()
                .flatMap(statement -> {
                    var reading = new Claims(priceLines, year, sites);
                    reading.read(statement);
                    return reading.claims.stream();
                })
                .toList();
    }

    private void read(Statement statement) {
        if (CONTENTS_LINE.matcher(statement.quote()).find()) {
            return;
        }
        var row = statement.row();
        if (row != null && statement.form() == Statement.Form.ROW) {
            new RowReading(this, statement, row).read();
        } else {
            for (var clause : clauses(statement.quote())) {
                readClause(statement, clause);
            }
        }
    }

    /// The part of a text that belongs to one value.
    ///
    /// @param text of the window
    /// @param offset of the window in the clause
    private record Window(String text, int offset) {}

    private void readClause(Statement statement, String clause) {
        var times = When.in(clause, year);
        for (var when : times) {
            date(statement, clause, when);
        }
        var lengths = Length.in(clause).stream()
                .filter(length ->
                        times.stream().noneMatch(when -> when.start() < length.end() && length.start() < when.end()))
                .toList();
        var starts = lengths.stream()
                .map(length -> new int[] {length.start(), length.end()})
                .toList();
        for (int i = 0; i < lengths.size(); i++) {
            length(statement, clause, lengths.get(i), window(clause, starts, i));
        }
        netDays(statement, clause);
        counts(statement, clause, times, lengths);
        rhythms(statement, clause);
        daysOf(statement, clause);
        levels(statement, clause);
        rates(statement, clause);
        places(statement, clause);
    }

    private void netDays(Statement statement, String clause) {
        for (Matcher net = NET.matcher(clause); net.find(); ) {
            var days = new Length(
                    Range.exactly(Integer.parseInt(net.group(1))),
                    Length.Unit.DAY,
                    net.group(),
                    net.start(),
                    net.end());
            addLength(statement, Aspect.DEADLINE, "payment term", Set.of(), days, new Range(1, 1), true);
        }
    }

    private void date(Statement statement, String clause, When when) {
        var before = clause.substring(0, when.start());
        boolean span = when.days().low() < when.days().high();
        if (DATE_SKIPS.matcher(before).matches() || (FROM.matcher(before).matches() && !span)) {
            return;
        }
        var deliverable = lastDeliverable(before);
        boolean due = DUE_BEFORE.matcher(before).matches();
        if (deliverable != null && due) {
            add(statement, Aspect.DUE, deliverable, Set.of(), when, true);
            return;
        }
        var mention = lastBefore(Subjects.in(clause), when.start());
        var after = clause.substring(when.end());
        if (mention != null && LINK.matcher(before.substring(mention.end())).matches()) {
            boolean event = due ? DUE_EVENTS.contains(mention.id()) : EVENTS.contains(mention.id());
            if (event) {
                var rest = clause.substring(0, mention.start()) + " " + clause.substring(mention.end());
                if (!relative(clause.substring(0, mention.start()))) {
                    add(
                            statement,
                            due ? Aspect.DUE : Aspect.DATE,
                            mention.id(),
                            qualifiers(statement, rest, mention.id()),
                            when,
                            true);
                }
            }
            return;
        }
        var next = Subjects.in(after).stream().findFirst().orElse(null);
        if (next != null
                && before.isBlank()
                && after.substring(0, next.start()).matches("[\\s:|–—,-]*(?:target |planned )?")
                && EVENTS.contains(next.id())) {
            add(
                    statement,
                    Aspect.DATE,
                    next.id(),
                    qualifiers(statement, after.substring(next.end()), next.id()),
                    when,
                    true);
        }
    }

    /// Whether what follows is only the anchor of another time ("two weeks before", "until").
    private static boolean relative(String before) {
        return before.matches(
                        "(?is).*\\b(?:before|after|until|prior to|following|from|since|of|for|during|to)\\s+(?:the |each |target |planned )?\\W*$")
                && !before.matches(
                        "(?is).*\\b(?:target|date|planned date|scheduled date|weekend|date set) (?:of|for)\\s+(?:the )?$");
    }

    private static @Nullable String lastDeliverable(String before) {
        String last = null;
        for (Matcher matcher = DELIVERABLE.matcher(before); matcher.find(); ) {
            boolean object = !before.substring(0, matcher.start())
                    .matches("(?is).*\\b(?:of|in|with|from|per|to|under|against|by|on|for|see|as)\\W*$");
            last = object ? matcher.group(1) : null;
        }
        return last;
    }

    private void length(Statement statement, String clause, Length length, Window window) {
        var before = clause.substring(0, length.start());
        var after = clause.substring(length.end());
        if (EACH_AFTER.matcher(after).matches()
                || EVERY_BEFORE.matcher(before).matches()
                || SESSION_AFTER.matcher(after).matches()
                || after.matches("(?is)^\\s*(?:x|×|old|notice to).*")
                || Subjects.namesPart(before.substring(Math.max(0, before.length() - 14)))) {
            return;
        }
        var mention = nearest(clause, length.start(), length.end(), window);
        boolean direct = mention != null;
        boolean adjective = length.text().matches("\\S+[-‑]\\p{L}+");
        if (adjective
                && (mention == null
                        || mention.start() < length.end()
                        || !OWN_SUBJECT
                                .matcher(clause.substring(length.end(), mention.start()))
                                .matches())) {
            return;
        }
        var subject = mention != null ? mention.id() : headingSubject(statement);
        if (subject == null) {
            return;
        }
        var aspect = aspect(subject, before, after);
        if (aspect == null) {
            return;
        }
        var rest = mention == null ? window.text() : without(mention, window);
        var qualifiers = qualifiers(statement, rest, subject);
        if (aspect == Aspect.DEADLINE) {
            PERCENTAGE.matcher(clause).results().forEach(share -> qualifiers.add(share.group(1) + " %"));
        }
        addLength(statement, aspect, subject, qualifiers, length, bounds(before, after), direct);
    }

    static @Nullable Aspect aspect(String subject, String before, String after) {
        if (subject.contains("notice")) {
            return NOTICE_AFTER.matcher(after).matches()
                            || NOTICE_BEFORE.matcher(before).matches()
                    ? Aspect.LENGTH
                    : null;
        }
        if (BEFORE_AFTER.matcher(after).matches()) {
            return null;
        }
        if (DEADLINES.contains(subject)) {
            return Aspect.DEADLINE;
        }
        if (WITHIN_BEFORE.matcher(before).matches()) {
            return null;
        }
        if (AFTER_AFTER.matcher(after).matches() && !before.matches("(?is).*\\b(?:for|period of|of)\\s*$")) {
            return subject.equals("warranty") ? Aspect.LENGTH : null;
        }
        return LENGTHS.contains(subject) ? Aspect.LENGTH : null;
    }

    private void addLength(
            Statement statement,
            Aspect aspect,
            String subject,
            Set<String> qualifiers,
            Length length,
            Range bounds,
            boolean direct) {
        boolean deadline = aspect != Aspect.LENGTH;
        var value = deadline ? length.value() : bounded(length.value(), bounds);
        claims.add(new Claim(
                statement,
                aspect,
                subject,
                qualifiers,
                length.unit().base(),
                length.unit().inBase(value),
                length.unit().days(value),
                length.text(),
                direct));
    }

    /// How a value is limited by the words around it, as factors of it: "up to" 0 to 1, "at least" 1 to many.
    static Range bounds(String before, String after) {
        if (before.matches(
                        "(?is).*\\b(?:up to|no more than|not more than|not exceed(?:ing)?|at most|maximum(?: of)?|max\\.?|less than|fewer than|below|under|as many as)\\W*$")
                || after.matches("(?is)^\\W*(?:or less|or fewer|maximum|max\\b|at most).*")) {
            return new Range(0, 1);
        }
        if (before.matches(
                        "(?is).*\\b(?:at least|minimum(?: of)?|min\\.?|no less than|no fewer than|not less than|more than|over|exceeding)\\W*$")
                || after.matches("(?is)^\\W*(?:or more|or longer|plus\\b|\\+|minimum|min\\b|at least).*")) {
            return new Range(1, 1e9);
        }
        if (before.matches(
                "(?is).*(?:\\b(?:about|approximately|approx\\.?|around|roughly|circa|ca\\.?|some|nearly|almost|estimated)|~|±)\\W*$")) {
            return new Range(0.8, 1.2);
        }
        return new Range(1, 1);
    }

    static Range bounded(Range value, Range bounds) {
        return new Range(value.low() * bounds.low(), value.high() * bounds.high());
    }

    private void counts(Statement statement, String clause, List<When> times, List<Length> lengths) {
        for (var count : Count.in(clause)) {
            boolean taken = times.stream().anyMatch(when -> when.start() < count.end() && count.start() < when.end())
                    || lengths.stream()
                            .anyMatch(length -> length.start() < count.end() && count.start() < length.end());
            var before = clause.substring(0, count.start());
            if (!taken && !REFERENCE_BEFORE.matcher(before).find()) {
                count(statement, clause, count);
            }
        }
    }

    void count(Statement statement, String clause, Count count) {
        var before = clause.substring(0, count.start());
        var after = clause.substring(count.end());
        var near = clause.substring(Math.max(0, count.start() - 14), count.start());
        if (Subjects.namesPart(near)
                || EACH_AFTER.matcher(after).matches()
                || PAST.matcher(clause).find()) {
            return;
        }
        var phrase = clause.substring(count.start(), count.end());
        var qualifiers = new TreeSet<String>();
        var named = Subjects.in(phrase);
        named.stream().map(Mention::id).filter(PHASES::contains).forEach(qualifiers::add);
        count.modifiers().stream()
                .filter(word -> named.stream()
                        .filter(mention -> PHASES.contains(mention.id()))
                        .noneMatch(mention -> phrase.substring(mention.start(), mention.end())
                                .toLowerCase(Locale.ROOT)
                                .contains(word)))
                .forEach(word -> qualifiers.add("“" + word + "”"));
        if (qualifiers.stream().anyMatch(qualifier -> qualifier.endsWith(" training"))) {
            qualifiers.remove("training");
        }
        var rest = before + " " + after;
        qualifiers.addAll(qualifiers(statement, rest, ""));
        boolean known = Subjects.isCounted(count.noun());
        if (!known && count.modifiers().isEmpty()) {
            return;
        }
        var value = bounded(Range.exactly(count.value()), bounds(before, after));
        claims.add(new Claim(
                statement,
                Aspect.COUNT,
                Subjects.counted(count.noun()),
                qualifiers,
                "things",
                value,
                value,
                clause.substring(count.start(), count.end()),
                true));
    }

    private void rhythms(Statement statement, String clause) {
        for (Matcher matcher = RHYTHM.matcher(clause); matcher.find(); ) {
            var mention = nearest(clause, matcher.start(), matcher.end(), new Window(clause, 0));
            if (mention == null || !RHYTHMS.contains(mention.id())) {
                continue;
            }
            var between = mention.end() <= matcher.start()
                    ? clause.substring(mention.end(), matcher.start())
                    : mention.start() >= matcher.end() ? clause.substring(matcher.end(), mention.start()) : "";
            if (between.length() > 60
                    || between.matches("(?is).*\\b(?:before|after|until|within|measured|based on)\\b.*")) {
                continue;
            }
            var modifiers = new TreeSet<>(qualifiers(statement, clause, mention.id()));
            modifiers.addAll(capitalsBefore(clause, mention));
            add(statement, mention.id(), modifiers, timesAYear(matcher), matcher.group());
        }
    }

    /// A cell that says how often the thing of its row happens.
    void rhythm(Statement statement, String subject, Set<String> qualifiers, String cell) {
        var matcher = RHYTHM.matcher(cell);
        if (RHYTHMS.contains(subject) && matcher.find()) {
            add(statement, subject, qualifiers, timesAYear(matcher), matcher.group());
        }
    }

    private void add(Statement statement, String subject, Set<String> qualifiers, double timesAYear, String text) {
        var value = Range.exactly(timesAYear);
        claims.add(new Claim(statement, Aspect.RHYTHM, subject, qualifiers, "a year", value, value, text, true));
    }

    private static double timesAYear(Matcher rhythm) {
        record Named(String group, double times) {}
        return List.of(
                        new Named("daily", 250),
                        new Named("biweekly", 26),
                        new Named("twiceaweek", 104),
                        new Named("weekly", 52),
                        new Named("bimonthly", 6),
                        new Named("twiceamonth", 24),
                        new Named("monthly", 12),
                        new Named("quarterly", 4),
                        new Named("twiceayear", 2),
                        new Named("yearly", 1))
                .stream()
                .filter(named -> rhythm.group(named.group()) != null)
                .findFirst()
                .orElseThrow()
                .times();
    }

    /// The adjective right before a report or meeting, which makes it another one ("executive status report").
    private static Set<String> capitalsBefore(String clause, Mention mention) {
        var words = clause.substring(0, mention.start()).strip().split("\\s+");
        var last = words[words.length - 1].toLowerCase(Locale.ROOT).replaceAll("\\W", "");
        return Set.of(
                                "executive",
                                "written",
                                "financial",
                                "technical",
                                "detailed",
                                "summary",
                                "management",
                                "internal",
                                "formal")
                        .contains(last)
                ? Set.of(last)
                : Set.of();
    }

    /// "By the tenth day of the following month": a working day falls on that day of the calendar or some days later.
    private void daysOf(Statement statement, String clause) {
        for (Matcher matcher = DAY_OF.matcher(clause); matcher.find(); ) {
            var mention = lastBefore(Subjects.in(clause), matcher.start());
            if (mention != null && RHYTHMS.contains(mention.id())) {
                addDayOf(statement, mention.id(), qualifiers(statement, clause, mention.id()), matcher);
            }
        }
    }

    /// A cell that says on which day of the month the thing of its row is due.
    void dayOf(Statement statement, String subject, Set<String> qualifiers, String cell) {
        var matcher = DAY_OF.matcher(cell);
        if (matcher.find() && RHYTHMS.contains(subject)) {
            addDayOf(statement, subject, qualifiers, matcher);
        }
    }

    private void addDayOf(Statement statement, String subject, Set<String> qualifiers, Matcher matcher) {
        var word = matcher.group("word");
        double day = word == null
                ? Integer.parseInt(matcher.group("digits"))
                : ORDINALS.indexOf(word.toLowerCase(Locale.ROOT));
        var kind = matcher.group("kind");
        boolean working = kind != null && !kind.toLowerCase(Locale.ROOT).startsWith("calendar");
        var value = working ? new Range(day, day * 1.4 + 2) : Range.exactly(day);
        claims.add(new Claim(
                statement,
                Aspect.DEADLINE,
                subject,
                qualifiers,
                "day of the period",
                value,
                value,
                matcher.group(),
                true));
    }

    private void levels(Statement statement, String clause) {
        for (var numeral : Numeral.in(clause)) {
            var after = clause.substring(numeral.end());
            var percent = PERCENT.matcher(after);
            if (!percent.find()) {
                continue;
            }
            var before = clause.substring(0, numeral.start());
            if (ANSWERED_WITHIN.matcher(clause).matches()
                    && !PAST.matcher(clause).find()
                    && !MONEY_AT_STAKE.matcher(clause).matches()) {
                level(
                        statement,
                        "service level",
                        qualifiers(statement, clause, "service level"),
                        numeral.value().doubleValue(),
                        numeral.value().toPlainString() + " %");
                continue;
            }
            var mention = nearest(clause, numeral.start(), numeral.end() + percent.end(), new Window(clause, 0));
            if (mention == null
                    || !LEVELS.contains(mention.id())
                    || PAST.matcher(clause).find()
                    || MONEY_AT_STAKE.matcher(clause).matches()
                    || before.matches("(?is).*\\bfrom\\W*$")) {
                continue;
            }
            level(
                    statement,
                    mention.id(),
                    qualifiers(statement, clause, mention.id()),
                    numeral.value().doubleValue(),
                    numeral.value().toPlainString() + " %");
        }
    }

    void level(Statement statement, String subject, Set<String> qualifiers, double percent, String text) {
        var value = Range.exactly(percent);
        claims.add(new Claim(statement, Aspect.LEVEL, subject, qualifiers, "%", value, value, text, true));
    }

    private void rates(Statement statement, String clause) {
        for (var money : Money.in(clause)) {
            var per = money.per();
            if (per != null
                    && per.matches("hour|day")
                    && ADDITIONAL.matcher(clause).matches()) {
                rate(statement, per.equals("hour") ? "hourly rate" : "day rate", Set.of(), money);
                continue;
            }
            var mention = nearest(clause, money.start(), money.end(), new Window(clause, 0));
            if (mention == null) {
                continue;
            }
            boolean rate = mention.id().endsWith("rate");
            boolean cap = CAPPED.contains(mention.id())
                    && clause.substring(0, money.start())
                            .matches(
                                    "(?is).*\\b(?:up to|exceed|capped at|limited to|cap of|limit of|maximum of|cover of|is|of)\\W*$");
            if (!rate && (!cap || NOT_THE_CAP.matcher(clause).matches())) {
                continue;
            }
            rate(statement, mention.id(), rate ? Set.of() : qualifiers(statement, clause, mention.id()), money);
        }
    }

    private void rate(Statement statement, String subject, Set<String> qualifiers, Money money) {
        var value = Range.exactly(money.amount().doubleValue());
        claims.add(new Claim(
                statement,
                Aspect.RATE,
                subject,
                qualifiers,
                money.currency() == null ? "" : money.currency(),
                value,
                value,
                money.text(),
                true));
    }

    /// Whether work is done on site (1) or from afar (0), where a clause says one of the two.
    private void places(Statement statement, String clause) {
        var onSite = ON_SITE.matcher(clause);
        var remote = REMOTE.matcher(clause);
        boolean here = onSite.find();
        boolean afar = remote.find();
        if (here == afar) {
            return;
        }
        var word = here ? onSite : remote;
        var mention = lastBefore(Subjects.in(clause), word.start());
        if (mention == null || !PLACED.contains(mention.id()) || word.start() - mention.end() > 40) {
            return;
        }
        var value = Range.exactly(here ? 1 : 0);
        claims.add(new Claim(
                statement,
                Aspect.PLACE,
                mention.id(),
                qualifiers(statement, clause.replace(word.group(), " "), mention.id()),
                "place",
                value,
                value,
                word.group(),
                true));
    }

    void add(Statement statement, Aspect aspect, String subject, Set<String> qualifiers, When when, boolean direct) {
        claims.add(new Claim(
                statement,
                aspect,
                subject,
                qualifiers,
                when.scale().name(),
                when.days(),
                when.days(),
                when.text(),
                direct));
    }

    void add(Claim claim) {
        claims.add(claim);
    }

    OptionalInt year() {
        return year;
    }

    boolean isPriceLine(Statement statement) {
        return priceLines.contains(statement.index());
    }

    /// What sets a claim apart: qualifiers and sites in the words, stages named above, and other phases.
    Set<String> qualifiers(Statement statement, String words, String subject) {
        var found = new TreeSet<>(Subjects.qualifiersIn(words));
        found.addAll(Subjects.stagesIn(statement.section()));
        var leadIn = statement.leadIn();
        if (leadIn != null) {
            found.addAll(Subjects.stagesIn(leadIn.quote()));
        }
        Subjects.in(words).stream()
                .map(Mention::id)
                .filter(id -> PHASES.contains(id) && !id.equals(subject))
                .forEach(found::add);
        sites.stream().filter(words::contains).forEach(found::add);
        if (subject.contains("notice")) {
            var side = ONE_SIDE_ENDS.matcher(statement.quote());
            if (side.matches()
                    && !Set.of("either", "each", "both", "any", "parties")
                            .contains(side.group(1).toLowerCase(Locale.ROOT))) {
                found.add("by " + side.group(1).toLowerCase(Locale.ROOT));
            }
        }
        if (subject.equals("service level")) {
            // Calls are what is answered; naming them sets nothing apart.
            found.remove("voice");
        }
        var stages = Subjects.stagesIn(statement.quote());
        if (stages.size() == 1) {
            found.addAll(stages);
        }
        return found;
    }

    /// The subject of the heading above, for a short line that names none itself.
    @Nullable
    String headingSubject(Statement statement) {
        if (statement.quote().split("\\s+").length > 14) {
            return null;
        }
        var ids = new LinkedHashSet<String>();
        Subjects.in(statement.section()).forEach(mention -> ids.add(mention.id()));
        return ids.size() == 1 ? ids.getFirst() : null;
    }

    /// The mention that a value belongs to: right behind it ("five days of training"), else the last before it in its
    /// window, else the first behind it there, else the last before it in the clause.
    private static @Nullable Mention nearest(String clause, int start, int end, Window window) {
        var mentions = Subjects.in(clause);
        for (var mention : mentions) {
            if (mention.start() >= end
                    && OWN_SUBJECT
                            .matcher(clause.substring(end, mention.start()))
                            .matches()
                    && mention.start() - end < 32) {
                return mention;
            }
        }
        var all = mentions.stream()
                .filter(mention -> mention.start() >= window.offset()
                        && mention.end() <= window.offset() + window.text().length())
                .toList();
        var told = all.stream()
                .filter(mention -> !VAGUE_SUBJECTS.contains(mention.id()))
                .toList();
        var inWindow = told.isEmpty() ? all : told;
        var before = lastBefore(inWindow, start);
        if (before != null) {
            return before;
        }
        var after = inWindow.stream().filter(mention -> mention.start() >= end).findFirst();
        return after.orElseGet(() -> lastBefore(mentions, start));
    }

    private static @Nullable Mention lastBefore(List<Mention> mentions, int offset) {
        return mentions.stream()
                .filter(mention -> mention.end() <= offset)
                .max(Comparator.comparingInt(Mention::end))
                .orElse(null);
    }

    private static String without(Mention mention, Window window) {
        int from = Math.max(mention.start() - window.offset(), 0);
        int to = mention.end() - window.offset();
        var text = window.text();
        return mention.start() < window.offset() || to > text.length()
                ? text
                : text.substring(0, from) + " " + text.substring(to);
    }

    /*
     * Where a clause holds several values, each has the words from the separator after the last value to the one
     * after itself: "15 minutes for severity 1, one hour for severity 2" makes two windows.
     */
    private static Window window(String clause, List<int[]> values, int index) {
        int from = index == 0 ? 0 : separator(clause, values.get(index - 1)[1], values.get(index)[0]);
        int to = index == values.size() - 1
                ? clause.length()
                : separator(clause, values.get(index)[1], values.get(index + 1)[0]);
        return new Window(clause.substring(from, to), from);
    }

    private static int separator(String clause, int from, int to) {
        if (from >= to) {
            return from;
        }
        var between = Pattern.compile("[,;|(]|\\band\\b|\\bor\\b").matcher(clause.substring(from, to));
        return between.find() ? from + between.start() : from;
    }

    static List<String> clauses(String quote) {
        return List.of(quote.split("(?<=[;|])\\s+|\\s+(?=\\|)"));
    }

    private static Set<String> sites(List<Statement> statements, Set<String> partyNames) {
        var found = new HashSet<String>();
        for (var statement : statements) {
            for (Matcher matcher = SITE_NAME.matcher(statement.quote()); matcher.find(); ) {
                var name = matcher.group(1).replaceFirst("[’']s?$", "");
                var first = name.split(" ")[0].toLowerCase(Locale.ROOT);
                if (!NO_SITES.contains(first)
                        && partyNames.stream().noneMatch(party -> party.contains(name) || name.contains(party))) {
                    found.add(name);
                }
            }
        }
        return found;
    }
}
