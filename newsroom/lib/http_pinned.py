"""An httpx transport that connects to addresses checked beforehand, within one deadline.

The name stays in the Host header and in TLS (SNI and certificate), so that a second answer of
the name server cannot lead elsewhere. Built on httpcore, the engine httpx itself uses.
"""

import functools
import ssl
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import httpcore
import httpx


class Deadline:
    """A moment by which all of a fetch has to be done."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def remaining(self) -> float:
        """Give the seconds left; raises TimeoutError when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError("The time for the fetch is used up.")
        return left


class PinnedTransport(httpx.BaseTransport):
    """Sends requests to the given addresses only, whatever the host of the URL.

    Raises httpcore's exceptions, and TimeoutError at the deadline.
    """

    def __init__(
        self,
        addresses: Sequence[str],
        deadline: Deadline,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl_context or default_ssl_context(),
            network_backend=_PinnedBackend(addresses, deadline),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; the body of the response is read while it is iterated."""
        url = request.url
        response = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
            )
        )
        return httpx.Response(
            status_code=response.status,
            headers=response.headers,
            stream=_ResponseStream(response),
            extensions=response.extensions,
        )

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()


@functools.cache
def default_ssl_context() -> ssl.SSLContext:
    """Make the context that trusts public authorities, whatever the environment says."""
    return httpx.create_ssl_context(trust_env=False)


class _ResponseStream(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        return self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class _PinnedBackend(httpcore.NetworkBackend):
    """Connects to the first of its addresses that answers."""

    def __init__(self, addresses: Sequence[str], deadline: Deadline) -> None:
        self._addresses = addresses
        self._deadline = deadline
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to a pinned address; `host` and the other arguments are httpcore's."""
        failure: Exception = httpcore.ConnectError(f"No address for {host}.")
        for tries_left, address in zip(range(len(self._addresses), 0, -1), self._addresses, strict=True):
            patience = self._deadline.remaining() / tries_left
            try:
                stream = self._sockets.connect_tcp(address, port, patience, local_address, socket_options)
                return _DeadlineStream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


class _DeadlineStream(httpcore.NetworkStream):
    """Gives each operation the time that is left, so that dripping bytes win nothing."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.remaining())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.remaining())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.remaining())
        return _DeadlineStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
