"""`designer export --lock`: npm writes the lock file from a registry, here a small one on this machine."""

from __future__ import annotations

import json
import shutil
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tooling import NODE, needs_node

FLOW = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'
VERSIONS = {"osls": "4.9.9", "serverless-step-functions": "3.99.0"}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        name = self.path.strip("/")
        version = VERSIONS.get(name) if self.server.is_whole else None
        described = {
            "name": name,
            "version": version,
            "dist": {"tarball": f"http://tarballs.invalid/{name}.tgz"},
        }
        body = {"name": name, "dist-tags": {"latest": version}, "versions": {version: described}}
        data = json.dumps(body if version else {"error": "not found"}).encode()
        self.send_response(200 if version else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


@pytest.fixture
def registry(folder, monkeypatch):
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.is_whole = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("npm_config_registry", f"http://127.0.0.1:{server.server_port}/")
    monkeypatch.setenv("npm_config_cache", str(folder / "cache"))
    monkeypatch.setenv("npm_config_userconfig", str(folder / "npmrc"))
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    (folder / "flow.asl.json").write_text(FLOW)
    yield server
    server.shutdown()
    server.server_close()


needs_npm = pytest.mark.skipif(NODE is None or shutil.which("npm") is None, reason="there is no npm")


@pytest.mark.node
@needs_node
@needs_npm
def test_npm_locks_the_packages_of_an_export_and_installs_nothing(folder, designer, registry):
    ran = designer("export", "--to", "serverless", "--lock", "flow.asl.json", "-o", "out")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[-1] == "out/package-lock.json"
    lock = json.loads((folder / "out" / "package-lock.json").read_text())
    assert {name: lock["packages"][f"node_modules/{name}"]["version"] for name in VERSIONS} == VERSIONS
    assert not (folder / "out" / "node_modules").exists()
    again = designer("export", "--to", "serverless", "flow.asl.json", "-o", "out")
    assert again.code == 0 and json.loads((folder / "out" / "package-lock.json").read_text()) == lock


@pytest.mark.node
@needs_node
@needs_npm
def test_a_registry_without_the_packages_is_told_in_one_line(folder, designer, registry):
    registry.is_whole = False
    ran = designer("export", "--to", "serverless", "--lock", "flow.asl.json", "-o", "out")
    assert ran.code == 1 and "npm could not make the lock file" in ran.refusal and "404" in ran.refusal
    assert (folder / "out" / "serverless.yml").exists()
    assert not (folder / "out" / "package-lock.json").exists()


def test_without_npm_the_files_are_written_and_the_lack_is_told(folder, designer, monkeypatch):
    (folder / "flow.asl.json").write_text(FLOW)
    monkeypatch.setenv("PATH", str(folder))
    ran = designer("export", "--to", "serverless", "--lock", "flow.asl.json", "-o", "out")
    assert ran.code == 1 and "npm was not found" in ran.refusal
    assert (folder / "out" / "package.json").exists()


@pytest.mark.parametrize("arguments", [("--to", "sam", "-o", "out"), ("--into", "repository")])
def test_what_has_nothing_to_lock_is_refused_before_anything_is_written(folder, designer, arguments):
    (folder / "flow.asl.json").write_text(FLOW)
    (folder / "repository").mkdir()
    ran = designer("export", "--lock", "flow.asl.json", *arguments)
    assert ran.code == 2 and "--lock" in ran.err
    assert not (folder / "out").exists() and not list((folder / "repository").iterdir())
