package org.fram.app.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/// What an executive is shown of the target date, and accepts.
///
/// @param percent how likely it is, in whole percent
/// @param p50 the day that is kept in one of two samples
/// @param p80 the day that is kept in four of five
public record ShownDate(
        LocalDate target, int percent, LocalDate p50, LocalDate p80, Simulations.Simulation simulation) {

    static ShownDate of(LocalDate target, Simulations.Simulation simulation) {
        var finishes = simulation.result().finishes();
        return new ShownDate(target, finishes.percent(target), finishes.day(0.5), finishes.day(0.8), simulation);
    }

    /// How likely it is, 0 to 1, as it is shown.
    public double probability() {
        return percent / 100.0;
    }

    /// The digest of all of it.
    public String sha256() {
        String said = "target=%s\npercent=%d\np50=%s\np80=%s\nsamples=%d\nseed=%d\nsimulation=%s\ncomputed=%s\n"
                .formatted(
                        target,
                        percent,
                        p50,
                        p80,
                        simulation.result().samples(),
                        simulation.result().seed(),
                        simulation.id(),
                        simulation.computed());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
