/// The pages of signatures.
@NullMarked
package org.fram.app.signing.web;

import org.jspecify.annotations.NullMarked;
