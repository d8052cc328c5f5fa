package simmer.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * A plugin built for the SPI 1.1 must run on this one, as long as the major number is the same. There is no release yet to
 * compare jars with, so what 1.1 held is listed beside this test, a member a line. Additions are free as long as they ask
 * nothing of a plugin that does not know them.
 */
final class ApiTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path BASELINE = Path.of("src/test/api/1.1.txt");
    private static final Path INTENDED_BREAKS = Path.of("src/test/api/intended-breaks.txt");

    @Test
    void whatPluginsWereBuiltAgainstIsStillThere() throws IOException {
        Set<String> lost = new TreeSet<>(read(BASELINE));
        lost.removeAll(api());
        assertThat(lost).as("lost since 1.1: give it back, or raise the major number and list it in %s", INTENDED_BREAKS)
                .containsExactlyInAnyOrderElementsOf(read(INTENDED_BREAKS));
    }

    @Test
    void nothingNewIsAskedOfPluginsThatWereBuiltBefore() throws IOException {
        Set<String> before = read(BASELINE);
        Set<String> known = before.stream().filter(line -> line.startsWith("type "))
                .map(line -> line.substring("type ".length(), line.indexOf(':'))).collect(Collectors.toSet());
        List<String> asked = types().stream().filter(type -> known.contains(type.getName()) && !type.isSealed())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isAbstract(method.getModifiers())).map(ApiTest::line)
                .filter(line -> !before.contains(line)).toList();
        assertThat(asked).as("a new method of an interface needs a default, for plugins of before don't implement it")
                .isEmpty();
    }

    private static Set<String> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> api() throws IOException {
        Set<String> lines = new TreeSet<>();
        for (Class<?> type : types()) {
            lines.add("type " + type.getName() + ": " + type.toGenericString());
            Arrays.stream(Objects.requireNonNullElse(type.getPermittedSubclasses(), new Class<?>[0]))
                    .forEach(permitted -> lines.add("permits " + type.getName() + ": " + permitted.getName()));
            Stream.of(type.getDeclaredMethods(), type.getDeclaredConstructors(), type.getDeclaredFields())
                    .flatMap(Arrays::stream).filter(member -> isSeen((Member) member)).map(ApiTest::line)
                    .forEach(lines::add);
        }
        return lines;
    }

    /** Without the word default, for it makes no difference to who calls. */
    private static String line(Object member) {
        String text = switch (member) {
            case Method method -> method.toGenericString().replace(" default ", " ");
            case Executable executable -> executable.toGenericString();
            case Field field -> field.toGenericString();
            default -> throw new IllegalArgumentException("no member: " + member);
        };
        return "member " + text;
    }

    private static boolean isSeen(Member member) {
        return !member.isSynthetic()
                && (Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()));
    }

    private static List<Class<?>> types() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString()).filter(name -> name.endsWith(".class"))
                    .filter(name -> !name.endsWith("package-info.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .<Class<?>>map(ApiTest::load).filter(ApiTest::isSeen).toList();
        }
    }

    private static boolean isSeen(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isSeen(type.getEnclosingClass()));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ApiTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is in target/classes", e);
        }
    }
}
