"""Decides whether a service's address may be called: HTTPS and a public host, unless the operator named the host.

A name is judged by what it resolves to (https://cheatsheetseries.owasp.org, server-side request forgery), so a public
name of a private address is refused as well. The name is resolved again by the transport; who controls that name's DNS
is trusted not to change its answer in between.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from writer.errors import Transient, UserError

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
_IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The address of a service. `named` is True where the operator allows this host, wherever it is."""

    url: str
    host: str
    port: int
    named: bool


def read_address(base_url: str, allow_private_hosts: Sequence[str] = ()) -> Address:
    """Return the address, judged by its words alone. Raises UserError naming the setting."""
    try:
        parts = urlsplit(base_url.strip())
        port = parts.port
    except ValueError as error:
        raise UserError(f"The setting base_url is no web address ({error}).") from error
    host = (parts.hostname or "").rstrip(".").lower()
    if not host or parts.scheme not in ("http", "https"):
        raise UserError(
            "The setting base_url is no web address: it must begin with https:// and name a host."
        )
    if parts.username is not None or parts.password is not None:
        raise UserError(
            "The setting base_url holds a user name or password; give the key as WRITER_OPENAI_API_KEY."
        )
    if parts.query or parts.fragment:
        raise UserError("The setting base_url may not have a part behind ? or #.")
    named = host in {name.strip().rstrip(".").strip("[]").lower() for name in allow_private_hosts}
    if parts.scheme == "http" and not named:
        raise UserError(
            f"The setting base_url must begin with https://. To call {host} without encryption, "
            f"for instance on this machine, add it to allow_private_hosts."
        )
    return Address(
        url=base_url.strip(), host=host, port=port or (443 if parts.scheme == "https" else 80), named=named
    )


async def check_address(address: Address, resolve: Resolve | None = None) -> None:
    """Look the host up and refuse private addresses. Raises UserError, or Transient where it has no address now."""
    if address.named:
        return
    try:
        found = await (resolve or _resolve)(address.host, address.port)
    except OSError as error:
        raise Transient(f"the model service cannot be found: {address.host} has no address") from error
    for text in found:
        if not _is_public(ipaddress.ip_address(text.partition("%")[0])):
            raise UserError(
                f"The setting base_url leads to {address.host}, a private address ({text}). "
                f"If that is meant, add {address.host} to allow_private_hosts."
            )


def _is_public(address: _IpAddress) -> bool:
    """True for an address of the open internet; an IPv4 address inside an IPv6 one counts as itself."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if address in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return _is_public(inner)
    return address.is_global and not address.is_multicast


async def _resolve(host: str, port: int) -> list[str]:
    rows = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(row[4][0]) for row in rows]
