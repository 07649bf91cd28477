/// The page of sign-offs and the legacy exit, and choosing from what is usual.
@NullMarked
package org.fram.app.readiness.web;

import org.jspecify.annotations.NullMarked;
