package io.casguard.formats.shell;

import io.casguard.formats.Position;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads what `Export-Clixml` writes, one object at a time.
///
/// Nothing in the file is ever made into an object of the program: serialized blobs are passed
/// over, types are words. A DTD is refused. Source: specification 4.4.
final class ClixmlReader {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /// How many earlier objects a `Ref` can still reach; the shell's refer to the one just before.
  private static final int REMEMBERED = 20_000;

  private static final Set<String> SCALARS =
      Set.of(
          "S", "B", "URI", "I32", "I64", "I16", "U16", "U32", "U64", "By", "SB", "Db", "Sg", "D",
          "DT", "TS", "G", "C", "Version", "XD", "SBK", "BA", "SS");

  /// What one object may hold altogether, in characters; an element counts like a short text.
  private static final int LARGEST_OBJECT = 32 << 20;

  private static final int CHARACTERS_OF_AN_ELEMENT = 40;

  /// Values longer than this are not kept for a later `Ref`.
  private static final int LONGEST_REMEMBERED = 4_096;

  private static final int MOST_TYPES = 10_000;

  private static final String NAMED = "DistinguishedName";

  /// What remoting adds to every object.
  private static final Set<String> NOTES =
      Set.of("PSComputerName", "RunspaceId", "PSShowComputerName", "SerializationData");

  /// An element that is not closed yet.
  private static final class Node {
    final String element;
    final String name;
    final int line;
    final StringBuilder text = new StringBuilder();
    final List<Node> items = new ArrayList<>();
    final Map<String, ShellProperty> properties = new LinkedHashMap<>();
    String refId = "";
    String type = "";
    boolean isList;
    @Nullable Node toText;
    @Nullable ShellValue primitive;
    ShellValue value = new ShellValue.Nothing();

    Node(String element, String name, int line) {
      this.element = element;
      this.name = name;
      this.line = line;
    }
  }

