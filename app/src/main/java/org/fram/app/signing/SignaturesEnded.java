package org.fram.app.signing;

/// A request was signed by all, refused or withdrawn. Is published within the transaction in which it was.
public record SignaturesEnded(SignatureRequest request) {}
