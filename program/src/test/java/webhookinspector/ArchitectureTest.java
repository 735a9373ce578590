package webhookinspector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The walls of the house. {@link #FLOORS} is the one list of rooms and their order. */
@AnalyzeClasses(packages = "webhookinspector", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** From the roof down; rooms of one line stand side by side and do not know each other. */
  static final List<Set<String>> FLOORS =
      List.of(
          Set.of("cli"),
          Set.of("app"),
          Set.of("web", "metrics", "tracing"),
          Set.of(
              "intake",
              "webhooks",
              "indexer",
              "replay",
              "forward",
              "finding",
              "watch",
              "alerts",
              "stream",
              "reconcile",
              "imports",
              "retention",
              "backup"),
          Set.of("handshakes", "names", "answers", "export"),
          Set.of("ledger", "history", "registry", "feed", "asana", "tunnel", "egress", "outbox"),
          Set.of("inspection"),
          Set.of("inbox", "storage", "command"));

  private static final String ROOT = "webhookinspector.";

  @ArchTest
  static void aRoomUsesOnlyRoomsOnLowerFloors(JavaClasses classes) {
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      for (String room : FLOORS.get(floor)) {
        String[] notBelow =
            FLOORS.subList(0, floor + 1).stream()
                .flatMap(Set::stream)
                .filter(other -> !other.equals(room))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);
        if (notBelow.length > 0) {
          noClasses()
              .that()
              .resideInAPackage(ROOT + room + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(notBelow)
              .because("data flows one way: " + room + " may use rooms on lower floors only")
              .allowEmptyShould(true)
              .check(classes);
        }
      }
    }
  }

  @ArchTest
  static final ArchRule technologyIsKnownOnlyToApp =
      noClasses()
          .that()
          .resideOutsideOfPackage("webhookinspector.app..")
          .should(
              new ArchCondition<JavaClass>("name a technology of another room") {
                @Override
                public void check(JavaClass from, ConditionEvents events) {
                  from.getDirectDependenciesFromSelf().stream()
                      .filter(d -> isTechnology(d.getTargetClass().getPackageName()))
                      .filter(
                          d ->
                              !sameRoom(from.getPackageName(), d.getTargetClass().getPackageName())
                                  && !storageOfTheSameTechnology(
                                      from.getPackageName(), d.getTargetClass().getPackageName()))
                      .forEach(
                          d -> events.add(SimpleConditionEvent.satisfied(d, d.getDescription())));
                }
              })
          .because("a second-level package is a technology, and only app chooses technologies");

  @ArchTest
  static final ArchRule portsDoNotKnowTheirTechnology =
      noClasses()
          .that(
              DescribedPredicate.describe(
                  "reside in a room's first level",
                  c ->
                      isRoom(c.getPackageName())
                          && !isTechnology(c.getPackageName())
                          && !c.getPackageName().equals(ROOT + "app")))
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are a store, a server or a terminal library",
                  c ->
                      c.getPackageName().startsWith("org.eclipse.jetty")
                          || c.getPackageName().startsWith("org.sqlite")
                          || c.getPackageName().startsWith("io.prometheus")
                          || c.getPackageName().startsWith("io.opentelemetry")
                          || c.getPackageName().startsWith("java.sql")
                          || c.getPackageName().startsWith("java.net.http")))
          .because("an adapter can be replaced only when its room does not know it");

  @ArchTest
  static final ArchRule onlyOnePackageKnowsTheTerminalLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage("webhookinspector.feed.tui.jline..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jline..")
          .because("model, layout and pictures of the full-screen view are tested as values");

  /** Besides {@code egress}: Asana itself, our own admin port, and a tunnel's on this machine. */
  @ArchTest
  static final ArchRule onlyEgressConnectsToWhatUsersName =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ROOT + "egress.socket..",
              ROOT + "asana.http..",
              ROOT + "web.http..",
              ROOT + "tunnel.ngrok..")
          .and(DescribedPredicate.describe("are ours", c -> isRoom(c.getPackageName())))
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "can connect",
                  c ->
                      Set.of(
                                  "java.net.Socket",
                                  "java.net.URLConnection",
                                  "java.net.HttpURLConnection",
                                  "javax.net.ssl.SSLSocketFactory",
                                  "java.nio.channels.SocketChannel",
                                  "java.nio.channels.AsynchronousSocketChannel")
                              .contains(c.getName())
                          || c.getPackageName().startsWith("java.net.http")
                          || c.getPackageName().startsWith("org.eclipse.jetty.client")))
          .orShould()
          .callMethod(URL.class, "openStream")
          .because(
              "where a delivery may go is decided on the connected address, in one place; a second"
                  + " client would be a way around it");

  @ArchTest
  static final ArchRule onlyAppReadsTheClockAndTheEnvironment =
      noClasses()
          .that()
          .resideOutsideOfPackage("webhookinspector.app..")
          .and(DescribedPredicate.describe("are ours", c -> isRoom(c.getPackageName())))
          .should()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .because(
              "time, randomness and settings come in as arguments, so that a virtual clock reaches everything");

  @ArchTest
  static final ArchRule nothingPrintsBehindTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackages("webhookinspector.cli..", "webhookinspector.app..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because(
              "standard output carries data that other programs read; only the command line may write there");

  @ArchTest
  static final ArchRule everyRoomIsNullMarked =
      ArchRuleDefinition.classes()
          .that(
              DescribedPredicate.describe(
                  "are ours",
                  c ->
                      isRoom(c.getPackageName())
                          && !c.getModifiers().contains(JavaModifier.SYNTHETIC)))
          .should(
              new ArchCondition<JavaClass>("be in a package that says what it is for") {
                @Override
                public void check(JavaClass c, ConditionEvents events) {
                  if (!c.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(
                        SimpleConditionEvent.violated(
                            c, c.getPackageName() + " has no package-info.java with @NullMarked"));
                  }
                }
              })
          .because("a room's package doc is its door plate, and null is checked only behind it");

  private static boolean isRoom(String packageName) {
    return FLOORS.stream().flatMap(Set::stream).anyMatch(room -> inRoom(packageName, room));
  }

  private static boolean inRoom(String packageName, String room) {
    return packageName.equals(ROOT + room) || packageName.startsWith(ROOT + room + ".");
  }

  private static boolean isTechnology(String packageName) {
    return isRoom(packageName) && packageName.chars().filter(c -> c == '.').count() >= 2;
  }

  /** How a SQLite file is opened and checked is written once, for every room that keeps one. */
  private static boolean storageOfTheSameTechnology(String from, String target) {
    return target.startsWith(ROOT + "storage.")
        && from.substring(from.lastIndexOf('.')).equals(target.substring(target.lastIndexOf('.')));
  }

  private static boolean sameRoom(String one, String other) {
    return FLOORS.stream()
        .flatMap(Set::stream)
        .anyMatch(room -> inRoom(one, room) && inRoom(other, room));
  }
}
