package org.fram.app.engagement;

import java.util.Collection;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.pages.Tone;

/// How something stands, as status reports say it, by a rule that stands beside it.
public enum Light implements Code {
    /// It needs somebody to act now.
    RED(Tone.BAD),
    /// It needs to be watched.
    AMBER(Tone.WARN),
    /// It is as agreed.
    GREEN(Tone.GOOD),
    /// What is known does not tell.
    UNKNOWN(Tone.CALM);

    /// From how many per cent on a date is green, and amber.
    public static final int LIKELY = 80;

    public static final int EVEN = 50;

    private final Tone tone;

    Light(Tone tone) {
        this.tone = tone;
    }

    /// How it looks.
    public Tone tone() {
        return tone;
    }

    /// How likely a date is, as reports say it everywhere.
    ///
    /// @param percent 0 to 100
    public static Light ofProbability(int percent) {
        return percent >= LIKELY ? GREEN : percent >= EVEN ? AMBER : RED;
    }

    /// The worst of several. What cannot be told makes nothing worse; where nothing can be told it is that.
    public static Light worst(Collection<Light> lights) {
        return lights.stream().min(Light::compareTo).orElse(UNKNOWN);
    }
}
