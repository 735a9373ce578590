package webhookinspector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "webhookinspector", importOptions = ImportOption.DoNotIncludeTests.class)
class SimulatorArchitectureTest {

  @ArchTest
  static final ArchRule roomsUseOnlyRoomsBelow =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("world")
          .definedBy("webhookinspector.world..")
          .layer("subscriptions")
          .definedBy("webhookinspector.subscriptions..")
          .layer("faults")
          .definedBy("webhookinspector.faults..")
          .layer("sender")
          .definedBy("webhookinspector.sender..")
          .layer("rest")
          .definedBy("webhookinspector.rest..")
          .layer("roof")
          .definedBy("webhookinspector.simulator..", "webhookinspector.junit..")
          .whereLayer("rest")
          .mayOnlyBeAccessedByLayers("roof")
          .whereLayer("sender")
          .mayOnlyBeAccessedByLayers("rest", "roof")
          .whereLayer("faults")
          .mayOnlyBeAccessedByLayers("sender", "rest", "roof")
          .whereLayer("subscriptions")
          .mayOnlyBeAccessedByLayers("sender", "rest", "roof")
          .whereLayer("world")
          .mayOnlyBeAccessedByLayers("subscriptions", "sender", "rest", "roof")
          .because("a room that knows only what lies below it can be read and tested alone");

  @ArchTest
  static final ArchRule technologyIsChosenByTheRoofOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "webhookinspector.*.*..", "webhookinspector.simulator..", "webhookinspector.junit..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("webhookinspector.*.*..")
          .because(
              "a second-level package is a technology, and only the roof chooses technologies");

  @ArchTest
  static final ArchRule jettyIsKnownToItsPackageOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("webhookinspector.rest.jetty..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.jetty..")
          .because("the server could be swapped without the calls noticing");

  @ArchTest
  static final ArchRule timeAndChanceComeInAsArguments =
      noClasses()
          .that()
          .resideOutsideOfPackages("webhookinspector.simulator..", "webhookinspector.junit..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(InstantSource.class, "system")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .because("the same seed and script must give the same bytes");

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes()
          .that()
          .haveSimpleName("package-info")
          .should()
          .beAnnotatedWith(NullMarked.class)
          .because("a null that is not announced is an error here");
}
