/** What has its 200 is on disk, whatever happens: crashes, power cuts, full and failing disks. */
@NullMarked
package webhookinspector.checks.durability;

import org.jspecify.annotations.NullMarked;
