@NullMarked
package uk.kinbridge.assessment.notyet.web;

import org.jspecify.annotations.NullMarked;
