/// Pages of status reports.
@NullMarked
package org.fram.app.status.web;

import org.jspecify.annotations.NullMarked;
