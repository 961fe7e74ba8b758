/** The words of mails and texts, kept as files and never in code. */
@NullMarked
package uk.kinbridge.notification.template;

import org.jspecify.annotations.NullMarked;
