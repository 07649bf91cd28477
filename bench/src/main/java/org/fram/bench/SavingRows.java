package org.fram.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/// Rows of a register.
///
/// @param engagement the path of its page
record SavingRows(String engagement) implements Saving {

    @Override
    public String what() {
        return "rows";
    }

    @Override
    public boolean save(Visitor visitor, String mark) throws IOException, InterruptedException {
        return visitor.saves(register() + "/new", Map.of("text", "Caller " + mark + " hears the place in the queue."));
    }

    @Override
    public List<String> there(Visitor visitor) throws IOException, InterruptedException {
        return KillRounds.MARK
                .matcher(visitor.get(register() + "/export.csv").body())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private String register() {
        return engagement + "/registers/requirements";
    }
}
