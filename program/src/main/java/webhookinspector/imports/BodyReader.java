package webhookinspector.imports;

import java.io.IOException;
import java.io.InputStream;

/** Takes a whole file for one body. */
record BodyReader(ImportWish wish) implements FileReader {

  @Override
  public void read(InputStream in, Taking into) throws IOException {
    byte[] body = in.readNBytes(wish.limits().body() + 1);
    into.delivery(HttpReader.one(wish, wish.inbox(), wish.headers().lines(), body));
  }
}
