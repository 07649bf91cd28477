/// Statements of work, to programs.
@NullMarked
package org.fram.app.sow.rest;

import org.jspecify.annotations.NullMarked;
