/// The people of a plan: who is booked for what and whether they confirm it, who fills the key roles, which
/// functions take part, and when nobody can be off the phones.
///
/// Begin with [Booking] and [PeopleRegisters]. [AskingBooked] asks people by a link, [AskingAgain] does so every
/// two weeks, [AnsweringBooked] is what they do with it, and [BookingState] what follows from it.
/// [PeopleFactSource] says what practices want to know.
@NullMarked
package org.fram.app.plan.people;

import org.jspecify.annotations.NullMarked;
