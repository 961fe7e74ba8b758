/**
 * What {@code ./kinbridge bench} measures: each figure beside its limit, measured in the same run, because a figure
 * alone says more about the machine than about the program.
 *
 * <p>It lives here, since nothing of this module is deployed: JMH and the load generator weigh on no service. Throughput
 * is what a fixed number of connections gets through; waits are measured at a constant rate, because connections that
 * wait for their answers before they ask again would hide every stall. Nothing here judges: an aim that is missed is
 * shown, and no test looks at a clock.
 */
@NullMarked
package uk.kinbridge.acceptance.bench;

import org.jspecify.annotations.NullMarked;
