package org.fram.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// XML parts of a package as small trees, read one child of the body at a time, so that a document of
/// thousands of pages needs the memory of its longest table. What was read can be written again without a
/// loss.
final class Xml {

    /*
     * Names are compared in the form "w:p", with one fixed prefix per namespace, whatever prefix the file uses and
     * whether it is a transitional or a strict document. The file's own names are kept for writing.
     *
     * Elements are counted in document order from 1. The count is the same in each pass over the same part, and so it
     * serves as an address of an element from one pass to the next.
     */

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
            Map.entry("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
            Map.entry("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"),
            Map.entry("http://purl.oclc.org/ooxml/officeDocument/relationships", "r"),
            Map.entry("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
            Map.entry("http://schemas.openxmlformats.org/officeDocument/2006/math", "m"),
            Map.entry("http://purl.oclc.org/ooxml/officeDocument/math", "m"),
            Map.entry("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"),
            Map.entry("http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"),
            Map.entry("http://schemas.openxmlformats.org/package/2006/relationships", "rel"),
            Map.entry("http://schemas.openxmlformats.org/package/2006/content-types", "ct"),
            Map.entry("http://www.w3.org/XML/1998/namespace", "xml"));

    private Xml() {}

    /// What stands in an element: elements and texts, and what is only carried along.
    sealed interface Node permits Element, Text, Other {}

    /// Character data.
    static final class Text implements Node {
        String value;

        Text(String value) {
            this.value = value;
        }
    }

    /// A comment or processing instruction, as it is written.
    record Other(String markup) implements Node {}

    /// An attribute, or the declaration of a namespace.
    ///
    /// @param name to compare ("w:val")
    /// @param written as the file has it
    record Attribute(String name, String written, String value) {}

    /// An element with all that is in it.
    static final class Element implements Node {
        final String name;
        final String written;
        final int ordinal;
        final List<Attribute> attributes;
        final List<Node> children = new ArrayList<>();

        Element(String name, String written, int ordinal, List<Attribute> attributes) {
            this.name = name;
            this.written = written;
            this.ordinal = ordinal;
            this.attributes = attributes;
        }

        boolean is(String other) {
            return name.equals(other);
        }

        /// The child elements, in order.
        List<Element> elements() {
            List<Element> elements = new ArrayList<>(children.size());
            for (Node child : children) {
                if (child instanceof Element element) {
                    elements.add(element);
                }
            }
            return elements;
        }

        /// The first child element of that name, or null.
        @Nullable
        Element child(String childName) {
            for (Node child : children) {
                if (child instanceof Element element && element.is(childName)) {
                    return element;
                }
            }
            return null;
        }

        /// The element at the end of a path of first children, or null.
        @Nullable
        Element path(String... names) {
            Element element = this;
            for (String next : names) {
                Element child = element.child(next);
                if (child == null) {
                    return null;
                }
                element = child;
            }
            return element;
        }

        /// The value of an attribute, or null.
        @Nullable
        String attribute(String attributeName) {
            for (Attribute attribute : attributes) {
                if (attribute.name.equals(attributeName)) {
                    return attribute.value;
                }
            }
            return null;
        }

        /// The value of an attribute, or what to take instead.
        String attribute(String attributeName, String otherwise) {
            String value = attribute(attributeName);
            return value == null ? otherwise : value;
        }

        /// `w:val` of a child, or null where there is no such child or it has none.
        @Nullable
        String value(String childName) {
            Element child = child(childName);
            return child == null ? null : child.attribute("w:val");
        }

        /// Whether a property is switched on, off, or not mentioned (null).
        @Nullable
        Boolean toggle(String childName) {
            Element child = child(childName);
            if (child == null) {
                return null;
            }
            return switch (child.attribute("w:val", "true")) {
                case "0", "false", "off", "none" -> false;
                default -> true;
            };
        }

        /// All text in it.
        String text() {
            StringBuilder text = new StringBuilder();
            for (Node child : children) {
                switch (child) {
                    case Text piece -> text.append(piece.value);
                    case Element element -> text.append(element.text());
                    case Other _ -> {}
                }
            }
            return text.toString();
        }
    }

    /// An element of the given name, to be put into a tree.
    static Element element(String written, String... attributeNamesAndValues) {
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < attributeNamesAndValues.length; i += 2) {
            String name = attributeNamesAndValues[i];
            attributes.add(new Attribute(name, name, attributeNamesAndValues[i + 1]));
        }
        return new Element(written, written, 0, attributes);
    }

    /// A document type declaration was met: it may name external entities or blow itself up, so nothing is
    /// read.
    static final class DoctypeException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// Reads a part as a whole.
    static Element read(InputStream in) throws XMLStreamException, DoctypeException {
        List<Element> roots = new ArrayList<>(1);
        walk(in, List.of(), roots::add, null);
        return roots.getFirst();
    }

    /// Hands over each child of the element at the end of a path (from the root), one at a time.
    static void forEach(InputStream in, List<String> path, Consumer<Element> child)
            throws XMLStreamException, DoctypeException {
        walk(in, path, child, null);
    }

    /// Copies a part; each child of the element at the end of the path may be changed on the way.
    static void copy(InputStream in, List<String> path, Consumer<Element> change, Writer out)
            throws XMLStreamException, DoctypeException {
        walk(in, path, change, out);
    }

