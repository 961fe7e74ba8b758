package uk.kinbridge.escalation.board;

import java.time.LocalDate;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.published.Protocols;

/** Who sees the patterns of an area: the analysts of its safeguarding partnership. */
public final class BoardAccess {

    private BoardAccess() {}

    public static AccessDecision patterns(Caller caller, String area, Protocols protocols, LocalDate day) {
        var partnership = protocols.inForceIn(area, day).stream()
                .flatMap(pack -> pack.agency(new AgencyId(caller.agency())).stream())
                .anyMatch(agency -> agency.role() == AgencyRole.SAFEGUARDING_PARTNERSHIP
                        && agency.areas().contains(new AreaId(area)));
        return partnership && caller.hasRole(Role.BOARD_ANALYST)
                ? AccessDecision.granted()
                : AccessDecision.denied("Patterns are for the analysts of the area's safeguarding partnership.");
    }
}
