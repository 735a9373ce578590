/**
 * Where alerts go: registry, log, feed, and whatever the operator named. Nobody who raises one
 * waits for any of these. What an alert says may hold foreign text, so no sink lets it be obeyed.
 */
@NullMarked
package webhookinspector.alerts;

import org.jspecify.annotations.NullMarked;
