/// From the migrations to Java: at build, [GeneratingTables] migrates an empty PostgreSQL and has jOOQ read
/// it.
@NullMarked
package org.fram.schema.codegen;

import org.jspecify.annotations.NullMarked;
