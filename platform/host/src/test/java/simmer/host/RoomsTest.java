package simmer.host;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms of the host. */
final class RoomsTest {

    private static final JavaClasses HOST = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("simmer.host");

    @Test
    void noRoomKnowsBootButTheCommands() {
        noClasses().that().resideOutsideOfPackages("simmer.host", "simmer.host.boot").should().dependOnClassesThat()
                .resideInAPackage("simmer.host.boot").check(HOST);
    }

    @Test
    void theRoomsKnowEachOtherInOneDirection() {
        slices().matching("simmer.host.(*)..").should().beFreeOfCycles().check(HOST);
    }

    @Test
    void decisionsArePure() {
        classes().that().resideInAPackage("simmer.host.decision").should().onlyDependOnClassesThat()
                .resideInAnyPackage("simmer.host.decision", "simmer.spi", "java.lang", "java.util", "java.math",
                        "java.lang.invoke", "java.lang.runtime", "org.jspecify.annotations")
                .check(HOST);
    }

    @Test
    void routingStopsAtTheWebhookAndTheAdministration() {
        noClasses().that().resideOutsideOfPackages("simmer.host.webhook", "simmer.host.admin", "simmer.host.boot").should()
                .dependOnClassesThat().resideInAnyPackage("io.helidon.webserver..", "io.helidon.http..").check(HOST);
    }
}
