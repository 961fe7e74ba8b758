/** Makes the rounds by which running clocks follow newly published bank holidays. */
@NullMarked
package uk.kinbridge.protocols.published.worker;

import org.jspecify.annotations.NullMarked;
