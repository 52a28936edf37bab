"""Fetching from a real server on this machine, and refusing to fetch where it must."""

import gzip
import shutil
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpcore
import httpx
import pytest

from newsroom.lib.http import (
    MAX_REDIRECTS,
    BadResponseError,
    BadUrlError,
    FetchError,
    ForbiddenAddressError,
    RedirectError,
    TooLargeError,
    TooSlowError,
    UnknownHostError,
    UnreachableError,
    fetch,
)
from newsroom.lib.http_addresses import is_public, resolve
from newsroom.lib.http_pinned import Deadline, PinnedTransport

MEGABYTE = 1_000_000
BOMB = gzip.compress(b"\0" * 20 * MEGABYTE)
RAW_DEFLATE = zlib.compress(b"packed")[2:-4]


class Handler(BaseHTTPRequestHandler):
    """Answers by path; `server.asked` remembers every request."""

    def do_GET(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        asked = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append((self.command, self.path, asked, body))
        name, _, argument = self.path.lstrip("/").partition("/")
        getattr(self, f"answer_{name}")(argument)

    do_POST = do_HEAD = do_GET

    def log_message(self, *args):
        pass

    def reply(self, body=b"", status=200, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def answer_plain(self, _):
        self.reply(b"hello", ETag='"x"')

    def answer_status(self, status):
        self.reply(b"", int(status))

    def answer_goto(self, target):
        status, _, url = target.partition("/")
        self.reply(b"moved", int(status), Location=url or "/plain")

    def answer_loop(self, number):
        self.reply(b"", 302, Location=f"/loop/{int(number) - 1}" if int(number) > 1 else "/plain")

    def answer_gzip(self, _):
        self.reply(gzip.compress(b"packed"), Content_Encoding="gzip")

    def answer_deflate(self, kind):
        self.reply(RAW_DEFLATE if kind == "raw" else zlib.compress(b"packed"), Content_Encoding="deflate")

    def answer_bomb(self, _):
        self.reply(BOMB, Content_Encoding="gzip")

    def answer_cut(self, _):
        self.reply(gzip.compress(b"packed" * 100)[:-9], Content_Encoding="gzip")

    def answer_brotli(self, _):
        self.reply(b"??", Content_Encoding="br")

    def answer_endless(self, _):
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"x" * 65_536)
        except OSError:
            self.close_connection = True

    def answer_drip(self, where):
        pieces = b"HTTP/1.0 200 OK\r\nX: " if where == "headers" else b"HTTP/1.0 200 OK\r\n\r\n"
        self.wfile.write(pieces)
        try:
            for _ in range(50):
                self.wfile.write(b"x")
                time.sleep(0.1)
        except OSError:
            self.close_connection = True

    def answer_nonsense(self, _):
        self.wfile.write(b"SMTP ready\r\n\r\n")

    def answer_short(self, _):
        self.send_response(200)
        self.send_header("Content-Length", "100")
        self.end_headers()
        self.wfile.write(b"half")


@pytest.fixture
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.asked = []
        server.daemon_threads = True
        server.url = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


def get(url, **options):
    return fetch(url, **{"max_bytes": MEGABYTE, "timeout_seconds": 5, "allow_private": True} | options)


class TestAnOrdinaryAnswer:
    def test_it_has_status_headers_body_and_url(self, server):
        fetched = get(f"{server.url}/plain")

        assert (fetched.status, fetched.body, fetched.url) == (200, b"hello", f"{server.url}/plain")
        assert fetched.headers["etag"] == '"x"'

    @pytest.mark.parametrize("status", [204, 304, 404, 410, 500])
    def test_any_status_is_an_answer(self, server, status):
        assert get(f"{server.url}/status/{status}").status == status

    def test_headers_method_and_content_are_sent(self, server):
        get(f"{server.url}/plain", method="POST", content=b"abc", headers={"X-Key": "k"})

        method, _, headers, body = server.asked[0]
        assert (method, body, headers["x-key"]) == ("POST", b"abc", "k")

    def test_the_head_of_a_page_has_no_body(self, server):
        assert get(f"{server.url}/gzip", method="HEAD").body == b""

    def test_proxies_of_the_environment_are_not_read(self, server, monkeypatch):
        for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, "http://127.0.0.1:9")

        assert get(f"{server.url}/plain").body == b"hello"

    @pytest.mark.parametrize("path", ["gzip", "deflate", "deflate/raw"])
    def test_packed_bodies_are_unpacked(self, server, path):
        assert get(f"{server.url}/{path}").body == b"packed"


