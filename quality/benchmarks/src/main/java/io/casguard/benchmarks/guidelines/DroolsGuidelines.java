package io.casguard.benchmarks.guidelines;

import io.casguard.topology.DirectoryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.Message;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.StatelessKieSession;

/// The ten guidelines in Drools: executable model, stateless session, flat facts with what a
/// constraint asks already in a field, so that nothing is computed while it matches.
///
/// The facts stand ready beside an organization, as the product's organization does.
public final class DroolsGuidelines {
  private static final String RULES = "io/casguard/benchmarks/guidelines/guidelines.drl";

  /// Kept here, since a logger that nobody holds forgets its level.
  private static final Logger LOGGER = Logger.getLogger("org.drools");

  private final KieBase rules;
  private final List<Object> facts;

  private DroolsGuidelines(KieBase rules, List<Object> facts) {
    this.rules = rules;
    this.facts = facts;
  }

  /// The rules, compiled, and an organization as facts.
  static DroolsGuidelines over(Estate estate) {
    return new DroolsGuidelines(compiled(), facts(estate));
  }

  /// What the ten guidelines find.
  List<Estate.Found> check() {
    var findings = new Findings(new ArrayList<>());
    StatelessKieSession session = rules.newStatelessKieSession();
    session.setGlobal("findings", findings);
    session.execute(facts);
    return findings.found();
  }

