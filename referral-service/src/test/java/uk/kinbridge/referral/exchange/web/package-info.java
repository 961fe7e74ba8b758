@NullMarked
package uk.kinbridge.referral.exchange.web;

import org.jspecify.annotations.NullMarked;
