package org.fram.bench;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a ledger says was done, as whoever took it out sees it.
///
/// @param details of each entry, in order
record Deeds(List<JsonNode> details) {

    /// Reads a ledger that was taken out.
    static Deeds of(String lines) {
        return new Deeds(lines.lines()
                .map(line -> JsonMapper.shared().readTree(line).path("details"))
                .toList());
    }

    /// Those of a kind.
    Stream<JsonNode> of(Kind kind) {
        return details.stream().filter(one -> one.path("kind").asString().equals(kind.code));
    }

    /// The marks in those of a kind, each as often as it stands there.
    List<String> marks(Kind kind) {
        return of(kind).flatMap(one -> KillRounds.MARK.matcher(one.toString()).results())
                .map(MatchResult::group)
                .toList();
    }

    /// What was done.
    enum Kind {
        NOT_APPLICABLE("finding-not-applicable"),
        ASKED("signatures-asked"),
        SIGNED("signed"),
        INVITED("guest-invited");

        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }
}
