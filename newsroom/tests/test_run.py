"""bin/run, as a newcomer starts it: it says where the newsroom is, and takes every process with it when it ends."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from newsroom.demo import DEMO_PASSWORD
from newsroom.supervising import Crew, is_alive, wait_until

RUN = str(settings.BASE_DIR / "bin" / "run")
PATIENCE_SECONDS = 120
SECRET = "k3" * 30


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def members(group):
    """Return command lines of the living processes of a process group, by process id."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        pid = int(folder.name)
        try:
            if os.getpgid(pid) == group and is_alive(pid):
                found[pid] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
    return found


class Started:
    """One bin/run in a process group of its own, with a database and media folder of its own."""

    def __init__(self, folder, **environment):
        self.port = free_port()
        self.output = folder / "output"
        base = {
            "PATH": os.environ["PATH"],
            "PORT": str(self.port),
            "DATABASE_URL": f"sqlite:///{folder}/newsroom.sqlite3",
            "NEWSROOM_MEDIA": str(folder / "media"),
            "NEWSROOM_ENV_FILE": os.devnull,
            "NEWSROOM_DEMO": "0",
        }
        with self.output.open("ab") as output:
            self.process = subprocess.Popen(
                [RUN], env=base | environment, stdout=output, stderr=output, start_new_session=True, cwd=folder
            )

    @property
    def text(self):
        return self.output.read_text()

    def wait_until_welcome(self):
        wait_until(lambda: "Ctrl-C stops it." in self.text or self.process.poll() is not None, PATIENCE_SECONDS)
        assert "Ctrl-C stops it." in self.text, self.text
        return self

    def get(self, path, **headers):
        door = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        door.request("GET", path, headers=headers)
        answer = door.getresponse()
        body = answer.read().decode()
        door.close()
        return answer.status, body

    def member(self, word):
        return next(pid for pid, command in members(self.process.pid).items() if word in command)

    def end(self):
        """Kill what is left, for a test that failed half-way."""
        for pid in members(self.process.pid):
            os.kill(pid, signal.SIGKILL)
        self.process.wait(30)


@pytest.fixture
def start(tmp_path):
    started = []

    def start(**environment):
        started.append(Started(tmp_path, **environment))
        return started[-1]

    yield start
    for each in started:
        each.end()


