package io.casguard.formats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The YAML documents of one file, built from parser events without recursion, so that no nesting
/// can exhaust the stack.
final class YamlDocuments {
  /// A list or map whose end has not been read yet.
  private static final class Open {
    final Position at;
    final boolean mapping;
    final Optional<Anchor> anchor;
    final List<YamlNode> items = new ArrayList<>();
    final List<YamlNode.Entry> entries = new ArrayList<>();
    final Set<String> keys = new HashSet<>();
    YamlNode.@Nullable Scalar key;
    boolean again;
    int size = 1;

    Open(Position at, boolean mapping, Optional<Anchor> anchor) {
      this.at = at;
      this.mapping = mapping;
      this.anchor = anchor;
    }
  }

  /// A document, and what of its text is not allowed.
  record YamlDocument(YamlNode root, List<Problem> problems) {}

  private static final int LONGEST_KEY = 500;
  private static final int CHARACTERS_OF_A_PART = 100;

  private record Anchored(YamlNode node, int size) {}

  private final SourceFile file;
  private final Limits limits;
  private final Problems problems;
  private final List<YamlDocument> documents = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private List<Problem> ofThisDocument = new ArrayList<>();
  private int aliases;
  private long aliasedParts;

  private YamlDocuments(SourceFile file, Limits limits, Problems problems) {
    this.file = file;
    this.limits = limits;
    this.problems = problems;
  }

