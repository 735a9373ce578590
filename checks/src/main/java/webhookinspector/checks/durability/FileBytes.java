package webhookinspector.checks.durability;

import java.util.Arrays;

/** What is in a simulated file. */
final class FileBytes {
  private byte[] array = new byte[0];
  private int length;

  FileBytes copy() {
    var copy = new FileBytes();
    copy.array = Arrays.copyOf(array, length);
    copy.length = length;
    return copy;
  }

  void apply(DiskEvent event) {
    switch (event) {
      case DiskEvent.Write write -> put(write.offset, write.bytes, write.bytes.length);
      case DiskEvent.Truncate truncate -> resize((int) truncate.length());
      default -> throw new IllegalArgumentException("not a change of bytes: " + event);
    }
  }

  void put(long offset, byte[] bytes, int size) {
    resize(Math.max(length, (int) offset + size));
    System.arraycopy(bytes, 0, array, (int) offset, size);
  }

  private void resize(int size) {
    if (size > array.length) {
      array = Arrays.copyOf(array, Math.max(size, 2 * array.length));
    }
    if (size < length) {
      Arrays.fill(array, size, length, (byte) 0);
    }
    length = size;
  }

  byte[] toArray() {
    return Arrays.copyOf(array, length);
  }
}
