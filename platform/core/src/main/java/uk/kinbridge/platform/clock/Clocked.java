package uk.kinbridge.platform.clock;

import java.util.List;

/** A record that keeps clocks. */
public interface Clocked {

    String id();

    List<Clock> clocks();
}
