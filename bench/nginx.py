"""A real nginx with the configuration of `deploy/` on a loopback port."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools import need

MAIN = """\
{modules}
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log stderr warn;
events {{ worker_connections 256; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/nginx.conf;
}}
"""


@contextmanager
def serving(
    site: Path, deploy: Path, folder: Path, redirects: Path | None = None, modules: str = ""
) -> Iterator[str]:
    """Serve a built site; gives its address. Only the port and four paths differ from the files in `deploy/`.

    redirects: another file of pages that moved; modules: lines of the main configuration that load some.
    Errors: AssertionError with what to install, or with nginx's last words.
    """
    program = shutil.which("nginx", path=need.PATHS)
    if program is None:
        raise AssertionError(need.line([need.named("nginx")]))
    port = free_port()
    text = (deploy / "nginx.conf").read_text(encoding="utf-8")
    for before, after in (
        ("listen 127.0.0.1:8080;", f"listen 127.0.0.1:{port};"),
        ("root /srv/upgrade-atlas/site;", f"root {site};"),
        ("include /etc/nginx/conf.d/upgrade-atlas/csp.conf;", f"include {deploy}/csp.conf;"),
        ("include /etc/nginx/conf.d/upgrade-atlas/brotli*.conf;", f"include {folder}/brotli*.conf;"),
        (
            "include /etc/nginx/conf.d/upgrade-atlas/redirects.conf;",
            f"include {redirects or deploy / 'redirects.conf'};",
        ),
    ):
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    (folder / "main.conf").write_text(MAIN.format(folder=folder, modules=modules), encoding="utf-8")
    command = [program, "-p", str(folder), "-c", str(folder / "main.conf"), "-e", "stderr"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        wait_for(port, server)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.communicate(timeout=10)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, server: subprocess.Popen[str]) -> None:
    """Wait until the server answers. Errors: AssertionError with its last words if it ends or stays silent."""
    for _ in range(600):
        if server.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    server.terminate()
    raise AssertionError(f"nginx does not answer: {server.communicate(timeout=10)[1]}")
