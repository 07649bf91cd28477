package org.fram.app.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Role;
import org.junit.jupiter.api.Test;

/// Who hears of all that goes wrong.
class KeepersTest {

    private final Member owner = member(Role.OWNER);
    private final Member sponsor = member(Role.OWNER, ProjectRole.SPONSOR);
    private final Member trainer = member(Role.CONTRIBUTOR, ProjectRole.TRAINER);
    private final Member manager = member(Role.MANAGER, ProjectRole.PROJECT_MANAGER);

    @Test
    void whereThereAreProjectManagersTheyAreAndNobodyElseIs() {
        assertThat(keepers(owner, sponsor, trainer, manager)).containsExactly(manager);
    }

    @Test
    void whereThereAreNoneTheOwnersAre() {
        assertThat(keepers(owner, sponsor, trainer)).containsExactly(owner, sponsor);
    }

    @Test
    void whoeverHasLeftIsNone() {
        assertThat(Keepers.include(manager.person(), List.of(owner, trainer))).isFalse();
    }

    private static List<Member> keepers(Member... people) {
        return List.of(people).stream()
                .filter(member -> Keepers.include(member.person(), List.of(people)))
                .toList();
    }

    private static Member member(Role role, ProjectRole... does) {
        return new Member(
                new PersonId(UUID.randomUUID()),
                "Somebody",
                "somebody@fram.example",
                new PartyId(UUID.randomUUID()),
                role,
                Set.of(does));
    }
}
