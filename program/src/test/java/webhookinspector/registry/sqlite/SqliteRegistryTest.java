package webhookinspector.registry.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.registry.Registry;
import webhookinspector.registry.RegistryContract;

class SqliteRegistryTest extends RegistryContract {

  @TempDir Path folder;

  @Override
  protected Registry open() {
    return SqliteRegistry.open(folder.resolve("registry.db"));
  }
}
