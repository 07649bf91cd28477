package org.fram.app.engagement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.texts.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Finds by words whatever an engagement has: what modules offer, and rows of all registers. Is asked within a
/// transaction of whoever searches.
@Component
public class Searching {

    /// How many are shown of each kind.
    public static final int MOST = 8;

    private static final int LONGEST = 200;
    private static final int LONGEST_TEXT = 160;

    private final EngagementHeads heads;
    private final ObjectProvider<Findable> kinds;

    /// What is found stands on engagements, so it is asked for when somebody searches.
    Searching(EngagementHeads heads, ObjectProvider<Findable> kinds) {
        this.heads = heads;
        this.kinds = kinds;
    }

    /// What was found of one kind.
    ///
    /// @param all where all of it is, below the engagement’s address; empty where these are all of it
    public record Group(Text kind, List<NamedThings.Thing> hits, String all) {

        public Group {
            hits = List.copyOf(hits);
        }
    }

    /// The words of what somebody typed, in lower case; none where that is nothing to search for.
    public static List<String> words(String typed) {
        String text = typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
        return Stream.of(text.replace("\0", "").toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// Those kinds of which something has all the words: what modules offer first, then registers in the order of the
    /// lifecycle.
    public List<Group> find(Actor.Person me, EngagementId engagement, List<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        var groups = new ArrayList<Group>();
        kinds.stream()
                .sorted(Comparator.comparing(kind -> kind.kind().key()))
                .map(kind -> new Group(kind.kind(), shortened(kind.find(engagement, words, MOST)), ""))
                .forEach(groups::add);
        String query = String.join(" ", words);
        heads.rooms().stream()
                .filter(room -> room instanceof RegisterRoom && room.isOpenTo(me, engagement))
                .map(room -> rows((RegisterRoom) room, engagement, query))
                .forEach(groups::add);
        return groups.stream().filter(group -> !group.hits().isEmpty()).toList();
    }

    private static Group rows(RegisterRoom room, EngagementId engagement, String query) {
        var register = room.register();
        var found =
                room.rows().page(register, engagement, new Query(query, Map.of(), "", false, List.of(), 1, MOST + 1));
        String path = room.path();
        return new Group(
                room.title(),
                shortened(found.stream()
                        .limit(MOST)
                        .map(row -> new NamedThings.Thing(row.ref(), register.words(row), path + "/rows/" + row.id()))
                        .toList()),
                found.size() > MOST ? path : "");
    }

    private static List<NamedThings.Thing> shortened(List<NamedThings.Thing> hits) {
        return hits.stream()
                .map(hit -> hit.text().length() <= LONGEST_TEXT
                        ? hit
                        : new NamedThings.Thing(
                                hit.name(), hit.text().substring(0, LONGEST_TEXT - 1) + "…", hit.path()))
                .toList();
    }
}
