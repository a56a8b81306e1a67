package io.casguard.reports;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// What a page shows to a reader who knows Markdown with tables and automatic links.
final class Seen extends AbstractVisitor {
  static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(AutolinkExtension.create(), TablesExtension.create()))
          .build();

  final List<String> active = new ArrayList<>();
  final List<String> headings = new ArrayList<>();
  final List<String> values = new ArrayList<>();
  final List<String> blocks = new ArrayList<>();
  final StringBuilder text = new StringBuilder();

  static Seen in(String markdown) {
    Seen seen = new Seen();
    PARSER.parse(markdown).accept(seen);
    return seen;
  }

  @Override
  public void visit(Link link) {
    active.add(link.getDestination());
  }

  @Override
  public void visit(Image image) {
    active.add(image.getDestination());
  }

  @Override
  public void visit(HtmlInline html) {
    active.add(html.getLiteral());
  }

  @Override
  public void visit(HtmlBlock html) {
    active.add(html.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    active.add(code.getLiteral());
  }

  @Override
  public void visit(Heading heading) {
    StringBuilder title = new StringBuilder();
    for (Node part = heading.getFirstChild(); part != null; part = part.getNext()) {
      title.append(
          part instanceof Text words
              ? words.getLiteral()
              : part instanceof Code code ? code.getLiteral() : part.toString());
    }
    headings.add(title.toString());
    visitChildren(heading);
  }

  @Override
  public void visit(Code code) {
    values.add(code.getLiteral());
  }

  @Override
  public void visit(FencedCodeBlock code) {
    blocks.add(code.getLiteral());
  }

  @Override
  public void visit(Text words) {
    text.append(words.getLiteral()).append('\n');
  }
}
