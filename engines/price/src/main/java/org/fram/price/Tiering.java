package org.fram.price;

/// What the price of a tier is paid for.
public enum Tiering {
    /// Each tier's price for its own part of the quantity: the first thousand at one price, the next at another.
    GRADUATED,
    /// The price of the highest tier that was reached, for the whole quantity.
    VOLUME
}
