package org.fram.app.engagement;

import java.util.List;
import java.util.Locale;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The people of an engagement, by their names, addresses and parties.
@Component
class FindablePeople implements Findable {

    private final Members members;
    private final Naming naming;

    FindablePeople(Members members, Naming naming) {
        this.members = members;
        this.naming = naming;
    }

    @Override
    public Text kind() {
        return Text.of("engagement.people.title");
    }

    @Override
    public List<NamedThings.Thing> find(EngagementId engagement, List<String> words, int most) {
        var names = naming.of(engagement);
        return members.of(engagement).stream()
                .map(member -> new NamedThings.Thing("", member.name() + ", " + names.party(member.party()), "people"))
                .filter(hit -> words.stream()
                        .allMatch(word -> hit.text().toLowerCase(Locale.ROOT).contains(word)))
                .limit(most)
                .toList();
    }
}
