/** Files that go out and come in, under load and under kills. */
@NullMarked
package webhookinspector.checks.files;

import org.jspecify.annotations.NullMarked;
