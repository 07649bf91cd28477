package org.fram.app.engagement.registers;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.Column;
import org.fram.app.platform.register.Register;
import org.springframework.stereotype.Component;

/// What all pages of registers ask first: which register, where it is, who may change it.
@Component
class RegisterDesk {

    private final List<Register> registers;
    private final EngagementHeads heads;
    private final Authority authority;

    RegisterDesk(List<Register> registers, EngagementHeads heads, Authority authority) {
        this.registers = registers;
        this.heads = heads;
        this.authority = authority;
    }

    /// The register with this name.
    ///
    /// @throws NotFoundException where there is none
    Register register(String name) {
        return registers.stream()
                .filter(register -> register.name().equals(name))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /// The column with this key.
    ///
    /// @throws NotFoundException where there is none
    Column column(Register register, String key) {
        return register.column(key).orElseThrow(NotFoundException::new);
    }

    /// What is around a page. Is asked within a transaction.
    ///
    /// @throws NotFoundException where the person may not see the engagement
    EngagementHead head(Frame frame, Actor.Person me, EngagementId engagement) {
        return heads.of(frame, me, engagement);
    }

    /// Is asked within a transaction.
    ///
    /// @throws NotFoundException where the person may not see the engagement
    void requireSees(Actor.Person me, EngagementId engagement) {
        authority.require(me, Act.SEE, engagement);
    }

    /// Is asked within a transaction.
    ///
    /// @throws NotAllowedException where the person may only look
    void requireEdits(Actor.Person me, EngagementId engagement) {
        authority.require(me, Act.CONTRIBUTE, engagement);
    }

    /// Whether the person changes rows. Is asked within a transaction.
    boolean edits(Actor.Person me, EngagementId engagement) {
        return authority.may(me, Act.CONTRIBUTE, engagement);
    }

    /// The address of a register's page.
    static String address(EngagementId engagement, Register register) {
        return EngagementHeads.address(engagement) + "/registers/" + register.name();
    }
}
