package dev.retort.processor.entity;

import dev.retort.processor.unit.Resource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/** A file of the compilation as class loaders show files, without a handle on the jar it came from. */
final class InMemoryUrl extends URLStreamHandler {
    private final Resource resource;

    private InMemoryUrl(Resource resource) {
        this.resource = resource;
    }

    static URL of(Resource resource) {
        try {
            return new URL(null, "retort:" + resource.place(), new InMemoryUrl(resource));
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected URLConnection openConnection(URL url) {
        return new URLConnection(url) {
            @Override
            public void connect() {
                // The content is here.
            }

            @Override
            public InputStream getInputStream() throws IOException {
                return new ByteArrayInputStream(resource.content());
            }
        };
    }
}
