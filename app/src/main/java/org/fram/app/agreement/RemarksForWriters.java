package org.fram.app.agreement;

import java.util.List;
import org.fram.app.engagement.Naming;
import org.fram.app.sow.OpenRemarks;
import org.fram.app.sow.SowSides;
import org.fram.app.sow.StatementOfWork;
import org.springframework.stereotype.Component;

/// Shows whoever writes the next version what was said about a section and is still open.
@Component
class RemarksForWriters implements OpenRemarks {

    private final Agreements agreements;
    private final Naming naming;

    RemarksForWriters(Agreements agreements, Naming naming) {
        this.agreements = agreements;
        this.naming = naming;
    }

    @Override
    public List<Said> of(StatementOfWork statement, String heading) {
        String key = Sections.key(heading);
        var open = agreements.remarks(statement.id()).stream()
                .filter(remark -> remark.isOpen() && remark.section().equals(key))
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        var names = naming.of(statement.engagement());
        return open.stream()
                .map(remark -> new Said(
                        names.person(remark.by()) + ", " + names.party(remark.party()),
                        remark.text(),
                        remark.suggestion()))
                .toList();
    }

    @Override
    public String address(StatementOfWork statement) {
        return SowSides.address(statement) + "/agreement";
    }
}
