package webhookinspector.checks.receiving;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.ReceiverProcess;

/**
 * Asana's documented secret with three bodies, through the launcher that is released, in languages
 * whose letters and digits differ; and every form of the signature's header at a receiver that runs
 * in that language (threats A4, A5, K6). Turkish has an i without a dot, Arabic other digits.
 */
public final class GoldenVectors implements Check {

  private static final String SECRET =
      "b537207f20cbfa02357cf448134da559e8bd39d61597dcd5631b8012eae53e81";

  /** Body and signature, computed by others' implementations. */
  private static final Map<String, String> VECTORS =
      Map.of(
          "{\"events\":[]}",
          "10468027b67df18c739cc4794c6fc2d2806dcaaf2259fc3e1ed9d26433659853",
          "{\"events\": []}",
          "d8d04483c42e72eb6c47faef420fc5da092d8bfd42377fbb9de2fa2f38bfa497",
          "{\"events\":[{\"action\":\"changed\",\"resource\":{\"gid\":\"1200000000000001\",\"resource_type\":\"task\",\"name\":\"Café 🚀\"}}]}",
          "d0dd593ee9c960173e28307bc5ac50ceba386d81aa6a9843dff2a46387253cb3");

  private static final List<String> LANGUAGES = List.of("tr-TR", "C", "de-DE", "ar-EG");

  @Override
  public String name() {
    return "golden-vectors";
  }

  @Override
  public String promise() {
    return "a signature is judged alike in every language of the machine, and in its one form only";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    Path launcher = launcher(folder);
    int right = 0;
    int asked = 0;
    int forms = 0;
    List<String> languages = size == Size.QUICK ? List.of("tr-TR") : LANGUAGES;
    for (String language : languages) {
      for (Map.Entry<String, String> vector : VECTORS.entrySet()) {
        if (size == Size.QUICK && asked == 2) {
          break;
        }
        String body = vector.getKey();
        right += verify(launcher, folder, language, body, vector.getValue()) == 0 ? 1 : 0;
        right += verify(launcher, folder, language, body + " ", vector.getValue()) == 1 ? 1 : 0;
        asked += 2;
      }
      forms += size == Size.QUICK ? 0 : formsJudgedRight(folder, language);
    }
    int wantedForms = size == Size.QUICK ? 0 : languages.size() * SignatureForms.all().size();
    return Outcome.of(
        right == asked && forms == wantedForms,
        "%s: %d of %d bodies judged right by the launcher, half of them with a blank too many; %d of %d forms of the header by a receiver"
            .formatted(languages, right, asked, forms, wantedForms));
  }

  /** The released launcher beside a jar that only points at what was built. */
  private static Path launcher(Path folder) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("program").resolve("bin"));
    Path app = Files.createDirectories(folder.resolve("program").resolve("app"));
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "webhookinspector.cli.Main");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
    try (OutputStream out = Files.newOutputStream(app.resolve("inspector.jar"))) {
      new JarOutputStream(out, manifest).close();
    }
    for (String cache : List.of("short.aot", "long.aot")) {
      Path empty = Files.createFile(app.resolve(cache)); // newer than the jar: no rehearsal
      Files.setLastModifiedTime(empty, FileTime.from(Instant.now().plusSeconds(60)));
    }
    Path root = Path.of(System.getProperty("project.root", "")).toAbsolutePath();
    return Files.copy(root.resolve("release").resolve("inspector"), bin.resolve("inspector"));
  }

  private static String classPath() {
    var urls = new ArrayList<String>();
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (String one : path.split(File.pathSeparator, -1)) {
      urls.add(Path.of(one).toUri().toString());
    }
    return String.join(" ", urls);
  }

  /** Its exit code: 0 authentic, 1 not. */
  private static int verify(
      Path launcher, Path folder, String language, String body, String signature)
      throws IOException, InterruptedException {
    Path secret = Files.writeString(folder.resolve("secret"), SECRET);
    Path file = Files.writeString(folder.resolve("body.json"), body, StandardCharsets.UTF_8);
    var builder =
        new ProcessBuilder(
            "bash",
            launcher.toString(),
            "verify",
            "--secret-file",
            secret.toString(),
            "--signature",
            signature,
            file.toString());
    builder.environment().put("INSPECTOR_JAVA_OPTS", options(language));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder
        .environment()
        .put("LC_ALL", language.equals("C") ? "C" : language.replace('-', '_') + ".UTF-8");
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }

  /** The machine may lack that locale; Java has it all the same. */
  private static String options(String language) {
    Locale locale = language.equals("C") ? Locale.ROOT : Locale.forLanguageTag(language);
    return "-Duser.language=" + locale.getLanguage() + " -Duser.country=" + locale.getCountry();
  }

  private static int formsJudgedRight(Path folder, String language) throws Exception {
    Path data = folder.resolve("data-" + language);
    ReceiverProcess.prepare(data);
    int right = 0;
    try (ReceiverProcess receiver =
        ReceiverProcess.start(
            data, folder, Map.of("_JAVA_OPTIONS", options(language)), List.of())) {
      for (SignatureForms.Form form : SignatureForms.all()) {
        int status = Peer.ask(receiver.port(), form.request()).status();
        right += form.good() ? status == 200 ? 1 : 0 : status == 401 || status == 400 ? 1 : 0;
        if (form.good() != (status == 200)) {
          System.err.println(language + ": " + status + " for " + form);
        }
      }
    }
    return right;
  }
}
