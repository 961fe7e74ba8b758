@NullMarked
package uk.kinbridge.referral.contact.mongo;

import org.jspecify.annotations.NullMarked;
