/// Changes for programs.
@NullMarked
package org.fram.app.change.rest;

import org.jspecify.annotations.NullMarked;
