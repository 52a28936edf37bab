"""Which network addresses may be fetched from, and what a name resolves to, once."""

import ipaddress
import socket
import threading

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# What `is_global` lets through on some Python versions, or carries another address inside.
_REFUSED_NETWORKS = tuple(
    map(
        ipaddress.ip_network,
        (
            "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15",
            "224.0.0.0/3",
            "::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7",
            "fe80::/10", "fec0::/10", "ff00::/8",
        ),
    )
)  # fmt: skip


def is_public(address: str) -> bool:
    """Tell whether an address belongs to the open internet and hides no other address."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    return ip.is_global and not ip.is_multicast and not any(ip in net for net in _REFUSED_NETWORKS)


def resolve(host: str, port: int, timeout_seconds: float) -> list[str]:
    """Ask the system for the addresses of a host, in its order of preference, without repeats.

    Raises OSError for a name that has none, TimeoutError when the answer takes too long.
    """
    answer: list[list[str] | OSError] = []
    asking = threading.Thread(target=_ask, args=(host, port, answer), daemon=True)
    asking.start()
    asking.join(timeout_seconds)
    if not answer:
        raise TimeoutError(f"No address for {host} after {timeout_seconds:.0f} seconds.")
    if isinstance(answer[0], OSError):
        raise answer[0]
    return answer[0]


def _ask(host: str, port: int, answer: list[list[str] | OSError]) -> None:
    """Put the addresses or the error into `answer`; getaddrinfo itself has no time limit."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        answer.append(list(dict.fromkeys(str(entry[4][0]) for entry in found)))
    except UnicodeError:  # a label that is empty or too long for IDNA
        answer.append(OSError(f"{host} is not a valid name."))
    except OSError as error:
        answer.append(error)
