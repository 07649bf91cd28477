/// The pages of changes.
@NullMarked
package org.fram.app.change.web;

import org.jspecify.annotations.NullMarked;