  private final String file;
  private final Reader text;
  private final ExportLimits limits;
  private final Optional<Cmdlet> hint;
  private final Sink sink;
  private final Deque<Node> open = new ArrayDeque<>();
  private int size;
  private final Map<String, String> types = new HashMap<>();
  private final Map<String, ShellValue> remembered =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ShellValue> eldest) {
          return size() > REMEMBERED;
        }
      };

  ClixmlReader(String file, Reader text, ExportLimits limits, Optional<Cmdlet> hint, Sink sink) {
    this.file = file;
    this.text = text;
    this.limits = limits;
    this.hint = hint;
    this.sink = sink;
  }

  /// Reads to the end.
  void read() throws IOException {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(text);
      while (xml.hasNext()) {
        event(xml, xml.next());
      }
    } catch (XMLStreamException malformed) {
      if (malformed.getNestedException() instanceof IOException failed) {
        throw failed;
      }
      int line =
          Optional.ofNullable(malformed.getLocation()).map(Location::getLineNumber).orElse(1);
      throw new Malformed(file, line, "no CLIXML: " + oneLine(malformed.getMessage()));
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (_, _, _, _) -> {
          throw new XMLStreamException("it refers to something outside");
        });
    return factory;
  }

  private void event(XMLStreamReader xml, int event) throws Malformed {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(xml);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          characters(xml);
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new Malformed(
              file,
              line(xml),
              "a document type declaration, which Export-Clixml never writes: refused");
      default -> {} // comments and instructions carry nothing
    }
  }

  private void start(XMLStreamReader xml) throws Malformed {
    if (open.size() >= limits.levels()) {
      throw new Malformed(file, line(xml), "more than " + limits.levels() + " levels of nesting");
    }
    String element = xml.getLocalName();
    if (open.isEmpty() && !element.equals("Objs")) {
      throw new Malformed(
          file,
          line(xml),
          "no CLIXML: the outermost element is not Objs but " + shortened(element));
    }
    String name = Optional.ofNullable(xml.getAttributeValue(null, "N")).orElse("");
    size = open.size() == 1 ? 0 : size;
    grow(CHARACTERS_OF_AN_ELEMENT + name.length(), line(xml));
    Node node = new Node(element, name, line(xml));
    node.refId = Optional.ofNullable(xml.getAttributeValue(null, "RefId")).orElse("");
    open.push(node);
  }

  private void characters(XMLStreamReader xml) throws Malformed {
    Node node = open.peek();
    if (node == null || (xml.isWhiteSpace() && !node.element.equals("S"))) {
      return;
    }
    if (node.element.equals("BA")) {
      return; // a serialized blob, never looked at
    }
    grow(xml.getTextLength(), line(xml));
    if (node.text.length() + xml.getTextLength() > limits.value()) {
      throw new Malformed(file, line(xml), "a value longer than " + limits.value() + " characters");
    }
    node.text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  private void grow(int by, int line) throws Malformed {
    size += by;
    if (size > LARGEST_OBJECT) {
      throw new Malformed(file, line, "an object of more than " + LARGEST_OBJECT + " characters");
    }
  }

  private void end() throws Malformed {
    Node node = open.pop();
    Node parent = open.peek();
    if (parent == null) {
      return;
    }
    if (open.size() == 1) {
      root(node);
      return;
    }
    switch (node.element) {
      case "T" -> parent.type = parent.type.isEmpty() ? limited(node.text) : parent.type;
      case "TN" -> {
        if (types.size() >= MOST_TYPES) {
          throw new Malformed(file, node.line, "more than " + MOST_TYPES + " types");
        }
        types.put(node.refId, node.type);
        parent.type = node.type;
      }
      case "TNRef" -> parent.type = types.getOrDefault(node.refId, "");
      case "ToString" -> parent.toText = node;
      case "Props", "MS" -> parent.properties.putAll(node.properties);
      case "LST", "IE", "QUE", "STK" -> {
        parent.isList = true;
        parent.items.addAll(node.items);
      }
      case "DCT" -> parent.primitive = new ShellValue.Unreadable("a dictionary");
      default -> child(parent, node);
    }
  }

  /// A value below another element: a property, an item of a list, or the value of an enum.
  private void child(Node parent, Node node) throws Malformed {
    node.value = value(node);
    switch (parent.element) {
      case "Props", "MS" -> {
        if (parent.properties.size() >= limits.properties()) {
          throw new Malformed(
              file, node.line, "an object with more than " + limits.properties() + " properties");
        }
        if (!NOTES.contains(node.name)) {
          String name = unescaped(node.name);
          parent.properties.put(
              name, new ShellProperty(name, node.value, new Position(file, node.line, 1)));
        }
      }
      case "LST", "IE", "QUE", "STK" -> parent.items.add(emptied(node));
      default -> parent.primitive = node.value;
    }
  }

  /// An item of a list, without what made its value.
  private static Node emptied(Node node) {
    node.items.clear();
    node.properties.clear();
    return node;
  }

  private void root(Node node) throws Malformed {
    if (!node.element.equals("Obj")) {
      return; // a value that stands alone belongs to no cmdlet that is read
    }
    finishObject(node);
    if (!node.properties.isEmpty()) {
      sink.object(
          ShellObject.of(
              node.type,
              hint,
              new Position(file, node.line, 1),
              List.copyOf(node.properties.values())));
    }
  }

  private ShellValue value(Node node) {
    if (node.element.equals("Nil")) {
      return new ShellValue.Nothing();
    }
    if (node.element.equals("Ref")) {
      return remembered.getOrDefault(
          node.refId, new ShellValue.Unreadable("it refers to an object that is not in the file"));
    }
    return node.element.equals("Obj") ? finishObject(node) : scalar(node);
  }

  private ShellValue finishObject(Node node) {
    ShellValue value = objectValue(node);
    if (!node.refId.isEmpty()) {
      remembered.put(node.refId, rememberable(value));
    }
    return value;
  }

  private static ShellValue rememberable(ShellValue value) {
    int length =
        switch (value) {
          case ShellValue.Text(String text) -> text.length();
          case ShellValue.Listed(List<String> items, _) ->
              items.stream().mapToInt(String::length).sum() + items.size();
          case ShellValue.Nothing _, ShellValue.Wrapped _, ShellValue.Unreadable _ -> 0;
        };
    return length > LONGEST_REMEMBERED
        ? new ShellValue.Unreadable("it refers to a value that is too long to be kept")
        : value;
  }

  private static String limited(StringBuilder type) {
    return type.substring(0, Math.min(type.length(), 300));
  }

  private static ShellValue scalar(Node node) {
    return switch (node.element) {
      case "B" -> ShellValue.of(node.text.toString().strip());
      case "BA" -> new ShellValue.Unreadable("bytes");
      default ->
          SCALARS.contains(node.element)
              ? ShellValue.of(unescaped(node.text.toString()).strip())
              : new ShellValue.Unreadable("an element " + shortened(node.element));
    };
  }

  /// A list is its items, a version its numbers, anything else what the shell would print for it.
  private static ShellValue objectValue(Node node) {
    if (node.isList) {
      return list(node.items);
    }
    Optional<String> version = version(node.properties);
    if (version.isPresent()) {
      return new ShellValue.Text(version.get());
    }
    Node toText = node.toText;
    if (toText != null && !(toText.text.isEmpty() && node.properties.containsKey(NAMED))) {
      return ShellValue.of(unescaped(toText.text.toString()).strip());
    }
    ShellValue primitive = node.primitive;
    if (primitive != null) {
      return primitive;
    }
    return Optional.ofNullable(node.properties.get(NAMED))
        .map(ShellProperty::value)
        .orElseGet(() -> new ShellValue.Unreadable("an object that the export did not go into"));
  }

  private static ShellValue list(List<Node> items) {
    List<String> texts = new ArrayList<>();
    boolean whole = true;
    for (Node item : items) {
      if (item.value instanceof ShellValue.Text(String text)) {
        texts.add(text);
      } else {
        whole &= item.value instanceof ShellValue.Nothing;
      }
    }
    return texts.isEmpty() && whole
        ? new ShellValue.Nothing()
        : new ShellValue.Listed(texts, whole);
  }

  private static Optional<String> version(Map<String, ShellProperty> properties) {
    List<String> numbers = new ArrayList<>();
    for (String part : List.of("Major", "Minor", "Build", "Revision")) {
      if (properties.get(part) instanceof ShellProperty(_, ShellValue.Text(String number), _)) {
        numbers.add(number);
      }
    }
    return numbers.size() == 4 ? Optional.of(String.join(".", numbers)) : Optional.empty();
  }

  /// What the shell writes for characters that XML has no place for.
  private static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    Matcher escape = ESCAPE.matcher(text);
    StringBuilder plain = new StringBuilder();
    while (escape.find()) {
      char character = (char) Integer.parseInt(escape.group(1), 16);
      escape.appendReplacement(plain, Matcher.quoteReplacement(String.valueOf(character)));
    }
    return escape.appendTail(plain).toString();
  }

  private static int line(XMLStreamReader xml) {
    return xml.getLocation().getLineNumber();
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private static String oneLine(@Nullable String message) {
    String last = Optional.ofNullable(message).orElse("").lines().reduce((_, it) -> it).orElse("");
    return shortened(last.replaceFirst("^Message: ", ""));
  }
}
