/// The pages of duties.
@NullMarked
package org.fram.app.duties.web;

import org.jspecify.annotations.NullMarked;
