@NullMarked
package uk.kinbridge.referral.document.mongo;

import org.jspecify.annotations.NullMarked;
