package webhookinspector.checks.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Ways in which files of a database are damaged. */
enum Damage {
  /** One to twenty bits of the database, anywhere. */
  BIT_FLIPS {
    @Override
    byte[] done(byte[] bytes, Random random) {
      for (int i = 1 + random.nextInt(20); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return bytes;
    }
  },

  /** A page that the disk lost. */
  ZERO_PAGE {
    @Override
    byte[] done(byte[] bytes, Random random) {
      int page = random.nextInt(Math.max(1, bytes.length / PAGE)) * PAGE;
      Arrays.fill(bytes, page, Math.min(bytes.length, page + PAGE), (byte) 0);
      return bytes;
    }
  },

  /** A page that landed in another one's place. */
  MISPLACED_PAGE {
    @Override
    byte[] done(byte[] bytes, Random random) {
      int pages = bytes.length / PAGE;
      if (pages > 2) {
        int from = 1 + random.nextInt(pages - 1);
        int to = 1 + random.nextInt(pages - 1);
        System.arraycopy(bytes, from * PAGE, bytes, to * PAGE, PAGE);
      }
      return bytes;
    }
  },

  /** An end that is missing. */
  TRUNCATED {
    @Override
    byte[] done(byte[] bytes, Random random) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
  },

  /** Anything instead of a stretch. */
  GARBAGE {
    @Override
    byte[] done(byte[] bytes, Random random) {
      byte[] garbage = new byte[1 + random.nextInt(2 * PAGE)];
      random.nextBytes(garbage);
      int at = random.nextInt(bytes.length);
      System.arraycopy(garbage, 0, bytes, at, Math.min(garbage.length, bytes.length - at));
      return bytes;
    }
  };

  private static final int PAGE = 4_096;

  /** What becomes of a file's bytes, which are not empty. */
  abstract byte[] done(byte[] bytes, Random random);

  void to(Path file, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length > 0) {
      Files.write(file, done(bytes, random));
    }
  }
}
