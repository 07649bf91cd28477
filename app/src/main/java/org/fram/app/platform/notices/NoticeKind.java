package org.fram.app.platform.notices;

/// A kind of notice, by which people choose how to be told. A module declares each of its own as a bean.
///
/// @param code names it in the database and, below `notices.kind.`, in the texts: `people`
/// @param byDefault how it reaches whoever has not chosen
/// @param choice whether people may choose at all, and whether it waits for the end of quiet hours
public record NoticeKind(String code, Delivery byDefault, boolean choice) {

    /// One that people choose about.
    public static NoticeKind chosen(String code, Delivery byDefault) {
        return new NoticeKind(code, byDefault, true);
    }

    /// One that always goes at once, at every hour, as somebody waits for it or has to know.
    public static NoticeKind always(String code) {
        return new NoticeKind(code, Delivery.AT_ONCE, false);
    }
}
