package org.fram.app.engagement.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.UUID;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.platform.access.Role;

/// Somebody of a party.
record PersonJson(
        UUID id,
        String name,
        String email,

        @JsonPropertyDescription("The party that they belong to.")
        UUID party,

        @JsonPropertyDescription("What they may do in Fram.")
        Role role,

        @JsonPropertyDescription("What they do in the engagement.")
        List<ProjectRole> does) {

    static PersonJson of(Member member) {
        return new PersonJson(
                member.person().value(),
                member.name(),
                member.email(),
                member.party().value(),
                member.role(),
                member.does().stream().sorted().toList());
    }
}
