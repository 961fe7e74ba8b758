/** Notices: who has to be told what, and whether a person has received it (HAC-17). */
@NullMarked
package uk.kinbridge.notification.notice;

import org.jspecify.annotations.NullMarked;
