package org.fram.app.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the doctor saw. `docs/reference/doctor-format.md` describes it as JSON.
///
/// @param time when it looked
/// @param remarks one or more of each thing that it looked at
record Diagnosis(Instant time, List<Remark> remarks) {

    Diagnosis {
        remarks = List.copyOf(remarks);
    }

    /// A thing that was looked at.
    ///
    /// @param about its name: `disk`, `database` …
    /// @param fine whether nothing is wrong with it
    /// @param says what was seen
    /// @param advice what to do; empty where it is fine
    record Remark(String about, boolean fine, String says, String advice) {}

    /// What is wrong.
    List<Remark> findings() {
        return remarks.stream().filter(remark -> !remark.fine()).toList();
    }

    /// A diagnosis that is being made.
    static final class Notes {

        private final List<Remark> remarks = new ArrayList<>();

        void fine(String about, String says) {
            remarks.add(new Remark(about, true, says, ""));
        }

        void wrong(String about, String says, String advice) {
            remarks.add(new Remark(about, false, says, advice));
        }

        Diagnosis made(Instant time) {
            return new Diagnosis(time, remarks);
        }
    }
}
