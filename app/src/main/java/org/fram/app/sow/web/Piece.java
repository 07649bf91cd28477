package org.fram.app.sow.web;

/// A piece of text of a document, with what is marked on it.
///
/// @param obligation the id of the obligation that it says, or empty
/// @param first whether it is the first piece of that obligation
/// @param state the code of the obligation's state, or empty
/// @param severity of the heaviest finding about it, or empty
public record Piece(String text, String obligation, boolean first, String state, String severity) {}
