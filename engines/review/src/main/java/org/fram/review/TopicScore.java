package org.fram.review;

/// How much a statement is about a topic.
///
/// @param topic id
/// @param score 0 where nothing speaks for it; about 4 where one phrase settles it
/// @param said the part of the score that the statement's own words have earned, rather than what stands above it
public record TopicScore(String topic, double score, double said) {}
