package org.fram.bench;

import java.io.IOException;
import java.util.List;

/// A kind of thing that clients save while the server is killed.
interface Saving {

    /// What is saved, as the result names it.
    String what();

    /// Tries to save something that has a mark in it.
    ///
    /// @return whether it was answered as saved
    /// @throws IOException where no answer came: it may be saved, or not
    boolean save(Visitor visitor, String mark) throws IOException, InterruptedException;

    /// The marks of all that is there; one that is there twice stands there twice.
    List<String> there(Visitor visitor) throws IOException, InterruptedException;

    /// The marks of what is there by halves.
    default List<String> half(Visitor visitor) throws IOException, InterruptedException {
        return List.of();
    }
}
