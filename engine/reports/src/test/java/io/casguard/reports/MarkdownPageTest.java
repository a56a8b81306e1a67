package io.casguard.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownPageTest {
  private static final Path CASES = Path.of("src/test/resources/CheckOutputsTest");
  private static final Pattern MORE = Pattern.compile("no room here for ([0-9,]+) more violations");

  static List<Path> cases() throws IOException {
    return CheckOutputsTest.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingOfATopologyBecomesALinkAMentionOrMarkup(Path at) throws IOException {
    // When
    Seen seen = Seen.in(CheckReport.markdown(CheckOutputsTest.reports(at)));

    // Then
    assertThat(seen.active).isEmpty();
    assertThat(seen.text.toString())
        .doesNotContain("@", "://", "www.")
        .doesNotContainPattern("#\\d");
  }

  @Test
  void namesAndFixesAreReadAsTheyWereWritten() throws IOException {
    // When
    Seen seen = Seen.in(CheckReport.markdown(CheckOutputsTest.reports(CASES.resolve("hostile"))));

    // Then
    assertThat(seen.headings)
        .startsWith(
            "contoso: 1 error",
            "<img src=x onerror=alert(1)> @everyone #1 [a](https://evil.example) | `x` ]]> {0} & \uFFFDevil");
    assertThat(seen.values).contains("<b>``` @ops\\owa ]]></failure> \"'`| \ud83d\ude00");
    assertThat(seen.blocks)
        .containsExactly(
            "Set-OwaVirtualDirectory '<b>``` @ops\\owa ]]></failure> \"''`| \ud83d\ude00' -FormsAuthentication $false -WindowsAuthentication $true\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain words, of people (and so on).",
        "- a list",
        "1. a list",
        "12) a list",
        "+ a list",
        "= x",
        "/close",
        "# a heading",
        "> a quote",
        "*a* _b_ ~c~ `d` ``e`` | f",
        "<script>alert(1)</script>",
        "&lt; &#64;",
        "a\\",
        "\\* \\",
        "![i](http://a.example) [l][r] [r]: x",
        "me@example.com",
        "http://a.example.",
        "WWW.a.example",
        "GH-1 a/b#2 !3 ~4 %5 &6 $7",
        "0123456789abcdef0123456789abcdef01234567",
        "$x$ {{y}} ^z^"
      })
  void aParagraphShowsItsTextAndDoesNothing(String text) {
    // When
    Seen seen = Seen.in(MarkdownText.escaped(text));
    Node only = Seen.PARSER.parse(MarkdownText.escaped(text)).getFirstChild();

    // Then
    assertThat(seen.active).isEmpty();
    assertThat(seen.headings).isEmpty();
    assertThat(only).isInstanceOf(org.commonmark.node.Paragraph.class);
    assertThat(shown(only)).isEqualTo(text);
  }

  @Test
  void controlCharactersAreReplacedAndLinesJoined() {
    assertThat(MarkdownText.escaped("a\u001b[31m\n\n/close")).isEqualTo("a\uFFFD\\[31m /close");
    assertThat(MarkdownText.code("a\nb\u202ec")).isEqualTo("`a b\uFFFDc`");
    assertThat(MarkdownText.block("", List.of("a\n```\nb")))
        .isEqualTo("````\na\uFFFD```\uFFFDb\n````");
  }

  @Test
  void aPageThatIsTooLongSaysWhatItLeavesOut() {
    // Given
    int sites = 700;
    String manifest =
        IntStream.range(0, sites)
            .mapToObj(
                "    site-%03d: {internetFacing: false, servers: {MBX-%1$03d: {roles: [Mailbox]}}}"
                    ::formatted)
            .collect(
                Collectors.joining(
                    "\n",
                    """
                    apiVersion: casguard.io/v1
                    kind: Topology
                    metadata: {name: contoso}
                    spec:
                      sites:
                    """,
                    "\n"));

    // When
    String page = CheckReport.markdown(CheckOutputsTest.reports(manifest));

    // Then
    MatchResult more = MORE.matcher(page).results().toList().getFirst();
    int told =
        Pattern.compile("\\*\\*warning CAP-101|\\*\\*error CAP-101")
            .matcher(page)
            .results()
            .toList()
            .size();
    assertThat(page)
        .startsWith("# contoso: 700 errors")
        .hasSizeLessThanOrEqualTo(MarkdownCut.LIMIT);
    assertThat(page.length()).isGreaterThan(MarkdownCut.LIMIT - 2_000);
    assertThat(told + Integer.parseInt(more.group(1).replace(",", ""))).isEqualTo(sites);
  }

  private static String shown(Node paragraph) {
    StringBuilder shown = new StringBuilder();
    for (Node part = paragraph.getFirstChild(); part != null; part = part.getNext()) {
      shown.append(
          part instanceof Text words
              ? words.getLiteral()
              : part instanceof Code code ? code.getLiteral() : part.toString());
    }
    return shown.toString();
  }
}
