package org.fram.app.platform.identity;

import org.fram.app.platform.access.Code;

/// How somebody signed in.
public enum Way implements Code {
    PASSWORD,
    /// With a code of the second factor after the password.
    PASSWORD_AND_CODE,
    /// With one of the codes for whoever lost what makes the others.
    PASSWORD_AND_RECOVERY_CODE,
    /// With a device that knows its owner, which is two factors in one.
    PASSKEY,
    /// By somebody else's word: what the provider asked is its affair.
    PROVIDER
}
