package org.fram.app.raid.web;

import java.util.List;
import org.fram.app.platform.pages.Choice;

/// The form in which an action is noted.
///
/// @param address to which it is sent
/// @param source the path of the page on which one is
/// @param finding the practice and its item of which it comes; empty where it comes of none
/// @param owners the people of the engagement, whoever notes it chosen
/// @param due the last day, as a field has it
/// @param inPlace whether the page stays where it is when it is sent
public record NoteForm(
        String address,
        String source,
        String finding,
        String text,
        List<Choice> owners,
        String due,
        boolean inPlace,
        String refusal) {}
