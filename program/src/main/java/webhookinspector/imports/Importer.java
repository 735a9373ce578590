package webhookinspector.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import webhookinspector.ledger.Ledger;
import webhookinspector.registry.Registry;

/**
 * Takes deliveries out of a file. It is read twice: first all of it, so that nothing of a file that
 * is no good is kept; then once more to keep it. What is here already is not kept twice, so that a
 * run that was cut off is simply run again.
 */
public final class Importer {

  private final Ledger ledger;
  private final Registry registry;

  public Importer(Ledger ledger, Registry registry) {
    this.ledger = ledger;
    this.registry = registry;
  }

  /** A file that can be opened more than once and holds the same each time. */
  public interface Source {
    InputStream open() throws IOException;
  }

  /**
   * Imports all of it, one file at a time.
   *
   * @throws Unreadable if it is not what it should be; nothing is kept then
   * @throws CutOff if the ledger could not keep all of it
   * @throws IOException if the file cannot be read
   */
  public synchronized ImportReport take(Source file, ImportWish wish) throws IOException {
    var looking = new Looking(ledger, wish.limits());
    read(file, wish, looking);
    looking.ask();
    var believing = new Believing(registry::find, wish.secret());
    var keeping =
        new Keeping(ledger, registry, believing, looking.known(), wish.believeThrowAway());
    try {
      read(file, wish, keeping);
      keeping.finish();
    } catch (webhookinspector.ledger.NotKept e) {
      throw new CutOff(keeping.kept(), looking.deliveries() - looking.known().cardinality(), e);
    }
    return new ImportReport(
        looking.deliveries(),
        keeping.kept(),
        looking.known().cardinality(),
        keeping.authentic(),
        looking.passedOver());
  }

  private void read(Source file, ImportWish wish, Taking into) throws IOException {
    try (var in = Inflated.open(file.open(), wish.limits())) {
      BufferedInputStream content = Forms.buffered(in);
      FileForm form = wish.form() == null ? Forms.of(content) : wish.form();
      reader(form, wish).read(content, into);
    }
  }

  private FileReader reader(FileForm form, ImportWish wish) {
    var addresses = new Addresses(registry::find);
    return switch (form) {
      case JSONL -> new JsonlReader(wish);
      case HAR -> new HarReader(wish, addresses);
      case HTTP -> new HttpReader(wish, addresses);
      case BODY -> new BodyReader(wish);
    };
  }
}
