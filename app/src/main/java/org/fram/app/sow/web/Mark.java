package org.fram.app.sow.web;

import org.fram.office.Place;

/// That a quote of a document is an obligation, or that something was found about it.
///
/// @param obligation the id of the obligation, or empty
/// @param state the code of the obligation's state, or empty
/// @param severity of the finding, or empty
record Mark(String quote, Place place, String obligation, String state, String severity) {}
