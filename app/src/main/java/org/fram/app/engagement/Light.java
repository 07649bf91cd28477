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

    private final Tone tone;

    Light(Tone tone) {
        this.tone = tone;
    }

    /// How it looks.
    public Tone tone() {
        return tone;
    }

    /// The worst of several. What cannot be told makes nothing worse; where nothing can be told it is that.
    public static Light worst(Collection<Light> lights) {
        return lights.stream().min(Light::compareTo).orElse(UNKNOWN);
    }
}
