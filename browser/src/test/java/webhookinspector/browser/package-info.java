/**
 * The page, driven as a person drives it, in a real Chromium against the real program and the local
 * Asana.
 */
@NullMarked
package webhookinspector.browser;

import org.jspecify.annotations.NullMarked;
