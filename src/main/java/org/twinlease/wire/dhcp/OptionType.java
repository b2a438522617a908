package org.twinlease.wire.dhcp;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The DHCPv4 options that dhcpd has built in, one row each: code, name as dhcpd.conf spells it,
/// and the shape of the value as a format string. Codec, configuration reader, labels and reference
/// page read these rows. Format letters: I IPv4, 6 IPv6, l s b signed and L S B unsigned 32, 16, 8
/// bit, T seconds, f flag, t text, X string or octets, d domain name, D domain list (c:
/// compressed), Z empty, E.. encapsulated space, A the whole repeats, a the last field repeats, o
/// the last field is optional (`spec/dhcp-options.json`).
public enum OptionType {
    /// Subnet Mask (RFC 2132).
    SUBNET_MASK(1, "subnet-mask", "I"),
    /// Time Offset (RFC 2132).
    TIME_OFFSET(2, "time-offset", "l"),
    /// Router (RFC 2132).
    ROUTERS(3, "routers", "IA"),
    /// Time Server (RFC 2132).
    TIME_SERVERS(4, "time-servers", "IA"),
    /// Name Server (RFC 2132).
    IEN116_NAME_SERVERS(5, "ien116-name-servers", "IA"),
    /// Domain Server (RFC 2132).
    DOMAIN_NAME_SERVERS(6, "domain-name-servers", "IA"),
    /// Log Server (RFC 2132).
    LOG_SERVERS(7, "log-servers", "IA"),
    /// Quotes Server (RFC 2132).
    COOKIE_SERVERS(8, "cookie-servers", "IA"),
    /// LPR Server (RFC 2132).
    LPR_SERVERS(9, "lpr-servers", "IA"),
    /// Impress Server (RFC 2132).
    IMPRESS_SERVERS(10, "impress-servers", "IA"),
    /// RLP Server (RFC 2132).
    RESOURCE_LOCATION_SERVERS(11, "resource-location-servers", "IA"),
    /// Hostname (RFC 2132).
    HOST_NAME(12, "host-name", "t"),
    /// Boot File Size (RFC 2132).
    BOOT_SIZE(13, "boot-size", "S"),
    /// Merit Dump File (RFC 2132).
    MERIT_DUMP(14, "merit-dump", "t"),
    /// Domain Name (RFC 2132).
    DOMAIN_NAME(15, "domain-name", "t"),
    /// Swap Server (RFC 2132).
    SWAP_SERVER(16, "swap-server", "I"),
    /// Root Path (RFC 2132).
    ROOT_PATH(17, "root-path", "t"),
    /// Extension File (RFC 2132).
    EXTENSIONS_PATH(18, "extensions-path", "t"),
    /// Forward On/Off (RFC 2132).
    IP_FORWARDING(19, "ip-forwarding", "f"),
    /// SrcRte On/Off (RFC 2132).
    NON_LOCAL_SOURCE_ROUTING(20, "non-local-source-routing", "f"),
    /// Policy Filter (RFC 2132).
    POLICY_FILTER(21, "policy-filter", "IIA"),
    /// Max DG Assembly (RFC 2132).
    MAX_DGRAM_REASSEMBLY(22, "max-dgram-reassembly", "S"),
    /// Default IP TTL (RFC 2132).
    DEFAULT_IP_TTL(23, "default-ip-ttl", "B"),
    /// MTU Timeout (RFC 2132).
    PATH_MTU_AGING_TIMEOUT(24, "path-mtu-aging-timeout", "L"),
    /// MTU Plateau (RFC 2132).
    PATH_MTU_PLATEAU_TABLE(25, "path-mtu-plateau-table", "SA"),
    /// MTU Interface (RFC 2132).
    INTERFACE_MTU(26, "interface-mtu", "S"),
    /// MTU Subnet (RFC 2132).
    ALL_SUBNETS_LOCAL(27, "all-subnets-local", "f"),
    /// Broadcast Address (RFC 2132).
    BROADCAST_ADDRESS(28, "broadcast-address", "I"),
    /// Mask Discovery (RFC 2132).
    PERFORM_MASK_DISCOVERY(29, "perform-mask-discovery", "f"),
    /// Mask Supplier (RFC 2132).
    MASK_SUPPLIER(30, "mask-supplier", "f"),
    /// Router Discovery (RFC 2132).
    ROUTER_DISCOVERY(31, "router-discovery", "f"),
    /// Router Request (RFC 2132).
    ROUTER_SOLICITATION_ADDRESS(32, "router-solicitation-address", "I"),
    /// Static Route (RFC 2132).
    STATIC_ROUTES(33, "static-routes", "IIA"),
    /// Trailers (RFC 2132).
    TRAILER_ENCAPSULATION(34, "trailer-encapsulation", "f"),
    /// ARP Timeout (RFC 2132).
    ARP_CACHE_TIMEOUT(35, "arp-cache-timeout", "L"),
    /// Ethernet (RFC 2132).
    IEEE802_3_ENCAPSULATION(36, "ieee802-3-encapsulation", "f"),
    /// Default TCP TTL (RFC 2132).
    DEFAULT_TCP_TTL(37, "default-tcp-ttl", "B"),
    /// Keepalive Time (RFC 2132).
    TCP_KEEPALIVE_INTERVAL(38, "tcp-keepalive-interval", "L"),
    /// Keepalive Data (RFC 2132).
    TCP_KEEPALIVE_GARBAGE(39, "tcp-keepalive-garbage", "f"),
    /// NIS Domain (RFC 2132).
    NIS_DOMAIN(40, "nis-domain", "t"),
    /// NIS Servers (RFC 2132).
    NIS_SERVERS(41, "nis-servers", "IA"),
    /// NTP Servers (RFC 2132).
    NTP_SERVERS(42, "ntp-servers", "IA"),
    /// Vendor Specific (RFC 2132).
    VENDOR_ENCAPSULATED_OPTIONS(43, "vendor-encapsulated-options", "E."),
    /// NETBIOS Name Srv (RFC 2132).
    NETBIOS_NAME_SERVERS(44, "netbios-name-servers", "IA"),
    /// NETBIOS Dist Srv (RFC 2132).
    NETBIOS_DD_SERVER(45, "netbios-dd-server", "IA"),
    /// NETBIOS Node Type (RFC 2132).
    NETBIOS_NODE_TYPE(46, "netbios-node-type", "B"),
    /// NETBIOS Scope (RFC 2132).
    NETBIOS_SCOPE(47, "netbios-scope", "t"),
    /// X Window Font (RFC 2132).
    FONT_SERVERS(48, "font-servers", "IA"),
    /// X Window Manager (RFC 2132).
    X_DISPLAY_MANAGER(49, "x-display-manager", "IA"),
    /// Address Request (RFC 2132).
    DHCP_REQUESTED_ADDRESS(50, "dhcp-requested-address", "I"),
    /// Address Time (RFC 2132).
    DHCP_LEASE_TIME(51, "dhcp-lease-time", "L"),
    /// Overload (RFC 2132).
    DHCP_OPTION_OVERLOAD(52, "dhcp-option-overload", "B"),
    /// DHCP Msg Type (RFC 2132).
    DHCP_MESSAGE_TYPE(53, "dhcp-message-type", "B"),
    /// DHCP Server Id (RFC 2132).
    DHCP_SERVER_IDENTIFIER(54, "dhcp-server-identifier", "I"),
    /// Parameter List (RFC 2132).
    DHCP_PARAMETER_REQUEST_LIST(55, "dhcp-parameter-request-list", "BA"),
    /// DHCP Message (RFC 2132).
    DHCP_MESSAGE(56, "dhcp-message", "t"),
    /// DHCP Max Msg Size (RFC 2132).
    DHCP_MAX_MESSAGE_SIZE(57, "dhcp-max-message-size", "S"),
    /// Renewal Time (RFC 2132).
    DHCP_RENEWAL_TIME(58, "dhcp-renewal-time", "L"),
    /// Rebinding Time (RFC 2132).
    DHCP_REBINDING_TIME(59, "dhcp-rebinding-time", "L"),
    /// Class Id (RFC 2132).
    VENDOR_CLASS_IDENTIFIER(60, "vendor-class-identifier", "X"),
    /// Client Id (RFC 2132).
    DHCP_CLIENT_IDENTIFIER(61, "dhcp-client-identifier", "X"),
    /// NetWare/IP Domain (RFC 2242).
    NWIP_DOMAIN(62, "nwip-domain", "t"),
    /// NetWare/IP Option (RFC 2242).
    NWIP_SUBOPTIONS(63, "nwip-suboptions", "Enwip."),
    /// NIS-Domain-Name (RFC 2132).
    NISPLUS_DOMAIN(64, "nisplus-domain", "t"),
    /// NIS-Server-Addr (RFC 2132).
    NISPLUS_SERVERS(65, "nisplus-servers", "IA"),
    /// Server-Name (RFC 2132).
    TFTP_SERVER_NAME(66, "tftp-server-name", "t"),
    /// Bootfile-Name (RFC 2132).
    BOOTFILE_NAME(67, "bootfile-name", "t"),
    /// Home-Agent-Addrs (RFC 2132).
    MOBILE_IP_HOME_AGENT(68, "mobile-ip-home-agent", "IA"),
    /// SMTP-Server (RFC 2132).
    SMTP_SERVER(69, "smtp-server", "IA"),
    /// POP3-Server (RFC 2132).
    POP_SERVER(70, "pop-server", "IA"),
    /// NNTP-Server (RFC 2132).
    NNTP_SERVER(71, "nntp-server", "IA"),
    /// WWW-Server (RFC 2132).
    WWW_SERVER(72, "www-server", "IA"),
    /// Finger-Server (RFC 2132).
    FINGER_SERVER(73, "finger-server", "IA"),
    /// IRC-Server (RFC 2132).
    IRC_SERVER(74, "irc-server", "IA"),
    /// StreetTalk-Server (RFC 2132).
    STREETTALK_SERVER(75, "streettalk-server", "IA"),
    /// STDA-Server (RFC 2132).
    STREETTALK_DIRECTORY_ASSISTANCE_SERVER(76, "streettalk-directory-assistance-server", "IA"),
    /// User-Class (RFC 3004).
    USER_CLASS(77, "user-class", "t"),
    /// Directory Agent (RFC 2610).
    SLP_DIRECTORY_AGENT(78, "slp-directory-agent", "fIa"),
    /// Service Scope (RFC 2610).
    SLP_SERVICE_SCOPE(79, "slp-service-scope", "fto"),
    /// Client FQDN (RFC 4702).
    FQDN(81, "fqdn", "Efqdn."),
    /// Relay Agent Information (RFC 3046).
    RELAY_AGENT_INFORMATION(82, "relay-agent-information", "Eagent."),
    /// NDS Servers (RFC 2241).
    NDS_SERVERS(85, "nds-servers", "IA"),
    /// NDS Tree Name (RFC 2241).
    NDS_TREE_NAME(86, "nds-tree-name", "t"),
    /// NDS Context (RFC 2241).
    NDS_CONTEXT(87, "nds-context", "t"),
    /// BCMCS Controller Domain Name list (RFC 4280).
    BCMS_CONTROLLER_NAMES(88, "bcms-controller-names", "D"),
    /// BCMCS Controller IPv4 address option (RFC 4280).
    BCMS_CONTROLLER_ADDRESS(89, "bcms-controller-address", "Ia"),
    /// client-last-transaction-time option (RFC 4388).
    CLIENT_LAST_TRANSACTION_TIME(91, "client-last-transaction-time", "L"),
    /// associated-ip option (RFC 4388).
    ASSOCIATED_IP(92, "associated-ip", "Ia"),
    /// Client System (RFC 4578).
    PXE_SYSTEM_TYPE(93, "pxe-system-type", "Sa"),
    /// Client NDI (RFC 4578).
    PXE_INTERFACE_ID(94, "pxe-interface-id", "BBB"),
    /// UUID/GUID (RFC 4578).
    PXE_CLIENT_ID(97, "pxe-client-id", "BX"),
    /// User-Auth (RFC 2485).
    UAP_SERVERS(98, "uap-servers", "t"),
    /// GEOCONF_CIVIC (RFC 4776).
    GEOCONF_CIVIC(99, "geoconf-civic", "X"),
    /// PCode (RFC 4833).
    PCODE(100, "pcode", "t"),
    /// TCode (RFC 4833).
    TCODE(101, "tcode", "t"),
    /// IPv6-Only Preferred (RFC 8925).
    V6_ONLY_PREFERRED(108, "v6-only-preferred", "L"),
    /// Netinfo Address (RFC 3679).
    NETINFO_SERVER_ADDRESS(112, "netinfo-server-address", "Ia"),
    /// Netinfo Tag (RFC 3679).
    NETINFO_SERVER_TAG(113, "netinfo-server-tag", "t"),
    /// DHCP Captive-Portal (formerly URL) (RFC 8910).
    DEFAULT_URL(114, "default-url", "t"),
    /// Auto-Config (RFC 2563).
    AUTO_CONFIG(116, "auto-config", "B"),
    /// Name Service Search (RFC 2937).
    NAME_SERVICE_SEARCH(117, "name-service-search", "Sa"),
    /// Subnet Selection Option (RFC 3011).
    SUBNET_SELECTION(118, "subnet-selection", "I"),
    /// Domain Search (RFC 3397).
    DOMAIN_SEARCH(119, "domain-search", "Dc"),
    /// V-I Vendor Class (RFC 3925).
    VIVCO(124, "vivco", "Evendor-class."),
    /// V-I Vendor-Specific Information (RFC 3925).
    VIVSO(125, "vivso", "Evendor."),
    /// OPTION_PANA_AGENT (RFC 5192).
    PANA_AGENT(136, "pana-agent", "Ia"),
    /// OPTION_V4_LOST (RFC 5223).
    V4_LOST(137, "v4-lost", "d"),
    /// OPTION_CAPWAP_AC_V4 (RFC 5417).
    CAPWAP_AC_V4(138, "capwap-ac-v4", "Ia"),
    /// SIP UA Configuration Service Domains (RFC 6011).
    SIP_UA_CS_DOMAINS(141, "sip-ua-cs-domains", "Dc"),
    /// OPTION-IPv4_Address-ANDSF (RFC 6153).
    IPV4_ADDRESS_ANDSF(142, "ipv4-address-andsf", "IA"),
    /// RDNSS Selection (RFC 6731).
    RDNSS_SELECTION(146, "rdnss-selection", "BIID"),
    /// TFTP server address (RFC 5859).
    TFTP_SERVER_ADDRESS(150, "tftp-server-address", "Ia"),
    /// OPTION_V4_PORTPARAMS (RFC 7618).
    V4_PORTPARAMS(159, "v4-portparams", "BBS"),
    /// DHCP Captive-Portal (RFC 7710 code, now unassigned) (RFC 7710).
    V4_CAPTIVE_PORTAL(160, "v4-captive-portal", "t"),
    /// Configuration File (RFC 5071).
    LOADER_CONFIGFILE(209, "loader-configfile", "t"),
    /// Path Prefix (RFC 5071).
    LOADER_PATHPREFIX(210, "loader-pathprefix", "t"),
    /// Reboot Time (RFC 5071).
    LOADER_REBOOTTIME(211, "loader-reboottime", "L"),
    /// OPTION_6RD (RFC 5969).
    OPTION_6RD(212, "option-6rd", "BB6Ia"),
    /// OPTION_V4_ACCESS_DOMAIN (RFC 5986).
    V4_ACCESS_DOMAIN(213, "v4-access-domain", "d");

    private static final @Nullable OptionType[] BY_CODE = new OptionType[256];
    private static final Map<String, OptionType> BY_NAME = new HashMap<>();

    static {
        for (OptionType type : values()) {
            BY_CODE[type.code] = type;
            BY_NAME.put(type.word, type);
        }
    }

    private final int code;
    private final String word;
    private final String format;

    OptionType(int code, String word, String format) {
        this.code = code;
        this.word = word;
        this.format = format;
    }

    /// The option of a code, null where dhcpd has no name for it.
    public static @Nullable OptionType of(int code) {
        return code < 0 || code > 255 ? null : BY_CODE[code];
    }

    /// The option of a name, in any case.
    public static @Nullable OptionType named(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    /// The option's number, 1 to 254.
    public int code() {
        return code;
    }

    /// The name as dhcpd.conf spells it.
    public String word() {
        return word;
    }

    /// The shape of the value, see the type's comment.
    public String format() {
        return format;
    }
}
