package org.fram.app.calendar;

import java.time.InstantSource;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.Hashes;
import org.fram.app.platform.identity.LinkToken;
import org.fram.app.platform.start.PublicAddress;
import org.springframework.stereotype.Component;

/// Making the address to which one's calendar programs subscribe, and withdrawing it.
@Component
public class MakingFeed {

    /// The address without what tells whose calendar it is. That is no part of the path: paths stand in logs.
    public static final String PATH = "/calendar/feed.ics";

    private final Transactions transactions;
    private final Feeds feeds;
    private final PublicAddress address;
    private final InstantSource clock;

    MakingFeed(Transactions transactions, Feeds feeds, PublicAddress address, InstantSource clock) {
        this.transactions = transactions;
        this.feeds = feeds;
        this.address = address;
        this.clock = clock;
    }

    /// Makes one. An earlier one is good no more.
    ///
    /// @param whom for whom what it shows is
    /// @return the address, which nobody can look up afterwards
    public String make(Actor.Person me, Whom whom) {
        String key = LinkToken.next();
        transactions.run(me, () -> feeds.keep(me.id(), Hashes.sha256(key), clock.instant()));
        return address.of("%s?key=%s&whom=%s".formatted(PATH, key, whom.code()));
    }

    /// Withdraws it; one that is gone already is as good.
    public void withdraw(Actor.Person me) {
        transactions.run(me, () -> feeds.remove(me.id()));
    }
}