class TestATrial:
    def test_it_answers_before_it_says_where(self, start):
        run = start().wait_until_welcome()

        status, body = run.get("/")

        assert status == 200
        assert "</html>" in body
        assert f"http://localhost:{run.port}/" in run.text
        assert "Traceback" not in run.text

    def test_an_address_that_is_a_key_is_never_logged(self, start):
        run = start(GRANIAN_LOG_ACCESS_ENABLED="true").wait_until_welcome()

        status, _ = run.get("/preview/0f3a5e:SecretSignature/")
        run.get("/desk/calendar/feed/rita:SecretFeed.ics")

        assert status == 410
        wait_until(lambda: "/preview/…/" in run.text and "/calendar/feed/…" in run.text, PATIENCE_SECONDS)
        assert "/preview/…/" in run.text
        assert "Secret" not in run.text

    def test_site_and_worker_run(self, start):
        run = start().wait_until_welcome()

        commands = " ".join(members(run.process.pid).values())

        assert "granian" in commands
        assert "manage.py worker" in commands

    def test_the_port_may_come_from_the_file(self, start, tmp_path):
        port = free_port()
        file = tmp_path / "settings.env"
        file.write_text(f"PORT={port}\nNEWSROOM_NAME=The Harbour Bell\n")
        (tmp_path / "run.sh").write_text(f"unset PORT\nexec {RUN}\n")

        process = subprocess.Popen(
            ["/bin/sh", tmp_path / "run.sh"],
            env={
                "PATH": os.environ["PATH"], "NEWSROOM_ENV_FILE": str(file), "NEWSROOM_DEMO": "0",
                "DATABASE_URL": f"sqlite:///{tmp_path}/newsroom.sqlite3",
            },
            stdout=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip
        lines = iter(process.stdout.readline, "")
        welcome = next(line for line in lines if "http://" in line)
        process.terminate()
        process.wait(30)

        assert f"The Harbour Bell: http://localhost:{port}/" in welcome

    def test_the_demo_is_loaded_once_with_a_login_per_role(self, start):
        run = start(NEWSROOM_DEMO="1").wait_until_welcome()
        logins = re.findall(rf"^  (\w[\w ]*?) +(\w+) +{DEMO_PASSWORD}$", run.text, re.MULTILINE)
        run.process.terminate()
        run.process.wait(30)
        run.output.unlink()

        again = start(NEWSROOM_DEMO="1").wait_until_welcome()

        assert {role for role, _ in logins} == {
            "reporter", "editor", "chief", "moderator", "wire editor", "photo editor",
        }  # fmt: skip
        assert DEMO_PASSWORD in again.text
        assert "Loading the demo" not in again.text


class TestStopping:
    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
    def test_it_ends_every_process_it_started(self, start, number):
        run = start().wait_until_welcome()
        assert len(members(run.process.pid)) >= 4

        run.process.send_signal(number)

        assert run.process.wait(20) == 0
        assert members(run.process.pid) == {}

    def test_ctrl_c_reaches_all_of_them_at_once_and_is_no_accident(self, start):
        run = start().wait_until_welcome()

        os.killpg(run.process.pid, signal.SIGINT)

        assert run.process.wait(20) == 0
        assert "by itself" not in run.text
        assert members(run.process.pid) == {}

    def test_an_open_connection_does_not_hold_it_up(self, start):
        run = start().wait_until_welcome()
        door = http.client.HTTPConnection("127.0.0.1", run.port, timeout=30)
        door.request("GET", "/")
        door.getresponse().read()

        run.process.terminate()

        assert run.process.wait(20) == 0
        assert members(run.process.pid) == {}
        door.close()

    def test_it_may_be_stopped_while_it_prepares(self, start):
        run = start(NEWSROOM_DEMO="1")
        wait_until(lambda: "Preparing" in run.text, PATIENCE_SECONDS)

        run.process.terminate()

        assert run.process.wait(20) == 128 + signal.SIGTERM
        assert "Traceback" not in run.text
        assert members(run.process.pid) == {}

    @pytest.mark.parametrize(("word", "name"), [("manage.py worker", "worker"), ("granian", "site")])
    def test_when_one_dies_all_end_and_it_says_which(self, start, word, name):
        run = start().wait_until_welcome()

        os.kill(run.member(word), signal.SIGKILL)

        assert run.process.wait(20) == 1
        assert f"The {name} ended by itself" in run.text
        assert members(run.process.pid) == {}


class TestRefusals:
    def refusal(self, run):
        """Return the one sentence that is all it said."""
        assert run.process.wait(PATIENCE_SECONDS) not in (0, None)
        lines = [line for line in run.text.splitlines() if "takes a minute" not in line]
        assert len(lines) == 1, run.text
        return lines[0]

    def test_a_port_in_use_is_one_sentence(self, start):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]

            sentence = self.refusal(start(PORT=str(port)))

        assert f"PORT is {port}, which another program uses" in sentence

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("PORT", "eighty"),
            ("HOST", "203.0.113.7"),
            ("NEWSROOM_TIME_ZONE", "Europe/Atlantis"),
            ("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing"),
        ],
    )
    def test_a_wrong_value_is_one_sentence_that_names_it(self, start, name, value):
        assert name in self.refusal(start(**{name: value}))

    def test_without_debug_a_secret_is_needed(self, start):
        assert "NEWSROOM_SECRET_KEY is missing" in self.refusal(start(NEWSROOM_DEBUG="0"))


class TestProduction:
    def test_with_a_secret_there_is_no_demo_and_the_style_sheet_has_its_fingerprint(self, start):
        run = start(NEWSROOM_SECRET_KEY=SECRET, NEWSROOM_HOSTS="localhost", NEWSROOM_DEMO="1").wait_until_welcome()

        status, body = run.get("/", Host="localhost")
        sheet = re.search(r'href="(/static/public/css/[^"]+\.css)"', body)

        assert status == 200
        assert DEMO_PASSWORD not in run.text
        assert "createsuperuser" in run.text
        assert re.search(r"\.[0-9a-f]{12}\.css$", sheet[1])
        assert run.get(sheet[1], Host="localhost")[0] == 200


class TestACrew:
    SLEEP = [sys.executable, "-c", "import time; time.sleep(600)"]
    DEAF = [
        sys.executable,
        "-c",
        "import signal, time; signal.signal(15, signal.SIG_IGN); print('up', flush=True); time.sleep(600)",
    ]

    def test_it_says_who_ended_first_and_how(self):
        crew = Crew()
        crew.start("sleeper", self.SLEEP)
        crew.start("quitter", [sys.executable, "-c", "raise SystemExit(3)"])

        wait_until(lambda: crew.first_to_end() is not None, 20)

        assert crew.first_to_end() == ("quitter", 3)
        crew.end()

    def test_whoever_does_not_listen_is_ended_by_force(self, capfd):
        crew = Crew(grace_seconds=0.5)
        crew.start("deaf", self.DEAF)
        wait_until(lambda: "up" in capfd.readouterr().out, 20)
        before = time.monotonic()

        crew.end()

        assert time.monotonic() - before >= 0.5
        assert not is_alive(crew.members["deaf"].pid)

    def test_what_a_member_started_ends_too(self, tmp_path):
        note = tmp_path / "pid"
        code = f"import subprocess, time; p = subprocess.Popen({self.DEAF}); open({str(note)!r}, 'w').write(str(p.pid)); time.sleep(600)"
        crew = Crew(grace_seconds=0.5)
        crew.start("parent", [sys.executable, "-c", code])
        wait_until(lambda: note.exists() and note.read_text(), 20)

        crew.end()

        assert not is_alive(int(note.read_text()))
