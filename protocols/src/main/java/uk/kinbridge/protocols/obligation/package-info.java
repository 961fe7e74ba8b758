/** What the protocols oblige people and agencies to do; every rule, test and pack entry cites one. */
@NullMarked
package uk.kinbridge.protocols.obligation;

import org.jspecify.annotations.NullMarked;
