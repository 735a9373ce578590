import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes the classes of a jar anew in today's format, with the stack maps that it wants. The JVM's AOT cache takes no
 * class from before Java 6, and a library that is built for Java 5 costs each start of a command more than all else.
 *
 * <p>Run as {@code java ModernClasses.java JAR}; one that is modern already stays as it is.
 */
final class ModernClasses {

  private static final int OLDEST_IN_A_CACHE = ClassFile.JAVA_6_VERSION;
  private static final String NOTICE = "META-INF/CHANGED.txt";
  private static final String CHANGED =
      "Class files older than Java 6 were written anew in the format of Java 25, with stack maps. Nothing else is changed.\n";

  private ModernClasses() {}

  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    Path part = jar.resolveSibling(jar.getFileName() + ".part");
    try (var from = new ZipFile(jar.toFile());
        var classes = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      if (from.getEntry(NOTICE) != null) {
        return;
      }
      Files.write(part, rewritten(from, classes));
    }
    Files.move(part, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] rewritten(ZipFile from, ClassLoader classes) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ClassFile format =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ConstantPoolSharingOption.NEW_POOL, // or code is copied as it is
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(classes)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    try (var to = new ZipOutputStream(bytes)) {
      var entries = new ArrayList<ZipEntry>();
      from.stream().forEach(entries::add);
      for (ZipEntry entry : entries) {
        byte[] content = from.getInputStream(entry).readAllBytes();
        put(to, entry.getName(), entry, isOldClass(entry, content) ? modern(format, content) : content);
      }
      put(to, NOTICE, entries.getFirst(), CHANGED.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static boolean isOldClass(ZipEntry entry, byte[] content) {
    return entry.getName().endsWith(".class") && (content[6] << 8 | content[7] & 0xff) < OLDEST_IN_A_CACHE;
  }

  private static byte[] modern(ClassFile format, byte[] old) {
    return format.transformClass(
        format.parse(old),
        ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
            .andThen(ClassTransform.endHandler(builder -> builder.withVersion(ClassFile.JAVA_25_VERSION, 0))));
  }

  /** The same jar each time: names, order and times of the one before. */
  private static void put(ZipOutputStream to, String name, ZipEntry like, byte[] content) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTime(like.getTime());
    to.putNextEntry(entry);
    to.write(content);
    to.closeEntry();
  }
}
