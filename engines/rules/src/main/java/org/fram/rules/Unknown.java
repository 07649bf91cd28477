package org.fram.rules;

/// In place of a value that cannot be told.
///
/// @param what the field that is absent, as the expression names it, or what went wrong
/// @param fault whether something went wrong, rather than being absent
record Unknown(String what, boolean fault) {

    static Unknown absent(String path) {
        return new Unknown(path, false);
    }

    static Unknown fault(String what) {
        return new Unknown(what, true);
    }
}
