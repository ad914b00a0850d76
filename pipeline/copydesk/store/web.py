"""Pages fetched from the web: politely (robots.txt), within limits, and from public addresses only.

An address that a user names may lead anywhere, by its redirects too: so every host is resolved and checked
before it is asked, and the peer of the connection once more before a byte of its answer is read.
"""

from __future__ import annotations

import codecs
import contextlib
import ipaddress
import re
import socket
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies
from urllib.robotparser import RobotFileParser

from copydesk.errors import InputError
from copydesk.ingest.options import IngestOptions
from copydesk.version import __version__

if TYPE_CHECKING:
    import httpx

AGENT = f"copydesk/{__version__}"
_MOST_REDIRECTS = 5
_LONGEST_ROBOTS = 512 * 1024  # RFC 9309 asks for 500 KiB at least
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fetched:
    """The body at ``url``, after all redirects, with its headers (names in lower case)."""

    url: str
    data: bytes
    headers: Mapping[str, str]


class Web:
    """A visitor of sites, with one connection pool and what robots.txt of each site says.

    Every method raises InputError, naming the address, where it cannot or may not be read.
    """

    def __init__(self, options: IngestOptions) -> None:
        self._options = options
        self._robots: dict[str, RobotFileParser] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    @cached_property
    def _client(self) -> httpx.Client:
        import httpx  # only addresses need it, and every command would wait for it

        return httpx.Client(headers={"User-Agent": AGENT}, timeout=self._options.web_seconds)

    def page(self, url: str) -> Fetched:
        """What stands at ``url``, if its robots.txt lets programs read it; text comes as the server says."""
        if not self._allowed(url):
            raise InputError(
                f"{url}: the site's robots.txt asks programs not to read it",
                remedy="Save the page in a browser and give the file, or ask the site",
            )
        found = self.get(url)
        return Fetched(found.url, _recoded(found), found.headers)

    def get(self, url: str, *, auth: tuple[str, str] | None = None, most: int = 0) -> Fetched:
        """What stands at ``url``, redirects followed; ``auth`` is only sent to its own host."""
        start, host = time.monotonic(), urlsplit(url).netloc
        for _ in range(_MOST_REDIRECTS + 1):
            own = auth if urlsplit(url).netloc == host else None
            with self._asked("GET", url, auth=own) as response:
                if response.has_redirect_location:
                    url = urljoin(url, response.headers["location"])
                    continue
                if response.is_error:
                    raise _answered(url, response)
                data = self._body(url, response, start, most or self._options.max_bytes)
                return Fetched(url, data, {name.lower(): value for name, value in response.headers.items()})
        raise InputError(
            f"{url}: it redirects without end", remedy="Open it in a browser and give the last address"
        )

    def post(self, url: str, content: Mapping[str, object], *, auth: tuple[str, str] | None = None) -> bytes:
        """The answer to ``content`` sent as JSON; redirects are not followed."""
        with self._asked("POST", url, auth=auth, content=content) as response:
            if not response.is_success:
                raise _answered(url, response)
            return self._body(url, response, time.monotonic(), self._options.max_bytes)

    @contextlib.contextmanager
    def _asked(
        self,
        method: str,
        url: str,
        *,
        auth: tuple[str, str] | None,
        content: Mapping[str, object] | None = None,
    ) -> Iterator[httpx.Response]:
        import httpx

        self._check_host(url)
        try:
            with self._client.stream(method, url, auth=auth, json=content) as response:
                self._check_peer(url, response)
                yield response
        except httpx.HTTPError as error:
            reason = str(error) or type(error).__name__
            raise InputError(
                f"{url}: it cannot be fetched ({reason})",
                remedy="Check the address and the network",
            ) from error
        except httpx.InvalidURL as error:
            raise InputError(f"{url}: it is no address ({error})", remedy="Check it") from error

    def _body(self, url: str, response: httpx.Response, start: float, most: int) -> bytes:
        pieces: list[bytes] = []
        size = 0
        for piece in response.iter_bytes():
            pieces.append(piece)
            size += len(piece)
            if size > most:
                raise InputError(f"{url}: it is larger than {most} bytes", remedy="Raise ingest.max_bytes")
            if time.monotonic() - start > self._options.web_seconds:
                raise InputError(
                    f"{url}: it took more than {self._options.web_seconds:g} seconds",
                    remedy="Try again later, or raise ingest.web_seconds",
                )
        return b"".join(pieces)

    def _allowed(self, url: str) -> bool:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            rules = RobotFileParser()
            try:
                text = self.get(f"{site}/robots.txt", most=_LONGEST_ROBOTS).data.decode("utf-8", "replace")
            except _AnswerError as error:  # RFC 9309: no file, no limits; a broken server, no visit
                text = "" if error.status < 500 else "User-agent: *\nDisallow: /"
            rules.parse(text.splitlines())
            self._robots[site] = rules
        return self._robots[site].can_fetch(AGENT, url)

    def _check_host(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise InputError(f"{url}: only http and https addresses are read", remedy="Check the address")
        if self._options.allow_private:
            return
        try:
            found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            if getproxies():  # only the proxy can resolve names
                return
            raise InputError(
                f"{url}: there is no host {parts.hostname}", remedy="Check the address"
            ) from error
        for *_, address in found:
            self._check_address(url, str(address[0]))

    def _check_peer(self, url: str, response: httpx.Response) -> None:
        stream = response.extensions.get("network_stream")
        if stream is None or self._options.allow_private or getproxies():
            return
        try:
            peer = stream.get_extra_info("server_addr")
        except OSError as error:
            message = f"{url}: the server hung up before it had answered"
            raise InputError(message, remedy="Try again later") from error
        self._check_address(url, str(peer[0]))

    def _check_address(self, url: str, address: str) -> None:
        found = ipaddress.ip_address(address.partition("%")[0])
        mapped = getattr(found, "ipv4_mapped", None) or found
        if not mapped.is_global or mapped.is_multicast:
            raise InputError(
                f"{url}: its host is at {address}, an address inside a private network",
                remedy="If that is meant, allow it: [ingest] allow_private = true",
            )


class _AnswerError(InputError):
    """A server says no; ``status`` is its HTTP status."""

    def __init__(self, message: str, remedy: str, status: int) -> None:
        super().__init__(message, remedy=remedy)
        self.status = status


def _answered(url: str, response: httpx.Response) -> _AnswerError:
    status = response.status_code
    remedy = {
        401: "It wants a login: save the page in a browser and give the file",
        403: "The site lets no programs in: save the page in a browser and give the file",
        404: "Check the address",
    }.get(status, "Try again later")
    return _AnswerError(f"{url}: the server answers {status} {response.reason_phrase}", remedy, status)


def _recoded(found: Fetched) -> bytes:
    """The text in UTF-8 with a byte order mark where the server names another charset: it has the say."""
    match = _CHARSET.search(found.headers.get("content-type", ""))
    if match is None or found.data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return found.data
    try:
        name = codecs.lookup(match[1]).name
        if name in ("utf-8", "ascii", "iso8859-1"):  # what servers say by default says little
            return found.data
        return codecs.BOM_UTF8 + found.data.decode(name).encode()
    except (LookupError, UnicodeDecodeError):
        return found.data
