package org.fram.review;

import java.util.regex.Pattern;

/// What a column of a table holds, by its header.
enum ColumnRole {
    /// Who does it: "Owner", "Responsible", "Run by", "Led by".
    OWNER("(?i).*\\b(owner|owned by|responsib\\w*|accountable|lead|led by|run by|who|party|performed by|provided by"
            + "|by whom|assigned( to)?|resource|action by|provider)\\b.*"),
    /// When: dates, weeks, frequencies, milestones.
    WHEN("(?i).*\\b(date|dates|due|when|start|finish|end|week|weeks|deadline|timing|frequency|ready|by when"
            + "|timeline|schedule|cutover|completion|period|month|day|days|duration|lead time)\\b.*"),
    /// How many.
    QUANTITY("(?i).*\\b(qty|quantity|number|count|units?|volume|size|seats|agents|sessions|hours|calls)\\b.*"),
    /// Money.
    AMOUNT("(?i).*(\\b(amount|price|charge|charges|fee|fees|cost|costs|usd|eur|gbp|total|rate|value)\\b|[$£€]).*"),
    /// Share of a total.
    SHARE("(?i).*(\\b(share|percent|percentage|portion)\\b|%).*"),
    /// What is to be reached.
    TARGET("(?i).*\\b(target|targets|standard|threshold|objective|goal|service level|sla|aql|exit criterion"
            + "|acceptance criteria|criteria|criterion|requirement level|performance)\\b.*"),
    /// What is measured.
    MEASURE("(?i).*\\b(kpi|measure|metric|indicator|key performance indicator)s?\\b.*"),
    OTHER("(?s).*");

    private final Pattern pattern;

    ColumnRole(String regex) {
        this.pattern = Pattern.compile(regex);
    }

    /// The first role whose words the header holds.
    static ColumnRole of(String header) {
        for (var role : values()) {
            if (role.pattern.matcher(header).matches()) {
                return role;
            }
        }
        return OTHER;
    }
}