  /// The documents of a file that could be read, each with what is wrong in it; what ends the
  /// reading is added to the problems.
  static List<YamlDocument> read(SourceFile file, Limits limits, Problems problems) {
    YamlDocuments documents = new YamlDocuments(file, limits, problems);
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file.name())
            .setCodePointLimit(Integer.MAX_VALUE)
            .setUseMarks(true)
            .build();
    String text = file.withoutMark();
    OptionalInt half = unpairedSurrogate(text);
    if (half.isPresent()) {
      documents.lose(
          documents.position(half.getAsInt()),
          "not text: half a character (an unpaired surrogate)");
      return documents.documents;
    }
    try {
      for (Event event : new Parse(settings).parseReader(new WholeCharacters(text))) {
        if (!documents.take(event)) {
          break;
        }
      }
    } catch (MarkedYamlEngineException malformed) {
      documents.lose(
          malformed.getProblemMark().map(documents::position).orElseGet(documents::start),
          "not YAML: " + oneLine(malformed.getProblem()));
    } catch (ReaderException malformed) {
      documents.lose(
          documents.position(malformed.getPosition()),
          String.format("not YAML: the character U+%04X is not allowed", malformed.getCodePoint()));
    } catch (YamlEngineException malformed) {
      documents.lose(documents.start(), "not YAML: " + oneLine(malformed.getMessage()));
    }
    return documents.documents;
  }

  /// The offset in code points of half a character.
  private static OptionalInt unpairedSurrogate(String text) {
    int offset = 0;
    for (int at = 0; at < text.length(); offset++) {
      int point = text.codePointAt(at);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        return OptionalInt.of(offset);
      }
      at += Character.charCount(point);
    }
    return OptionalInt.empty();
  }

  /// Takes one event; false where the rest of the file must not be read.
  private boolean take(Event event) {
    Position at = event.getStartMark().map(this::position).orElseGet(this::start);
    return switch (event) {
      case DocumentStartEvent _ -> startDocument();
      case ScalarEvent scalar -> scalar(scalar, at);
      case CollectionStartEvent collection -> startCollection(collection, at);
      case CollectionEndEvent _ -> endCollection();
      case AliasEvent alias -> alias(alias, at);
      default -> true; // the ends of streams, documents and comments carry nothing
    };
  }

  private boolean startDocument() {
    anchors.clear();
    aliases = 0;
    aliasedParts = 0;
    ofThisDocument = new ArrayList<>();
    return true;
  }

  private boolean scalar(ScalarEvent event, Position at) {
    refuseTag(event.getTag(), at);
    YamlNode.Scalar node =
        new YamlNode.Scalar(at, event.getValue(), event.getScalarStyle() == ScalarStyle.PLAIN);
    int size = 1 + event.getValue().length() / CHARACTERS_OF_A_PART;
    anchor(event.getAnchor(), node, size);
    add(node, size, at);
    return true;
  }

  private boolean startCollection(CollectionStartEvent event, Position at) {
    refuseTag(event.getTag(), at);
    if (open.size() >= limits.levels()) {
      lose(at, "more than " + limits.levels() + " levels of nesting");
      return false;
    }
    open.push(new Open(at, event instanceof MappingStartEvent, event.getAnchor()));
    return true;
  }

  private boolean endCollection() {
    Open closed = open.pop();
    YamlNode node =
        closed.mapping
            ? new YamlNode.Mapping(closed.at, List.copyOf(closed.entries))
            : new YamlNode.Sequence(closed.at, List.copyOf(closed.items));
    anchor(closed.anchor, node, closed.size);
    add(node, closed.size, closed.at);
    return true;
  }

  private boolean alias(AliasEvent event, Position at) {
    aliases++;
    if (aliases > limits.aliases()) {
      lose(at, "more than " + limits.aliases() + " aliases in one document");
      return false;
    }
    Anchored anchored = anchors.get(event.getAlias());
    if (anchored == null) {
      problem(at, "the alias stands for nothing that was anchored before it");
      add(new YamlNode.Scalar(at, "", true), 1, at);
      return true;
    }
    aliasedParts += anchored.size();
    if (aliasedParts > limits.aliasedParts()) {
      lose(at, "the aliases stand for more than " + limits.aliasedParts() + " parts");
      return false;
    }
    add(anchored.node(), anchored.size(), at);
    return true;
  }

  private void add(YamlNode node, int size, Position at) {
    Open parent = open.peek();
    if (parent == null) {
      documents.add(new YamlDocument(node, ofThisDocument));
      return;
    }
    parent.size += size;
    if (!parent.mapping) {
      parent.items.add(node);
    } else if (parent.key == null) {
      parent.key = key(parent, node, at);
    } else {
      parent.entries.add(
          new YamlNode.Entry(parent.key.at(), parent.key.text(), node, parent.again));
      parent.key = null;
    }
  }

  private YamlNode.Scalar key(Open parent, YamlNode node, Position at) {
    parent.again = false;
    if (!(node instanceof YamlNode.Scalar scalar)) {
      problem(at, "a key must be a word, not " + node.title());
      return new YamlNode.Scalar(at, "?", true);
    }
    if (scalar.text().length() > LONGEST_KEY) {
      problem(at, "a key longer than " + LONGEST_KEY + " characters");
      return new YamlNode.Scalar(at, Problem.shortened(scalar.text()), true);
    }
    parent.again = !parent.keys.add(scalar.text());
    if (parent.again) {
      problem(at, "the key " + scalar.text() + " stands twice in this map");
    }
    return scalar;
  }

  private void anchor(Optional<Anchor> anchor, YamlNode node, int size) {
    anchor.ifPresent(name -> anchors.put(name, new Anchored(node, size)));
  }

  private void refuseTag(Optional<String> tag, Position at) {
    tag.ifPresent(name -> problem(at, "tags are not allowed: remove " + Problem.shortened(name)));
  }

  private Position position(Mark mark) {
    return new Position(file.name(), mark.getLine() + 1, mark.getColumn() + 1);
  }

  /// The place of the character at an offset, counted in code points.
  private Position position(int offset) {
    int[] before = file.withoutMark().codePoints().limit(offset).toArray();
    int line = 1;
    int column = 1;
    for (int point : before) {
      column = point == '\n' ? 1 : column + 1;
      line = point == '\n' ? line + 1 : line;
    }
    return new Position(file.name(), line, column);
  }

  private Position start() {
    return new Position(file.name(), 1, 1);
  }

  private void problem(Position at, String message) {
    ofThisDocument.add(new Problem(at, "", message));
  }

  private void lose(Position at, String message) {
    problems.addLosing(at, message);
  }

  private static String oneLine(@Nullable String message) {
    return message == null
        ? "unreadable"
        : message.lines().findFirst().map(Problem::shortened).orElse("unreadable");
  }
}
