/** What every description of an API says: how to sign in, what can go wrong, which headers count. */
@NullMarked
package uk.kinbridge.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
