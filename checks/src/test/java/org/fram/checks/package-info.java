/// Checks over the whole house: who may use whom ([HouseRules]), which licences are linked in ([Licences]), that the
/// documents tell the truth ([RepositoryTest]), and that the launcher keeps its promises ([LauncherTest]).
@NullMarked
package org.fram.checks;

import org.jspecify.annotations.NullMarked;
