"""Say which hosts are this machine: what is spoken there needs no TLS."""

from ipaddress import ip_address


def is_loopback(host: str) -> bool:
    """Say whether a host, with or without a port, names this machine and no other."""
    name = host.rpartition(":")[0] if _has_port(host) else host
    if name == "localhost":
        return True
    try:
        return ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False


def _has_port(host: str) -> bool:
    return host.count(":") == 1 or "]:" in host
