package org.fram.app.engagement;

import org.fram.app.platform.access.PartyId;

/// An organisation in an engagement.
public record Party(PartyId id, String name, Side side, int version) {}
