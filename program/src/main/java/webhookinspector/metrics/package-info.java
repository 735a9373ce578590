/**
 * What the program counts and measures, for whoever watches many programs. Knows every room that it
 * measures; none of them knows it. Nothing in it is a secret, and no label can take more values
 * than we have webhooks.
 */
@NullMarked
package webhookinspector.metrics;

import org.jspecify.annotations.NullMarked;
