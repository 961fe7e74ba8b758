package uk.kinbridge.protocols.pack;

import java.util.List;
import uk.kinbridge.protocols.time.Within;

/**
 * Agencies that have no account here and have to know, such as a school nurse: no notice reaches them, so somebody inside
 * tells them by call or letter and records it, and others hear when that is not done in time.
 *
 * @param toldBy who tells them
 */
public record Outside(List<AgencyRole> agencies, Party toldBy, Within within, Basis basis, Breach onBreach) {}
