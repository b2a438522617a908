package org.twinlease.sim;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodTransform;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// This program once more beside itself, with the body of one method replaced.
final class Broken extends ClassLoader {

    private static final String OURS = "org.twinlease.";

    private final String type;
    private final String method;
    private final Consumer<CodeBuilder> body;

    /// With every method of a name in a type doing this instead.
    Broken(String type, String method, Consumer<CodeBuilder> body) {
        super(Broken.class.getClassLoader());
        this.type = OURS + type;
        this.method = method;
        this.body = body;
    }

    /// What a piece of that program gives back, by the name of its class, which has a constructor
    /// without arguments.
    String run(Class<? extends Callable<String>> piece) throws Exception {
        var constructor = loadClass(piece.getName()).getDeclaredConstructor();
        constructor.setAccessible(true);
        return String.valueOf(((Callable<?>) constructor.newInstance()).call());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        try (InputStream in = getParent().getResourceAsStream(file)) {
            if (in == null) throw new ClassNotFoundException(name);
            byte[] bytes = in.readAllBytes();
            if (name.equals(type)) bytes = broken(bytes);
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private byte[] broken(byte[] bytes) {
        MethodTransform other =
                (builder, element) -> {
                    if (element instanceof CodeModel) builder.withCode(body);
                    else builder.with(element);
                };
        ClassFile file = ClassFile.of();
        return file.transformClass(
                file.parse(bytes),
                ClassTransform.transformingMethods(
                        each -> each.methodName().equalsString(method), other));
    }
}
