package org.fram.app.platform.api;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fram.app.platform.start.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// How often programs may ask: a bucket for each token, and one for each address from which somebody asks
/// without a token that is good. A bucket holds the requests of a minute and fills up steadily.
///
/// They are in memory: a restart fills them, and each server of several counts for itself.
@Component
public class RateLimits {

    private static final Duration TO_FILL = Duration.ofMinutes(1);

    /// Of those that have not been seen for longest nothing is known any more.
    private static final int MOST_KNOWN = 10_000;

    private final Buckets tokens;
    private final Buckets addresses;

    @Autowired
    RateLimits(InstantSource clock, Settings settings) {
        this(clock, settings.traffic().requestsPerMinute(), settings.traffic().strangersPerMinute());
    }

    RateLimits(InstantSource clock, int ofAToken, int ofAnAddress) {
        var meter = new Meter(clock);
        this.tokens = new Buckets(ofAToken, meter);
        this.addresses = new Buckets(ofAnAddress, meter);
    }

    /// What came of asking.
    ///
    /// @param limit requests that a full bucket holds
    /// @param remaining in it
    /// @param untilNext until there is one, zero where it may go on
    public record Allowance(boolean granted, long limit, long remaining, Duration untilNext) {}

    /// Takes a request from the bucket of a token.
    public Allowance token(String hash) {
        return tokens.take(hash);
    }

    /// Takes a request from the bucket of an address.
    public Allowance stranger(String address) {
        return addresses.take(address);
    }

    /// Whether a token was good lately: then looking for it is not guessing.
    public boolean knowsToken(String hash) {
        return tokens.knows(hash);
    }

    /// Whether an address has nothing left.
    public boolean exhausted(String address) {
        return addresses.exhausted(address);
    }

    private record Meter(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    private static final class Buckets {

        private final int capacity;
        private final TimeMeter meter;
        private final Map<String, Bucket> known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > MOST_KNOWN;
            }
        };

        private Buckets(int capacity, TimeMeter meter) {
            this.capacity = capacity;
            this.meter = meter;
        }

        private Allowance take(String name) {
            ConsumptionProbe probe = bucket(name).tryConsumeAndReturnRemaining(1);
            return new Allowance(
                    probe.isConsumed(),
                    capacity,
                    probe.getRemainingTokens(),
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }

        private synchronized Bucket bucket(String name) {
            return known.computeIfAbsent(
                    name,
                    _ -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, TO_FILL))
                            .withCustomTimePrecision(meter)
                            .build());
        }

        private synchronized boolean knows(String name) {
            return known.containsKey(name);
        }

        private synchronized boolean exhausted(String name) {
            var bucket = known.get(name);
            return bucket != null && bucket.getAvailableTokens() < 1;
        }
    }
}