  private static KieBase compiled() {
    LOGGER.setLevel(Level.WARNING);
    // The compiler that comes with Drools cannot read classes of today's Java; that of the JDK can.
    System.setProperty("drools.dialect.java.compiler", "NATIVE");
    KieServices services = KieServices.Factory.get();
    KieBuilder builder =
        services.newKieBuilder(
            services
                .newKieFileSystem()
                .write(
                    services
                        .getResources()
                        .newClassPathResource(RULES)
                        .setResourceType(ResourceType.DRL)));
    builder.buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(builder.getResults().getMessages().toString());
    }
    return services.newKieContainer(services.getRepository().getDefaultReleaseId()).getKieBase();
  }

  private static List<Object> facts(Estate estate) {
    List<Object> facts = new ArrayList<>();
    for (Estate.Site site : estate.sites()) {
      facts.add(new SiteFact(site.id(), site.name(), site.internetFacing()));
      for (Estate.Server server : site.servers()) {
        facts.add(
            new ServerFact(
                server.id(),
                site.id(),
                server.fqdn(),
                server.mailbox2007(),
                server.clientAccess2007()));
        if (server.clientAccess2007()) {
          server.directories().forEach(directory -> facts.add(new DirectoryFact(directory)));
        }
      }
    }
    for (Estate.Name name : estate.names()) {
      name.servers().forEach(server -> facts.add(new BehindFact(server, name.formsAtPublisher())));
      facts.add(new CertificateFact(name.host(), name.certificate().contains(name.host())));
    }
    return facts;
  }

  /// What the rules found.
  public record Findings(List<Estate.Found> found) {
    /// A site departs.
    public void add(String guideline, SiteFact site) {
      found.add(new Estate.Found(guideline, site.getName()));
    }

    /// A directory departs.
    public void add(String guideline, DirectoryFact at) {
      found.add(new Estate.Found(guideline, at.identity()));
    }
  }

  /// A site.
  public static final class SiteFact {
    private final int id;
    private final String name;
    private final boolean internetFacing;

    SiteFact(int id, String name, boolean internetFacing) {
      this.id = id;
      this.name = name;
      this.internetFacing = internetFacing;
    }

    public int getId() {
      return id;
    }

    public String getName() {
      return name;
    }

    public boolean isInternetFacing() {
      return internetFacing;
    }
  }

  /// A server.
  public static final class ServerFact {
    private final int id;
    private final int site;
    private final String fqdn;
    private final boolean mailbox2007;
    private final boolean clientAccess2007;

    ServerFact(int id, int site, String fqdn, boolean mailbox2007, boolean clientAccess2007) {
      this.id = id;
      this.site = site;
      this.fqdn = fqdn;
      this.mailbox2007 = mailbox2007;
      this.clientAccess2007 = clientAccess2007;
    }

    public int getId() {
      return id;
    }

    public int getSite() {
      return site;
    }

    public String getFqdn() {
      return fqdn;
    }

    public boolean isMailbox2007() {
      return mailbox2007;
    }

    public boolean isClientAccess2007() {
      return clientAccess2007;
    }
  }

  /// A server behind a published name.
  public static final class BehindFact {
    private final int server;
    private final boolean form;

    BehindFact(int server, boolean form) {
      this.server = server;
      this.form = form;
    }

    public int getServer() {
      return server;
    }

    public boolean isForm() {
      return form;
    }
  }

  /// Whether the certificate of a published name covers it.
  public static final class CertificateFact {
    private final String host;
    private final boolean covers;

    CertificateFact(String host, boolean covers) {
      this.host = host;
      this.covers = covers;
    }

    public String getHost() {
      return host;
    }

    public boolean isCovers() {
      return covers;
    }
  }

  /// A virtual directory of a 2007 Client Access server.
  public static final class DirectoryFact {
    private final Estate.Directory directory;
    private final int server;
    private final int site;
    private final boolean owa;
    private final boolean activeSync;
    private final boolean webServices;
    private final boolean internet;
    private final boolean hop;
    private final String internalHost;
    private final boolean internalHttps;
    private final boolean internalPathRight;
    private final @Nullable String externalUrl;
    private final String externalHost;
    private final boolean externalHttps;
    private final boolean externalPublic;
    private final boolean externalPathRight;
    private final boolean windows;
    private final boolean integrated;
    private final boolean takesBasicWithoutForm;
    private final boolean redirects;

    DirectoryFact(Estate.Directory directory) {
      DirectoryKind kind = directory.kind();
      String internal = directory.internalUrl();
      String external = Objects.requireNonNullElse(directory.externalUrl(), "");
      this.directory = directory;
      server = directory.server();
      site = directory.site();
      owa = kind == DirectoryKind.OWA;
      activeSync = kind == DirectoryKind.ACTIVE_SYNC;
      webServices = kind == DirectoryKind.WEB_SERVICES;
      internet = kind != DirectoryKind.UNIFIED_MESSAGING;
      hop = owa || activeSync || webServices;
      internalHost = PlainGuidelines.host(internal);
      internalHttps = internal.startsWith("https://") || kind == DirectoryKind.OAB;
      internalPathRight = PlainGuidelines.path(internal).equalsIgnoreCase(kind.urlPath());
      externalUrl = directory.externalUrl();
      externalHost = external.isEmpty() ? "" : PlainGuidelines.host(external);
      externalHttps = external.startsWith("https://");
      externalPublic = PlainGuidelines.isPublic(externalHost);
      externalPathRight =
          !external.isEmpty() && PlainGuidelines.path(external).equalsIgnoreCase(kind.urlPath());
      windows = directory.windows();
      integrated = directory.windows() && !directory.forms();
      takesBasicWithoutForm = directory.basic() && !directory.forms();
      redirects = directory.redirects();
    }

    String identity() {
      return directory.identity();
    }

    public int getServer() {
      return server;
    }

    public int getSite() {
      return site;
    }

    public boolean isOwa() {
      return owa;
    }

    public boolean isActiveSync() {
      return activeSync;
    }

    public boolean isWebServices() {
      return webServices;
    }

    public boolean isInternet() {
      return internet;
    }

    public boolean isHop() {
      return hop;
    }

    public String getInternalHost() {
      return internalHost;
    }

    public boolean isInternalHttps() {
      return internalHttps;
    }

    public boolean isInternalPathRight() {
      return internalPathRight;
    }

    public @Nullable String getExternalUrl() {
      return externalUrl;
    }

    public String getExternalHost() {
      return externalHost;
    }

    public boolean isExternalHttps() {
      return externalHttps;
    }

    public boolean isExternalPublic() {
      return externalPublic;
    }

    public boolean isExternalPathRight() {
      return externalPathRight;
    }

    public boolean isWindows() {
      return windows;
    }

    public boolean isIntegrated() {
      return integrated;
    }

    public boolean isTakesBasicWithoutForm() {
      return takesBasicWithoutForm;
    }

    public boolean isRedirects() {
      return redirects;
    }
  }
}
