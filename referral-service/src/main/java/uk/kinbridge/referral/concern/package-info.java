/** Small concerns of several people about one family, put together to a picture for those who can act (JWP-08, ENG-12). */
@NullMarked
package uk.kinbridge.referral.concern;

import org.jspecify.annotations.NullMarked;
