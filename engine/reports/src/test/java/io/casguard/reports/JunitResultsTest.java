package io.casguard.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.guidelines.Severity;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitResultsTest {
  private static final Path CASES = Path.of("src/test/resources/CheckOutputsTest");

  static List<Path> cases() throws IOException {
    return CheckOutputsTest.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aReaderCountsWhatTheSuitesSay(Path at) throws Exception {
    // When
    Document read =
        read(CheckReport.junit(CheckOutputsTest.reports(at), Severity.WARNING, "topology/"));

    // Then
    for (Element suite : elements(read.getDocumentElement(), "testsuite")) {
      assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
      assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
      assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
      assertThat(suite.getAttribute("errors")).isEqualTo("0");
      assertThat(elements(suite, "testcase"))
          .as("no two cases have one name")
          .extracting(one -> one.getAttribute("classname") + " " + one.getAttribute("name"))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aNameIsReadAsItWasWritten() throws Exception {
    // When
    Document read =
        read(
            CheckReport.junit(
                CheckOutputsTest.reports(CASES.resolve("hostile")), Severity.ERROR, ""));

    // Then
    assertThat(elements(read.getDocumentElement(), "testcase"))
        .extracting(one -> one.getAttribute("name"))
        .contains("CAP-103 at <b>``` @ops\\owa ]]></failure> \"'`| \ud83d\ude00");
  }

  @Test
  void aQuestionFailsOnlyWhereItsSeverityDoes() throws Exception {
    // Given
    List<CheckReport> reports = CheckOutputsTest.reports(CASES.resolve("several"));

    // When
    Document strict = read(CheckReport.junit(reports, Severity.INFO, ""));
    Document usual = read(CheckReport.junit(reports, Severity.ERROR, ""));

    // Then
    assertThat(count(strict.getDocumentElement(), "failure")).isEqualTo("4");
    assertThat(count(usual.getDocumentElement(), "failure")).isEqualTo("3");
    assertThat(elements(usual.getDocumentElement(), "system-out"))
        .extracting(Element::getTextContent)
        .singleElement()
        .asString()
        .contains("asks    CAP-104  YRK-CAS1");
  }

  @Test
  void whatABaselineHoldsDoesNotFail() throws Exception {
    // Given
    CheckReport all = CheckOutputsTest.reports(CASES.resolve("several")).getFirst();

    // When
    Document read =
        read(CheckReport.junit(List.of(CheckOutputsTest.known(all)), Severity.ERROR, ""));

    // Then
    assertThat(count(read.getDocumentElement(), "failure")).isEqualTo("2");
    assertThat(count(read.getDocumentElement(), "system-out")).isEqualTo("2");
  }

  @Test
  void charactersThatXmlCannotHoldAreReplaced() {
    assertThat(Xml.escaped("a\u0000\u001b\uFFFF\uD800b")).isEqualTo("a\uFFFD\uFFFD\uFFFD\uFFFDb");
    assertThat(Xml.escaped("]]>&\"<\t\r\n")).isEqualTo("]]&gt;&amp;&quot;&lt;&#9;&#13;&#10;");
    assertThat(Xml.lines("one <\ntwo")).isEqualTo("one &lt;\ntwo\n");
  }

  private static Document read(String xml)
      throws ParserConfigurationException, IOException, SAXException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static String count(Element within, String name) {
    return Integer.toString(elements(within, name).size());
  }

  private static List<Element> elements(Element within, String name) {
    NodeList found = within.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(at -> (Element) found.item(at)).toList();
  }
}
