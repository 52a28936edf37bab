"""Requests to other people's servers: small, timed, and only to the open internet.

Never follows a name or a redirect to a private address, never reads the environment's
proxies, and never hands credentials on to another server.
"""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import httpcore
import httpx

from newsroom.lib.http_addresses import is_public, resolve
from newsroom.lib.http_pinned import Deadline, PinnedTransport

MAX_REDIRECTS = 5
USER_AGENT = "newsroom"

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# All that another origin is told; API keys come under many names, so the rest stays behind.
_CARRIED_ABROAD = frozenset({"accept", "accept-language", "user-agent", "if-none-match", "if-modified-since"})
_DEFAULT_PORTS = {"http": 80, "https": 443}
_ZLIB_ANY_HEADER = 32 + zlib.MAX_WBITS


class FetchError(Exception):
    """A fetch came to nothing; the message is a sentence, `code` is for programs."""

    code = "fetch_failed"


class BadUrlError(FetchError):
    """The URL cannot be read, or is neither http nor https."""

    code = "bad_url"


class ForbiddenAddressError(FetchError):
    """The host has an address outside the open internet."""

    code = "forbidden_address"


class UnknownHostError(FetchError):
    """The name of the host has no address."""

    code = "unknown_host"


class UnreachableError(FetchError):
    """No connection was made, TLS failed, or the connection broke."""

    code = "unreachable"


class TooSlowError(FetchError):
    """The deadline for the whole fetch passed."""

    code = "too_slow"


class TooLargeError(FetchError):
    """The body is over the cap, on the wire or unpacked."""

    code = "too_large"


class RedirectError(FetchError):
    """Too many redirects, or one that must not be followed."""

    code = "redirect"


class BadResponseError(FetchError):
    """The server did not speak HTTP, or packed the body in an unknown way."""

    code = "bad_response"


