package org.fram.review;

/// What can be seen of a statement that speaks for or against its being an obligation. The names are the keys of
/// `library/review/obligation-weights.json`.
enum Signal {
    FORM_SENTENCE,
    FORM_ITEM,
    FORM_ROW,
    FORM_CELL,
    FORM_LABEL,
    SECTION_SIGNATURES,
    SECTION_EXCLUSIONS,
    SECTION_ASSUMPTIONS,
    SECTION_DEFINITIONS,
    SECTION_MEASURES,
    SECTION_ACCEPTANCE,
    SECTION_MONEY,
    SECTION_TERMS,
    SECTION_ROLES,
    SECTION_OBJECTIVES,
    SECTION_BACKGROUND,
    SECTION_WORK,
    SECTION_NONE,
    TABLE_RACI,
    TABLE_DUTIES,
    TABLE_PRICE,
    TABLE_MILESTONES,
    TABLE_MEASURES,
    TABLE_OWNED,
    TABLE_SCHEDULE,
    TABLE_QUANTITIES,
    TABLE_PAIRS,
    TABLE_DEFINITIONS,
    TABLE_OTHER,
    /// A promise in the main clause, whatever its verb.
    PROMISE,
    /// A promise of a party in the main clause.
    PROMISE_BY_PARTY,
    /// A promise in the main clause, by its modal verb.
    MAIN_SHALL,
    MAIN_WILL,
    MAIN_MUST,
    MAIN_SHOULD,
    MAIN_BOUND,
    /// Only a permission.
    MAIN_MAY,
    /// "may not", "may only": a permission that binds.
    MAY_NOT,
    /// A party does something in the present tense.
    PRESENT_ACTIVE,
    /// Something is done in the present tense.
    PRESENT_PASSIVE,
    IMPERATIVE,
    IMPERATIVE_UNDER_LEAD_IN,
    /// A promise only in a condition or relative clause.
    SUBORDINATE_ONLY,
    ACTOR_NAMED,
    ACTOR_JOINT,
    /// A promise and nobody to keep it.
    ACTOR_NOBODY,
    PASSIVE_PROMISE,
    AGENT_NAMED,
    /// A thing of the vendor promises: "the system will include".
    SYSTEM_PROMISE,
    LEAD_IN_BINDS,
    LEAD_IN_OTHER,
    GERUND_UNDER_LEAD_IN,
    /// "(QP)" at the end, "Vendor:" at the start.
    TAGGED,
    /// No predicate at all: a noun phrase.
    NOMINAL,
    NOMINAL_ITEM_IN_WORK,
    PARTICIPLE_ITEM,
    ENDS_WITH_COLON,
    STEM,
    DEFINES,
    POINTS,
    EXCLUDES,
    NEGATES,
    PAST,
    ASSUMES,
    CONDITION,
    DATED,
    COUNTED,
    PRICED,
    PAYS,
    LEGAL,
    ACCEPTS,
    PRAISES,
    STATES_BEING,
    BLANK_FIELD,
    SHORT,
    LONG,
    OWNER_NAMED,
    OWNER_OPEN
}
