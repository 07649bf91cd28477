/// What people are told, in the application and by mail.
///
/// An act that people should hear of gives a [Notice] by [Notices], in the act's own transaction: it is there
/// exactly when what it tells of is. Everything else happens later and by itself. The postman looks at how
/// each reader wants to be told, puts mails together, hands them over to the mail server, and tries again
/// where that fails. A module that tells people something declares a [NoticeKind] as a bean, by which they
/// choose.
@NamedInterface("notices")
@NullMarked
package org.fram.app.platform.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
