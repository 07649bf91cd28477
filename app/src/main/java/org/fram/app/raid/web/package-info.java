/// The pages of risks, issues, decisions and actions.
@NullMarked
package org.fram.app.raid.web;

import org.jspecify.annotations.NullMarked;
