/// The page that shows every part of pages once.
@NullMarked
package org.fram.app.platform.design;

import org.jspecify.annotations.NullMarked;
