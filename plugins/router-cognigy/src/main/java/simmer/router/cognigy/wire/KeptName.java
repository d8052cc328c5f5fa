package simmer.router.cognigy.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;

import io.helidon.webclient.api.DnsAddressLookup;
import io.helidon.webclient.spi.DnsResolver;

/**
 * Keeps to an address the name that was asked for. A bare IP address would else get one by asking DNS backwards, and Helidon
 * would compare that, which anybody may have put there, with the certificate.
 *
 * @param names finds the address of a name
 */
record KeptName(DnsResolver names) implements DnsResolver {

    @Override
    public InetAddress resolveAddress(String hostname, DnsAddressLookup lookup) {
        InetAddress found = names.resolveAddress(hostname, lookup);
        try {
            return InetAddress.getByAddress(hostname.replaceAll("[\\[\\]]", ""), found.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has the right length", e);
        }
    }
}
