package org.fram.app.duties.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.fram.app.duties.DutyLine;
import org.fram.app.duties.DutyList;

/// What the person answers for.
record DutyListJson(
        @JsonPropertyDescription("The digest of the list; whoever acknowledges it names it.")
        String sha256,

        List<DutyJson> duties) {

    static DutyListJson of(List<DutyLine> lines) {
        return new DutyListJson(
                DutyList.digest(lines), lines.stream().map(DutyJson::of).toList());
    }
}
