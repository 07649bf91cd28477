package org.fram.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.fram.review.Parties.Actor;
import org.jspecify.annotations.Nullable;

/// A statement with all that the grammar and its surroundings say of it, worked out once.
///
/// @param actors who is bound, one for each party that the statement binds; empty where nobody is named
/// @param joint whether both sides are bound together
/// @param leadInActor who is bound by the sentence that opens the list, or null
/// @param signals what the model of obligations sees of it
record Context(
        Statement statement,
        List<Clause> clauses,
        SectionKind section,
        TableKind table,
        List<String> actors,
        boolean joint,
        @Nullable String leadInActor,
        boolean leadInBinds,
        boolean tagged,
        Set<Signal> signals) {

    private static final Pattern TAG =
            Pattern.compile("\\(([^()]{1,40})\\)[.;]?$|,? (?:by|–|-|—) (\\p{Lu}[\\p{L}&]{1,12})[.;]?$");
    private static final Pattern PREFIX = Pattern.compile("^([^:]{2,40}):\\s+\\S.*");

    private static final Pattern HEADS =
            Pattern.compile("(?i).*\\b(responsibilities|duties|tasks|obligations|will|shall|must|provides?)\\b.*");
    private static final Pattern SEVERAL = Pattern.compile(".*([+/&,]| and ).*");
    private static final Pattern LIMITS = Pattern.compile("(?s).*\\bmay (not|only)\\b.*");
    private static final Pattern WHO = Pattern.compile("(?s).*\\b(which|who) (\\p{L}+ ){0,4}");

    static Context of(Statement statement, Parties parties) {
        var seen = withoutSignals(statement, parties);
        return new Context(
                seen.statement,
                seen.clauses,
                seen.section,
                seen.table,
                seen.actors,
                seen.joint,
                seen.leadInActor,
                seen.leadInBinds,
                seen.tagged,
                Signals.of(seen));
    }

    private static Context withoutSignals(Statement statement, Parties parties) {
        var quote = statement.quote();
        var clauses = statement.form() == Statement.Form.ROW ? List.<Clause>of() : Clauses.of(quote, parties);
        var section = SectionKind.of(statement.headings());
        var table = TableKind.of(statement, parties);
        var leadIn = statement.leadIn();
        @Nullable String leadInActor = null;
        boolean leadInBinds = false;
        if (leadIn != null) {
            var above = withoutSignals(leadIn, parties);
            leadInBinds = above.clauses().stream()
                            .anyMatch(
                                    clause -> clause.mode() != Clause.Mode.MAY && clause.mode() != Clause.Mode.PRESENT)
                    || above.leadInBinds();
            leadInActor = above.actors().size() == 1 ? above.actors().getFirst() : above.leadInActor();
            if (above.actors().isEmpty() && leadInActor == null) {
                var named = parties.mentionedIn(leadIn.quote());
                boolean heads = HEADS.matcher(leadIn.quote()).matches();
                if (heads && named.size() == 1) {
                    leadInActor = named.getFirst();
                    leadInBinds = true;
                }
            }
        }
        var actors = new ArrayList<String>();
        boolean joint = false;
        boolean tagged = false;
        if (table == TableKind.RACI) {
            var accountable = Responsibility.of(statement, parties).accountable();
            if (accountable != null) {
                actors.add(accountable);
            }
        } else if (statement.row() != null && statement.form() == Statement.Form.ROW) {
            actors.addAll(Responsibility.owners(statement, parties));
            joint = actors.size() > 1;
        } else if (table == TableKind.DUTIES && statement.row() != null) {
            var party = parties.exactly(
                    statement.row().headers().get(statement.row().column()));
            if (party != null) {
                actors.add(party);
            }
            tagged = true;
        } else {
            var tag = TAG.matcher(quote);
            if (tag.find()) {
                var inside = tag.group(1) != null ? tag.group(1) : tag.group(2);
                var named = parties.mentionedIn(inside);
                boolean only = parties.exactly(inside) != null
                        || (named.size() > 1 && SEVERAL.matcher(inside).matches());
                if (only) {
                    tagged = true;
                    joint = named.size() > 1;
                    if (!joint) {
                        actors.addAll(named);
                    }
                }
            }
            var prefix = PREFIX.matcher(quote);
            if (!tagged && prefix.matches() && parties.exactly(prefix.group(1)) != null) {
                tagged = true;
                actors.add(java.util.Objects.requireNonNull(parties.exactly(prefix.group(1))));
            }
            if (!tagged) {
                for (var clause : clauses) {
                    boolean promise = clause.mode() != Clause.Mode.MAY
                            || LIMITS.matcher(quote).matches()
                            || clauses.size() == 1;
                    if (clause.subordinate() || !promise) {
                        continue;
                    }
                    if (clause.actor() instanceof Actor.Named named && !actors.contains(named.party())) {
                        actors.add(named.party());
                    }
                    joint |= clause.actor() instanceof Actor.Joint;
                }
            }
        }
        if (actors.isEmpty() && !joint && statement.form() != Statement.Form.ROW) {
            clauses.stream()
                    .filter(clause -> clause.subordinate()
                            && clause.mode() != Clause.Mode.MAY
                            && clause.mode() != Clause.Mode.PRESENT)
                    .filter(clause ->
                            WHO.matcher(quote.substring(0, clause.start())).matches())
                    .forEach(clause -> {
                        if (clause.actor() instanceof Actor.Named named && !actors.contains(named.party())) {
                            actors.add(named.party());
                        }
                    });
        }
        return new Context(
                statement,
                clauses,
                section,
                table,
                List.copyOf(actors),
                joint,
                leadInActor,
                leadInBinds,
                tagged,
                Set.of());
    }

    /// The clauses that promise: neither subordinate nor a mere permission or description.
    List<Clause> promises() {
        return clauses.stream()
                .filter(clause -> !clause.subordinate())
                .filter(clause -> clause.mode() != Clause.Mode.MAY)
                .filter(clause -> clause.mode() != Clause.Mode.PRESENT)
                .toList();
    }
}
