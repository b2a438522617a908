package org.twinlease.cli.lines;

import org.twinlease.config.Problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What ISC dhcpd says of a problem (`spec/dhcpd-conf.md` appendix B), for people and scripts that
/// know its words. What they name is taken from this program's own sentence. A problem that dhcpd
/// has no words for keeps ours.
public final class DhcpdWords {

    /// Code, what to look for in the sentence (a dot for nothing), dhcpd's words. Of several rows
    /// for a code the first that fits counts.
    private static final String TABLE =
            """
            semicolon-expected | . | semicolon expected.
            unknown-statement | . | semicolon expected.
            value-expected | . | semicolon expected.
            address-expected | the end of the file | unexpected end of file
            address-expected | host name, found '(.)' | $1 (%d): expecting IP address or hostname
            address-expected | . | expecting numeric value.
            address-too-short | . | too few numbers.
            hba-length | . | too few numbers.
            statement-expected | . | expecting a parameter or declaration
            empty-statement | . | expecting a parameter or declaration
            stray-right-brace | . | expecting a declaration
            mark-at-end-of-group | . | expecting a parameter or declaration
            else-without-if | . | expecting a parameter or declaration
            name-expected | name for the host | expecting a name for host declaration.
            name-expected | name of a host | expecting a name for host declaration.
            name-expected | name of an option | expecting identifier after option keyword.
            name-expected | name for the network | expecting a name for shared-network
            name-expected | algorithm | expecting key algorithm name.
            name-expected | key | expecting key name.
            name-expected | found '(.)' | $1 (%d): expecting IP address or hostname
            left-brace-expected | . | expecting left brace.
            if-parenthesis | . | left brace expected.
            unexpected-end | . | unexpected end of file
            unknown-option | option (\\S+) in the space (\\S+)\\.$ | unknown option $2.$1
            unknown-option | option (\\S+)\\.$ | unknown option dhcp.$1
            unknown-option-space | named (\\S+) is | no option space named $1.
            illegal-option-code | . | Option codes 0 and 255 are illegal in the dhcp space.
            option-code-expected | . | expecting option code number.
            definition-scoped | An option space | option space definitions may not be scoped.
            definition-scoped | . | option definitions may not be scoped.
            unknown-type | found '(.+)'\\. | unknown data type $1
            bad-width | Codes cannot be (\\d+) | invalid code width ($1), expecting a 1, 2 or 4.
            bad-width | Lengths cannot be (\\d+) | invalid length width ($1) expecting 1 or 2.
            bad-width | of (\\d+) bits | $1 bit precision is not supported.
            nested-array | . | no nested arrays.
            array-of-text | . | arrays of text strings not yet supported.
            text-not-last | . | text must be at end of record.
            width-expected | . | expecting width token.
            size-expected | . | expecting size token.
            of-expected | . | expecting "of".
            equals-expected | . | expecting "="
            number-out-of-range | (-?\\w+) is out of range; the limit is -?(\\d+) | $1 exceeds max ($2) for precision.
            number-expected | . | expecting number.
            octets-expected | string or | expecting string or hexadecimal data.
            octets-expected | . | expecting numeric value.
            string-expected | file name | filename string expected.
            string-expected | . | expecting string.
            boolean-expected | found '[0-9(){}=,.:;"] | expecting identifier.
            boolean-expected | . | expecting boolean.
            unknown-value | . | unknown value
            domain-string-expected | . | Expecting a domain string.
            netmask-expected | . | Expecting netmask
            subnet-mask-mismatch | number (\\S+) has bits outside its netmask (\\S+)\\.$ | subnet $1 netmask $2: bad subnet number/mask combination.
            address-declared-twice | address (\\S+) is | lease $1 is declared twice!
            range-outside-subnet | address (\\S+) is not | bad range, address $1 not in subnet
            range-outside-network | . | address range not on network
            pool-without-range | . | Pool declaration with no address range.
            range-too-large | range (\\S+) (\\S+) has | $1-$2 is an overly large address range.
            network-without-name | . | zero-length shared network name
            limit-negative | . | no memory for billed leases.
            duid-type-expected | . | DUID type of LLT, EN, or LL expected
            host-identifier-expected | . | host-identifier must be an option or v6relopt
            shared-network-empty | . | empty shared-network decl
            two-interfaces | . | A subnet or shared network can't be connected to two interfaces.
            permit-expected | 'clients' | expecting "clients"
            permit-expected | . | expecting permit type.
            duplicate-after | . | duplicate "after" clause.
            allow-key-expected | . | expecting allow/deny key
            assertion-expected | . | expecting assertion
            duplicate-host | host (\\S+) is | host $1: already exists
            hardware-twice | host (\\S+) has | Host $1 hardware address already configured.
            fixed-address-twice | . | Only one fixed address declaration per host.
            hardware-address-too-long | . | hardware address too long
            hardware-type-expected | . | expecting a network hardware type
            unknown-group | group (\\S+) is | unknown group $1
            class-name-expected | . | Expecting class name
            unknown-class | class "(.*)" is | no class named $1
            match-twice | 'match if' | A class may only have one 'match if' clause.
            match-twice | . | can't override existing submatch/spawn.
            match-in-subclass | . | invalid match in subclass.
            limit-expected | . | expecting "limit"
            not-allowed-here | the body of | right brace expected.
            not-allowed-here | 'range' | range declaration not allowed here.
            not-allowed-here | 'pool' cannot stand in a pool | pool declared within pool.
            not-allowed-here | 'pool' | pool declared outside of network
            not-allowed-here | 'subnet' | subnet declarations not allowed here.
            not-allowed-here | 'shared-network' | shared-network parameters not allowed here.
            not-allowed-here | 'host' | host declarations not allowed here.
            not-allowed-here | 'group' | group declarations not allowed here.
            not-allowed-here | class' | class declarations not allowed here.
            not-allowed-here | 'hardware' | hardware address parameter not allowed here.
            not-allowed-here | 'fixed-address' | fixed-address parameter not allowed here.
            not-allowed-here | 'authoritative' | authority makes no sense here.
            not-allowed-here | 'failover' | failover peers may only be defined in shared-network
            not-allowed-here | . | expecting a parameter or declaration
            expression-expected | . | expecting data expression.
            operand-expected | . | expecting right-hand side.
            operator-expected | '!' | ! in boolean context without =
            operator-expected | . | expecting ~= or ~~ operator
            comma-expected | . | comma expected.
            parenthesis-expected | '\\(' | left parenthesis expected.
            parenthesis-expected | . | right parenthesis expected.
            colon-expected | . | colon expected.
            wrong-type | Expected a condition | Expecting a boolean expression.
            wrong-type | Expected a number | Expecting a numeric expression.
            wrong-type | . | Expecting a data expression.
            wrong-operand | needs a number | expecting numeric expressions
            wrong-operand | needs a condition | expecting boolean expressions
            wrong-operand | . | expecting data/numeric expression
            types-differ | . | illegal expression relating different types
            not-needs-parentheses | . | boolean expression expected
            variable-expected | ^'?(.*?)'? cannot | $1 can't be a variable name
            case-outside-switch | . | case statement in inappropriate scope.
            default-outside-switch | . | switch default statement in inappropriate scope.
            event-expected | . | expecting a lease event type
            string-not-closed | . | eof in string constant
            string-too-long | . | string constant larger than internal buffer
            whitespace-too-long | . | whitespace too long, buffer overflow.
            key-statement-expected | . | expecting right brace.
            zone-statement-expected | . | expecting right brace.
            zone-two-primaries | . | more than one primary.
            unknown-key | key (\\S+) is | unknown key $1
            dhcpv6-statement | . | subnet6 statement is only supported in DHCPv6 mode.
            failover-statement-expected | . | invalid statement in peer declaration
            failover-peer-expected | . | expecting "peer"
            failover-peer-twice | peer "(.*)" is | redeclaration of failover peer $1
            failover-state-expected | . | unknown failover state
            unknown-failover-peer | peer "(.*)" is | failover peer $1: not found
            failover-no-peer-address | . | peer address may not be omitted
            failover-no-split | . | primary failover server must have hba or split.
            failover-no-mclt | . | primary failover server must have mclt.
            failover-secondary-split | . | secondary may not define load balance settings.
            failover-dynamic-bootp | . | dynamic-bootp flag is not permitted for address
            split-out-of-range | . | split must be between 0 and 256, inclusive
            ddns-ad-hoc | . | ddns-update-style ad_hoc no longer supported
            include-not-readable | file (\\S+) cannot | Can't open $1: No such file or directory
            file-not-readable | file (\\S+) cannot | Can't open $1: No such file or directory
            """;

