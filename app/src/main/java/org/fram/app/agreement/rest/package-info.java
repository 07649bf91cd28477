/// Agreement for programs.
@NullMarked
package org.fram.app.agreement.rest;

import org.jspecify.annotations.NullMarked;
