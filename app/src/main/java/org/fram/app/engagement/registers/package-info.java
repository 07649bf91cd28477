/// The pages of all registers within an engagement: the list, its rows, views, import and export. What differs between
/// registers is in their declarations; a module that declares one puts a [RegisterRoom] beside it.
@NullMarked
package org.fram.app.engagement.registers;

import org.jspecify.annotations.NullMarked;
