@NullMarked
package uk.kinbridge.referral.document.web;

import org.jspecify.annotations.NullMarked;