class TestRedirects:
    def test_they_are_followed_up_to_the_limit(self, server):
        fetched = get(f"{server.url}/loop/{MAX_REDIRECTS}")

        assert fetched.url == f"{server.url}/plain"

    def test_one_more_is_too_many(self, server):
        with pytest.raises(RedirectError, match="more than 5 times"):
            get(f"{server.url}/loop/{MAX_REDIRECTS + 1}")

    def test_a_post_becomes_a_get_as_in_browsers(self, server):
        get(f"{server.url}/goto/303", method="POST", content=b"abc")

        assert [(method, body) for method, _, _, body in server.asked] == [("POST", b"abc"), ("GET", b"")]

    def test_a_kept_method_keeps_its_content_on_the_same_server(self, server):
        get(f"{server.url}/goto/307", method="POST", content=b"abc")

        assert server.asked[1][0] == "POST"
        assert server.asked[1][3] == b"abc"

    def test_another_origin_gets_no_secrets(self, server):
        elsewhere = server.url.replace("127.0.0.1", "localhost")
        secrets = {"Authorization": "a", "Cookie": "b", "X-Api-Key": "c", "If-None-Match": '"d"'}

        get(f"{server.url}/goto/302/{elsewhere}/plain", headers=secrets)

        first, second = (headers for _, _, headers, _ in server.asked)
        assert first["authorization"] == "a"
        assert not {"authorization", "cookie", "x-api-key"} & set(second)
        assert second["if-none-match"] == '"d"'

    def test_the_same_origin_keeps_them(self, server):
        get(f"{server.url}/goto/302", headers={"Authorization": "a"})

        assert server.asked[1][2]["authorization"] == "a"

    def test_content_is_not_carried_to_another_origin(self, server):
        elsewhere = server.url.replace("127.0.0.1", "localhost")

        with pytest.raises(RedirectError, match="what was sent"):
            get(f"{server.url}/goto/307/{elsewhere}/plain", method="POST", content=b"abc")

    @pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/"])
    def test_other_schemes_are_refused(self, server, target):
        with pytest.raises(BadUrlError):
            get(f"{server.url}/goto/302/{target}")


class TestCaps:
    def test_a_declared_length_over_the_cap(self, server):
        with pytest.raises(TooLargeError, match="cap of 4 bytes"):
            get(f"{server.url}/plain", max_bytes=4)

    def test_a_body_exactly_at_the_cap_is_read(self, server):
        assert get(f"{server.url}/plain", max_bytes=5).body == b"hello"

    def test_an_endless_body(self, server):
        with pytest.raises(TooLargeError):
            get(f"{server.url}/endless")

    def test_a_small_body_that_unpacks_to_a_huge_one(self, server):
        assert len(BOMB) < MEGABYTE

        with pytest.raises(TooLargeError):
            get(f"{server.url}/bomb")

    @pytest.mark.parametrize("where", ["headers", "body"])
    def test_dripping_bytes_do_not_stretch_the_deadline(self, server, where):
        start = time.perf_counter()

        with pytest.raises(TooSlowError, match=r"0\.4 seconds"):
            get(f"{server.url}/drip/{where}", timeout_seconds=0.4)

        assert time.perf_counter() - start < 1.5


class TestBrokenAnswers:
    @pytest.mark.parametrize("path", ["cut", "brotli", "nonsense", "short"])
    def test_they_are_named(self, server, path):
        with pytest.raises(BadResponseError) as failure:
            get(f"{server.url}/{path}")

        assert failure.value.code == "bad_response"
        assert str(failure.value)

    def test_a_closed_port_is_unreachable(self, server):
        with pytest.raises(UnreachableError):
            get("http://127.0.0.1:9/")

    def test_an_unknown_name_has_no_address(self):
        with pytest.raises(UnknownHostError):
            get("http://nowhere.invalid/")

    def test_plain_http_on_a_tls_address_is_unreachable(self, server):
        with pytest.raises(UnreachableError):
            get(server.url.replace("http:", "https:"))


