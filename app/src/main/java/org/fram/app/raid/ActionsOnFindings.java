package org.fram.app.raid;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.practice.FindingActions;
import org.springframework.stereotype.Component;

/// The items that follow from findings.
@Component
class ActionsOnFindings implements FindingActions {

    private final RaidItems items;
    private final RaidLinks links;
    private final Authority authority;

    ActionsOnFindings(RaidItems items, RaidLinks links, Authority authority) {
        this.items = items;
        this.links = links;
        this.authority = authority;
    }

    @Override
    public Map<String, List<Begun>> of(EngagementId engagement) {
        Map<String, List<Begun>> begun = new HashMap<>();
        for (var link : links.of(engagement)) {
            if (link.toKind() == ThingKind.FINDING) {
                items.find(engagement, link.fromKind(), link.from())
                        .ifPresent(item -> begun.computeIfAbsent(link.toName(), _ -> new ArrayList<>())
                                .add(new Begun(item.ref(), item.path(), !item.open())));
            }
        }
        return begun;
    }

    @Override
    public String path(Actor.Person me, EngagementId engagement, String name, String from, String text) {
        return authority.may(me, Act.CONTRIBUTE, engagement)
                ? "actions/new?from=%s&finding=%s&text=%s".formatted(encoded(from), encoded(name), encoded(text))
                : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
