/// The page of an agreement.
@NullMarked
package org.fram.app.agreement.web;

import org.jspecify.annotations.NullMarked;
