@NullMarked
package uk.kinbridge.assessment.form.web;

import org.jspecify.annotations.NullMarked;
