"""The programs that the audit needs, and what to install when one is missing."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import find_chromium

NODE, JAVA = 18, 11  # the oldest versions with which Lighthouse and the Nu HTML checker run
ADVICE = {
    "node": f"Node {NODE} or newer (Lighthouse); on Debian and Ubuntu: sudo apt-get install nodejs npm",
    "java": f"Java {JAVA} or newer (the Nu HTML checker); on Debian and Ubuntu: sudo apt-get install default-jre-headless",
}
FILES = {
    "lighthouse": "lighthouse/cli/index.js",
    "vnu": "vnu-jar/build/dist/vnu.jar",
    "axe": "axe-core/axe.min.js",
}


class Missing(Exception):
    """Raised when the audit cannot run; its text says what to install."""


@dataclass(frozen=True, kw_only=True)
class Tools:
    """Paths of the programs."""

    chromium: str
    node: str
    java: str
    lighthouse: Path
    vnu: Path
    axe: Path


def find(folder: Path) -> Tools:
    """Return the programs; `folder` is where npm installed those of package.json.

    Raises `Missing` with everything that is missing at once.
    """
    missing = [advice for name, advice in ADVICE.items() if not _is_recent(name)]
    files = {name: folder / "node_modules" / path for name, path in FILES.items()}
    if absent := [name for name, path in files.items() if not path.is_file()]:
        missing.append(f"{', '.join(absent)} in {folder}; run: make audit")
    chromium = ""
    try:
        chromium = find_chromium.find()
    except find_chromium.NoBrowser as error:
        missing.append(str(error))
    if missing:
        raise Missing("The audit needs what is not here:\n" + "".join(f"  {line}\n" for line in missing))
    return Tools(chromium=chromium, node=_path("node"), java=_path("java"), **files)


def _path(name: str) -> str:
    return shutil.which(name) or ""


def _is_recent(name: str) -> bool:
    """Whether a program is there and new enough: "v20.1.0", "openjdk version "17.0.15"", "openjdk 17.0.15"."""
    path = _path(name)
    if not path:
        return False
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    found = re.search(r"(\d+)", said.stdout + said.stderr)
    return said.returncode == 0 and found is not None and int(found[1]) >= {"node": NODE, "java": JAVA}[name]
