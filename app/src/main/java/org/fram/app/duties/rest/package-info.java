/// Duties for programs.
@NullMarked
package org.fram.app.duties.rest;

import org.jspecify.annotations.NullMarked;