class TestRefusedAddresses:
    @pytest.mark.parametrize(
        "url",
        [
            "file:///etc/passwd",
            "ftp://a.example/",
            "//a.example",
            "a.example",
            "",
            "http://",
            "http://[::1",
            "javascript:x",
        ],
    )
    def test_only_http_and_https_urls(self, url):
        with pytest.raises(BadUrlError):
            fetch(url, max_bytes=1, timeout_seconds=1)

    @pytest.mark.parametrize(
        "host",
        ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254",
         "100.64.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1", "[::1]", "[::]", "[fe80::1]", "[fc00::1]", "[ff02::1]",
         "[::ffff:127.0.0.1]", "[::ffff:8.8.8.8]", "[2002:7f00:1::]", "[64:ff9b::7f00:1]", "[64:ff9b:1::1]", "[::7f00:1]", "[fec0::1]", "[2001:db8::1]"],
    )  # fmt: skip
    def test_nothing_is_sent_inside_the_house(self, server, host):
        with pytest.raises((ForbiddenAddressError, UnknownHostError)) as refusal:
            fetch(f"http://{host}:{server.server_port}/plain", max_bytes=100, timeout_seconds=2)

        assert refusal.value.code in {"forbidden_address", "unknown_host"}
        assert server.asked == []

    def test_the_sentence_names_host_and_address(self, server):
        with pytest.raises(ForbiddenAddressError, match=r"localhost is at .*, which is not on the open internet\."):
            fetch(f"http://localhost:{server.server_port}/", max_bytes=1, timeout_seconds=2)

    @pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "2a00:1450:4001::1"])
    def test_the_open_internet_is_public(self, address):
        assert is_public(address)

    @pytest.mark.parametrize(
        "address",
        ["127.0.0.1", "198.18.0.1", "192.0.0.8", "0.1.2.3", "::ffff:8.8.8.8", "2001::1", "fe80::1%eth0", "", "x"],
    )
    def test_the_rest_is_not(self, address):
        assert not is_public(address)


class TestResolving:
    def test_each_address_is_given_once(self):
        addresses = resolve("localhost", 80, 2)

        assert len(addresses) == len(set(addresses))
        assert set(addresses) <= {"127.0.0.1", "::1"}

    @pytest.mark.parametrize("host", ["nowhere.invalid", "a" * 70 + ".example", "a..example"])
    def test_a_name_without_address_is_an_os_error(self, host):
        with pytest.raises(OSError, match=r"."):
            resolve(host, 80, 5)


class TestPinning:
    """The connection goes to the checked address; the name appears in Host and TLS alone."""

    def test_the_name_is_never_looked_up_again(self, server):
        with httpx.Client(transport=PinnedTransport(["127.0.0.1"], Deadline(2))) as client:
            response = client.get(f"http://news.invalid:{server.server_port}/plain")

        assert response.content == b"hello"
        assert server.asked[0][2]["host"] == f"news.invalid:{server.server_port}"

    def test_the_next_address_is_tried_when_one_is_silent(self, server):
        with httpx.Client(transport=PinnedTransport(["127.0.0.2", "127.0.0.1"], Deadline(2))) as client:
            assert client.get(f"http://news.invalid:{server.server_port}/plain").status_code == 200

    def test_a_spent_deadline_connects_nowhere(self, server):
        transport = PinnedTransport(["127.0.0.1"], Deadline(0))

        with httpx.Client(transport=transport) as client, pytest.raises(TimeoutError):
            client.get(f"http://news.invalid:{server.server_port}/plain")

        assert server.asked == []


@pytest.fixture
def tls_server(server, tmp_path):
    """The server behind TLS with a certificate for news.invalid; `names` are the SNI it saw."""
    if not shutil.which("openssl"):
        pytest.skip("openssl is not installed, so no certificate can be made")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
         "/CN=news.invalid", "-addext", "subjectAltName=DNS:news.invalid", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    names: list[str | None] = []
    note: Callable[..., None] = lambda _socket, name, _context: names.append(name)  # noqa: E731
    context.sni_callback = note
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.names, server.trust = names, ssl.create_default_context(cafile=certificate)
    return server


class TestTls:
    def test_name_and_certificate_are_those_of_the_url(self, tls_server):
        transport = PinnedTransport(["127.0.0.1"], Deadline(3), ssl_context=tls_server.trust)

        with httpx.Client(transport=transport) as client:
            response = client.get(f"https://news.invalid:{tls_server.server_port}/plain")

        assert response.content == b"hello"
        assert tls_server.names == ["news.invalid"]

    def test_a_certificate_of_another_name_is_refused(self, tls_server):
        transport = PinnedTransport(["127.0.0.1"], Deadline(3), ssl_context=tls_server.trust)

        with httpx.Client(transport=transport) as client, pytest.raises(httpcore.ConnectError, match=r"(?i)hostname"):
            client.get(f"https://other.invalid:{tls_server.server_port}/plain")

    def test_an_unknown_authority_is_unreachable(self, tls_server):
        with pytest.raises(UnreachableError, match=r"(?i)certificate"):
            get(f"https://127.0.0.1:{tls_server.server_port}/plain")


class TestErrors:
    def test_every_error_has_its_own_code(self):
        codes = [error.code for error in FetchError.__subclasses__()]

        assert len(set(codes)) == len(codes) == 8