@dataclass(frozen=True)
class Fetched:
    """A response of any status; `headers` has lower-case names, `url` is the last one asked."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    url: str


@dataclass(frozen=True)
class _Limits:
    max_bytes: int
    timeout_seconds: float
    deadline: Deadline
    allow_private: bool


@dataclass(frozen=True)
class _Ask:
    """What is asked of one server; a redirect makes the next."""

    method: str
    url: httpx.URL
    headers: Mapping[str, str]
    content: bytes | None


def fetch(
    url: str,
    *,
    max_bytes: int,
    timeout_seconds: float,
    headers: Mapping[str, str] | None = None,
    method: str = "GET",
    content: bytes | None = None,
    allow_private: bool = False,
) -> Fetched:
    """Fetch a URL, following at most MAX_REDIRECTS redirects, all within `timeout_seconds`.

    `max_bytes` caps the body on the wire and unpacked. `allow_private` is for tests and for
    sources inside the house. Raises a FetchError; any HTTP status is an answer, not an error.
    """
    limits = _Limits(max_bytes, timeout_seconds, Deadline(timeout_seconds), allow_private)
    ask = _Ask(method.upper(), _checked_url(url), dict(headers or {}), content)
    for _ in range(MAX_REDIRECTS + 1):
        answer = _asked(ask, limits)
        if answer.status not in _REDIRECTS or "location" not in answer.headers:
            return answer
        ask = _redirected(ask, answer)
    raise RedirectError(f"{_named(ask.url)} redirects more than {MAX_REDIRECTS} times.")


def _checked_url(url: str) -> httpx.URL:
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise BadUrlError(f"The address cannot be read: {error}") from error
    if parsed.scheme not in _DEFAULT_PORTS or not parsed.host:
        raise BadUrlError(f"Only http and https addresses can be fetched, not {str(url)[:80]!r}.")
    return parsed


def _asked(ask: _Ask, limits: _Limits) -> Fetched:
    """Ask one server once, and put every way to fail into our words."""
    host = _named(ask.url)
    try:
        return _exchange(ask, _checked_addresses(ask.url, limits), limits)
    except (TimeoutError, httpcore.TimeoutException) as error:
        sentence = f"{host} did not finish within {limits.timeout_seconds:g} seconds."
        raise TooSlowError(sentence) from error
    except (httpcore.NetworkError, OSError) as error:
        raise UnreachableError(f"{host} cannot be reached: {error}") from error
    except (httpcore.ProtocolError, httpx.InvalidURL, ValueError) as error:
        raise BadResponseError(f"{host} answered something unreadable: {error}") from error


def _checked_addresses(url: httpx.URL, limits: _Limits) -> list[str]:
    """Resolve the host once; one forbidden address among several refuses them all."""
    port = url.port or _DEFAULT_PORTS[url.scheme]
    try:
        addresses = resolve(url.raw_host.decode("ascii"), port, limits.deadline.remaining())
    except TimeoutError:
        raise
    except OSError as error:
        raise UnknownHostError(f"{url.host} has no address: {error}") from error
    forbidden = [address for address in addresses if not is_public(address)]
    if forbidden and not limits.allow_private:
        sentence = f"{url.host} is at {forbidden[0]}, which is not on the open internet."
        raise ForbiddenAddressError(sentence)
    return addresses


def _exchange(ask: _Ask, addresses: list[str], limits: _Limits) -> Fetched:
    transport = PinnedTransport(addresses, limits.deadline)
    with httpx.Client(transport=transport, trust_env=False, follow_redirects=False) as client:
        client.headers.update({"Accept-Encoding": "gzip, deflate", "User-Agent": USER_AGENT})
        with client.stream(ask.method, ask.url, headers=dict(ask.headers), content=ask.content) as response:
            has_body = response.status_code not in _REDIRECTS and ask.method != "HEAD"
            body = _body(response, limits.max_bytes) if has_body else b""
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Fetched(response.status_code, headers, body, str(ask.url))


def _body(response: httpx.Response, max_bytes: int) -> bytes:
    chunks: list[bytes] = []
    size = 0
    for chunk in _unpacked(response, max_bytes):
        size += len(chunk)
        if size > max_bytes:
            raise _too_large(response, max_bytes)
        chunks.append(chunk)
    return b"".join(chunks)


def _unpacked(response: httpx.Response, max_bytes: int) -> Iterator[bytes]:
    """Yield the body, unpacking at most one byte more than the cap from each piece."""
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing in ("identity", ""):
        yield from _capped(response, max_bytes)
        return
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise BadResponseError(f"The body is packed as {packing[:40]!r}, which was not asked for.")
    unpacker = _Unpacker(packing)
    for chunk in _capped(response, max_bytes):
        yield unpacker.unpack(chunk, max_bytes + 1)
    if not unpacker.is_whole:
        raise BadResponseError("The packed body is cut off or damaged.")


def _capped(response: httpx.Response, max_bytes: int) -> Iterator[bytes]:
    """Yield the bytes on the wire; a length declared over the cap is not even begun."""
    declared = response.headers.get("content-length", "")
    if declared.isdigit() and len(declared) < 20 and int(declared) > max_bytes:
        raise _too_large(response, max_bytes)
    size = 0
    for chunk in response.iter_raw():
        size += len(chunk)
        if size > max_bytes:
            raise _too_large(response, max_bytes)
        yield chunk


class _Unpacker:
    """Unpacks gzip, zlib and (as some servers mean by "deflate") raw deflate."""

    def __init__(self, packing: str) -> None:
        self._inflater = zlib.decompressobj(_ZLIB_ANY_HEADER)
        self._may_be_raw = packing == "deflate"
        self._has_begun = False

    @property
    def is_whole(self) -> bool:
        """The end mark was reached, or nothing came at all."""
        return self._inflater.eof or not self._has_begun

    def unpack(self, chunk: bytes, at_most: int) -> bytes:
        """Unpack a piece; raises BadResponseError when it is damaged."""
        try:
            return self._inflate(chunk, at_most)
        except zlib.error as error:
            raise BadResponseError(f"The packed body is damaged: {error}") from error

    def _inflate(self, chunk: bytes, at_most: int) -> bytes:
        is_first, self._has_begun = not self._has_begun, self._has_begun or bool(chunk)
        try:
            return self._inflater.decompress(chunk, at_most)
        except zlib.error:
            if not (is_first and self._may_be_raw):
                raise
        self._inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        return self._inflater.decompress(chunk, at_most)


def _redirected(ask: _Ask, answer: Fetched) -> _Ask:
    """Make the next request as browsers do; another origin gets no secrets and no content."""
    try:
        target = _checked_url(str(ask.url.join(answer.headers["location"])))
    except httpx.InvalidURL as error:
        raise RedirectError(f"{_named(ask.url)} redirects to an unreadable address.") from error
    changes_method = answer.status == 303 or (answer.status < 303 and ask.method == "POST")
    following = replace(ask, url=target)
    if changes_method and ask.method != "HEAD":
        following = replace(following, method="GET", content=None)
    if _origin(target) == _origin(ask.url):
        return following
    if following.content is not None:
        raise RedirectError(f"{_named(ask.url)} redirects what was sent to {target.host}.")
    carried = {n: v for n, v in ask.headers.items() if n.lower() in _CARRIED_ABROAD}
    return replace(following, headers=carried)


def _origin(url: httpx.URL) -> tuple[str, str, int]:
    return url.scheme, url.host, url.port or _DEFAULT_PORTS[url.scheme]


def _named(url: httpx.URL) -> str:
    return url.host


def _too_large(response: httpx.Response, max_bytes: int) -> TooLargeError:
    host = response.request.url.host
    return TooLargeError(f"The answer of {host} is over the cap of {max_bytes} bytes.")
