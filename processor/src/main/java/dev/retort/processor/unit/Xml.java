package dev.retort.processor.unit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML for its elements and their lines. Nothing outside the file is opened. */
final class Xml {

    private Xml() {}

    /** @throws SAXParseException where the file is not well-formed */
    static void read(Resource resource, Handler handler) throws SAXParseException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.newSAXParser().parse(new ByteArrayInputStream(resource.content()), handler);
        } catch (SAXParseException notWellFormed) {
            throw notWellFormed;
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Elements with their text. */
    abstract static class Handler extends DefaultHandler {
        private final Deque<StringBuilder> texts = new ArrayDeque<>();
        private @Nullable Locator locator;

        abstract void start(String element, Attributes attributes);

        abstract void end(String element, String text);

        final int line() {
            return locator == null ? 0 : locator.getLineNumber();
        }

        @Override
        public final void setDocumentLocator(Locator known) {
            locator = known;
        }

        @Override
        public final void startElement(String uri, String localName, String qName, Attributes attributes) {
            texts.push(new StringBuilder());
            start(localName, attributes);
        }

        @Override
        public final void characters(char[] text, int start, int length) {
            if (!texts.isEmpty()) {
                texts.element().append(text, start, length);
            }
        }

        @Override
        public final void endElement(String uri, String localName, String qName) {
            end(localName, texts.pop().toString().strip());
        }

        @Override
        public final InputSource resolveEntity(String publicId, String systemId) {
            return new InputSource(new StringReader(""));
        }

        @Override
        public final void fatalError(SAXParseException notWellFormed) throws SAXParseException {
            throw notWellFormed;
        }
    }
}
