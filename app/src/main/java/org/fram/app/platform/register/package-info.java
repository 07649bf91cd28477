/// Registers: lists that people keep, such as requirements, risks, orders.
///
/// A [Register] is declared once per type of record, as a view on a typed table: its [Column]s are bound to fields of
/// jOOQ and have a [CellType] each, which reads, shows and filters values. From the declaration come the page with
/// sorting, filters, search, views, editing by keyboard and changes of many rows, export and import. Everything that is
/// written goes through the register's [RowActs].
///
/// Begin with [Register], then [KeepingRows], the ordinary acts.
@NamedInterface("register")
@NullMarked
package org.fram.app.platform.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
