/**
 * What every kept file has in common: how it is opened, checked, brought up to date and refused.
 * Knows nothing of what is inside. Its technologies may be used by the same technology of the rooms
 * above.
 */
@NullMarked
package webhookinspector.storage;

import org.jspecify.annotations.NullMarked;
