package org.fram.app.practice;

import java.util.List;
import java.util.Map;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;

/// What people do because of findings. A module that keeps actions offers it as a bean, so that a
/// finding shows what was begun and leads to beginning it. Is asked within a transaction of whoever
/// looks.
public interface FindingActions {

    /// The name of a finding, by which actions are kept: its practice, and its item where it has one.
    static String name(String practice, String item) {
        return item.isEmpty() ? practice : practice + " " + item;
    }

    /// What was begun, by the names of findings, the earliest first.
    Map<String, List<Begun>> of(EngagementId engagement);

    /// Where somebody begins something because of a finding, below the engagement’s address; empty
    /// where they may not.
    ///
    /// @param from the path of the page on which it is shown
    /// @param text what is to be done
    String path(Actor.Person me, EngagementId engagement, String name, String from, String text);

    /// Something that was begun.
    ///
    /// @param name as people call it
    /// @param path of its page, below the engagement’s address
    /// @param done whether it is done
    record Begun(String name, String path, boolean done) {}
}
