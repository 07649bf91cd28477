package org.fram.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Decisions about findings, each with its entry in the ledger.
///
/// @param engagement the path of its page
/// @param sow the path of the statement of work
record SavingDecisions(String engagement, String sow) implements Saving {

    @Override
    public String what() {
        return "decisions";
    }

    @Override
    public boolean save(Visitor visitor, String mark) throws IOException, InterruptedException {
        return visitor.saves(
                sow + "/findings/not-applicable",
                Map.of("practice", "SOW-01", "item", "", "reason", "It is settled by letter " + mark + "."));
    }

    @Override
    public List<String> there(Visitor visitor) throws IOException, InterruptedException {
        return Deeds.of(visitor.get(engagement + "/ledger.jsonl").body()).marks(Deeds.Kind.NOT_APPLICABLE);
    }
}
