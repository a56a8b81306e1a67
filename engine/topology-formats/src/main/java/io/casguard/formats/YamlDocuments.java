package io.casguard.formats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The YAML documents of one file, built from parser events without recursion, so that no nesting can exhaust the stack.
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
    int size = 1;

    Open(Position at, boolean mapping, Optional<Anchor> anchor) {
      this.at = at;
      this.mapping = mapping;
      this.anchor = anchor;
    }
  }

  private record Anchored(YamlNode node, int size) {}

  private final SourceFile file;
  private final Limits limits;
  private final List<Problem> problems;
  private final List<YamlNode> documents = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private int aliases;

  private YamlDocuments(SourceFile file, Limits limits, List<Problem> problems) {
    this.file = file;
    this.limits = limits;
    this.problems = problems;
  }

  /// The documents of a file that could be read; what could not is added to the problems.
  static List<YamlNode> read(SourceFile file, Limits limits, List<Problem> problems) {
    YamlDocuments documents = new YamlDocuments(file, limits, problems);
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file.name())
            .setCodePointLimit(Integer.MAX_VALUE)
            .setUseMarks(true)
            .build();
    try {
      for (Event event : new Parse(settings).parseString(file.text())) {
        if (!documents.take(event)) {
          break;
        }
      }
    } catch (MarkedYamlEngineException malformed) {
      documents.problem(
          malformed.getProblemMark().map(documents::position).orElseGet(documents::start),
          "not YAML: " + oneLine(malformed.getProblem()));
    } catch (YamlEngineException malformed) {
      documents.problem(documents.start(), "not YAML: " + oneLine(malformed.getMessage()));
    }
    return documents.documents;
  }

  /// Takes one event; false where the rest of the file must not be read.
  private boolean take(Event event) {
    Position at = event.getStartMark().map(this::position).orElseGet(this::start);
    switch (event.getEventId()) {
      case DocumentStart -> {
        anchors.clear();
        aliases = 0;
      }
      case Scalar -> {
        ScalarEvent scalar = (ScalarEvent) event;
        refuseTag(scalar.getTag(), at);
        YamlNode.Scalar node =
            new YamlNode.Scalar(
                at, scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN);
        anchor(scalar.getAnchor(), node, 1);
        return add(node, 1, at);
      }
      case SequenceStart, MappingStart -> {
        CollectionStartEvent start = (CollectionStartEvent) event;
        refuseTag(start.getTag(), at);
        if (open.size() >= limits.levels()) {
          problem(at, "more than " + limits.levels() + " levels of nesting");
          return false;
        }
        open.push(
            new Open(at, event.getEventId() == Event.ID.MappingStart, ((NodeEvent) event).getAnchor()));
      }
      case SequenceEnd, MappingEnd -> {
        Open closed = open.pop();
        YamlNode node =
            closed.mapping
                ? new YamlNode.Mapping(closed.at, List.copyOf(closed.entries))
                : new YamlNode.Sequence(closed.at, List.copyOf(closed.items));
        anchor(closed.anchor, node, closed.size);
        return add(node, closed.size, closed.at);
      }
      case Alias -> {
        aliases++;
        if (aliases > limits.aliases()) {
          problem(at, "more than " + limits.aliases() + " aliases in one document");
          return false;
        }
        Anchored anchored = anchors.get(((AliasEvent) event).getAlias());
        if (anchored == null) {
          problem(at, "the alias stands for nothing that was anchored before it");
          return add(new YamlNode.Scalar(at, "", true), 1, at);
        }
        return add(anchored.node(), anchored.size(), at);
      }
      default -> {
        // the ends of streams, documents and comments carry nothing
      }
    }
    return true;
  }

  private boolean add(YamlNode node, int size, Position at) {
    Open parent = open.peek();
    if (parent == null) {
      documents.add(node);
      return true;
    }
    if ((long) parent.size + size > limits.nodes()) {
      problem(at, "more than " + limits.nodes() + " parts once aliases are written out");
      return false;
    }
    parent.size += size;
    if (!parent.mapping) {
      parent.items.add(node);
    } else if (parent.key == null) {
      parent.key = key(parent, node, at);
    } else {
      parent.entries.add(new YamlNode.Entry(parent.key.at(), parent.key.text(), node));
      parent.key = null;
    }
    return true;
  }

  private YamlNode.Scalar key(Open parent, YamlNode node, Position at) {
    if (!(node instanceof YamlNode.Scalar scalar)) {
      problem(at, "a key must be a word, not " + node.title());
      return new YamlNode.Scalar(at, "?", true);
    }
    if (!parent.keys.add(scalar.text())) {
      problem(at, "the key " + scalar.text() + " stands twice in this map");
    }
    return scalar;
  }

  private void anchor(Optional<Anchor> anchor, YamlNode node, int size) {
    anchor.ifPresent(name -> anchors.put(name, new Anchored(node, size)));
  }

  private void refuseTag(Optional<String> tag, Position at) {
    tag.filter(name -> !name.equals("!"))
        .ifPresent(name -> problem(at, "tags are not allowed: remove " + name));
  }

  private Position position(Mark mark) {
    return new Position(file.name(), mark.getLine() + 1, mark.getColumn() + 1);
  }

  private Position start() {
    return new Position(file.name(), 1, 1);
  }

  private void problem(Position at, String message) {
    problems.add(new Problem(at, "", message));
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
  }
}