    private record Row(Pattern look, String words) {}

    private static final Map<String, List<Row>> ROWS = rows();
    private static final Pattern BAD_NUMBER =
            Pattern.compile("In (\\S+) the '(.)' is no digit of base (\\d+)");

    private DhcpdWords() {}

    private static Map<String, List<Row>> rows() {
        Map<String, List<Row>> rows = new HashMap<>();
        for (String line : TABLE.lines().toList()) {
            String[] parts = line.split(" \\| ", 3);
            Pattern look = Pattern.compile(parts[1].equals(".") ? "" : parts[1]);
            rows.computeIfAbsent(parts[0], _ -> new java.util.ArrayList<>())
                    .add(new Row(look, parts[2]));
        }
        return rows;
    }

    /// dhcpd's words for a problem, or this program's where it has none.
    public static String of(Problem problem) {
        Matcher number = BAD_NUMBER.matcher(problem.message());
        if (number.find()) {
            int digit = Character.digit(number.group(2).charAt(0), Character.MAX_RADIX);
            return "Bogus number %s: digit %d not in base %s"
                    .formatted(number.group(1), digit, number.group(3));
        }
        for (Row row : ROWS.getOrDefault(problem.code(), List.of())) {
            Matcher found = row.look.matcher(problem.message());
            if (found.find()) return filled(row.words, found);
        }
        return problem.message();
    }

    private static String filled(String words, Matcher found) {
        String filled = words;
        for (int i = found.groupCount(); i > 0; i--) {
            filled = filled.replace("$" + i, found.group(i) == null ? "" : found.group(i));
        }
        boolean octet = filled.contains("%d") && found.groupCount() > 0;
        return octet ? filled.replace("%d", Integer.toString(found.group(1).charAt(0))) : filled;
    }
}
