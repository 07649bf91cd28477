package org.fram.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Invitations of guests, each with its mail.
///
/// @param engagement the path of its page
/// @param mails what arrives
record SavingInvitations(String engagement, Mails mails) implements Saving {

    private static final int DAYS = 30;

    @Override
    public String what() {
        return "invitations";
    }

    @Override
    public boolean save(Visitor visitor, String mark) throws IOException, InterruptedException {
        var last = LocalDate.now(ZoneOffset.UTC).plusDays(DAYS);
        return visitor.saves(
                engagement + "/guests",
                Map.of(
                        "email",
                        mark + "@fram.example",
                        "name",
                        "Guest",
                        "question",
                        "Does " + mark + " suit you?",
                        "last",
                        last.toString()));
    }

    @Override
    public List<String> there(Visitor visitor) throws IOException, InterruptedException {
        return Deeds.of(visitor.get(engagement + "/ledger.jsonl").body()).marks(Deeds.Kind.INVITED);
    }

    /// Invitations without a mail, and mails without an invitation.
    @Override
    public List<String> half(Visitor visitor) throws IOException, InterruptedException {
        var invited = new HashSet<>(there(visitor));
        mails.awaitMarks(invited);
        var arrived = mails.marks();
        var half = new ArrayList<String>();
        invited.stream().filter(mark -> !arrived.contains(mark)).forEach(half::add);
        arrived.stream().filter(mark -> !invited.contains(mark)).forEach(half::add);
        return half;
    }
}
