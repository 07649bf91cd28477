package org.fram.app.guests.web;

/// What a guest sees: one document, one question, or why there is neither.
///
/// @param link the secret, for the form and the document's address; empty where there is nothing to do
/// @param file name of the document, or empty
/// @param question or empty
/// @param until when the link opens it, in words
/// @param notice instead of all that: that the answer has arrived, or why the link opens nothing; or empty
/// @param refusal why the last attempt failed, or empty
/// @param typed the answer that was refused
public record GuestPage(
        String link, String file, String question, String until, String notice, String refusal, String typed) {}
