/// The pages of engagements.
@NullMarked
package org.fram.app.engagement.web;

import org.jspecify.annotations.NullMarked;
