package io.casguard.guidelines;

import io.casguard.topology.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Every guideline, in the order of their numbers: the door of this module.
public final class Catalog {
  private static final List<Rule> RULES =
      List.of(
          new EveryMailboxSiteHasAServer(),
          new PublishedServerHasItsExternalUrl(),
          new ProxyTargetAcceptsIntegrated(),
          new ProxiedSitePublishesNoOwaUrl(),
          new InternalUrlNamesItsOwnServer(),
          new RedirectionStaysOn(),
          new LegacyBackEndShowsNoForm(),
          new OnlyThePublisherShowsTheForm(),
          new ChangesHadTimeToReplicate(),
          new ProxiedSitePublishesNothingElse(),
          new EachInternetSiteHasItsOwnUrl(),
          new MailProtocolsAreOfferedInTheSite(),
          new OnlyOwaIsMeantToBeRedirected(),
          new OutlookAnywhereReachesTheMailboxes(),
          new ProxiedSiteTakesWebServicesAndDevices(),
          new RedirectedSiteStillTakesProxying(),
          new NoOtherSiteHasTheSameHost(),
          new ServersOfASitePublishTheSame(),
          new InternetServerPublishesAllProtocols(),
          new InternetServerIsAsNewAsItsTargets(),
          new WebServicesNameTheirOwnServer(),
          new PasswordsTravelEncrypted(),
          new FormsAndIntegratedExclude(),
          new DevicesCanLogOn(),
          new DevicesAreOfferedWhatTheyKnow(),
          new NobodyEntersAnonymously(),
          new EveryServerIsFoundByAutodiscover(),
          new AutodiscoverAddressIsOfTheSite(),
          new SitesWithoutAServerAreInAScope(),
          new ScopesNameDeclaredSites(),
          new ServerBeside2010HasServicePack2(),
          new DevicesFindASiteThatPublishesNothing(),
          new EachInternetSiteHasOutlookAnywhere(),
          new OutlookAnywhereHasAPublicName(),
          new OutlookAnywhereKeepsItsSsl(),
          new OutlookAnywhereHasOneMethod(),
          new AddressBookAddressFitsItsSsl(),
          new ActiveSyncUrlHasItsPath(),
          new LegacyBackEndLetsDevicesIn(),
          new LegacyPathsArePublished(),
          new LegacyIsProxiedByAServerOfItsOwn(),
          new BareUserNamesHaveADomain(),
          new NoHostOf2010IsUsedBy2007(),
          new ProxyTargetsAreTrustedWhereTrustIsAsked(),
          new ScopesNameTheSitesOfTheirServers(),
          new OffloadingIsKnownToOwa(),
          new OneNameLeadsToOneSite(),
          new BalancedServersKeepTheirClients(),
          new OutlookFindsTheNameItExpects(),
          new LegacyPublicFoldersNeedNoSsl(),
          new NewerServerHoldsTheOlderFolders());

  private static final List<Retired> RETIRED = List.of();

  /// A number that was used once and is never used again.
  ///
  /// @param why where its sentence went: "merged into CAP-104"
  public record Retired(String number, String why) {}

  private Catalog() {}

  /// Every guideline.
  public static List<Guideline> guidelines() {
    return RULES.stream().map(Rule::guideline).toList();
  }

  /// The numbers that are no longer used.
  public static List<Retired> retired() {
    return RETIRED;
  }

  /// What the guidelines say of an organization. The same organization always gives the same
  /// findings in the same order.
  public static Findings check(Organization organization) {
    return check(organization, List.of());
  }

  /// What the guidelines say of an organization, with rules of another module among them, which
  /// take their place in precedence and order like any other.
  public static Findings check(Organization organization, List<Rule> more) {
    return check(organization, Stream.concat(RULES.stream(), more.stream()));
  }

  /// What some of the guidelines say of an organization, by their numbers, as if there were no
  /// others: precedence holds among them.
  public static Findings check(Organization organization, Set<String> numbers) {
    return check(
        organization, RULES.stream().filter(rule -> numbers.contains(rule.guideline().number())));
  }

  private static Findings check(Organization organization, Stream<Rule> rules) {
    List<Verdict> all = new ArrayList<>();
    rules.forEach(rule -> rule.check(organization).forEach(all::add));
    return new Findings(List.of()).with(Precedence.apply(organization, all));
  }

  static List<Rule> rules() {
    return RULES;
  }
}
