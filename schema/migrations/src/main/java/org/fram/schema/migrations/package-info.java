/// The database's schema, step by step: SQL files below `db/migration`, a folder and a PostgreSQL schema a
/// module.
///
/// Begin with [Migrations]. The owner of the database migrates; the application uses a role that owns
/// nothing.
@NullMarked
package org.fram.schema.migrations;

import org.jspecify.annotations.NullMarked;
