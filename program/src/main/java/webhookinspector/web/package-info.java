/** The admin port: what it offers, and to whom. The technology lives one level below. */
@NullMarked
package webhookinspector.web;

import org.jspecify.annotations.NullMarked;