    private static void walk(InputStream in, List<String> path, Consumer<Element> consumer, @Nullable Writer out)
            throws XMLStreamException, DoctypeException {
        XMLStreamReader reader = factory().createXMLStreamReader(in);
        try {
            int[] count = {0};
            int depth = 0;
            List<Element> open = new ArrayList<>();
            List<Attribute> scope = List.of();
            if (out != null) {
                out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
            }
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw new DoctypeException();
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (depth < path.size()
                                && open.size() == depth
                                && name(reader).equals(path.get(depth))) {
                            Element start = start(reader, count);
                            open.add(start);
                            depth++;
                            if (out != null) {
                                writeStart(start, scope, out);
                                out.write('>');
                                scope = scope(scope, start);
                            }
                        } else {
                            Element tree = tree(reader, count);
                            if (depth == path.size()) {
                                consumer.accept(tree);
                            }
                            if (out != null) {
                                write(tree, scope, out);
                            }
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        Element end = open.removeLast();
                        depth--;
                        if (out != null) {
                            out.write("</" + end.written + ">");
                        }
                    }
                    case XMLStreamConstants.END_DOCUMENT -> {}
                    default -> {
                        Node node = other(reader);
                        if (out != null && node != null && !(open.isEmpty() && node instanceof Text)) {
                            write(node, scope, out);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new XMLStreamException(e);
        } finally {
            reader.close();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static Element tree(XMLStreamReader reader, int[] count) throws XMLStreamException, DoctypeException {
        Element root = start(reader, count);
        List<Element> open = new ArrayList<>();
        open.add(root);
        while (!open.isEmpty()) {
            Element parent = open.getLast();
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw new DoctypeException();
                case XMLStreamConstants.START_ELEMENT -> {
                    Element element = start(reader, count);
                    parent.children.add(element);
                    open.add(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                default -> {
                    Node node = other(reader);
                    if (node != null) {
                        parent.children.add(node);
                    }
                }
            }
        }
        return root;
    }

    private static @Nullable Node other(XMLStreamReader reader) {
        return switch (reader.getEventType()) {
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                new Text(reader.getText());
            case XMLStreamConstants.COMMENT -> new Other("<!--" + reader.getText() + "-->");
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                new Other("<?" + reader.getPITarget() + " " + reader.getPIData() + "?>");
            default -> null;
        };
    }

    private static Element start(XMLStreamReader reader, int[] count) {
        List<Attribute> attributes = new ArrayList<>(reader.getNamespaceCount() + reader.getAttributeCount());
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            String uri = reader.getNamespaceURI(i);
            String written = prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
            attributes.add(new Attribute(written, written, uri == null ? "" : uri));
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String local = reader.getAttributeLocalName(i);
            attributes.add(new Attribute(
                    name(reader.getAttributeNamespace(i), reader.getAttributePrefix(i), local),
                    written(reader.getAttributePrefix(i), local),
                    reader.getAttributeValue(i)));
        }
        return new Element(name(reader), written(reader.getPrefix(), reader.getLocalName()), ++count[0], attributes);
    }

    private static String name(XMLStreamReader reader) {
        return name(reader.getNamespaceURI(), reader.getPrefix(), reader.getLocalName());
    }

    private static String name(@Nullable String uri, @Nullable String prefix, String local) {
        if (uri == null || uri.isEmpty()) {
            return local;
        }
        String known = PREFIXES.get(uri);
        return (known != null ? known : "{" + prefix + "}") + ":" + local;
    }

    private static String written(@Nullable String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    /// Writes a tree as XML.
    static void write(Node node, Writer out) throws IOException {
        write(node, List.of(), out);
    }

    /// @param scope the declarations of namespaces that hold around the node
    private static void write(Node node, List<Attribute> scope, Writer out) throws IOException {
        switch (node) {
            case Text text -> escape(text.value, false, out);
            case Other other -> out.write(other.markup);
            case Element element -> {
                writeStart(element, scope, out);
                if (element.children.isEmpty()) {
                    out.write("/>");
                } else {
                    out.write('>');
                    List<Attribute> within = scope(scope, element);
                    for (Node child : element.children) {
                        write(child, within, out);
                    }
                    out.write("</" + element.written + ">");
                }
            }
        }
    }

    /// The declarations that hold within an element.
    private static List<Attribute> scope(List<Attribute> around, Element element) {
        List<Attribute> own = element.attributes.stream()
                .filter(attribute -> attribute.name.startsWith("xmlns"))
                .toList();
        if (own.isEmpty()) {
            return around;
        }
        List<Attribute> within = new ArrayList<>(own);
        for (Attribute attribute : around) {
            if (own.stream().noneMatch(nearer -> nearer.name.equals(attribute.name))) {
                within.add(attribute);
            }
        }
        return within;
    }

    private static void writeStart(Element element, List<Attribute> scope, Writer out) throws IOException {
        out.write('<');
        out.write(element.written);
        for (Attribute attribute : element.attributes) {
            if (element.ordinal == 0 && scope.contains(attribute)) {
                // An element that was put in declares its namespace, which mostly holds there anyway.
                continue;
            }
            out.write(' ');
            out.write(attribute.written);
            out.write("=\"");
            escape(attribute.value, true, out);
            out.write('"');
        }
    }

    private static void escape(String value, boolean attribute, Writer out) throws IOException {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '\r' -> out.write("&#13;");
                case '"' -> out.write(attribute ? "&quot;" : "\"");
                case '\n' -> out.write(attribute ? "&#10;" : "\n");
                case '\t' -> out.write(attribute ? "&#9;" : "\t");
                default -> out.write(c);
            }
        }
    }
}
