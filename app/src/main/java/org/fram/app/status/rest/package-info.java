/// How programs ask for status reports.
@NullMarked
package org.fram.app.status.rest;

import org.jspecify.annotations.NullMarked;
