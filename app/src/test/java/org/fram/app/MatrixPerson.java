package org.fram.app;

import java.util.EnumSet;
import java.util.Set;
import org.fram.app.platform.access.Role;
import org.jspecify.annotations.Nullable;

/// Somebody in the matrix of who may do what.
enum MatrixPerson {
    OWNER(Role.OWNER, true),
    CUSTOMER_MANAGER(Role.MANAGER, true),
    CUSTOMER_CONTRIBUTOR(Role.CONTRIBUTOR, true),
    CUSTOMER_VIEWER(Role.VIEWER, true),
    VENDOR_MANAGER(Role.MANAGER, false),
    VENDOR_CONTRIBUTOR(Role.CONTRIBUTOR, false),
    VENDOR_VIEWER(Role.VIEWER, false),
    /// Has an account and belongs to another engagement.
    OUTSIDER(null, false),
    /// Gives accounts, and belongs to no engagement.
    ADMINISTRATOR(null, false),
    /// Has no account, and a link to one question of the engagement, which goes with all that they ask for.
    GUEST(null, false),
    /// Has not signed in.
    STRANGER(null, false);

    final @Nullable Role role;
    final boolean customer;

    MatrixPerson(@Nullable Role role, boolean customer) {
        this.role = role;
        this.customer = customer;
    }

    static Set<MatrixPerson> all() {
        return EnumSet.allOf(MatrixPerson.class);
    }

    static Set<MatrixPerson> signedIn() {
        return EnumSet.complementOf(EnumSet.of(GUEST, STRANGER));
    }

    static Set<MatrixPerson> members() {
        return EnumSet.range(OWNER, VENDOR_VIEWER);
    }

    static Set<MatrixPerson> contributors() {
        return EnumSet.of(OWNER, CUSTOMER_MANAGER, CUSTOMER_CONTRIBUTOR, VENDOR_MANAGER, VENDOR_CONTRIBUTOR);
    }

    static Set<MatrixPerson> managers() {
        return EnumSet.of(OWNER, CUSTOMER_MANAGER, VENDOR_MANAGER);
    }
}
