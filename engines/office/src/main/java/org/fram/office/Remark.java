package org.fram.office;

/// A remark to be written into a document beside the text that it is about.
///
/// @param place where the text stands, as [Documents] gave it
/// @param quote the text itself, as [Documents] gave it (a row of a table with its cells joined by ` | `)
/// @param author shown as the remark's author
/// @param text of the remark; lines are separated by `\n`
public record Remark(Place place, String quote, String author, String text) {}
